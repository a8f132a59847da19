package io.stagecraft.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.codepipeline.model.ActionDeclaration;
import software.amazon.awssdk.services.codepipeline.model.ExecutionMode;
import software.amazon.awssdk.services.codepipeline.model.InputArtifact;
import software.amazon.awssdk.services.codepipeline.model.OutputArtifact;
import software.amazon.awssdk.services.codepipeline.model.PipelineDeclaration;
import software.amazon.awssdk.services.codepipeline.model.SourceRevisionOverride;
import software.amazon.awssdk.services.codepipeline.model.SourceRevisionType;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Images are known by digests that look and stay as Docker's do.
class ImagesTest {
    private static final String DIGEST = "sha256:[0-9a-f]{64}";

    @Test
    void anImageIsTheRevisionThatItsSourceBrings() {
        try (var trial = line()) {
            var revision = newest(trial);
            assertTrue(revision.matches(DIGEST), revision);
            assertEquals(revision, made(trial, "Images").get("ImageDigest"));
            assertEquals(
                    "000000000000.dkr.ecr.eu-west-1.amazonaws.com/orders@" + revision,
                    made(trial, "Images").get("ImageURI"));
        }
    }

    @Test
    void aStartThatNamesAnImageGetsThatImage() {
        try (var trial = line()) {
            var digest = "sha256:" + "ab".repeat(32);
            trial.pipelines.startPipelineExecution(
                    r -> r.name("line").sourceRevisions(image(digest)));
            trial.clock.advance(Duration.ofMinutes(10));
            assertEquals(digest, newest(trial));
            assertEquals(digest, made(trial, "Images").get("ImageDigest"));
        }
    }

    @Test
    void anImageThatIsPushedHasADigest() {
        try (var trial = line()) {
            var digest = made(trial, "Push").get("ECRImageDigestId");
            assertTrue(digest.matches(DIGEST), digest);
        }
    }

    private static SourceRevisionOverride image(String digest) {
        return SourceRevisionOverride.builder()
                .actionName("Images")
                .revisionType(SourceRevisionType.IMAGE_DIGEST)
                .revisionValue(digest)
                .build();
    }

    private static String newest(Trial trial) {
        return trial
                .pipelines
                .listPipelineExecutions(r -> r.pipelineName("line"))
                .pipelineExecutionSummaries()
                .getFirst()
                .sourceRevisions()
                .stream()
                .filter(s -> s.actionName().equals("Images"))
                .findFirst()
                .orElseThrow()
                .revisionId();
    }

    /// The variables that the action's latest run made.
    private static Map<String, String> made(Trial trial, String action) {
        return trial
                .pipelines
                .listActionExecutions(r -> r.pipelineName("line"))
                .actionExecutionDetails()
                .stream()
                .filter(d -> d.actionName().equals(action))
                .findFirst()
                .orElseThrow()
                .output()
                .outputVariables();
    }

    /// A pipeline that watches a repository and pushes to it, run once.
    private static Trial line() {
        var trial = new Trial();
        Line.lay(trial);
        trial.deploy(
                "images",
                "{\"Resources\": {\"Images\": {\"Type\": \"AWS::ECR::Repository\", \"Properties\": {\"RepositoryName\": \"orders\"}}}}",
                ChangeSetType.CREATE);
        trial.pipelines.createPipeline(r -> r.pipeline(pipeline()));
        trial.clock.advance(Duration.ofMinutes(10));
        return trial;
    }

    private static PipelineDeclaration pipeline() {
        var plain = Line.of(ExecutionMode.QUEUED, Line.stage("Build", push()));
        var source = plain.stages().getFirst();
        var both =
                source.toBuilder().actions(List.of(source.actions().getFirst(), images())).build();
        return plain.toBuilder().stages(both, plain.stages().getLast()).build();
    }

    private static ActionDeclaration images() {
        return ActionDeclaration.builder()
                .name("Images")
                .actionTypeId(t -> t.category("Source").owner("AWS").provider("ECR").version("1"))
                .configuration(Map.of("RepositoryName", "orders", "ImageTag", "latest"))
                .outputArtifacts(List.of(OutputArtifact.builder().name("Image").build()))
                .build();
    }

    private static ActionDeclaration push() {
        return ActionDeclaration.builder()
                .name("Push")
                .actionTypeId(t ->
                        t.category("Build")
                                .owner("AWS")
                                .provider("ECRBuildAndPublish")
                                .version("1"))
                .configuration(Map.of("ECRRepositoryName", "orders"))
                .inputArtifacts(InputArtifact.builder().name("App").build())
                .build();
    }
}
