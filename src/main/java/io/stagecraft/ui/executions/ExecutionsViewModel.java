package io.stagecraft.ui.executions;

import io.stagecraft.iam.Refusals;
import io.stagecraft.model.Action;
import io.stagecraft.model.ActionId;
import io.stagecraft.run.RunSnapshot;
import io.stagecraft.run.RunSnapshot.ActionRun;
import io.stagecraft.run.RunSnapshot.ExecutionRun;
import io.stagecraft.run.RunSnapshot.StageRun;
import io.stagecraft.run.RunStatus;
import io.stagecraft.ui.Selection;
import io.stagecraft.ui.Sought;
import io.stagecraft.ui.Workspace;
import io.stagecraft.ui.kit.Elapsed;
import io.stagecraft.ui.watch.WatchViewModel;
import io.stagecraft.ui.watch.WatchViewModel.Blamed;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

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

    private final ReadOnlyObjectWrapper<Optional<Detail>> detail =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Log> log =
            new ReadOnlyObjectWrapper<>(new Log.Lines(List.of()));
    private Optional<Blamed> opened = Optional.empty();

    /// Why something failed, and where.
    ///
    /// @param log the last lines the action wrote
    public record Cause(
            String stage, String action, String code, String message, List<String> log) {
        public Cause {
            log = List.copyOf(log);
        }
    }

    /// What is known of one action of the run on the canvas.
    ///
    /// @param execution the execution it ran in
    /// @param started and ended in words; empty where it has not
    /// @param failure AWS's code and message, or empty
    public record Detail(
            String execution,
            String stage,
            String action,
            RunStatus status,
            String started,
            String ended,
            String took,
            String summary,
            String failure,
            Optional<String> url) {}

    /// What an action wrote.
    public sealed interface Log {
        /// It is being read.
        record Reading() implements Log {}

        /// Its last lines, oldest first.
        record Lines(List<String> lines) implements Log {
            public Lines {
                lines = List.copyOf(lines);
            }
        }

        /// Why it could not be read, in a line.
        record Unread(String why) implements Log {}
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
        watch.blamedProperty()
                .subscribe(asked -> {
                    explain();
                    asked.ifPresent(this::tell);
                });
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

    /// The action that somebody wants to know more of.
    public ReadOnlyObjectProperty<Optional<Detail>> detailProperty() {
        return detail.getReadOnlyProperty();
    }

    /// What that action wrote.
    public ReadOnlyObjectProperty<Log> logProperty() {
        return log.getReadOnlyProperty();
    }

    /// Tells more of an action, and shows it on the canvas.
    public void open(Bar bar) {
        tell(new Blamed(bar.stage(), bar.action()));
        drawn(bar.stage(), bar.action())
                .ifPresent(id ->
                        workspace
                                .selectionProperty()
                                .set(Selection.of(new Selection.OfAction(id))));
    }

    private void tell(Blamed action) {
        opened = Optional.of(action);
        detail.set(workspace.runProperty().get().flatMap(r -> detail(r, action)));
        readLog();
    }

    /// Goes back to all actions.
    public void closeDetail() {
        opened = Optional.empty();
        detail.set(Optional.empty());
    }

    /// Reads the log of the action that is told of, again.
    public void readLog() {
        detail.get()
                .ifPresent(d -> {
                    log.set(new Log.Reading());
                    watch.log(
                            d.execution(),
                            d.stage(),
                            d.action(),
                            lines -> arrived(d, new Log.Lines(lines)),
                            why -> arrived(d, new Log.Unread(why.text())));
                });
    }

    /// An answer about an action that is no longer told of is dropped.
    private void arrived(Detail asked, Log found) {
        if (detail.get()
                .filter(d ->
                        d.execution().equals(asked.execution())
                                && d.stage().equals(asked.stage())
                                && d.action().equals(asked.action()))
                .isPresent()) {
            log.set(found);
        }
    }

    private Optional<ActionId> drawn(String stage, String action) {
        return workspace.design().stages().stream()
                .filter(s -> s.name().equals(stage))
                .flatMap(s -> s.actions().stream())
                .filter(a -> a.name().equals(action))
                .map(Action::id)
                .findFirst();
    }

    private Optional<Detail> detail(RunSnapshot run, Blamed action) {
        return run.stage(action.stage())
                .flatMap(s -> s.action(action.action()).map(a -> detail(run, s, a)));
    }

    private Detail detail(RunSnapshot run, StageRun stage, ActionRun action) {
        return new Detail(
                watch.chosenProperty().get().or(stage::execution).orElse(""),
                stage.name(),
                action.name(),
                action.status(),
                action.started().map(this::time).orElse(""),
                action.status().isLive() ? "" : action.changed().map(this::time).orElse(""),
                action.started()
                        .map(s -> Elapsed.text(Duration.between(s, end(run, action))))
                        .orElse(""),
                action.summary(),
                action.failure().map(f -> f.code() + ": " + f.message()).orElse(""),
                action.externalUrl());
    }

    private String time(Instant at) {
        return DAY_AND_TIME.format(at.atZone(zone));
    }

    /// The permission that the explained failure is about; nothing where it failed for another reason.
    public Optional<Refusals.Denied> denied() {
        return cause.get().flatMap(c -> Refusals.denied(c.message()));
    }

    /// Leads to the permission that was missing.
    public void showPermission() {
        cause.get()
                .ifPresent(c ->
                        denied().ifPresent(d ->
                                workspace.seek(
                                        new Sought(drawn(c.stage(), c.action()), d.call()))));
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
    ///
    /// @param allActions false repeats only what failed
    public void retry(boolean allActions) {
        cause.get().ifPresent(c -> watch.retry(c.stage(), allActions));
    }

    public String started(ExecutionRun execution) {
        return time(execution.started());
    }

    /// How long it took; while it runs, how long it has taken by the time of the latest snapshot.
    public ObservableValue<String> tookProperty(ExecutionRun execution) {
        return workspace.runProperty().map(_ -> took(execution));
    }

    private String took(ExecutionRun execution) {
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
        if (snapshot.isEmpty()) {
            closeDetail(); // an action of that name in another pipeline is not the one that was
            // asked about
        }
        var before = detail.get();
        detail.set(opened.flatMap(b -> snapshot.flatMap(r -> detail(r, b))));
        if (!detail.get()
                .map(ExecutionsViewModel::attempt)
                .equals(before.map(ExecutionsViewModel::attempt))) {
            readLog();
        }
        explain();
    }

    /// What one log is of: a stage that is retried writes another one under the same execution.
    private static List<String> attempt(Detail detail) {
        return List.of(detail.execution(), detail.started(), detail.status().name());
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
