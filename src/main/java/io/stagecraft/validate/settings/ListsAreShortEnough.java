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

final class ListsAreShortEnough implements LocalRule {
    private static final Info INFO =
            new Info(
                    "SC434",
                    Severity.ERROR,
                    "Lists are short enough",
                    "A few settings name several things, and AWS takes no more than so many.",
                    Guide.ACTION_TYPES);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return Setting.literal(drawing, FieldKind.LIST)
                .flatMap(s ->
                        s.field().max().filter(most -> s.parts().size() > most).stream()
                                .map(most -> tooLong(s, most)));
    }

    private static Problem tooLong(Setting s, int most) {
        var first = s.parts().stream().limit(most).collect(Collectors.joining(","));
        return INFO.at(
                s.about(),
                s.words() + " names " + s.parts().size() + "; AWS takes " + most + ".",
                s.replace("Keep the first " + most, first));
    }
}
