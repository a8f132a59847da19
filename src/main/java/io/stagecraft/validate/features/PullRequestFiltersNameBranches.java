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

final class PullRequestFiltersNameBranches implements Rule {
    private static final Info INFO =
            new Info(
                    "SC609",
                    Severity.WARNING,
                    "Pull-request filters name branches",
                    "A pull-request filter names the branches that are merged into. The API asks for none, the CDK does: without them any branch may start the pipeline.",
                    Guide.TRIGGERS);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.design().triggers().stream()
                .filter(t -> t.pullRequests().stream().anyMatch(p -> p.branches().isEmpty()))
                .map(t ->
                        INFO.at(
                                About.of("triggers", t.source()),
                                "A pull-request filter of " + t.source() + " names no branches.",
                                Mends.change(
                                        t,
                                        "Take every branch",
                                        "Take every branch of " + t.source(),
                                        PullRequestFiltersNameBranches::all)));
    }

    private static Trigger all(Trigger trigger) {
        var branches = new Patterns(List.of("**"), List.of());
        return new Trigger(
                trigger.source(),
                trigger.push(),
                trigger.pullRequests().stream()
                        .map(p ->
                                p.branches().isEmpty()
                                        ? new Trigger.PullRequest(
                                                p.events(), branches, p.filePaths())
                                        : p)
                        .toList(),
                trigger.extras());
    }
}
