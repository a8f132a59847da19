package io.stagecraft.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.codepipeline.model.ActionExecutionDetail;
import software.amazon.awssdk.services.codepipeline.model.ApprovalStatus;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Every action runs under the role that the deployed template gives it.
class RightsAsDeployedTest {
    private record Grant(String role, int policy, int statement, String action) {}

    @Test
    void theStarterRunsToItsEnd() {
        assertEquals(Optional.empty(), failureOf(Trial.starter()));
    }

    @Test
    void anyPermissionTakenOutOfARoleFailsTheActionThatNeedsItInAwssWords() {
        var spared = new TreeSet<String>();
        for (var grant : grants(Trial.starter())) {
            var template = Trial.starter();
            take(template, grant);
            var failure = failureOf(template);
            if (failure.isEmpty()) {
                spared.add(grant.role() + " " + grant.action());
                continue;
            }
            var error = failure.get().output().executionResult().errorDetails();
            boolean inStack = grant.role().equals("OrdersStackRole");
            assertEquals(inStack ? "JobFailed" : "PermissionError", error.code(), grant.toString());
            var words = "is not authorized to perform: " + grant.action() + " on resource: ";
            assertTrue(error.message().contains(words), grant + " gave: " + error.message());
            assertTrue(
                    error.message().contains(":assumed-role/o-" + grant.role() + "-"),
                    error.message());
            var why = "because no identity-based policy allows the " + grant.action() + " action";
            assertTrue(
                    inStack ? error.message().contains(why) : error.message().endsWith(why),
                    error.message());
        }
        // of the stack role's grants only what makes the stack's resources is asked for: what reads
        // and changes them is not played
        assertTrue(
                spared.stream()
                        .allMatch(s -> s.matches("OrdersStackRole .*:(?!Create|PutMetric).*")),
                spared.toString());
    }

    @Test
    void aBucketPolicyThatDeniesWinsOverTheRole() {
        var template = Trial.starter();
        var statements =
                (ArrayNode)
                        template.at(
                                "/Resources/ArtifactBucketPolicy/Properties/PolicyDocument/Statement");
        statements
                .addObject()
                .put("Sid", "NoReading")
                .put("Effect", "Deny")
                .put("Principal", "*")
                .put("Action", "s3:GetObject")
                .putObject("Resource")
                .put("Fn::Sub", "${ArtifactBucket.Arn}/*");
        var failure = failureOf(template).orElseThrow();
        assertEquals("Package", failure.actionName());
        assertTrue(
                failure.output()
                        .executionResult()
                        .errorDetails()
                        .message()
                        .endsWith("with an explicit deny in a resource-based policy"),
                failure.toString());
    }

    @Test
    void aBoundaryThatDoesNotAllowItForbidsWhatTheRoleMay() {
        var template = Trial.starter();
        var fence = ((ObjectNode) template.get("Resources")).putObject("Fence");
        fence.put("Type", "AWS::IAM::ManagedPolicy");
        fence.putObject("Properties")
                .putObject("PolicyDocument")
                .put("Version", "2012-10-17")
                .putArray("Statement")
                .addObject()
                .put("Effect", "Allow")
                .put("Action", "s3:*")
                .put("Resource", "*");
        ((ObjectNode) template.at("/Resources/PipelineRole/Properties"))
                .putObject("PermissionsBoundary")
                .put("Ref", "Fence");
        var failure = failureOf(template).orElseThrow();
        assertEquals("GitHub", failure.actionName());
        var message = failure.output().executionResult().errorDetails().message();
        assertTrue(message.contains("permissions boundary"), message);
    }

    @Test
    void aKeyPolicyThatLeavesTheAccountOutForbidsTheKey() {
        var template = Trial.starter();
        var statements =
                (ArrayNode) template.at("/Resources/ArtifactKey/Properties/KeyPolicy/Statement");
        statements.remove(0);
        var failure = failureOf(template).orElseThrow();
        assertEquals("GitHub", failure.actionName());
        var message = failure.output().executionResult().errorDetails().message();
        assertTrue(
                message.contains("kms:") && message.contains("no resource-based policy allows"),
                message);
    }

    @Test
    void aStackRoleThatCloudFormationCannotAssumeFailsTheChangeSet() {
        var template = Trial.starter();
        var trust =
                (ObjectNode)
                        template.at(
                                "/Resources/OrdersStackRole/Properties/AssumeRolePolicyDocument/Statement/0/Principal");
        trust.put("Service", "ec2.amazonaws.com");
        var failure = failureOf(template).orElseThrow();
        assertEquals("PrepareChanges", failure.actionName());
        assertTrue(
                failure.output()
                        .executionResult()
                        .errorDetails()
                        .message()
                        .contains("is invalid or cannot be assumed"));
    }

