package io.stagecraft.ui.executions;

import io.stagecraft.run.RunSnapshot;
import io.stagecraft.run.RunSnapshot.ActionRun;
import io.stagecraft.run.RunSnapshot.ExecutionRun;
import io.stagecraft.run.RunSnapshot.StageRun;
import io.stagecraft.run.RunStatus;
import io.stagecraft.ui.Workspace;
import io.stagecraft.ui.kit.Elapsed;
import io.stagecraft.ui.watch.WatchViewModel;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/// The execution list and the failure that is worth reading first.
public final class ExecutionsViewModel {
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("d MMM HH:mm:ss");

    private final Workspace workspace;
    private final WatchViewModel watch;
    private final ZoneId zone;
    private final ReadOnlyObjectWrapper<List<ExecutionRun>> executions =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Cause>> cause =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Bar>> timeline =
            new ReadOnlyObjectWrapper<>(List.of());

    /// Why something failed, and where.
    ///
    /// @param log the last lines the action wrote
    public record Cause(
            String stage, String action, String code, String message, List<String> log) {
        public Cause {
            log = List.copyOf(log);
        }
    }

    /// One action's share of the time that the run took.
    ///
    /// @param from 0–1, where it began
    /// @param to 0–1, where it ended or stands now
    public record Bar(
            String stage, String action, RunStatus status, double from, double to, Duration took) {}

    /// @param zone in which times are shown
    public ExecutionsViewModel(Workspace workspace, WatchViewModel watch, ZoneId zone) {
        this.workspace = workspace;
        this.watch = watch;
        this.zone = zone;
        workspace.runProperty().subscribe(this::take);
        watch.blamedProperty().subscribe(_ -> explain());
    }

    /// Newest first.
    public ReadOnlyObjectProperty<List<ExecutionRun>> executionsProperty() {
        return executions.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Cause>> causeProperty() {
        return cause.getReadOnlyProperty();
    }

    /// When the actions of the run on the canvas ran, in the order they started.
    public ReadOnlyObjectProperty<List<Bar>> timelineProperty() {
        return timeline.getReadOnlyProperty();
    }

    public WatchViewModel watch() {
        return watch;
    }

    /// Shows an execution on the canvas; the newest one means the state as it is now.
    public void choose(ExecutionRun execution) {
        var all = executions.get();
        var isNewest = !all.isEmpty() && all.getFirst().id().equals(execution.id());
        watch.chosenProperty().set(isNewest ? Optional.empty() : Optional.of(execution.id()));
    }

    /// Runs the stage of the explained failure again.
    public void retry() {
        cause.get().ifPresent(c -> watch.retry(c.stage(), false));
    }

    public String started(ExecutionRun execution) {
        return DAY_AND_TIME.format(execution.started().atZone(zone));
    }

    /// How long it took, or has taken by the time of the snapshot.
    public String took(ExecutionRun execution) {
        var end =
                execution.status().isLive()
                        ? workspace
                                .runProperty()
                                .get()
                                .map(RunSnapshot::taken)
                                .orElse(execution.updated())
                        : execution.updated();
        return Elapsed.text(Duration.between(execution.started(), end));
    }

    private void take(Optional<RunSnapshot> snapshot) {
        executions.set(snapshot.map(RunSnapshot::executions).orElse(List.of()));
        timeline.set(snapshot.map(r -> bars(r, watch.chosenProperty().get())).orElse(List.of()));
        explain();
    }

    private void explain() {
        var snapshot = workspace.runProperty().get();
        var asked =
                watch.blamedProperty()
                        .get()
                        .flatMap(b -> snapshot.flatMap(r -> cause(r, b.stage(), b.action())));
        cause.set(asked.or(() -> snapshot.flatMap(ExecutionsViewModel::first)));
    }

    private static Optional<Cause> first(RunSnapshot run) {
        return run.stages().stream()
                .flatMap(s -> s.actions().stream().flatMap(a -> cause(s, a).stream()))
                .findFirst();
    }

    private static Optional<Cause> cause(RunSnapshot run, String stage, String action) {
        return run.stage(stage).flatMap(s -> s.action(action).flatMap(a -> cause(s, a)));
    }

    private static Optional<Cause> cause(StageRun stage, ActionRun action) {
        return action.failure()
                .map(f ->
                        new Cause(
                                stage.name(), action.name(), f.code(), f.message(), action.log()));
    }

    /// Stages hold what ran in them last, which may be an earlier execution; only the one on the canvas is timed.
    private static List<Bar> bars(RunSnapshot run, Optional<String> chosen) {
        var execution =
                chosen.or(() -> run.executions().stream().findFirst().map(ExecutionRun::id));
        var stages =
                run.stages().stream()
                        .filter(s -> s.execution().isPresent() && s.execution().equals(execution))
                        .toList();
        var actions = stages.stream().flatMap(s -> s.actions().stream()).toList();
        var started = actions.stream().flatMap(a -> a.started().stream()).min(Instant::compareTo);
        if (started.isEmpty()) {
            return List.of();
        }
        var end =
                actions.stream().map(a -> end(run, a)).max(Instant::compareTo).orElse(run.taken());
        double whole = Math.max(1, Duration.between(started.get(), end).toMillis());
        return stages.stream()
                .flatMap(s ->
                        s.actions().stream()
                                .filter(a -> a.started().isPresent())
                                .map(a -> bar(run, s, a, started.get(), whole)))
                .toList();
    }

    private static Bar bar(
            RunSnapshot run, StageRun stage, ActionRun action, Instant zero, double whole) {
        var from = action.started().orElse(zero);
        var to = end(run, action);
        return new Bar(
                stage.name(),
                action.name(),
                action.status(),
                Duration.between(zero, from).toMillis() / whole,
                Duration.between(zero, to).toMillis() / whole,
                Duration.between(from, to));
    }

    private static Instant end(RunSnapshot run, ActionRun action) {
        return action.status().isLive()
                ? run.taken()
                : action.changed().or(action::started).orElse(run.taken());
    }
}
