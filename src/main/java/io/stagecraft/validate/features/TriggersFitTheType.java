package io.stagecraft.validate.features;

import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class TriggersFitTheType implements Rule {
    private static final Info INFO =
            new Info(
                    "SC603",
                    Severity.ERROR,
                    "Only V2 pipelines have triggers",
                    "A V1 pipeline has no filters on what starts it.",
                    Guide.TYPES);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return Mends.isV1(drawing) && !drawing.design().triggers().isEmpty()
                ? Stream.of(
                        INFO.at(
                                About.of("triggers", ""),
                                "A V1 pipeline has no triggers.",
                                Mends.V2))
                : Stream.empty();
    }
}
