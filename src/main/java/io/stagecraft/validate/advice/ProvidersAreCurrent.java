package io.stagecraft.validate.advice;

import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.LocalRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class ProvidersAreCurrent implements LocalRule {
    private static final Info INFO =
            new Info(
                    "SC904",
                    Severity.HINT,
                    "Providers are current",
                    "AWS recommends something newer.",
                    Guide.ACTION_TYPES);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.seats()
                .filter(s ->
                        s.spec().filter(x -> x.status() == ActionSpec.Status.LEGACY).isPresent())
                .map(s ->
                        INFO.at(
                                About.of(s.action()),
                                s.action().name()
                                        + " uses "
                                        + s.spec().orElseThrow().title()
                                        + ", which is a thing of the past."));
    }
}
