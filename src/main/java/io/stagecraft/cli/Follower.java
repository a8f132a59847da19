package io.stagecraft.cli;

import io.stagecraft.aws.AwsRefusal;
import io.stagecraft.aws.Pause;
import io.stagecraft.aws.Runs;
import io.stagecraft.model.Moment;
import io.stagecraft.run.RunSnapshot;
import io.stagecraft.run.RunSnapshot.ActionRun;
import io.stagecraft.run.RunSnapshot.ExecutionRun;
import io.stagecraft.run.RunSnapshot.StageRun;
import io.stagecraft.run.RunStatus;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Follows one execution to its end and tells every change of state.
public final class Follower {
    /// One change.
    ///
    /// @param where `Stage/Action`, `Stage` for an arrow, `Stage, entry rule Name` for a condition, or `execution`
    /// @param words what the provider said, or why it failed
    public record Change(String at, String where, RunStatus status, String words) {
        /// A line for a terminal.
        public String line() {
            return "%s  %-28s %-21s %s".formatted(at, where, status.words(), words).stripTrailing();
        }
    }

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
    private static final int PATIENCE = 24; // looks, two minutes
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

    private final Runs runs;
    private final Pause pause;
    private final Consumer<Change> told;
    private final Optional<String> approval;
    private final String where;
    private final Map<String, String> known = new HashMap<>();
    private Optional<Ahead> ahead = Optional.empty();
    private int heldUp; // looks
    private final List<Timed> seen = new ArrayList<>();

    /// A change of this look, until it is told.
    private record Timed(Instant at, Change change) {}

    /// @param told hears each change once, in the order it was seen; what one look shows, in the order it happened
    /// @param approval the comment to approve with, each time this execution waits for somebody; empty to wait
    /// @param where the options that name the account, for a command to copy
    public Follower(
            Runs runs,
            Pause pause,
            Consumer<Change> told,
            Optional<String> approval,
            String where) {
        this.where = where;
        this.runs = runs;
        this.pause = pause;
        this.told = told;
        this.approval = approval;
    }

    /// Follows until the execution has ended, or the thread is interrupted. Where approvals are given and another execution holds
    /// this one up with an approval of its own, which nobody asked to give, it is followed for two minutes more.
    ///
    /// @return how it stands then
    public RunStatus follow(String pipeline, String execution) throws AwsRefusal {
        while (true) {
            var snapshot = runs.read(pipeline, execution);
            tell(snapshot, execution);
            var now = execution(snapshot, execution);
            if (now.isPresent() && !now.get().status().isLive()) {
                // its stages were asked first: what ended it may have come between the two answers
                tell(runs.read(pipeline, execution), execution);
                told.accept(
                        new Change(
                                TIME.format(now.get().updated()),
                                "execution",
                                now.get().status(),
                                now.get().summary()));
                return now.get().status();
            }
            if (Thread.currentThread().isInterrupted() || isStuck(snapshot)) {
                return RunStatus.IN_PROGRESS;
            }
            if (!answered(pipeline, snapshot)) {
                pause.rest(BETWEEN_LOOKS);
            }
        }
    }

    private void tell(RunSnapshot snapshot, String execution) throws AwsRefusal {
        ahead = Optional.empty();
        for (var stage : snapshot.stages()) {
            arrow(snapshot, stage, execution);
            rules(snapshot, stage, execution, Moment.ENTRY);
            stage.actions().forEach(action -> tell(snapshot, stage, action));
            rules(snapshot, stage, execution, Moment.SUCCESS);
            rules(snapshot, stage, execution, Moment.FAILURE);
        }
        seen.stream()
                .sorted(Comparator.comparing(Timed::at)) // stable: at one time, as drawn
                .map(Timed::change)
                .forEach(told);
        seen.clear();
    }

    private static Optional<ExecutionRun> execution(RunSnapshot snapshot, String id) {
        return snapshot.executions().stream().filter(e -> e.id().equals(id)).findFirst();
    }

    private void arrow(RunSnapshot snapshot, StageRun stage, String execution) throws AwsRefusal {
        if (stage.waiting().contains(execution)) {
            ahead = stage.closedReason().isPresent() ? Optional.empty() : ahead(snapshot, stage);
            var why =
                    stage.closedReason()
                            .map(r -> "its transition is closed: " + r)
                            .or(() -> ahead.map(Ahead::words))
                            .orElse("another execution is in it");
            change(stage.name(), latest(snapshot), RunStatus.IN_PROGRESS, "waits in front, " + why);
        }
    }

