package io.stagecraft.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.drawn.Drawings;
import io.stagecraft.model.ActionType;
import io.stagecraft.model.Category;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What AWS documents of single settings is told, and what is right or known only later is not.
class DocumentedSettingsTest {
    private static final Validator VALIDATOR = new Validator(CatalogFiles.load());
    private static final Set<String> ABOUT_SETTINGS =
            Set.of(
                    "SC402", "SC404", "SC405", "SC406", "SC424", "SC425", "SC434", "SC435", "SC436",
                    "SC437");

    /// @param settings `Key=value` with ` ; ` between
    private static List<Problem> problems(String type, int inputs, int outputs, String settings) {
        return problems(type, inputs, outputs, settings, ABOUT_SETTINGS);
    }

    private static List<Problem> problems(
            String type, int inputs, int outputs, String settings, Set<String> rules) {
        var part = type.split("/");
        var box =
                Drawings.action("It", ActionType.aws(Category.of(part[0]).orElseThrow(), part[2]))
                        .in(Stream.of("Src").limit(inputs).toArray(String[]::new))
                        .out(Stream.of("Out").limit(outputs).toArray(String[]::new));
        for (var setting : settings.split(" ; ")) {
            int equals = setting.indexOf('=');
            box = box.set(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return VALIDATOR.check(FlowCases.in(box)).stream()
                .filter(p -> rules.contains(p.rule().id()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Deploy/AWS/Lambda/1|1|0|FunctionAlias=live ; Alarms=a,b,c,d,e,f,g,h,i,j,k|SC434|Alarms of It names 11; AWS takes 10.",
                "Deploy/AWS/Lambda/1|1|0|FunctionAlias=live ; DeployStrategy=Linear1PercentEvery60Minutes|SC425|waits for more than two days",
                "Deploy/AWS/Lambda/1|1|0|FunctionAlias=live ; DeployStrategy=Canary10Percent2881Minutes|SC425|waits for more than two days",
                "Deploy/AWS/Lambda/1|1|0|FunctionAlias=live ; DeployStrategy=Canary10Percent99999999999Minutes|SC425|waits for more than two days",
                "Deploy/AWS/Lambda/1|1|0|FunctionAlias=my alias|SC405|my alias",
                "Deploy/AWS/Lambda/1|1|0|FunctionAlias=7|SC405|\"7\"",
                "Deploy/AWS/Lambda/1|0|0|FunctionAlias=live ; PublishedTargetVersion=$LATEST|SC405|$LATEST",
                "Deploy/AWS/EC2/1|1|0|TargetDirectory=opt/app|SC425|is no absolute path",
                "Deploy/AWS/EC2/1|1|0|TargetDirectory=/opt ; TargetGroupNameList=a,-b|SC405|Target groups of It",
                "Build/AWS/ECRBuildAndPublish/1|1|0|ECRRepositoryName=My_Repo|SC405|Repository of It is \"My_Repo\"",
                "Build/AWS/ECRBuildAndPublish/1|1|0|ECRRepositoryName=team/|SC405|Repository of It is \"team/\"",
                "Build/AWS/ECRBuildAndPublish/1|1|0|ECRRepositoryName=x|SC405|Repository of It is \"x\"",
                "Build/AWS/ECRBuildAndPublish/1|1|0|ECRRepositoryName=orders ; ImageTags=latest,my tag|SC405|Image tags of It",
                "Build/AWS/ECRBuildAndPublish/1|1|0|ECRRepositoryName=orders ; ImageTags=-x|SC405|Image tags of It",
                "Invoke/AWS/InspectorScan/1|0|1|InspectorRunMode=ECRImageScan ; ECRRepositoryName=Orders ; ImageTag=x|SC405|Repository of It",
                "Invoke/AWS/InspectorScan/1|0|1|InspectorRunMode=ECRImageScan ; ECRRepositoryName=orders ; ImageTag=a/b|SC405|Image tag of It",
                "Invoke/AWS/InspectorScan/1|1|1|InspectorRunMode=ECRImageScan ; ECRRepositoryName=orders ; ImageTag=x|SC425|reads no input artifact",
                "Invoke/AWS/InspectorScan/1|0|1|InspectorRunMode=SourceCodeScan|SC425|there is no input to scan",
                "Invoke/AWS/InspectorScan/1|1|1|InspectorRunMode=SourceCodeScan ; ImageTag=x|SC425|looks at no image",
                "Invoke/AWS/CodePipeline/1|0|0|PipelineName=next ; Variables={\"name\":\"a\",\"value\":\"b\"}|SC435|Variables of It is JSON, and no list in brackets.",
                "Invoke/AWS/CodePipeline/1|0|0|PipelineName=next ; Variables=\"a\"|SC435|no list in brackets",
                "Invoke/AWS/CodePipeline/1|0|0|PipelineName=next ; Variables=[\"a\"]|SC435|has an entry 1 that is no object",
                "Invoke/AWS/CodePipeline/1|0|0|PipelineName=next ; Variables=[{\"name\":\"a\",\"value\":\"#{S.C}\"},{\"name\":\"b\"}]|SC435|has no value in entry 2.",
                "Invoke/AWS/CodePipeline/1|0|0|PipelineName=next ; Variables=[{\"name\":\"a\",\"value\":1}]|SC435|has the value in entry 1, which is no text.",
                "Invoke/AWS/CodePipeline/1|0|0|PipelineName=next ; Variables=[{\"name\":\"a b\",\"value\":\"1\"}]|SC435|has the name \"a b\" in entry 1, which AWS does not take.",
                "Invoke/AWS/CodePipeline/1|0|0|PipelineName=next ; SourceRevisions=[{\"actionName\":\"S\",\"revisionType\":\"COMMIT\",\"revisionValue\":\"x\"}]|SC435|has the revisionType \"COMMIT\" in entry 1",
                "Invoke/AWS/CodePipeline/1|0|0|PipelineName=next ; SourceRevisions=[{\"actionName\":\"S\",\"revisionType\":\"COMMIT_ID\",\"revision Value\":\"x\"}]|SC435|has no revisionValue in entry 1.",
                "Deploy/AWS/CloudFormation/1|1|0|ActionMode=CREATE_UPDATE ; TemplatePath=Src::t.yaml ; OutputFileName=out.json|SC425|does nothing without an output artifact",
                "Deploy/AWS/CloudFormation/1|1|0|ActionMode=CREATE_UPDATE ; TemplatePath=Src::t.yaml ; ChangeSetName=c|SC425|makes or runs no change set",
                "Deploy/AWS/CloudFormation/1|1|0|ActionMode=CHANGE_SET_EXECUTE ; ChangeSetName=c ; TemplatePath=Src::t.yaml|SC425|takes no template",
                "Deploy/AWS/CloudFormation/1|1|0|ActionMode=DELETE_ONLY ; ParameterOverrides={}|SC425|takes no template",
                "Deploy/AWS/CloudFormation/1|1|0|ActionMode=CREATE_UPDATE ; TemplatePath=Src::t.yaml ; ParameterOverrides=[]|SC435|no object in braces",
                "Deploy/AWS/CloudFormationStackSet/1|1|0|DeploymentTargets=12345 ; Regions=eu-west-1|SC405|Targets of It",
                "Deploy/AWS/CloudFormationStackSet/1|1|0|DeploymentTargets=111122223333 ; Regions=Ireland|SC405|Regions of It",
                "Deploy/AWS/CloudFormationStackSet/1|1|0|Parameters=Size=3|SC405|Parameters of It",
                "Deploy/AWS/ServiceCatalog/1|1|0|ConfigurationFilePath=c.json ; ProductVersionName=v1|SC425|stands beside a configuration file",
                "Deploy/AWS/ServiceCatalog/1|1|0|ConfigurationFilePath=c.json ; TemplateFilePath=t.yaml|SC425|stands beside a configuration file",
                "Deploy/AWS/CodeDeployToECS/1|1|0|Image2ContainerName=IMAGE|SC425|no artifact brings one",
                "Deploy/AWS/EKS/1|1|0|ManifestFiles=a.yaml ; HelmValuesFiles=v.yaml|SC425|can only go with a Helm chart",
                "Deploy/AWS/EKS/1|1|0|ManifestFiles=a.yaml ; Namespace=My_Space|SC405|Namespace of It",
                "Deploy/AWS/EKS/1|1|0|HelmChartLocation=c ; HelmReleaseName=Orders|SC405|Helm release of It",
                "Deploy/AWS/EKS/1|1|0|ManifestFiles=a.yaml ; Subnets=orders|SC405|Subnets of It",
                "Deploy/AWS/ElasticBeanstalk/1|1|0|EnvironmentName=dev|SC405|Environment of It",
                "Deploy/AWS/ElasticBeanstalk/1|1|0|EnvironmentName=-orders|SC405|Environment of It",
                "Deploy/AWS/S3/1|1|0|BucketName=my..bucket ; Extract=true|SC405|Bucket of It",
                "Deploy/AWS/S3/1|1|0|BucketName=192.168.5.4 ; Extract=true|SC405|Bucket of It",
                "Invoke/AWS/StepFunctions/1|0|0|Input=go|SC425|is no JSON",
                "Invoke/AWS/StepFunctions/1|0|0|Input={} {}|SC425|is no JSON",
                "Invoke/AWS/StepFunctions/1|0|0|ExecutionNamePrefix=a b|SC405|Execution name of It",
                "Invoke/AWS/StepFunctions/1|0|0|ExecutionNamePrefix=a123456789b123456789c123456789d123456789e123|SC406|AWS takes 43",
                "Test/AWS/DeviceFarm/1|1|0|TestType=XCTEST ; FuzzEventCount=5|SC425|BUILTIN_FUZZ",
                "Test/AWS/DeviceFarm/1|1|0|TestType=XCTEST ; Latitude=91|SC405|Latitude of It",
                "Compute/AWS/Commands/1|1|0|SecurityGroupIds=sg-1|SC425|needs a VPC",
                "Build/AWS/ECRBuildAndPublish/1|1|0|ECRRepositoryName=123456789012.dkr.ecr.us-east-1.amazonaws.com/repo|SC425|begins with the address of a registry",
                "Source/AWS/ECR/1|0|1|RepositoryName=123456789012.dkr.ecr.us-east-1.amazonaws.com/repo|SC425|begins with the address of a registry",
                "Invoke/AWS/InspectorScan/1|0|1|InspectorRunMode=ECRImageScan ; ECRRepositoryName=123456789012.dkr.ecr.us-east-1.amazonaws.com/repo|SC425|begins with the address of a registry",
                "Invoke/AWS/StepFunctions/1|0|0|StateMachineArn=arn:aws:states:eu-west-1:123456789012:execution:x:y|SC436|it wants arn:aws:states:…:…:stateMachine:….",
                "Deploy/AWS/S3/1|1|0|KMSEncryptionKeyARN=arn:aws:s3:::bucket|SC436|it wants arn:aws:kms:…:…:key/… or arn:aws:kms:…:…:alias/….",
                "Deploy/AWS/EKS/1|1|0|ClusterName=${AWS::Foo}|SC437|A template fills in ${AWS::Partition}, ${AWS::Region}"
            })
    void whatIsDocumentedIsTold(
            String type, int inputs, int outputs, String settings, String rule, String said) {
        var found = problems(type, inputs, outputs, settings);
        assertTrue(
                found.stream()
                        .anyMatch(p -> p.rule().id().equals(rule) && p.message().contains(said)),
                found::toString);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Deploy/AWS/Lambda/1|1|0|FunctionAlias=live ; Alarms=a,b,c,d,e,f,g,h,i,j ; DeployStrategy=Linear10PercentEvery1Minute",
                "Deploy/AWS/Lambda/1|1|0|FunctionAlias=live ; DeployStrategy=Linear10PercentEvery320Minutes",
                "Deploy/AWS/Lambda/1|1|0|FunctionAlias=live ; DeployStrategy=Canary10Percent2880Minutes",
                "Deploy/AWS/Lambda/1|1|0|FunctionAlias=${Alias} ; DeployStrategy=#{variables.pace} ; Alarms=#{variables.alarms}",
                "Deploy/AWS/EC2/1|1|0|TargetDirectory=/opt/app ; TargetGroupNameList=orders-a, orders-b",
                "Deploy/AWS/EC2/1|1|0|TargetDirectory=${Folder}",
                "Build/AWS/ECRBuildAndPublish/1|1|0|ECRRepositoryName=team-a/orders_api.v2 ; ImageTags=latest,#{variables.tag}",
                "Build/AWS/ECRBuildAndPublish/1|1|0|ECRRepositoryName=a-b--c__d/e ; ImageTags=latest, 1.2.3_x",
                "Build/AWS/ECRBuildAndPublish/1|1|0|ECRRepositoryName=${AWS::StackName}-Repo",
                "Invoke/AWS/InspectorScan/1|0|1|InspectorRunMode=ECRImageScan ; ECRRepositoryName=orders ; ImageTag=v1",
                "Invoke/AWS/InspectorScan/1|1|1|InspectorRunMode=SourceCodeScan",
                "Invoke/AWS/CodePipeline/1|0|0|PipelineName=next ; Variables=[{\"name\":\"a\",\"value\":\"#{SourceVariables.CommitId}\"}]",
                "Invoke/AWS/CodePipeline/1|0|0|PipelineName=next ; Variables=${Variables}",
                "Invoke/AWS/CodePipeline/1|0|0|PipelineName=next ; Variables=#{variables.all}",
                "Invoke/AWS/CodePipeline/1|0|0|PipelineName=next ; Variables=[]",
                "Invoke/AWS/CodePipeline/1|0|0|PipelineName=next ; SourceRevisions=[{\"actionName\":\"S\",\"revisionType\":\"COMMIT_ID\",\"revisionValue\":\"#{Src.CommitId}\"}]",
                "Deploy/AWS/CloudFormation/1|1|1|ActionMode=CREATE_UPDATE ; TemplatePath=Src::t.yaml ; OutputFileName=out.json",
                "Deploy/AWS/CloudFormation/1|1|0|ActionMode=CREATE_UPDATE ; ParameterOverrides={\"A\":{\"Fn::GetParam\":[\"Src\",\"a.json\",\"b\"]}}",
                "Deploy/AWS/CloudFormation/1|1|0|ActionMode=${Mode} ; ChangeSetName=c ; TemplatePath=Src::t.yaml",
                "Deploy/AWS/CloudFormationStackSet/1|1|0|DeploymentTargets=ou-ab12-abcd1234,r-ab12 ; Regions=eu-west-1, us-gov-west-1",
                "Deploy/AWS/CloudFormationStackSet/1|1|0|DeploymentTargets=Src::accounts.json ; Parameters=Src::p.json ; Regions=eu-west-1",
                "Deploy/AWS/CloudFormationStackSet/1|1|0|RegionConcurrencyType=Parallel",
                "Deploy/AWS/CloudFormationStackInstances/1|1|0|RegionConcurrencyType=Sequential",
                "Deploy/AWS/CloudFormationStackInstances/1|1|0|RegionConcurrencyType=PARALLEL",
                "Invoke/AWS/StepFunctions/1|0|0|StateMachineArn=arn:aws-cn:states:cn-north-1:123456789012:stateMachine:x:live",
                "Source/AWS/CodeStarSourceConnection/1|0|1|ConnectionArn=arn:aws:codestar-connections:eu-west-1:123456789012:connection/1-2",
                "Source/AWS/CodeStarSourceConnection/1|0|1|ConnectionArn=arn:aws:codeconnections:eu-west-1:123456789012:connection/1-2",
                "Deploy/AWS/CloudFormationStackSet/1|1|0|Parameters=ParameterKey=Size,ParameterValue=3",
                "Deploy/AWS/ServiceCatalog/1|1|0|ConfigurationFilePath=c.json ; ProductId=prod-abc",
                "Deploy/AWS/CodeDeployToECS/1|1|0|Image1ArtifactName=Src ; Image1ContainerName=IMAGE",
                "Deploy/AWS/EKS/1|1|0|HelmChartLocation=c ; HelmReleaseName=orders-1 ; HelmValuesFiles=v.yaml ; Namespace=team-a",
                "Deploy/AWS/ElasticBeanstalk/1|1|0|EnvironmentName=orders-Prod",
                "Invoke/AWS/StepFunctions/1|0|0|Input={\"a\": [1, \"#{S.CommitId}\"]} ; ExecutionNamePrefix=orders_1",
                "Invoke/AWS/StepFunctions/1|1|0|InputType=FilePath ; Input=in.json",
                "Test/AWS/DeviceFarm/1|1|0|TestType=BUILTIN_FUZZ ; FuzzEventCount=5 ; Latitude=-47.62 ; Longitude=179.9",
                "Compute/AWS/Commands/1|1|0|VpcId=vpc-0a1b2c3d ; Subnets=subnet-0a1b2c3d,#{variables.subnet} ; SecurityGroupIds=sg-0a1b2c3d"
            })
    void whatIsRightOrKnownLaterIsNot(String type, int inputs, int outputs, String settings) {
        assertEquals(List.of(), problems(type, inputs, outputs, settings));
    }

    @ParameterizedTest
    @CsvSource({
        "Deploy/AWS/EKS/1,1,ClusterName=c,SC401 It has no Manifests; which Amazon EKS requires.",
        "Deploy/AWS/EKS/1,1,ClusterName=c ; HelmChartLocation=x,SC401 It has no Helm release; which Amazon EKS requires.",
        "Invoke/AWS/InspectorScan/1,0,InspectorRunMode=ECRImageScan ; ECRRepositoryName=orders,''"
    })
    void whatIsMissingIsToldOnce(String type, int inputs, String settings, String said) {
        var found =
                problems(type, inputs, 0, settings, Set.of("SC401", "SC424", "SC425")).stream()
                        .map(p -> p.rule().id() + " " + p.message().replace(',', ';'))
                        .toList();
        assertEquals(said, String.join(" ", found));
    }

    /// A pattern that can be matched in several ways would not come back from such a name.
    @Test
    void aLongWrongNameIsRefusedAtOnce() {
        var name = "a-b".repeat(80) + "!";
        assertEquals(
                1,
                problems("Build/AWS/ECRBuildAndPublish/1", 1, 0, "ECRRepositoryName=" + name)
                        .size());
    }
}
