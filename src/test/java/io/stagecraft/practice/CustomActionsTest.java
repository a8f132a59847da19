package io.stagecraft.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.codepipeline.model.ActionCategory;
import software.amazon.awssdk.services.codepipeline.model.ActionConfigurationProperty;
import software.amazon.awssdk.services.codepipeline.model.ActionDeclaration;
import software.amazon.awssdk.services.codepipeline.model.ActionTypeId;
import software.amazon.awssdk.services.codepipeline.model.ActionTypeNotFoundException;
import software.amazon.awssdk.services.codepipeline.model.CodePipelineException;
import software.amazon.awssdk.services.codepipeline.model.ExecutionMode;
import software.amazon.awssdk.services.codepipeline.model.FailureType;
import software.amazon.awssdk.services.codepipeline.model.InputArtifact;
import software.amazon.awssdk.services.codepipeline.model.InvalidActionDeclarationException;
import software.amazon.awssdk.services.codepipeline.model.InvalidJobStateException;
import software.amazon.awssdk.services.codepipeline.model.InvalidNonceException;
import software.amazon.awssdk.services.codepipeline.model.JobNotFoundException;
import software.amazon.awssdk.services.codepipeline.model.OutputArtifact;
import software.amazon.awssdk.services.codepipeline.model.PipelineDeclaration;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Custom action types: somebody has to create them, and a worker has to do their jobs.
class CustomActionsTest {
    private static final ActionTypeId FORGE =
            ActionTypeId.builder()
                    .category("Build")
                    .owner("Custom")
                    .provider("Forge")
                    .version("1")
                    .build();

    private static PipelineDeclaration pipeline(Map<String, String> settings) {
        var action =
                ActionDeclaration.builder()
                        .name("Hammer")
                        .actionTypeId(FORGE)
                        .configuration(settings)
                        .inputArtifacts(InputArtifact.builder().name("App").build())
                        .outputArtifacts(OutputArtifact.builder().name("Sword").build())
                        .namespace("Forged")
                        .build();
        var says =
                Line.approval("Look", 2).toBuilder()
                        .configuration(Map.of("CustomData", "#{Forged.Edge}"))
                        .build();
        return Line.of(ExecutionMode.SUPERSEDED, Line.stage("Make", action, says));
    }

    private static Trial withType() {
        var trial = new Trial();
        create(trial);
        return laid(trial, pipeline(Map.of("Metal", "iron")));
    }

    private static Trial laid(Trial trial, PipelineDeclaration pipeline) {
        Line.lay(trial);
        trial.pipelines.createPipeline(r -> r.pipeline(pipeline));
        trial.clock.advance(Duration.ofMinutes(2));
        return trial;
    }

    private static void create(Trial trial) {
        trial.pipelines.createCustomActionType(r ->
                r.category(ActionCategory.BUILD)
                        .provider("Forge")
                        .version("1")
                        .configurationProperties(
                                ActionConfigurationProperty.builder()
                                        .name("Metal")
                                        .key(true)
                                        .required(true)
                                        .secret(false)
                                        .queryable(true)
                                        .build())
                        .inputArtifactDetails(a -> a.minimumCount(1).maximumCount(1))
                        .outputArtifactDetails(a -> a.minimumCount(0).maximumCount(1)));
    }

    private static String status(Trial trial) {
        return trial.action("line", "Make", "Hammer").statusAsString();
    }

    @Test
    void aTypeThatNobodyCreatedIsRefusedInAwssWords() {
        try (var trial = new Trial()) {
            Line.lay(trial);
            var refusal =
                    assertThrows(
                            InvalidActionDeclarationException.class,
                            () ->
                                    trial.pipelines.createPipeline(
                                            r -> r.pipeline(pipeline(Map.of("Metal", "iron")))));
            assertEquals(
                    "ActionType (Category: 'Build', Provider: 'Forge', Owner: 'Custom', Version: '1') in action 'Hammer' is not available in region 'EU_WEST_1'",
                    refusal.awsErrorDetails().errorMessage());
        }
    }

    @Test
    void whatTheTypeAsksForIsAskedFor() {
        try (var trial = withType()) {
            for (var wrong :
                    List.of(Map.<String, String>of(), Map.of("Metal", "iron", "Heat", "9"))) {
                assertThrows(
                        InvalidActionDeclarationException.class,
                        () -> trial.pipelines.updatePipeline(r -> r.pipeline(pipeline(wrong))));
            }
            var twice = assertThrows(CodePipelineException.class, () -> create(trial));
            assertEquals("ActionTypeAlreadyExistsException", twice.awsErrorDetails().errorCode());
        }
    }

