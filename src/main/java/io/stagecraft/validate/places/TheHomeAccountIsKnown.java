package io.stagecraft.validate.places;

import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class TheHomeAccountIsKnown implements Rule {
    private static final Info INFO =
            new Info(
                    "SC819",
                    Severity.WARNING,
                    "With several accounts, that of the pipeline is known",
                    "Bucket and key policies name the accounts that may read artifacts; which of them is abroad can only be told when the pipeline's own is known.",
                    Guide.CROSS_ACCOUNT);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        var design = drawing.design();
        return !design.home().account().isEmpty()
                ? Stream.empty()
                : drawing.seats()
                        .map(drawing::environment)
                        .filter(e -> !e.account().isEmpty())
                        .limit(1)
                        .map(e ->
                                INFO.at(
                                        About.of("environments", design.home().name()),
                                        e.name()
                                                + " is account "
                                                + e.account()
                                                + ", but nothing says which account "
                                                + design.home().name()
                                                + " is, where the pipeline lives."));
    }
}
