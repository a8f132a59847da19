package io.stagecraft.validate.settings;

import io.stagecraft.edit.ChangeDesign;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class CompanionNamesAreUnique implements Rule {
    private static final Info INFO =
            new Info(
                    "SC421",
                    Severity.ERROR,
                    "Companions have names of their own",
                    "A setting points at a companion by its name.",
                    Guide.ACTION);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.companions().entrySet().stream()
                .filter(e -> e.getValue().size() > 1)
                .map(e ->
                        INFO.at(
                                About.of("companions", e.getKey()),
                                "There are "
                                        + e.getValue().size()
                                        + " companions called "
                                        + e.getKey()
                                        + ".",
                                new Fix(
                                        "Keep the first",
                                        new ChangeDesign(
                                                "Remove other " + e.getKey(),
                                                d ->
                                                        d.withCompanions(
                                                                d.companions().stream()
                                                                        .filter(c ->
                                                                                !c.name()
                                                                                                .equals(
                                                                                                        e
                                                                                                                .getKey())
                                                                                        || c
                                                                                                == d.companion(
                                                                                                                e
                                                                                                                        .getKey())
                                                                                                        .orElse(
                                                                                                                c))
                                                                        .toList())))));
    }
}
