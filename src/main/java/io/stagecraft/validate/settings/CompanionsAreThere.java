package io.stagecraft.validate.settings;

import io.stagecraft.model.CompanionRef;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.LocalRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

final class CompanionsAreThere implements LocalRule {
    private static final Info INFO =
            new Info(
                    "SC419",
                    Severity.ERROR,
                    "What a setting points at is there",
                    "The setting points at a companion of the design that does not exist, so there is nothing to put in its place.",
                    Guide.ACTION);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return Setting.all(drawing)
                .flatMap(s ->
                        CompanionRef.in(s.value())
                                .filter(n -> !drawing.companions().containsKey(n))
                                .map(n -> missing(drawing, s, n))
                                .stream());
    }

    private static Problem missing(Drawing drawing, Setting s, String name) {
        var fixes =
                s.field()
                        .companion()
                        .map(use -> {
                            var some = new ArrayList<Fix>();
                            CompanionFixes.ofKind(drawing, use.kind())
                                    .forEach(c -> some.add(s.use(CompanionRef.to(c))));
                            some.add(
                                    CompanionFixes.create(
                                            drawing, s.action(), s.field(), use.kind()));
                            return List.<Fix>copyOf(some);
                        })
                        .orElse(List.of(s.clear()));
        return INFO.at(
                s.about(), s.words() + " points at " + name + ", which is not there.", fixes);
    }
}
