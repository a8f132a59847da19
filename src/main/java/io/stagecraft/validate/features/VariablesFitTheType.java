package io.stagecraft.validate.features;

import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class VariablesFitTheType implements Rule {
    private static final Info INFO =
            new Info(
                    "SC602",
                    Severity.ERROR,
                    "Only V2 pipelines have variables",
                    "A V1 pipeline declares none.",
                    Guide.TYPES);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return Mends.isV1(drawing) && !drawing.design().variables().isEmpty()
                ? Stream.of(
                        INFO.at(
                                About.of("variables", ""),
                                "A V1 pipeline has no variables of its own.",
                                Mends.V2))
                : Stream.empty();
    }
}
