package io.stagecraft.practice.line;

import io.stagecraft.practice.account.Holdings;
import io.stagecraft.practice.account.Timeline;
import io.stagecraft.practice.wire.Caller;
import io.stagecraft.practice.wire.Refusal;

import software.amazon.awssdk.services.codepipeline.model.StageDeclaration;

import java.util.function.Supplier;

/// What every operation begins with: its turn on the timeline, and the pipeline, stage or execution that the request names.
record Desk(Timeline time, Pipelines pipelines) {
    /// Whoever calls.
    static final String USER =
            "arn:" + Holdings.PARTITION + ":iam::" + Holdings.ACCOUNT + ":user/practice";

    <T> T ask(Supplier<T> question) {
        return time.ask(question);
    }

    /// @throws Refusal `PipelineNotFoundException`
    Pipeline pipeline(Caller caller, String name) {
        return pipelines.get(caller.region(), name);
    }

    /// @throws Refusal `PipelineExecutionNotFoundException`, or as [#pipeline]
    Execution execution(Caller caller, String pipeline, String id) {
        return pipeline(caller, pipeline)
                .execution(id)
                .orElseThrow(() ->
                        new Refusal(
                                "PipelineExecutionNotFoundException",
                                "Pipeline execution with id '"
                                        + id
                                        + "' does not exist for pipeline '"
                                        + pipeline
                                        + "'"));
    }

    /// @throws Refusal `StageNotFoundException`
    static StageDeclaration stage(Pipeline pipeline, String name) {
        return pipeline.stage(name)
                .orElseThrow(() ->
                        new Refusal(
                                "StageNotFoundException",
                                "Pipeline '"
                                        + pipeline.name()
                                        + "' does not have a stage with name '"
                                        + name
                                        + "'"));
    }

    /// @throws Refusal `ActionNotFoundException`
    static void action(StageDeclaration stage, String name) {
        if (stage.actions().stream().noneMatch(a -> a.name().equals(name))) {
            throw new Refusal(
                    "ActionNotFoundException",
                    "Stage '"
                            + stage.name()
                            + "' does not have an action with name '"
                            + name
                            + "'");
        }
    }
}
