package io.stagecraft.validate.settings;

import io.stagecraft.catalog.FieldKind;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.LocalRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.stream.Collectors;
import java.util.stream.Stream;

final class ArnsNameTheRightThing implements LocalRule {
    private static final Info INFO =
            new Info(
                    "SC436",
                    Severity.WARNING,
                    "ARNs name the right thing",
                    "The ARN of something else, such as an execution for a state machine, fails the action when it runs.",
                    Guide.ACTION_TYPES);

    private static final int PARTS = 6;

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return Setting.literal(drawing, FieldKind.ARN)
                .filter(s -> !s.field().arns().isEmpty() && isOther(s))
                .map(s ->
                        INFO.at(
                                s.about(),
                                s.words()
                                        + " is \""
                                        + s.value()
                                        + "\", the ARN of something else; it wants "
                                        + s.field().arns().stream()
                                                .map(ArnsNameTheRightThing::example)
                                                .collect(Collectors.joining(" or "))
                                        + "."));
    }

    /// What is no ARN at all is for [ArnsAreArns] to say.
    private static boolean isOther(Setting s) {
        var part = s.value().split(":", PARTS);
        return part.length == PARTS
                && s.field().arns().stream().noneMatch((part[2] + ":" + part[5])::startsWith);
    }

    private static String example(String beginning) {
        int colon = beginning.indexOf(':');
        return "arn:aws:"
                + beginning.substring(0, colon)
                + ":…:…:"
                + beginning.substring(colon + 1)
                + "…";
    }
}
