package io.stagecraft.practice.line;

import io.stagecraft.catalog.RuleTypeCatalog;
import io.stagecraft.practice.account.Roles;
import io.stagecraft.practice.wire.Refusal;

import software.amazon.awssdk.services.codepipeline.model.ActionDeclaration;
import software.amazon.awssdk.services.codepipeline.model.ExecutionMode;
import software.amazon.awssdk.services.codepipeline.model.PipelineDeclaration;
import software.amazon.awssdk.services.codepipeline.model.PipelineType;
import software.amazon.awssdk.services.codepipeline.model.StageDeclaration;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Optional;

/// What CreatePipeline and UpdatePipeline refuse.
///
/// @see <a href="https://docs.aws.amazon.com/codepipeline/latest/userguide/reference-pipeline-structure.html">Pipeline structure reference</a>
final class Structure {
    private final Declarations declarations;
    private final ConditionStructure conditions;
    private final Roles roles;

    Structure(ActionTypes types, RuleTypeCatalog rules, Roles roles) {
        this.declarations = new Declarations(types);
        this.conditions = new ConditionStructure(rules);
        this.roles = roles;
    }

    /// @param arn the pipeline's own
    /// @throws Refusal in AWS's words
    void check(PipelineDeclaration pipeline, String arn, String region) {
        stores(pipeline, region);
        stages(pipeline);
        modes(pipeline);
        flow(pipeline);
        for (var stage : pipeline.stages()) {
            stage.actions().forEach(action -> declarations.check(action, stage, region));
        }
        conditions.check(pipeline);
        if (roles.at(pipeline.roleArn())
                .filter(r -> roles.trustsService(r, "codepipeline.amazonaws.com", arn))
                .isEmpty()) {
            throw structure(
                    "CodePipeline is not authorized to perform AssumeRole on role "
                            + pipeline.roleArn());
        }
    }

    private static void stores(PipelineDeclaration pipeline, String region) {
        boolean one = pipeline.artifactStore() != null;
        boolean several = pipeline.hasArtifactStores() && !pipeline.artifactStores().isEmpty();
        if (one == several) {
            throw structure("Exactly one of artifactStore or artifactStores must be specified");
        }
        for (var stage : pipeline.stages()) {
            for (var action : stage.actions()) {
                var at = Optional.ofNullable(action.region()).orElse(region);
                if (one ? !at.equals(region) : !pipeline.artifactStores().containsKey(at)) {
                    throw structure(
                            "Artifact store for region "
                                    + at
                                    + " of action "
                                    + action.name()
                                    + " is missing in the pipeline");
                }
            }
        }
    }

    private static void stages(PipelineDeclaration pipeline) {
        var stages = pipeline.stages();
        if (stages.size() < 2 || stages.size() > 50) {
            throw structure("Pipeline must have between 2 and 50 stages, but has " + stages.size());
        }
        var names = new HashSet<String>();
        for (int i = 0; i < stages.size(); i++) {
            var stage = stages.get(i);
            if (!names.add(stage.name())) {
                throw new Refusal(
                        "InvalidStageDeclarationException",
                        "Stage name '" + stage.name() + "' is used more than once in the pipeline");
            }
            if (stage.actions().isEmpty() || stage.actions().size() > 50) {
                throw new Refusal(
                        "InvalidStageDeclarationException",
                        "Stage '" + stage.name() + "' must have between 1 and 50 actions");
            }
            inStage(stage, i == 0);
        }
    }

    private static void inStage(StageDeclaration stage, boolean isFirst) {
        var names = new HashSet<String>();
        for (var action : stage.actions()) {
            if (!names.add(action.name())) {
                throw new Refusal(
                        "InvalidActionDeclarationException",
                        "Action name '"
                                + action.name()
                                + "' is used more than once in stage '"
                                + stage.name()
                                + "'");
            }
            boolean isSource = "Source".equals(action.actionTypeId().categoryAsString());
            if (isFirst && !isSource) {
                throw structure(
                        "Pipeline's first stage must only contain source actions; action '"
                                + action.name()
                                + "' is not one");
            }
            if (!isFirst && isSource) {
                throw structure(
                        "Only the first stage may contain source actions; action '"
                                + action.name()
                                + "' of stage '"
                                + stage.name()
                                + "' is one");
            }
        }
    }

    private static void modes(PipelineDeclaration pipeline) {
        boolean isOld = pipeline.pipelineType() == PipelineType.V1;
        boolean isNew =
                pipeline.hasVariables() && !pipeline.variables().isEmpty()
                        || pipeline.hasTriggers() && !pipeline.triggers().isEmpty()
                        || pipeline.executionMode() != null
                                && pipeline.executionMode() != ExecutionMode.SUPERSEDED
                        || pipeline.stages().stream()
                                .anyMatch(s ->
                                        s.beforeEntry() != null
                                                || s.onSuccess() != null
                                                || s.onFailure() != null);
        if (isOld && isNew) {
            throw structure(
                    "Variables, triggers, stage conditions and execution modes other than SUPERSEDED need a pipeline of type V2");
        }
    }

    private static void flow(PipelineDeclaration pipeline) {
        var made = new HashMap<String, int[]>();
        var namespaces = new HashSet<String>();
        for (int i = 0; i < pipeline.stages().size(); i++) {
            for (var action : pipeline.stages().get(i).actions()) {
                for (var output : action.outputArtifacts()) {
                    if (made.put(output.name(), new int[] {i, order(action)}) != null) {
                        throw structure(
                                "Output Artifact Bundle name must be unique within the pipeline. "
                                        + output.name()
                                        + " has been used more than once.");
                    }
                }
                if (action.namespace() != null && !namespaces.add(action.namespace())) {
                    throw structure(
                            "Namespace "
                                    + action.namespace()
                                    + " is used more than once in the pipeline");
                }
            }
        }
        for (int i = 0; i < pipeline.stages().size(); i++) {
            for (var action : pipeline.stages().get(i).actions()) {
                for (var input : action.inputArtifacts()) {
                    var at = made.get(input.name());
                    if (at == null || at[0] > i || at[0] == i && at[1] >= order(action)) {
                        throw structure(
                                "Input Artifact Bundle "
                                        + input.name()
                                        + " in action "
                                        + action.name()
                                        + " is not declared as an Output Artifact Bundle in any of the preceding actions");
                    }
                }
            }
        }
    }

    static int order(ActionDeclaration action) {
        return Optional.ofNullable(action.runOrder()).orElse(1);
    }

    static Refusal structure(String message) {
        return new Refusal("InvalidStructureException", message);
    }
}
