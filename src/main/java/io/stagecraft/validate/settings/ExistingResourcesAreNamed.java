package io.stagecraft.validate.settings;

import io.stagecraft.edit.SetCompanion;
import io.stagecraft.model.Origin;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class ExistingResourcesAreNamed implements Rule {
    private static final Info INFO =
            new Info(
                    "SC422",
                    Severity.ERROR,
                    "Resources that exist are named",
                    "A resource of somebody else is found by its ARN or name.",
                    Guide.ACTION);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.design().companions().stream()
                .filter(c -> c.origin() instanceof Origin.Existing(var id) && id.isBlank())
                .map(c ->
                        INFO.at(
                                About.of("companions", c.name()),
                                c.name() + " is to exist already, but nothing says which it is.",
                                new Fix(
                                        "Create it",
                                        new SetCompanion(c.name(), c.withOrigin(Origin.CREATE)))));
    }
}
