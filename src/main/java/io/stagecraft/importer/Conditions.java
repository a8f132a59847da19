package io.stagecraft.importer;

import io.stagecraft.model.Condition;
import io.stagecraft.model.ConditionRule;
import io.stagecraft.model.OnFailure;
import io.stagecraft.model.Result;
import io.stagecraft.model.RetryMode;

import java.util.List;
import java.util.Optional;

/// Reads what is checked at the edges of a stage.
///
/// @see <a href="https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_Condition.html">Condition</a>
final class Conditions {
    private Conditions() {}

    /// The condition of `beforeEntry` or `onSuccess`.
    static Optional<Condition> at(Part stage, String name) {
        return stage.part(name)
                .flatMap(hook -> {
                    var condition = only(hook);
                    hook.done();
                    return condition;
                });
    }

    static Optional<OnFailure> onFailure(Part stage) {
        return stage.part("onFailure")
                .map(hook ->
                        new OnFailure(
                                hook.word("result", Result.class),
                                hook.part("retryConfiguration").flatMap(Conditions::retryMode),
                                only(hook),
                                hook.extras()));
    }

    private static Optional<RetryMode> retryMode(Part part) {
        var mode = part.word("retryMode", RetryMode.class);
        part.done();
        return mode;
    }

    private static Optional<Condition> only(Part hook) {
        var all = hook.parts("conditions");
        if (all.size() > 1) {
            hook.note("conditions", "has " + all.size() + " conditions, and AWS takes one");
        }
        return all.stream().findFirst().map(Conditions::condition);
    }

    private static Condition condition(Part part) {
        return new Condition(
                part.word("result", Result.class),
                part.parts("rules").stream().map(Conditions::rule).toList(),
                part.extras());
    }

    private static ConditionRule rule(Part part) {
        var type = part.neededPart("ruleTypeId");
        var provider = type.neededText("provider");
        var version = type.text("version").orElse("1");
        type.text("category").ifPresent(c -> type.known("category", c, List.of("Rule"), w -> w));
        type.text("owner").ifPresent(o -> type.known("owner", o, List.of("AWS"), w -> w));
        type.done();
        return new ConditionRule(
                part.neededText("name"),
                provider,
                version,
                part.textByName("configuration"),
                part.commands("commands"),
                Stages.names(part, "inputArtifacts"),
                part.onlyText("region"),
                part.onlyText("roleArn"),
                part.number("timeoutInMinutes"),
                part.extras());
    }
}
