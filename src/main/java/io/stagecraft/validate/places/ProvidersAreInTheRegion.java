package io.stagecraft.validate.places;

import io.stagecraft.model.Literal;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.LocalRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class ProvidersAreInTheRegion implements LocalRule {
    private static final Info INFO =
            new Info(
                    "SC820",
                    Severity.WARNING,
                    "Providers are in the region of the action",
                    "Not every region offers every action type: where it is missing, CodePipeline refuses the action or the service cannot be reached. AWS adds regions now and then; the catalogue says when this was checked.",
                    Guide.ACTION_TYPES);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.seats()
                .flatMap(s ->
                        s.spec().stream()
                                .filter(x -> !region(drawing, s).isEmpty())
                                .filter(_ -> Literal.is(region(drawing, s)))
                                .filter(x -> x.traits().isMissingIn(region(drawing, s)))
                                .map(x ->
                                        INFO.at(
                                                About.of(s.action(), "environment"),
                                                s.action().name()
                                                        + " works in "
                                                        + region(drawing, s)
                                                        + ", where "
                                                        + x.title()
                                                        + " was not offered on "
                                                        + x.checked()
                                                        + ".")));
    }

    private static String region(Drawing drawing, Drawing.Seat seat) {
        return drawing.environment(seat).region();
    }
}