    @Test
    void theActionWaitsForItsWorkerAndTakesWhatTheWorkerReports() {
        try (var trial = withType()) {
            trial.clock.advance(Duration.ofHours(5));
            assertEquals("InProgress", status(trial));
            assertEquals(List.of(), poll(trial, "steel"));
            var job = poll(trial, "iron").getFirst();
            assertEquals(List.of(), poll(trial, "iron"), "it is somebody's now");
            assertEquals("iron", job.data().actionConfiguration().configuration().get("Metal"));
            assertEquals("Hammer", job.data().pipelineContext().action().name());
            assertEquals(
                    "ground",
                    job.data().inputArtifacts().getFirst().location().s3Location().bucketName());
            assertThrows(
                    InvalidNonceException.class,
                    () -> trial.pipelines.acknowledgeJob(r -> r.jobId(job.id()).nonce("99")));
            assertEquals(
                    "InProgress",
                    trial.pipelines
                            .acknowledgeJob(r -> r.jobId(job.id()).nonce(job.nonce()))
                            .statusAsString());
            trial.pipelines.putJobSuccessResult(r ->
                    r.jobId(job.id())
                            .executionDetails(d -> d.summary("Sharp").externalExecutionId("no-7"))
                            .outputVariables(Map.of("Edge", "keen")));
            var hammer = trial.action("line", "Make", "Hammer");
            assertEquals("Succeeded", hammer.statusAsString());
            assertEquals("Sharp", hammer.summary());
            assertEquals("no-7", hammer.externalExecutionId());
            var look = trial.ran("line").getLast();
            assertEquals("keen", look.input().resolvedConfiguration().get("CustomData"));
            assertThrows(
                    InvalidJobStateException.class,
                    () -> trial.pipelines.putJobSuccessResult(r -> r.jobId(job.id())));
        }
    }

    @Test
    void aWorkerThatWantsToGoOnLaterIsGivenTheJobAgain() {
        try (var trial = withType()) {
            var job = poll(trial, "iron").getFirst();
            trial.pipelines.putJobSuccessResult(r -> r.jobId(job.id()).continuationToken("half"));
            assertEquals("InProgress", status(trial));
            var again = poll(trial, "iron").getFirst();
            assertEquals(job.id(), again.id());
            assertEquals("half", again.data().continuationToken());
        }
    }

    @Test
    void aFailureIsToldInTheWorkersWords() {
        try (var trial = withType()) {
            var job = poll(trial, "iron").getFirst();
            trial.pipelines.putJobFailureResult(r ->
                    r.jobId(job.id())
                            .failureDetails(d ->
                                    d.type(FailureType.CONFIGURATION_ERROR).message("No fire.")));
            var error = trial.action("line", "Make", "Hammer").errorDetails();
            assertEquals("ConfigurationError", error.code());
            assertEquals("No fire.", error.message());
        }
    }

    @Test
    void aJobThatNobodyDoesFailsAfterADay() {
        try (var trial = withType()) {
            trial.clock.advance(Duration.ofHours(23));
            assertEquals("InProgress", status(trial));
            trial.clock.advance(Duration.ofHours(1));
            assertEquals("Failed", status(trial));
        }
    }

    @Test
    void aTypeThatIsNotThereHasNoJobs() {
        try (var trial = withType()) {
            var id = FORGE.toBuilder().provider("Loom").build();
            var refusal =
                    assertThrows(
                            ActionTypeNotFoundException.class,
                            () -> trial.pipelines.pollForJobs(r -> r.actionTypeId(id)));
            assertEquals(
                    "ActionType (Category: 'Build', Owner: 'Custom', Provider: 'Loom', Version: '1') is not available",
                    refusal.awsErrorDetails().errorMessage());
            assertThrows(
                    JobNotFoundException.class,
                    () ->
                            trial.pipelines.getJobDetails(
                                    r -> r.jobId("00000000-0000-4000-8000-000000000000")));
        }
    }

    @Test
    void typesAreListedAndGoAgain() {
        try (var trial = withType()) {
            var mine = trial.pipelines.listActionTypes(r -> r.actionOwnerFilter("Custom"));
            assertEquals(FORGE, mine.actionTypes().getFirst().id());
            var all = trial.pipelines.listActionTypes(_ -> {}).actionTypes();
            assertTrue(all.stream().anyMatch(t -> t.id().provider().equals("CodeBuild")));
            assertTrue(all.stream().noneMatch(t -> t.id().provider().equals("Jenkins")));
            trial.pipelines.deleteCustomActionType(
                    r -> r.category(ActionCategory.BUILD).provider("Forge").version("1"));
            assertEquals(
                    List.of(),
                    trial.pipelines
                            .listActionTypes(r -> r.actionOwnerFilter("Custom"))
                            .actionTypes());
        }
    }

    @Test
    void aStackBringsItsTypeAlong() {
        try (var trial = new Trial()) {
            trial.deploy(
                    "types",
                    """
                    {"Resources": {"Forge": {"Type": "AWS::CodePipeline::CustomActionType", "Properties": {
                      "Category": "Build", "Provider": "Forge", "Version": "1",
                      "ConfigurationProperties": [{"Name": "Metal", "Key": true, "Required": true, "Secret": false}],
                      "InputArtifactDetails": {"MinimumCount": 0, "MaximumCount": 1},
                      "OutputArtifactDetails": {"MinimumCount": 0, "MaximumCount": 1}}}}}
                    """,
                    ChangeSetType.CREATE);
            laid(trial, pipeline(Map.of("Metal", "iron")));
            assertEquals("InProgress", status(trial));
        }
    }

    @Test
    void aStandInsWorkerDoesTheJobAndSaysSo() {
        try (var trial = new Trial()) {
            trial.account.hold(Lent.worker("Build", "Forge"));
            laid(trial, pipeline(Map.of("Metal", "iron")));
            var hammer = trial.action("line", "Make", "Hammer");
            assertEquals("Succeeded", hammer.statusAsString());
            assertTrue(
                    hammer.summary().endsWith("(on a stand-in for the worker of Forge)"),
                    hammer.summary());
        }
    }

    private static List<software.amazon.awssdk.services.codepipeline.model.Job> poll(
            Trial trial, String metal) {
        return trial.pipelines
                .pollForJobs(r -> r.actionTypeId(FORGE).queryParam(Map.of("Metal", metal)))
                .jobs();
    }
}
