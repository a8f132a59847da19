package io.stagecraft.validate.features;

import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class ConditionsFitTheType implements Rule {
    private static final Info INFO =
            new Info(
                    "SC604",
                    Severity.ERROR,
                    "Only V2 pipelines have conditions",
                    "A V1 pipeline has no conditions, no automatic rollback and no automatic retry.",
                    Guide.TYPES);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.design().stages().stream()
                .filter(s ->
                        Mends.isV1(drawing)
                                && (s.beforeEntry().isPresent()
                                        || s.onSuccess().isPresent()
                                        || s.onFailure().isPresent()))
                .map(s ->
                        INFO.at(
                                About.of(s),
                                "Stage "
                                        + s.name()
                                        + " has conditions, which a V1 pipeline does not know.",
                                Mends.V2));
    }
}
