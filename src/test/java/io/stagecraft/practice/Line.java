package io.stagecraft.practice;

import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.codepipeline.model.ActionDeclaration;
import software.amazon.awssdk.services.codepipeline.model.Condition;
import software.amazon.awssdk.services.codepipeline.model.ExecutionMode;
import software.amazon.awssdk.services.codepipeline.model.OutputArtifact;
import software.amazon.awssdk.services.codepipeline.model.PipelineDeclaration;
import software.amazon.awssdk.services.codepipeline.model.PipelineType;
import software.amazon.awssdk.services.codepipeline.model.Result;
import software.amazon.awssdk.services.codepipeline.model.RuleDeclaration;
import software.amazon.awssdk.services.codepipeline.model.StageDeclaration;

import java.util.List;
import java.util.Map;

/// Small pipelines whose stages hold approvals, so that a test decides when each action ends.
final class Line {
    private static final String GROUND =
            """
            {"Resources": {
              "Bucket": {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": "ground"}},
              "Role": {"Type": "AWS::IAM::Role", "Properties": {
                "RoleName": "all",
                "ManagedPolicyArns": ["arn:aws:iam::aws:policy/AdministratorAccess"],
                "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [
                  {"Effect": "Allow", "Principal": {"Service": "codepipeline.amazonaws.com"}, "Action": "sts:AssumeRole"}]}}}}}
            """;

    private Line() {}

    /// An account with the ground laid, and a pipeline `line` in it whose first run stands before the first approval.
    static Trial open(PipelineDeclaration pipeline) {
        var trial = new Trial();
        lay(trial);
        trial.pipelines.createPipeline(r -> r.pipeline(pipeline));
        trial.clock.advance(java.time.Duration.ofMinutes(2));
        return trial;
    }

    /// A line with two stages, an approval in each.
    static Trial gates(ExecutionMode mode) {
        return open(
                of(mode, stage("Test", approval("Tests", 1)), stage("Live", approval("Go", 1))));
    }

    /// Makes the bucket and the role that the pipelines use.
    static void lay(Trial trial) {
        trial.deploy("ground", GROUND, ChangeSetType.CREATE);
    }

    static PipelineDeclaration of(ExecutionMode mode, StageDeclaration... stages) {
        var all = new java.util.ArrayList<StageDeclaration>();
        all.add(StageDeclaration.builder().name("Source").actions(source()).build());
        all.addAll(java.util.List.of(stages));
        return PipelineDeclaration.builder()
                .name("line")
                .roleArn("arn:aws:iam::000000000000:role/all")
                .pipelineType(PipelineType.V2)
                .executionMode(mode)
                .artifactStore(s -> s.type("S3").location("ground"))
                .stages(all)
                .build();
    }

    static StageDeclaration stage(String name, ActionDeclaration... actions) {
        return StageDeclaration.builder().name(name).actions(actions).build();
    }

    private static ActionDeclaration source() {
        return ActionDeclaration.builder()
                .name("Fetch")
                .actionTypeId(t -> t.category("Source").owner("AWS").provider("S3").version("1"))
                .configuration(Map.of("S3Bucket", "ground", "S3ObjectKey", "app.zip"))
                .outputArtifacts(List.of(OutputArtifact.builder().name("App").build()))
                .namespace("Fetched")
                .build();
    }

    static ActionDeclaration approval(String name, int order) {
        return ActionDeclaration.builder()
                .name(name)
                .runOrder(order)
                .actionTypeId(
                        t -> t.category("Approval").owner("AWS").provider("Manual").version("1"))
                .build();
    }

    static RuleDeclaration rule(String provider, Map<String, String> settings) {
        return RuleDeclaration.builder()
                .name("Check")
                .ruleTypeId(t -> t.category("Rule").owner("AWS").provider(provider).version("1"))
                .configuration(settings)
                .build();
    }

    /// A comparison of what `left` stands for.
    static RuleDeclaration compare(String left, String operator, String right) {
        return rule(
                "VariableCheck", Map.of("Variable", left, "Operator", operator, "Value", right));
    }

    static Condition condition(Result result, RuleDeclaration... rules) {
        return Condition.builder().result(result).rules(rules).build();
    }

    /// The stage, entered only when the rules hold.
    static StageDeclaration guarded(
            StageDeclaration stage, Result result, RuleDeclaration... rules) {
        return stage.toBuilder().beforeEntry(e -> e.conditions(condition(result, rules))).build();
    }

    /// The stage, left only when the rules hold.
    static StageDeclaration approved(
            StageDeclaration stage, Result result, RuleDeclaration... rules) {
        return stage.toBuilder().onSuccess(s -> s.conditions(condition(result, rules))).build();
    }
}
