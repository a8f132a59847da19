package io.stagecraft.validate.features;

import io.stagecraft.model.Trigger;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class TriggerFiltersAreFew implements Rule {
    private static final Info INFO =
            new Info(
                    "SC610",
                    Severity.ERROR,
                    "Triggers have few filters and short patterns",
                    "A trigger has at most 3 filters of each kind, with 8 includes and 8 excludes each, of at most 255 characters.",
                    Guide.QUOTAS);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.design().triggers().stream()
                .filter(TriggerFiltersAreFew::isTooMuch)
                .map(t ->
                        INFO.at(
                                About.of("triggers", t.source()),
                                "The trigger of "
                                        + t.source()
                                        + " has more than 3 filters of a kind, more than 8 patterns of a kind, or a pattern that is empty or longer than 255 characters."));
    }

    private static boolean isTooMuch(Trigger t) {
        var patterns =
                Stream.concat(
                        t.push().stream()
                                .flatMap(p -> Stream.of(p.tags(), p.branches(), p.filePaths())),
                        t.pullRequests().stream()
                                .flatMap(p -> Stream.of(p.branches(), p.filePaths())));
        return t.push().size() > 3
                || t.pullRequests().size() > 3
                || patterns.flatMap(p -> Stream.of(p.includes(), p.excludes()))
                        .anyMatch(l ->
                                l.size() > 8
                                        || l.stream()
                                                .anyMatch(x -> x.isEmpty() || x.length() > 255));
    }
}
