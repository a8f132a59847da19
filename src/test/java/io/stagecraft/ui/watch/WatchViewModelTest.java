package io.stagecraft.ui.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.aws.AwsRefusal;
import io.stagecraft.aws.Target;
import io.stagecraft.edit.ChangeDesign;
import io.stagecraft.edit.RenameDesign;
import io.stagecraft.edit.SetEnvironment;
import io.stagecraft.model.Environment;
import io.stagecraft.model.Variable;
import io.stagecraft.run.RunSnapshot;
import io.stagecraft.run.RunSnapshot.ExecutionRun;
import io.stagecraft.run.RunStatus;
import io.stagecraft.ui.Message;
import io.stagecraft.ui.Workspace;
import io.stagecraft.ui.Workspaces;

import javafx.beans.property.SimpleObjectProperty;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class WatchViewModelTest {
    private final Workspace workspace = Workspaces.empty("orders-release");
    private final SimpleObjectProperty<Target> target =
            new SimpleObjectProperty<>(Target.practice(URI.create("http://127.0.0.1:1")));
    private final FakeRuns runs = new FakeRuns();
    private Runnable strike = () -> {};
    private final WatchViewModel watch =
            new WatchViewModel(
                    workspace,
                    target,
                    runs::of,
                    (_, s) -> {
                        strike = s;
                        return () -> strike = () -> {};
                    });

    @Test
    void startingARunShowsItAndKeepsReading() {
        watch.start();
        assertEquals(List.of("start orders-release", "read"), runs.calls);
        assertTrue(workspace.runProperty().get().isPresent());
        strike.run();
        assertEquals("read", runs.calls.getLast());
        assertEquals(3, runs.calls.size());
    }

    @Test
    void aDesignRenamedInMidRunStartsThePipelineThatIsDeployed() {
        watch.watch();
        workspace.apply(new RenameDesign("orders-next"));
        assertEquals("orders-release", new StartViewModel(workspace, watch).pipeline());
        watch.start();
        assertTrue(runs.calls.contains("start orders-release"), runs.calls::toString);
        assertEquals("“orders-release”: started.", said());
        watch.leave();
        assertEquals("orders-next", new StartViewModel(workspace, watch).pipeline());
    }

    @Test
    void aCalmPipelineIsReadSeldom() {
        runs.status = RunStatus.SUCCEEDED;
        watch.watch();
        for (int i = 0; i < 11; i++) {
            strike.run();
        }
        assertEquals(1, runs.calls.size());
        strike.run();
        assertEquals(2, runs.calls.size());
    }

    @Test
    void aRefusalLeavesTheLastSnapshotMarkedAsOld() {
        watch.watch();
        runs.refusal = new AwsRefusal("ThrottlingException", "Rate exceeded", "Wait a little.");
        strike.run();
        assertTrue(workspace.runProperty().get().isPresent());
        assertEquals(
                Optional.of("ThrottlingException: Rate exceeded"), watch.staleProperty().get());
        runs.refusal = null;
        strike.run();
        strike.run();
        assertEquals(Optional.empty(), watch.staleProperty().get());
    }

    @Test
    void aPipelineThatIsNotThereIsSaidOnceAndNotWatched() {
        runs.refusal =
                AwsRefusal.alone(
                        "PipelineNotFoundException",
                        "Reading pipeline orders-release: no pipeline of that name in Practice account, eu-west-1.",
                        "Deploy it there first.");
        watch.watch();
        assertFalse(watch.watchingProperty().get());
        assertEquals(
                Optional.of(
                        Message.failure(
                                "Reading pipeline orders-release: no pipeline of that name in Practice account, eu-west-1.",
                                "Deploy it there first.")),
                workspace.messageProperty().get());
    }

    @Test
    void anApprovalIsAnsweredWithItsToken() {
        watch.watch();
        watch.answer("Release", "Approve", true, "looks good");
        assertTrue(runs.calls.contains("answer Release/Approve token-1 true looks good"));
        assertEquals("“Approve”: approved.", said());
        watch.answer("Release", "Approve", false, "too early");
        assertEquals("“Approve”: rejected.", said());
    }

    @Test
    void whatWasDoneIsSaidAfterTheNameOfWhatItWasDoneTo() {
        watch.start();
        assertEquals("“orders-release”: started.", said());
        watch.close("Release", "freeze");
        assertEquals("Transition into “Release”: disabled.", said());
        watch.open("Release");
        assertEquals("Transition into “Release”: enabled.", said());
        watch.retry("Release", false);
        assertEquals("“Release”: what failed runs again.", said());
        watch.stop(false);
        assertEquals("Execution e1: stopping.", said());
    }

    private String said() {
        return workspace.messageProperty().get().orElseThrow().text();
    }

    @Test
    void aLogIsReadInTheRegionOfTheDesignLikeAllElse() {
        workspace.apply(new SetEnvironment(Environment.TOOLING.withRegion("us-east-1")));
        watch.watch();
        var lines = new ArrayList<String>();
        watch.log("e1", "Release", "Approve", lines::addAll, _ -> {});
        assertFalse(lines.isEmpty());
        assertEquals(List.of("us-east-1", "us-east-1"), runs.regions);
    }

    @Test
    void aDesignThatIsRenamedInMidRunGoesOnShowingTheRunOfTheDeployedName() {
        watch.start();
        workspace.apply(new RenameDesign("orders-2"));
        assertEquals("“orders-2” is another pipeline until it is deployed.", said());
        strike.run();
        assertTrue(watch.watchingProperty().get());
        assertEquals("orders-release", workspace.runProperty().get().orElseThrow().pipeline());
        watch.watch(); // as a deployment under the new name does
        assertEquals("orders-2", workspace.runProperty().get().orElseThrow().pipeline());
    }

    @Test
    void aPipelineWithoutANameIsNotStarted() {
        workspace.apply(new RenameDesign(""));
        watch.start();
        assertEquals("This pipeline has no name yet.", said());
        assertEquals(List.of(), runs.calls);
    }

    @Test
    void stoppingNamesTheRunningExecution() {
        watch.watch();
        watch.stop(true);
        assertTrue(runs.calls.contains("stop e1 true"));
    }

    @Test
    void stoppingPassesByWhatHasEnded() {
        runs.snapshot =
                new RunSnapshot(
                        "orders-release",
                        Instant.EPOCH,
                        List.of(),
                        List.of(
                                execution("e3", RunStatus.SUCCEEDED),
                                execution("e2", RunStatus.IN_PROGRESS)));
        watch.watch();
        watch.stop(false);
        assertTrue(runs.calls.contains("stop e2 false"), runs.calls.toString());
        runs.snapshot =
                new RunSnapshot(
                        "orders-release",
                        Instant.EPOCH,
                        List.of(),
                        List.of(execution("e3", RunStatus.SUCCEEDED)));
        watch.watch();
        watch.stop(false);
        assertEquals("“orders-release”: nothing is running.", said());
    }

    private static ExecutionRun execution(String id, RunStatus status) {
        return new ExecutionRun(id, status, Instant.EPOCH, Instant.EPOCH, "by hand", "", "");
    }

    @Test
    void aThrottledAccountIsAskedLessAndLessAndAtItsPaceOnceItAnswers() {
        watch.watch();
        runs.refusal = new AwsRefusal("ThrottlingException", "Rate exceeded", "Wait a little.");
        for (int beat = 1; beat <= 23; beat++) {
            strike.run();
        }
        assertEquals(1 + 5, runs.calls.size(), "at beats 1, 2, 4, 8 and 12");
        runs.refusal = null;
        strike.run();
        strike.run();
        assertEquals(1 + 5 + 2, runs.calls.size());
    }

    @Test
    void aValueThatNobodyGaveIsAskedForBeforeTheStart() {
        workspace.apply(
                new ChangeDesign(
                        "Declare tag",
                        d -> d.withVariables(List.of(new Variable("tag", Optional.empty(), "")))));
        watch.start();
        assertTrue(watch.askingProperty().get());
        assertEquals(List.of(), runs.calls);
    }

    @Test
    void anAnswerThatComesLateFromAnotherTargetIsDropped() {
        var waiting = new ArrayDeque<Runnable>();
        var slow = Workspaces.empty("orders-release", Workspaces.later(waiting));
        var there = new FakeRuns();
        there.status = RunStatus.FAILED;
        var model =
                new WatchViewModel(
                        slow,
                        target,
                        t -> t.endpoint().isPresent() ? there : runs,
                        (_, _) -> () -> {});
        waiting.clear();
        model.watch();
        target.set(new Target("tooling", "eu-west-1", Optional.empty(), Optional.empty()));
        model.watch();
        waiting.remove().run();
        assertEquals(Optional.empty(), slow.runProperty().get());
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
        assertEquals(
                RunStatus.IN_PROGRESS,
                slow.runProperty().get().orElseThrow().executions().getFirst().status());
    }

    @Test
    void anAnswerFromAnotherTargetIsDropped() {
        watch.watch();
        target.set(new Target("tooling", "eu-west-1", Optional.empty(), Optional.empty()));
        assertEquals(Optional.empty(), workspace.runProperty().get());
        strike.run();
        assertEquals(1, runs.calls.size());
    }
}
