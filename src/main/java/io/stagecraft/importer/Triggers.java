package io.stagecraft.importer;

import io.stagecraft.model.Patterns;
import io.stagecraft.model.Trigger;

import java.util.List;

/// Reads what starts a pipeline.
///
/// @see <a href="https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_PipelineTriggerDeclaration.html">PipelineTriggerDeclaration</a>
final class Triggers {
    private Triggers() {}

    static Trigger trigger(Part part) {
        part.text("providerType")
                .ifPresent(type ->
                        part.known("providerType", type, List.of(Trigger.PROVIDER), t -> t));
        var git = part.neededPart("gitConfiguration");
        var source = git.neededText("sourceActionName");
        var push = git.parts("push").stream().map(Triggers::push).toList();
        var requests = git.parts("pullRequest").stream().map(Triggers::pullRequest).toList();
        git.done();
        return new Trigger(source, push, requests, part.extras());
    }

    private static Trigger.Push push(Part part) {
        var push =
                new Trigger.Push(
                        patterns(part, "tags"),
                        patterns(part, "branches"),
                        patterns(part, "filePaths"));
        part.done();
        return push;
    }

    private static Trigger.PullRequest pullRequest(Part part) {
        var request =
                new Trigger.PullRequest(
                        part.words("events", Trigger.Event.class),
                        patterns(part, "branches"),
                        patterns(part, "filePaths"));
        part.done();
        return request;
    }

    private static Patterns patterns(Part part, String name) {
        return part.part(name)
                .map(p -> {
                    var patterns = new Patterns(p.texts("includes"), p.texts("excludes"));
                    p.done();
                    return patterns;
                })
                .orElse(Patterns.NONE);
    }
}
