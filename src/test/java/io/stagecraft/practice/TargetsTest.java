package io.stagecraft.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.codepipeline.model.ActionDeclaration;
import software.amazon.awssdk.services.codepipeline.model.ExecutionMode;
import software.amazon.awssdk.services.codepipeline.model.InputArtifact;

import java.util.List;
import java.util.Map;

/// An action works on what the account holds, and on nothing else.
class TargetsTest {
    private static final String CLUSTER = "arn:aws:ecs:eu-west-1:000000000000:cluster/shop";

    private static ActionDeclaration deploy(
            String category, String provider, Map<String, String> settings) {
        var action =
                ActionDeclaration.builder()
                        .name("Ship")
                        .actionTypeId(t ->
                                t.category(category).owner("AWS").provider(provider).version("1"))
                        .configuration(settings);
        return category.equals("Invoke")
                ? action.build()
                : action.inputArtifacts(InputArtifact.builder().name("App").build()).build();
    }

    private static Trial open(ActionDeclaration action) {
        return Line.open(Line.of(ExecutionMode.SUPERSEDED, Line.stage("Live", action)));
    }

    private static String said(Trial trial) {
        return trial.action("line", "Live", "Ship").summary();
    }

    private static Map<String, String> settings(String written) {
        var settings = new java.util.LinkedHashMap<String, String>();
        for (var pair : written.split(" ")) {
            settings.put(pair.split("=")[0], pair.split("=")[1]);
        }
        return settings;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Invoke|Lambda|FunctionName=notify|Function not found: arn:aws:lambda:eu-west-1:000000000000:function:notify (Service: AWSLambda; Status Code: 404; Error Code: ResourceNotFoundException)",
                "Invoke|StepFunctions|StateMachineArn=arn:aws:states:eu-west-1:000000000000:stateMachine:ship|State Machine Does Not Exist: 'arn:aws:states:eu-west-1:000000000000:stateMachine:ship' (Service: AWSStepFunctions; Status Code: 400; Error Code: StateMachineDoesNotExist)",
                "Invoke|CodePipeline|PipelineName=reports|Account '000000000000' does not have a pipeline with name 'reports'",
                "Deploy|S3|BucketName=nowhere Extract=true|The specified bucket does not exist (Service: Amazon S3; Status Code: 404; Error Code: NoSuchBucket)",
                "Deploy|CodeDeploy|ApplicationName=shop DeploymentGroupName=live|No application found for name: shop (Service: AmazonCodeDeploy; Status Code: 400; Error Code: ApplicationDoesNotExistException)",
                "Deploy|ElasticBeanstalk|ApplicationName=shop EnvironmentName=shop-live|No Application named 'shop' found. (Service: AWSElasticBeanstalk; Status Code: 400; Error Code: InvalidParameterValue)",
                "Deploy|EKS|ClusterName=shop ManifestFiles=all.yaml|No cluster found for name: shop. (Service: Eks; Status Code: 404; Error Code: ResourceNotFoundException)",
                "Deploy|AppConfig|Application=a1 Environment=e1 ConfigurationProfile=c1 InputArtifactConfigurationPath=c.json|Application a1 was not found. (Service: AmazonAppConfig; Status Code: 404; Error Code: ResourceNotFoundException)",
                "Deploy|ECS|ClusterName=shop ServiceName=web|Cluster not found. (Service: AmazonECS; Status Code: 400; Error Code: ClusterNotFoundException)"
            })
    void whatIsNotThereIsNotFoundInItsServicesWords(
            String category, String provider, String settings, String words) {
        try (var trial = open(deploy(category, provider, settings(settings)))) {
            assertEquals(words, said(trial));
            assertEquals(
                    "ConfigurationError",
                    trial.action("line", "Live", "Ship").errorDetails().code());
        }
    }

    @Test
    void aGroupCountsOnlyInItsApplicationAndAServiceOnlyInItsCluster() {
        var settings = Map.of("ApplicationName", "shop", "DeploymentGroupName", "live");
        try (var trial = open(deploy("Deploy", "CodeDeploy", settings))) {
            trial.deploy("apps", apps("bank"), ChangeSetType.CREATE);
            trial.start("line");
            assertTrue(
                    said(trial).startsWith("No Deployment Group found for name: live"),
                    said(trial));
        }
        try (var trial = open(deploy("Deploy", "CodeDeploy", settings))) {
            trial.deploy("apps", apps("shop"), ChangeSetType.CREATE);
            trial.start("line");
            assertEquals("Deployment Succeeded", said(trial));
        }
        var service = Map.of("ClusterName", "shop", "ServiceName", "web");
        try (var trial = open(deploy("Deploy", "ECS", service))) {
            trial.deploy("tasks", services(CLUSTER.replace("shop", "bank")), ChangeSetType.CREATE);
            trial.start("line");
            assertTrue(said(trial).startsWith("Service not found."), said(trial));
        }
        try (var trial = open(deploy("Deploy", "ECS", service))) {
            trial.deploy("tasks", services(CLUSTER), ChangeSetType.CREATE);
            trial.start("line");
            trial.clock.advance(java.time.Duration.ofMinutes(5));
            assertEquals("Deployment completed", said(trial));
        }
    }

    @Test
    void anEnvironmentCountsOnlyInItsApplication() {
        var settings = Map.of("ApplicationName", "shop", "EnvironmentName", "live");
        try (var trial = open(deploy("Deploy", "ElasticBeanstalk", settings))) {
            trial.deploy("apps", beanstalk("bank"), ChangeSetType.CREATE);
            trial.start("line");
            assertEquals(
                    "No Environment found for EnvironmentName = 'live'. (Service: AWSElasticBeanstalk; Status Code: 400; Error Code: InvalidParameterValue)",
                    said(trial));
        }
        try (var trial = open(deploy("Deploy", "ElasticBeanstalk", settings))) {
            trial.deploy("apps", beanstalk("shop"), ChangeSetType.CREATE);
            trial.clock.advance(java.time.Duration.ofMinutes(5));
            trial.start("line");
            trial.clock.advance(java.time.Duration.ofMinutes(5));
            assertTrue(said(trial).startsWith("Deployed version"), said(trial));
        }
    }

    private static String beanstalk(String application) {
        return """
        {"Resources": {
          "Shop": {"Type": "AWS::ElasticBeanstalk::Application", "Properties": {"ApplicationName": "shop"}},
          "Bank": {"Type": "AWS::ElasticBeanstalk::Application", "Properties": {"ApplicationName": "bank"}},
          "Live": {"Type": "AWS::ElasticBeanstalk::Environment", "Properties": {
            "ApplicationName": "%s", "EnvironmentName": "live"}}}}
        """
                .formatted(application);
    }

    @Test
    void aBatchIsStartedUnderTheRoleThatTheProjectNamesForBatches() {
        var single = Map.of("ProjectName", "app");
        try (var trial = open(deploy("Build", "CodeBuild", single))) {
            trial.deploy("project", PROJECT, ChangeSetType.CREATE);
            trial.start("line");
            trial.clock.advance(java.time.Duration.ofMinutes(5));
            assertEquals("Build succeeded", said(trial));
        }
        var batch = Map.of("ProjectName", "app", "BatchEnabled", "true");
        try (var trial = open(deploy("Build", "CodeBuild", batch))) {
            trial.deploy("project", PROJECT, ChangeSetType.CREATE);
            trial.start("line");
            assertTrue(said(trial).contains(":assumed-role/batches/AWSCodeBuild-"), said(trial));
            assertTrue(
                    said(trial).contains("is not authorized to perform: codebuild:StartBuild"),
                    said(trial));
        }
    }

    private static final String PROJECT =
            """
            {"Resources": {
              "Build": {"Type": "AWS::IAM::Role", "Properties": {
                "RoleName": "builds", "ManagedPolicyArns": ["arn:aws:iam::aws:policy/AdministratorAccess"],
                "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [
                  {"Effect": "Allow", "Principal": {"Service": "codebuild.amazonaws.com"}, "Action": "sts:AssumeRole"}]}}},
              "Batch": {"Type": "AWS::IAM::Role", "Properties": {
                "RoleName": "batches",
                "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [
                  {"Effect": "Allow", "Principal": {"Service": "codebuild.amazonaws.com"}, "Action": "sts:AssumeRole"}]}}},
              "App": {"Type": "AWS::CodeBuild::Project", "Properties": {
                "Name": "app", "ServiceRole": {"Fn::GetAtt": ["Build", "Arn"]},
                "BuildBatchConfig": {"ServiceRole": {"Fn::GetAtt": ["Batch", "Arn"]}},
                "Source": {"Type": "CODEPIPELINE"}, "Artifacts": {"Type": "CODEPIPELINE"},
                "Environment": {"Type": "LINUX_CONTAINER", "ComputeType": "BUILD_GENERAL1_SMALL", "Image": "aws/codebuild/standard:7.0"}}}}}
            """;

    @Test
    void whatIsOutsideIsWorkedOnByAStandInThatIsToldAsOne() {
        try (var trial = open(deploy("Invoke", "Lambda", Map.of("FunctionName", "notify")))) {
            trial.account.hold(Lent.thing("AWS::Lambda::Function", "notify"));
            trial.start("line");
            assertEquals("Function notify succeeded (on a stand-in for notify)", said(trial));
        }
    }

    @Test
    void anotherPipelineIsStartedOrStoodInForWhereItIsNotThere() {
        try (var trial =
                open(deploy("Invoke", "CodePipeline", Map.of("PipelineName", "reports")))) {
            trial.account.hold(Lent.thing("AWS::CodePipeline::Pipeline", "reports"));
            trial.start("line");
            assertTrue(said(trial).endsWith("(on a stand-in for reports)"), said(trial));
            var reports =
                    Line.of(ExecutionMode.SUPERSEDED, Line.stage("Ask", Line.approval("Ask", 1)))
                            .toBuilder()
                            .name("reports")
                            .build();
            trial.pipelines.createPipeline(r -> r.pipeline(reports));
            trial.start("line");
            assertTrue(said(trial).matches("Started execution \\S+"), said(trial));
            assertEquals(
                    List.of("StartPipelineExecution", "CreatePipeline"), starts(trial, "reports"));
            trial.pipelines.deletePipeline(r -> r.name("reports"));
            trial.start("line");
            assertTrue(said(trial).contains("does not have a pipeline"), said(trial));
        }
    }

    private static List<String> starts(Trial trial, String pipeline) {
        return trial
                .pipelines
                .listPipelineExecutions(r -> r.pipelineName(pipeline))
                .pipelineExecutionSummaries()
                .stream()
                .map(e -> e.trigger().triggerTypeAsString())
                .toList();
    }

    @Test
    void aNameThatOnlyTheRunTellsIsLentByItsPattern() {
        var settings = Map.of("FunctionName", "notify-#{codepipeline.PipelineExecutionId}");
        try (var trial = open(deploy("Invoke", "Lambda", settings))) {
            assertTrue(said(trial).startsWith("Function not found"), said(trial));
            trial.account.hold(Lent.thing("AWS::Lambda::Function", "notify-*"));
            trial.start("line");
            assertTrue(said(trial).contains("succeeded"), said(trial));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "policy/service-role/AWSLambdaBasicExecutionRole, Failed",
        "policy/AWSCodePipelineCustomActionAccess, Succeeded",
        "policy/AdministratorAccess, Succeeded"
    })
    void aFunctionThatMayNotReportIsWaitedForInVain(String policy, String end) {
        try (var trial = open(deploy("Invoke", "Lambda", Map.of("FunctionName", "notify")))) {
            trial.deploy("function", function(policy), ChangeSetType.CREATE);
            trial.start("line");
            trial.clock.advance(java.time.Duration.ofMinutes(15));
            var action = trial.action("line", "Live", "Ship");
            assertEquals(
                    end.equals("Failed") ? "InProgress" : end, action.statusAsString(), policy);
            trial.clock.advance(java.time.Duration.ofMinutes(10));
            assertEquals(end, trial.standing("line", "Live"));
            if (end.equals("Failed")) {
                assertEquals(
                        "The AWS Lambda function notify failed to return a result. Check the function to verify that it has permission to call the PutJobSuccessResult action and that it made a call to PutJobSuccessResult.",
                        said(trial));
            }
        }
    }

    private static String function(String policy) {
        return """
        {"Resources": {
          "Role": {"Type": "AWS::IAM::Role", "Properties": {
            "RoleName": "notifier", "ManagedPolicyArns": ["arn:aws:iam::aws:%s"],
            "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [
              {"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]}}},
          "Notify": {"Type": "AWS::Lambda::Function", "Properties": {
            "FunctionName": "notify", "Role": {"Fn::GetAtt": ["Role", "Arn"]}, "Code": {"ZipFile": "pass"}}}}}
        """
                .formatted(policy);
    }

    @Test
    void aFunctionMayBeNamedWithItsAlias() {
        try (var trial = open(deploy("Invoke", "Lambda", Map.of("FunctionName", "notify:live")))) {
            trial.account.hold(Lent.thing("AWS::Lambda::Function", "notify"));
            trial.start("line");
            assertTrue(said(trial).contains("succeeded"), said(trial));
        }
    }

    private static String apps(String application) {
        return """
        {"Resources": {
          "Role": {"Type": "AWS::IAM::Role", "Properties": {"AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [
            {"Effect": "Allow", "Principal": {"Service": "codedeploy.amazonaws.com"}, "Action": "sts:AssumeRole"}]}}},
          "Shop": {"Type": "AWS::CodeDeploy::Application", "Properties": {"ApplicationName": "shop"}},
          "Bank": {"Type": "AWS::CodeDeploy::Application", "Properties": {"ApplicationName": "bank"}},
          "Group": {"Type": "AWS::CodeDeploy::DeploymentGroup", "Properties": {
            "ApplicationName": "%s", "DeploymentGroupName": "live", "ServiceRoleArn": {"Fn::GetAtt": ["Role", "Arn"]}}}}}
        """
                .formatted(application);
    }

    private static String services(String cluster) {
        return """
        {"Resources": {
          "Shop": {"Type": "AWS::ECS::Cluster", "Properties": {"ClusterName": "shop"}},
          "Web": {"Type": "AWS::ECS::Service", "Properties": {"ServiceName": "web", "Cluster": "%s"}}}}
        """
                .formatted(cluster);
    }
}
