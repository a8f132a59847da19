package io.stagecraft.validate.advice;

import io.stagecraft.model.Origin;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

final class CompanionsAreNotDoubled implements Rule {
    private static final Info INFO =
            new Info(
                    "SC927",
                    Severity.HINT,
                    "Every resource is drawn once",
                    "Two companions for one and the same resource get out of step: a change to one does not reach the other.",
                    Guide.ACTION);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        var first = new HashMap<List<Object>, String>();
        return drawing.design().companions().stream()
                .flatMap(c ->
                        c.origin() instanceof Origin.Existing(var id) && !id.isBlank()
                                ? Optional.ofNullable(
                                        first.putIfAbsent(
                                                List.of(c.getClass(), id, c.environment()),
                                                c.name()))
                                        .filter(n -> !n.equals(c.name()))
                                        .map(n ->
                                                INFO.at(
                                                        About.of("companions", c.name()),
                                                        c.name()
                                                                + " and "
                                                                + n
                                                                + " are both "
                                                                + id
                                                                + "."))
                                        .stream()
                                : Stream.empty());
    }
}
