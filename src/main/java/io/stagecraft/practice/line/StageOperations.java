package io.stagecraft.practice.line;

import io.stagecraft.practice.wire.Caller;
import io.stagecraft.practice.wire.Refusal;
import io.stagecraft.practice.wire.Service;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.codepipeline.model.*;

/// What people decide about a stage: retry, roll back, override, open and close, approve.
record StageOperations(Desk desk) implements CodePipelineService.Operations {
    @Override
    public void join(Service service) {
        service.can("RetryStageExecution", RetryStageExecutionRequest::builder, this::retry)
                .can("RollbackStage", RollbackStageRequest::builder, this::rollBack)
                .can(
                        "OverrideStageCondition",
                        OverrideStageConditionRequest::builder,
                        this::override)
                .can("PutApprovalResult", PutApprovalResultRequest::builder, this::answer)
                .can("EnableStageTransition", EnableStageTransitionRequest::builder, this::open)
                .can("DisableStageTransition", DisableStageTransitionRequest::builder, this::close);
    }

    private RetryStageExecutionResponse retry(Caller caller, RetryStageExecutionRequest request) {
        return desk.ask(() -> {
            var pipeline = desk.pipeline(caller, request.pipelineName());
            var stage = Desk.stage(pipeline, request.stageName());
            var execution =
                    desk.execution(caller, request.pipelineName(), request.pipelineExecutionId());
            var run = execution.stages.get(stage.name());
            latest(pipeline, execution, stage, run);
            if (run == null
                    || run.status != StageExecutionStatus.FAILED
                            && run.status != StageExecutionStatus.STOPPED) {
                throw new Refusal(
                        "StageNotRetryableException",
                        "Stage '"
                                + stage.name()
                                + "' cannot be retried: it is "
                                + (run == null ? "not run" : run.status)
                                + " in execution '"
                                + execution.id
                                + "'");
            }
            boolean all = request.retryMode() == StageRetryMode.ALL_ACTIONS;
            desk.pipelines().runner.retry(run, all);
            return RetryStageExecutionResponse.builder().pipelineExecutionId(execution.id).build();
        });
    }

    /// Once another execution has been in a stage, or the structure is another, it is too late; parallel ones are on their own.
    private static void latest(
            Pipeline pipeline,
            Execution execution,
            StageDeclaration stage,
            @Nullable StageRun run) {
        var gate = pipeline.gate(stage.name());
        boolean alone = execution.mode == ExecutionMode.PARALLEL;
        if (!alone && gate.latest != null && gate.latest != run
                || execution.version != pipeline.declaration.version()) {
            throw new Refusal(
                    "NotLatestPipelineExecutionException",
                    "Pipeline execution '"
                            + execution.id
                            + "' is not the latest execution of stage '"
                            + stage.name()
                            + "'");
        }
    }

    private RollbackStageResponse rollBack(Caller caller, RollbackStageRequest request) {
        return desk.ask(() -> {
            var pipeline = desk.pipeline(caller, request.pipelineName());
            var stage = Desk.stage(pipeline, request.stageName());
            var target =
                    desk.execution(
                            caller, request.pipelineName(), request.targetPipelineExecutionId());
            if (target.version != pipeline.declaration.version()) {
                throw new Refusal(
                        "PipelineExecutionOutdatedException",
                        "The structure of the pipeline has changed since execution '"
                                + target.id
                                + "'");
            }
            if (!canGoBack(pipeline, stage, target)) {
                throw new Refusal(
                        "UnableToRollbackStageException",
                        "Stage '"
                                + stage.name()
                                + "' cannot be rolled back to execution '"
                                + target.id
                                + "'");
            }
            var execution =
                    desk.pipelines().runner.rollBack(pipeline, stage.name(), target, Desk.USER);
            return RollbackStageResponse.builder().pipelineExecutionId(execution.id).build();
        });
    }

    private static boolean canGoBack(Pipeline pipeline, StageDeclaration stage, Execution target) {
        boolean good =
                target.stage(stage.name())
                        .filter(s -> s.status == StageExecutionStatus.SUCCEEDED)
                        .isPresent();
        return good
                && !target.isRollback()
                && pipeline.mode() != ExecutionMode.PARALLEL
                && !stage.equals(pipeline.declaration.stages().getFirst())
                && pipeline.gate(stage.name()).holder == null;
    }

