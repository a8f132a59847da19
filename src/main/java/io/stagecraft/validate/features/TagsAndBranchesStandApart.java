package io.stagecraft.validate.features;

import io.stagecraft.edit.ChangeDesign;
import io.stagecraft.model.Patterns;
import io.stagecraft.model.Trigger;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class TagsAndBranchesStandApart implements Rule {
    private static final Info INFO =
            new Info(
                    "SC611",
                    Severity.WARNING,
                    "Tags and branches stand in filters of their own",
                    "Inside one filter all must match, and no push is both of a tag and of a branch.",
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
                                .anyMatch(p -> !p.tags().isEmpty() && !p.branches().isEmpty()))
                .map(t ->
                        INFO.at(
                                About.of("triggers", t.source()),
                                "A push filter of "
                                        + t.source()
                                        + " names tags and branches at once.",
                                new Fix(
                                        "Make two filters",
                                        new ChangeDesign(
                                                "Split filter of " + t.source(),
                                                d ->
                                                        d.withTriggers(
                                                                d.triggers().stream()
                                                                        .map(x ->
                                                                                x == t
                                                                                        ? split(x)
                                                                                        : x)
                                                                        .toList())))));
    }

    private static Trigger split(Trigger trigger) {
        var push =
                trigger.push().stream()
                        .flatMap(p ->
                                p.tags().isEmpty() || p.branches().isEmpty()
                                        ? Stream.of(p)
                                        : Stream.of(
                                                new Trigger.Push(
                                                        p.tags(), Patterns.NONE, Patterns.NONE),
                                                new Trigger.Push(
                                                        Patterns.NONE,
                                                        p.branches(),
                                                        p.filePaths())))
                        .toList();
        return new Trigger(trigger.source(), push, trigger.pullRequests(), trigger.extras());
    }
}
