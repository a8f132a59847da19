package io.stagecraft.validate.structure;

import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.LocalRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class ProvidersAreStillThere implements LocalRule {
    private static final Info INFO =
            new Info(
                    "SC109",
                    Severity.WARNING,
                    "Providers are still there",
                    "A service that has ended can no longer do the work.",
                    Guide.ACTION_TYPES);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.seats()
                .filter(s ->
                        s.spec().filter(x -> x.status() == ActionSpec.Status.RETIRED).isPresent())
                .map(s ->
                        INFO.at(
                                About.of(s.action()),
                                s.action().name()
                                        + " uses "
                                        + s.spec().orElseThrow().title()
                                        + ", which AWS has retired."));
    }
}
