package io.stagecraft.validate.places;

import io.stagecraft.model.Literal;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class RegionsAreRegions implements Rule {
    private static final Info INFO =
            new Info(
                    "SC811",
                    Severity.ERROR,
                    "Regions are regions",
                    "A region is called like eu-west-1.",
                    Guide.CROSS_REGION);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.design().environments().stream()
                .filter(e ->
                        !e.region().isEmpty()
                                && Literal.is(e.region())
                                && !e.region().matches("[a-z]{2,4}(-[a-z]+)+-\\d{1,2}"))
                .map(e ->
                        INFO.at(
                                About.of("environments", e.name()),
                                "The region of "
                                        + e.name()
                                        + ", "
                                        + e.region()
                                        + ", is not the name of a region."));
    }
}