    private OverrideStageConditionResponse override(
            Caller caller, OverrideStageConditionRequest request) {
        return desk.ask(() -> {
            var pipeline = desk.pipeline(caller, request.pipelineName());
            var stage = Desk.stage(pipeline, request.stageName());
            var execution =
                    desk.execution(caller, request.pipelineName(), request.pipelineExecutionId());
            var run = execution.stages.get(stage.name());
            latest(pipeline, execution, stage, run);
            var hook =
                    request.conditionType() == ConditionType.BEFORE_ENTRY
                            ? StageRun.Hook.BEFORE_ENTRY
                            : StageRun.Hook.ON_SUCCESS;
            var check = run == null ? null : run.checks.get(hook);
            if (run == null || check == null || !isOverridable(run, check)) {
                throw new Refusal(
                        "ConditionNotOverridableException",
                        "The "
                                + request.conditionTypeAsString()
                                + " condition of stage '"
                                + stage.name()
                                + "' cannot be overridden in execution '"
                                + execution.id
                                + "'");
            }
            desk.pipelines().runner.override(run, hook, check, Desk.USER);
            return OverrideStageConditionResponse.builder().build();
        });
    }

    /// While it is asked, and after it has failed its stage; one that skips its stage never.
    private static boolean isOverridable(StageRun run, StageRun.Check check) {
        if (check.condition.result() == Result.SKIP) {
            return false;
        }
        return switch (check.status) {
            case IN_PROGRESS -> run.status == StageExecutionStatus.IN_PROGRESS;
            case FAILED -> run.status == StageExecutionStatus.FAILED;
            default -> false;
        };
    }

    private PutApprovalResultResponse answer(Caller caller, PutApprovalResultRequest request) {
        return desk.ask(() -> {
            var pipeline = desk.pipeline(caller, request.pipelineName());
            var stage = Desk.stage(pipeline, request.stageName());
            Desk.action(stage, request.actionName());
            var action = asked(pipeline, request);
            if (!action.isRunning()) {
                throw new Refusal(
                        "ApprovalAlreadyCompletedException",
                        "The approval action has already been approved or rejected.");
            }
            boolean approved = request.result().status() == ApprovalStatus.APPROVED;
            action.summary = request.result().summary();
            action.updatedBy = Desk.USER;
            if (!approved) {
                action.errorCode = "JobFailed";
                action.errorMessage =
                        request.result().summary().isEmpty()
                                ? "The approval was rejected."
                                : "Rejected: " + request.result().summary();
            }
            desk.pipelines()
                    .runner
                    .ended(
                            action,
                            approved
                                    ? ActionExecutionStatus.SUCCEEDED
                                    : ActionExecutionStatus.FAILED);
            return PutApprovalResultResponse.builder().approvedAt(desk.time().now()).build();
        });
    }

    /// The action that asked with the token, whichever execution it is in.
    private static StageRun.ActionRun asked(Pipeline pipeline, PutApprovalResultRequest request) {
        return pipeline.executions.stream()
                .flatMap(e -> e.actions.stream())
                .filter(a ->
                        a.stage.stage.name().equals(request.stageName())
                                && a.action.name().equals(request.actionName()))
                .filter(a -> !a.token.isEmpty() && a.token.equals(request.token()))
                .findFirst()
                .orElseThrow(() ->
                        new Refusal(
                                "InvalidApprovalTokenException",
                                "The approval token is not valid for action '"
                                        + request.actionName()
                                        + "'"));
    }

    private EnableStageTransitionResponse open(
            Caller caller, EnableStageTransitionRequest request) {
        return desk.ask(() -> {
            var pipeline = desk.pipeline(caller, request.pipelineName());
            turn(pipeline, request.stageName(), request.transitionType(), true, "");
            return EnableStageTransitionResponse.builder().build();
        });
    }

    private DisableStageTransitionResponse close(
            Caller caller, DisableStageTransitionRequest request) {
        return desk.ask(() -> {
            var pipeline = desk.pipeline(caller, request.pipelineName());
            turn(pipeline, request.stageName(), request.transitionType(), false, request.reason());
            return DisableStageTransitionResponse.builder().build();
        });
    }

    /// The way out of a stage is the way into the next.
    private void turn(
            Pipeline pipeline, String name, StageTransitionType type, boolean open, String reason) {
        var stage = Desk.stage(pipeline, name);
        var stages = pipeline.declaration.stages();
        int at = stages.indexOf(stage) + (type == StageTransitionType.OUTBOUND ? 1 : 0);
        if (at >= stages.size()) {
            return;
        }
        var gate = pipeline.gate(stages.get(at).name());
        gate.open = open;
        gate.reason = reason;
        gate.changed = desk.time().now();
        desk.pipelines().runner.admit(pipeline, stages.get(at).name());
    }
}