    @Test
    void aBuildWhoseProjectIsGoneFails() {
        try (var trial = new Trial()) {
            var template = Trial.starter();
            var role = (ObjectNode) template.at("/Resources/PipelineRole/Properties");
            role.putArray("ManagedPolicyArns").add("arn:aws:iam::aws:policy/AdministratorAccess");
            var stages = template.at("/Resources/Pipeline/Properties/Stages");
            ((ObjectNode) stages.get(1).get("Actions").get(0).get("Configuration"))
                    .put("ProjectName", "nowhere");
            assertEquals(
                    "CREATE_COMPLETE",
                    trial.deploy("o", template.toString(), ChangeSetType.CREATE));
            trial.settle();
            var error = trial.action(Trial.PIPELINE, "Build", "Package").errorDetails();
            assertTrue(
                    error.message()
                            .startsWith(
                                    "Error calling startBuild: Project cannot be found:"
                                            + " arn:aws:codebuild:eu-west-1:000000000000:project/nowhere"),
                    error.message());
        }
    }

    @Test
    void anImageIsPulledByCodeBuildWhereTheRepositoryTrustsItOrByTheRoleThatTheProjectNames() {
        var trusted = buildingIn("tools", "codebuild.amazonaws.com");
        assertEquals(Optional.empty(), failureOf(trusted));
        var foreign = failureOf(buildingIn("tools", "ec2.amazonaws.com")).orElseThrow();
        assertEquals("Package", foreign.actionName());
        assertEquals(
                "User: codebuild.amazonaws.com is not authorized to perform:"
                        + " ecr:GetDownloadUrlForLayer on resource:"
                        + " arn:aws:ecr:eu-west-1:000000000000:repository/tools because no"
                        + " resource-based policy allows the ecr:GetDownloadUrlForLayer action",
                foreign.output().executionResult().errorDetails().message());
        var byRole = buildingIn("tools", "codebuild.amazonaws.com");
        environment(byRole).put("ImagePullCredentialsType", "SERVICE_ROLE");
        var message =
                failureOf(byRole).orElseThrow().output().executionResult().errorDetails().message();
        assertTrue(message.contains(":assumed-role/") && message.contains("ecr:"), message);
    }

    @ParameterizedTest
    @CsvSource({
        "docker push $REGISTRY/orders:1, ecr:BatchCheckLayerAvailability",
        "crane pull $REGISTRY/orders:1 out.tar, ecr:BatchCheckLayerAvailability"
    })
    void aBuildPushesAndPullsUnderItsProjectsRole(String command, String call) {
        var template = Trial.starter();
        ((ObjectNode) template.get("Resources"))
                .putObject("Images")
                .put("Type", "AWS::ECR::Repository")
                .putObject("Properties")
                .put("RepositoryName", "orders");
        buildOf(template)
                .putObject("Source")
                .put("Type", "CODEPIPELINE")
                .put(
                        "BuildSpec",
                        "version: 0.2\nphases:\n  build:\n    commands:\n      - "
                                + command
                                + "\n");
        var message =
                failureOf(template)
                        .orElseThrow()
                        .output()
                        .executionResult()
                        .errorDetails()
                        .message();
        assertTrue(
                message.contains(":assumed-role/")
                        && message.contains(call + " on resource:")
                        && message.contains(":repository/orders"),
                message);
    }

    /// The starter, whose build runs in an image of a repository that trusts a service.
    private static ObjectNode buildingIn(String repository, String service) {
        var template = Trial.starter();
        var made = ((ObjectNode) template.get("Resources")).putObject("Tools");
        made.put("Type", "AWS::ECR::Repository");
        var properties = made.putObject("Properties").put("RepositoryName", repository);
        properties
                .putObject("RepositoryPolicyText")
                .put("Version", "2012-10-17")
                .putArray("Statement")
                .addObject()
                .put("Effect", "Allow")
                .put("Action", "ecr:*")
                .putObject("Principal")
                .put("Service", service);
        var environment = environment(template);
        environment.put(
                "Image", "000000000000.dkr.ecr.eu-west-1.amazonaws.com/" + repository + ":1");
        environment.remove("ImagePullCredentialsType"); // CodeBuild's own, then
        return template;
    }

    private static ObjectNode environment(ObjectNode template) {
        return (ObjectNode) buildOf(template).path("Environment");
    }

