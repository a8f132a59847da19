package io.stagecraft.ui.watch;

import io.stagecraft.aws.AwsRefusal;
import io.stagecraft.aws.Runs;
import io.stagecraft.aws.Target;
import io.stagecraft.run.PastAction;
import io.stagecraft.run.RunSnapshot;
import io.stagecraft.run.RunSnapshot.ActionRun;
import io.stagecraft.run.RunSnapshot.ExecutionRun;
import io.stagecraft.run.RunSnapshot.StageRun;
import io.stagecraft.run.RunStatus;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A pipeline that stands as it is told to; what is asked of it is written down.
public final class FakeRuns implements Runs {
    public final List<String> calls = new ArrayList<>();

    /// Where each thing was asked for.
    public final List<String> regions = new ArrayList<>();

    public RunStatus status = RunStatus.IN_PROGRESS;
    public @Nullable AwsRefusal refusal;
    public @Nullable RunSnapshot snapshot;
    public List<PastAction> past = List.of();

    /// The executions whose logs were read, in that order.
    public final List<String> logs = new ArrayList<>();

    /// The door: these runs, wherever somebody looks for them.
    public Runs of(Target target) {
        regions.add(target.region());
        return this;
    }

    @Override
    public RunSnapshot read(String pipeline) throws AwsRefusal {
        calls.add("read");
        if (refusal != null) {
            throw refusal;
        }
        var told = snapshot;
        if (told != null) {
            return told;
        }
        var approve =
                new ActionRun(
                        "Approve",
                        RunStatus.WAITING_FOR_APPROVAL,
                        Optional.of(Instant.EPOCH),
                        Optional.of(Instant.EPOCH),
                        "",
                        Optional.of("token-1"),
                        Optional.empty(),
                        Optional.empty(),
                        List.of());
        var stage =
                new StageRun(
                        "Release",
                        status,
                        Optional.of("e1"),
                        List.of(),
                        Optional.empty(),
                        List.of(approve));
        var execution =
                new ExecutionRun(
                        "e1", status, Instant.EPOCH, Instant.EPOCH, "by hand", "8d2e1aa", "");
        return new RunSnapshot(pipeline, Instant.EPOCH, List.of(stage), List.of(execution));
    }

    @Override
    public RunSnapshot read(String pipeline, String execution) throws AwsRefusal {
        return read(pipeline);
    }

    @Override
    public List<String> log(String pipeline, String execution, String stage, String action)
            throws AwsRefusal {
        if (refusal != null) {
            throw refusal;
        }
        logs.add(execution);
        return List.of("Entering phase BUILD", action + " wrote this");
    }

    @Override
    public List<PastAction> history(String pipeline) throws AwsRefusal {
        calls.add("history");
        if (refusal != null) {
            throw refusal;
        }
        return past;
    }

    @Override
    public List<String> pipelines() {
        return List.of();
    }

    @Override
    public String start(String pipeline, Start with) {
        calls.add("start " + pipeline + (with.equals(Start.PLAIN) ? "" : " " + with));
        return "e1";
    }

    @Override
    public void stop(String pipeline, String execution, boolean abandon, String reason) {
        calls.add("stop " + execution + " " + abandon);
    }

    @Override
    public void answer(
            String pipeline,
            String stage,
            String action,
            String token,
            boolean approved,
            String comment) {
        calls.add("answer " + stage + "/" + action + " " + token + " " + approved + " " + comment);
    }

    @Override
    public void retry(String pipeline, String stage, String execution, boolean allActions) {
        calls.add("retry " + stage + " " + allActions);
    }

    @Override
    public void open(String pipeline, String stage) {
        calls.add("open " + stage);
    }

    @Override
    public void close(String pipeline, String stage, String reason) {
        calls.add("close " + stage);
    }
}
