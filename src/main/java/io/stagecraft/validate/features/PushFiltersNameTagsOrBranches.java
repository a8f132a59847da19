package io.stagecraft.validate.features;

import io.stagecraft.model.Patterns;
import io.stagecraft.model.Trigger;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.List;
import java.util.stream.Stream;

final class PushFiltersNameTagsOrBranches implements Rule {
    private static final Info INFO =
            new Info(
                    "SC608",
                    Severity.WARNING,
                    "Push filters name tags or branches",
                    "A push filter has tags, or branches with or without file paths; AWS lists no other combination, and the CDK refuses the rest.",
                    Guide.TRIGGERS);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.design().triggers().stream()
                .filter(t ->
                        t.push().stream()
                                .anyMatch(p -> p.tags().isEmpty() && p.branches().isEmpty()))
                .map(t ->
                        INFO.at(
                                About.of("triggers", t.source()),
                                "A push filter of "
                                        + t.source()
                                        + " names neither tags nor branches.",
                                Mends.change(
                                        t,
                                        "Take every branch",
                                        "Take every branch of " + t.source(),
                                        PushFiltersNameTagsOrBranches::all)));
    }

    private static Trigger all(Trigger trigger) {
        var branches = new Patterns(List.of("**"), List.of());
        return new Trigger(
                trigger.source(),
                trigger.push().stream()
                        .map(p ->
                                p.tags().isEmpty() && p.branches().isEmpty()
                                        ? new Trigger.Push(p.tags(), branches, p.filePaths())
                                        : p)
                        .toList(),
                trigger.pullRequests(),
                trigger.extras());
    }
}