    /// The execution that a stage is locked for.
    ///
    /// @param approval the approval that it waits for, if it does
    /// @see <a href="https://docs.aws.amazon.com/codepipeline/latest/userguide/concepts-how-it-works.html">One execution in a stage at a time</a>
    private record Ahead(String stage, String execution, Optional<String> approval) {
        String words() {
            return "execution "
                    + execution
                    + " is in it"
                    + approval.map(a -> " and waits for the approval " + a).orElse("");
        }

        String advice(String approval, String command) {
            return "left waiting: "
                    + stage
                    + "/"
                    + approval
                    + " is for execution "
                    + execution
                    + ". To approve that one: "
                    + command;
        }
    }

    private Optional<Ahead> ahead(RunSnapshot snapshot, StageRun stage) throws AwsRefusal {
        return runs.read(snapshot.pipeline())
                .stage(stage.name())
                .flatMap(now ->
                        now.execution()
                                .map(other ->
                                        new Ahead(stage.name(), other, approval(now.actions()))));
    }

    private static Optional<String> approval(List<ActionRun> actions) {
        return actions.stream()
                .filter(a -> a.approvalToken().isPresent())
                .map(ActionRun::name)
                .findFirst();
    }

    /// Whether it is time to leave off: to approve what another execution brings is for whoever has looked at that.
    private boolean isStuck(RunSnapshot snapshot) {
        var asked = ahead.filter(_ -> approval.isPresent()).flatMap(Ahead::approval);
        heldUp = asked.isPresent() ? heldUp + 1 : 0;
        if (heldUp < PATIENCE) {
            return false;
        }
        told.accept(
                new Change(
                        TIME.format(latest(snapshot)),
                        "execution",
                        RunStatus.IN_PROGRESS,
                        ahead.map(a -> a.advice(asked.orElse(""), command(snapshot, a)))
                                .orElse("")));
        return true;
    }

    private String command(RunSnapshot snapshot, Ahead other) {
        return "stagecraft watch "
                + snapshot.pipeline()
                + " --execution "
                + other.execution()
                + " "
                + where
                + " --approve";
    }

    /// The newest time that the account told: its clock may go faster than ours.
    private static Instant latest(RunSnapshot snapshot) {
        return snapshot.stages().stream()
                .flatMap(s -> s.actions().stream())
                .flatMap(a -> a.changed().stream())
                .max(Instant::compareTo)
                .orElse(snapshot.taken());
    }

    private void tell(RunSnapshot snapshot, StageRun stage, ActionRun action) {
        if (action.status() != RunStatus.NOT_RUN) {
            change(
                    stage.name() + "/" + action.name(),
                    action.changed().orElse(snapshot.taken()),
                    action.status(),
                    words(action));
        }
    }

    /// What the conditions of the stage say to this execution: where one holds it up, nothing else tells why.
    private void rules(RunSnapshot snapshot, StageRun stage, String execution, Moment moment) {
        if (stage.execution().filter(e -> !e.equals(execution)).isPresent()) {
            return;
        }
        stage.rules().stream()
                .filter(r -> r.moment() == moment)
                .forEach(r ->
                        change(
                                stage.name() + ", " + moment.word() + " rule " + r.name(),
                                r.changed().orElse(snapshot.taken()),
                                r.status(),
                                r.words().lines().findFirst().orElse("")));
    }

    private static String words(ActionRun action) {
        return action.failure()
                .map(f -> f.code() + ": " + f.message())
                .orElse(action.summary())
                .lines()
                .findFirst()
                .orElse("");
    }

    private void change(String where, Instant at, RunStatus status, String words) {
        var state = status + " " + words;
        if (!state.equals(known.put(where, state))) {
            seen.add(new Timed(at, new Change(TIME.format(at), where, status, words)));
        }
    }

    private boolean answered(String pipeline, RunSnapshot snapshot) throws AwsRefusal {
        var any = false;
        for (var stage : snapshot.stages()) {
            for (var action : stage.actions()) {
                if (approval.isPresent() && action.approvalToken().isPresent()) {
                    runs.answer(
                            pipeline,
                            stage.name(),
                            action.name(),
                            action.approvalToken().get(),
                            true,
                            approval.get());
                    any = true;
                }
            }
        }
        return any;
    }
}