    private static ObjectNode buildOf(ObjectNode template) {
        return template.get("Resources")
                .valueStream()
                .filter(r -> r.path("Type").asString("").equals("AWS::CodeBuild::Project"))
                .map(r -> (ObjectNode) r.path("Properties"))
                .findFirst()
                .orElseThrow();
    }

    private static List<Grant> grants(ObjectNode template) {
        var grants = new ArrayList<Grant>();
        template.get("Resources")
                .properties()
                .forEach(resource -> {
                    var policies = resource.getValue().path("Properties").path("Policies");
                    for (int p = 0; p < policies.size(); p++) {
                        var statements = policies.get(p).path("PolicyDocument").path("Statement");
                        for (int s = 0; s < statements.size(); s++) {
                            for (var action : actions(statements.get(s))) {
                                grants.add(new Grant(resource.getKey(), p, s, action));
                            }
                        }
                    }
                });
        return grants;
    }

    private static List<String> actions(JsonNode statement) {
        var action = statement.get("Action");
        return action.isArray()
                ? action.valueStream().map(JsonNode::asString).toList()
                : List.of(action.asString());
    }

    private static void take(ObjectNode template, Grant grant) {
        var statements =
                (ArrayNode)
                        template.get("Resources")
                                .get(grant.role())
                                .get("Properties")
                                .get("Policies")
                                .get(grant.policy())
                                .get("PolicyDocument")
                                .get("Statement");
        var statement = (ObjectNode) statements.get(grant.statement());
        var rest = actions(statement).stream().filter(a -> !a.equals(grant.action())).toList();
        if (rest.isEmpty()) {
            statements.remove(grant.statement());
        } else {
            var left = statement.putArray("Action");
            rest.forEach(left::add);
        }
    }

    private static Optional<ActionExecutionDetail> failureOf(ObjectNode template) {
        try (var trial = new Trial()) {
            assertEquals(
                    "CREATE_COMPLETE",
                    trial.deploy("o", template.toString(), ChangeSetType.CREATE));
            trial.settle();
            var waiting = trial.action(Trial.PIPELINE, "Production", "Approve");
            if (waiting != null && waiting.token() != null) {
                trial.answer(Trial.PIPELINE, "Production", "Approve", ApprovalStatus.APPROVED);
                trial.settle();
            }
            var failed =
                    trial.ran(Trial.PIPELINE).stream()
                            .filter(a -> a.statusAsString().equals("Failed"))
                            .findFirst();
            if (failed.isEmpty()) {
                var id = trial.ran(Trial.PIPELINE).getFirst().pipelineExecutionId();
                assertEquals("Succeeded", trial.execution(Trial.PIPELINE, id));
            }
            return failed;
        }
    }

    @Test
    void anActionsOwnRoleHasToLetThePipelinesRoleIn() {
        assertEquals(
                Optional.empty(),
                failureOf(lent("{'AWS': {'Fn::GetAtt': ['PipelineRole', 'Arn']}}")));
        // a common slip: the trust that a pipeline's own role has
        var failure = failureOf(lent("{'Service': 'codepipeline.amazonaws.com'}")).orElseThrow();
        assertEquals("Package", failure.actionName());
        var message = failure.output().executionResult().errorDetails().message();
        assertTrue(
                message.matches(
                        "AWS CodePipeline could not assume the role \\S+role/lent for the action"
                                + " Package: its trust policy does not admit the pipeline's role"
                                + " \\S+PipelineRole\\S+\\."),
                message);
    }

    /// The starter with a role of its own for its first build, which may do anything.
    private static ObjectNode lent(String trusted) {
        var template = Trial.starter();
        var all = "arn:aws:iam::aws:policy/AdministratorAccess";
        ((ObjectNode) template.at("/Resources/PipelineRole/Properties"))
                .putArray("ManagedPolicyArns")
                .add(all);
        var role = ((ObjectNode) template.get("Resources")).putObject("Lent");
        role.put("Type", "AWS::IAM::Role");
        var properties = role.putObject("Properties").put("RoleName", "lent");
        properties.putArray("ManagedPolicyArns").add(all);
        properties
                .putObject("AssumeRolePolicyDocument")
                .putArray("Statement")
                .addObject()
                .put("Effect", "Allow")
                .put("Action", "sts:AssumeRole")
                .set("Principal", JsonMapper.shared().readTree(trusted.replace('\'', '"')));
        ((ObjectNode) template.at("/Resources/Pipeline/Properties/Stages/1/Actions/0"))
                .putObject("RoleArn")
                .putArray("Fn::GetAtt")
                .add("Lent")
                .add("Arn");
        return template;
    }
}
