package io.stagecraft.validate.features;

import io.stagecraft.catalog.Traits;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.LocalRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.List;
import java.util.stream.Stream;

final class ActionTypesFitThePipelineType implements LocalRule {
    private static final Info INFO =
            new Info(
                    "SC605",
                    Severity.ERROR,
                    "Action types fit the pipeline type",
                    "Some action types run in V2 pipelines only.",
                    Guide.TYPES);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.seats()
                .filter(s ->
                        s.spec()
                                .filter(x -> !x.pipelineTypes().contains(drawing.design().type()))
                                .filter(x ->
                                        !x.traits()
                                                .unverified()
                                                .contains(Traits.Fact.PIPELINE_TYPES))
                                .isPresent())
                .map(s ->
                        INFO.at(
                                About.of(s.action()),
                                s.action().name()
                                        + " is of the type "
                                        + s.spec().orElseThrow().title()
                                        + ", which a "
                                        + drawing.design().type()
                                        + " pipeline does not run.",
                                Mends.isV1(drawing) ? List.of(Mends.V2) : List.of()));
    }
}
