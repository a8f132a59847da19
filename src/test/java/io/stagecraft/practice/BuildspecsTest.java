package io.stagecraft.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.codepipeline.model.ActionDeclaration;
import software.amazon.awssdk.services.codepipeline.model.ExecutionMode;
import software.amazon.awssdk.services.codepipeline.model.InputArtifact;
import software.amazon.awssdk.services.codepipeline.model.OutputArtifact;

import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.util.Map;

/// What a buildspec in the project says is enough to know how some builds and deployments end.
class BuildspecsTest {
    private static Trial open(String buildspec, String template) {
        var build =
                ActionDeclaration.builder()
                        .name("Make")
                        .actionTypeId(t ->
                                t.category("Build").owner("AWS").provider("CodeBuild").version("1"))
                        .configuration(Map.of("ProjectName", "app"))
                        .inputArtifacts(InputArtifact.builder().name("App").build())
                        .outputArtifacts(OutputArtifact.builder().name("Made").build())
                        .build();
        var deploy =
                ActionDeclaration.builder()
                        .name("Ship")
                        .actionTypeId(t ->
                                t.category("Deploy")
                                        .owner("AWS")
                                        .provider("CloudFormation")
                                        .version("1"))
                        .configuration(
                                Map.of(
                                        "ActionMode",
                                        "CREATE_UPDATE",
                                        "StackName",
                                        "shop",
                                        "TemplatePath",
                                        "Made::" + template,
                                        "RoleArn",
                                        "arn:aws:iam::000000000000:role/stacks"))
                        .inputArtifacts(InputArtifact.builder().name("Made").build())
                        .build();
        var trial = new Trial();
        Line.lay(trial);
        trial.deploy("project", project(buildspec), ChangeSetType.CREATE);
        trial.pipelines.createPipeline(r ->
                r.pipeline(
                        Line.of(
                                ExecutionMode.SUPERSEDED,
                                Line.stage("Build", build),
                                Line.stage("Live", deploy))));
        trial.clock.advance(Duration.ofMinutes(15));
        return trial;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "files: [template.yml, config.json]|template.yaml|File [template.yaml] does not exist in artifact [Made]",
                "files: [template.yml]|template.yml|''",
                "files: [./template.yml]|template.yml|''",
                "files: ['**/*']|anything.yaml|''",
                "files: [out/template.yml]|template.yml|File [template.yml] does not exist in artifact [Made]",
                "discard-paths: yes, files: [out/template.yml]|template.yml|''"
            })
    void aTemplateHasToBeAmongTheFilesThatTheBuildKeeps(
            String artifacts, String template, String trouble) {
        var spec =
                "version: 0.2\nphases: {build: {commands: [make]}}\nartifacts: {"
                        + artifacts
                        + "}\n";
        try (var trial = open(spec, template)) {
            assertEquals("Succeeded", trial.standing("line", "Build"));
            var ship = trial.action("line", "Live", "Ship");
            assertEquals(trouble, ship.errorDetails() == null ? "" : ship.errorDetails().message());
        }
    }

    @Test
    void aBuildspecThatIsNoneEndsTheBuildAsItsSourceComes() {
        try (var trial = open("version: 0.2\nphases: [\n", "t.yaml")) {
            var error = trial.action("line", "Build", "Make").errorDetails();
            assertEquals("JobFailed", error.code());
            assertEquals(
                    "Build terminated with state: FAILED. Phase: DOWNLOAD_SOURCE, Code: YAML_FILE_ERROR, Message: ",
                    error.message().replaceFirst("(Message: ).*", "$1"));
        }
        try (var trial = open("version: 0.2\nphases: {prebuild: {commands: [make]}}\n", "t.yaml")) {
            assertEquals(
                    "Build terminated with state: FAILED. Phase: DOWNLOAD_SOURCE, Code: YAML_FILE_ERROR, Message: Invalid buildspec phase name: PREBUILD. Expecting: BUILD,INSTALL,POST_BUILD,PRE_BUILD",
                    trial.action("line", "Build", "Make").errorDetails().message());
        }
    }

    private static String project(String buildspec) {
        return """
        {"Resources": {
          "Build": {"Type": "AWS::IAM::Role", "Properties": {
            "RoleName": "builds", "ManagedPolicyArns": ["arn:aws:iam::aws:policy/AdministratorAccess"],
            "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [
              {"Effect": "Allow", "Principal": {"Service": "codebuild.amazonaws.com"}, "Action": "sts:AssumeRole"}]}}},
          "Stacks": {"Type": "AWS::IAM::Role", "Properties": {
            "RoleName": "stacks", "ManagedPolicyArns": ["arn:aws:iam::aws:policy/AdministratorAccess"],
            "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [
              {"Effect": "Allow", "Principal": {"Service": "cloudformation.amazonaws.com"}, "Action": "sts:AssumeRole"}]}}},
          "App": {"Type": "AWS::CodeBuild::Project", "Properties": {
            "Name": "app", "ServiceRole": {"Fn::GetAtt": ["Build", "Arn"]},
            "Source": {"Type": "CODEPIPELINE", "BuildSpec": %s}, "Artifacts": {"Type": "CODEPIPELINE"},
            "Environment": {"Type": "LINUX_CONTAINER", "ComputeType": "BUILD_GENERAL1_SMALL", "Image": "aws/codebuild/standard:7.0"}}}}}
        """
                .formatted(JsonMapper.shared().writeValueAsString(buildspec));
    }
}
