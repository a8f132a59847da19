package io.stagecraft.ui.watch;

import io.stagecraft.aws.AwsRefusal;
import io.stagecraft.aws.Runs;
import io.stagecraft.aws.Runs.Start;
import io.stagecraft.aws.Target;
import io.stagecraft.run.PastAction;
import io.stagecraft.run.RunSnapshot;
import io.stagecraft.run.RunSnapshot.ExecutionRun;
import io.stagecraft.run.RunStatus;
import io.stagecraft.ui.Message;
import io.stagecraft.ui.RunControls;
import io.stagecraft.ui.Workspace;
import io.stagecraft.ui.kit.Ticker;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// Follows the pipeline of the design in the chosen target, and passes on what a person wants done to its runs.
///
/// While something runs the state is read at the target's own pace; a refusal keeps the last snapshot on the screen
/// and slows the reading down, so a throttled account is not asked even more often.
public final class WatchViewModel implements RunControls {
    private static final int SLOWEST = 12; // times the target's pace: a minute at AWS

    private final Workspace workspace;
    private final ReadOnlyObjectProperty<Target> target;
    private final Function<Target, Runs> door;
    private final Ticker ticker;
    private final ReadOnlyObjectWrapper<Boolean> watching = new ReadOnlyObjectWrapper<>(false);
    private final ReadOnlyObjectWrapper<Optional<String>> stale =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Optional<String>> chosen =
            new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty asking = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Optional<Blamed>> blamed =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    private Runnable stopTicking = () -> {};
    private Optional<String> followed = Optional.empty();
    private boolean reading;
    private boolean readAgain;
    private int slowness = 1;
    private int beats;

    /// An action whose failure somebody wants explained.
    public record Blamed(String stage, String action) {}

    /// @param door opens the runs of a target; called off the UI thread
    public WatchViewModel(
            Workspace workspace,
            ReadOnlyObjectProperty<Target> target,
            Function<Target, Runs> door,
            Ticker ticker) {
        this.workspace = workspace;
        this.target = target;
        this.door = door;
        this.ticker = ticker;
        target.addListener((_, _, _) -> leave());
        chosen.addListener((_, _, _) -> read());
        workspace.designProperty().addListener((_, was, now) -> renamed(was.name(), now.name()));
    }

    /// A pipeline that runs keeps the name that it was deployed with. Another design that is opened is none of its business.
    private void renamed(String was, String now) {
        if (!was.equals(now)
                && watching.get()
                && workspace.historyProperty().get().steps().size() > 1
                && !now.equals(pipeline())) {
            workspace.tell(
                    Message.info(
                            "“" + now + "” is another pipeline until it is deployed.",
                            "The run on the screen is still that of “" + pipeline() + "”."));
        }
    }

    /// Whether the canvas shows a run.
    public ReadOnlyObjectProperty<Boolean> watchingProperty() {
        return watching.getReadOnlyProperty();
    }

    /// Why the snapshot on the screen may be old; empty while reading works.
    public ReadOnlyObjectProperty<Optional<String>> staleProperty() {
        return stale.getReadOnlyProperty();
    }

    /// The execution that the canvas shows; empty for the state as it is now.
    public ObjectProperty<Optional<String>> chosenProperty() {
        return chosen;
    }

    /// The failure that somebody asked about last.
    public ReadOnlyObjectProperty<Optional<Blamed>> blamedProperty() {
        return blamed.getReadOnlyProperty();
    }

    /// Starts to follow the pipeline of the design on the screen.
    public void watch() {
        stopTicking.run();
        slowness = 1;
        followed = Optional.of(workspace.design().name());
        watching.set(true);
        stopTicking = ticker.every(pace(), this::beat);
        read();
    }

    /// Goes back to designing.
    public void leave() {
        stopTicking.run();
        stopTicking = () -> {};
        watching.set(false);
        followed = Optional.empty();
        stale.set(Optional.empty());
        blamed.set(Optional.empty());
        chosen.set(Optional.empty());
        workspace.runProperty().set(Optional.empty());
    }

    @Override
    public void start() {
        if (workspace.design().variables().stream().anyMatch(v -> v.defaultValue().isEmpty())) {
            startWith();
        } else {
            start(Start.PLAIN);
        }
    }

    @Override
    public void startWith() {
        asking.set(true);
    }

    /// Starts an execution with what somebody wants of it.
    void start(Start with) {
        var pipeline = pipeline();
        if (pipeline.isBlank()) {
            nameless();
            return;
        }
        chosen.set(Optional.empty());
        act("“" + pipeline + "”: started.", runs -> runs.start(pipeline, with));
    }

    /// Whether values for a start are being asked for.
    BooleanProperty askingProperty() {
        return asking;
    }

    /// Reads what an action wrote in an execution.
    ///
    /// @param then given the lines, oldest first
    /// @param failed given why there are none
    public void log(
            String execution,
            String stage,
            String action,
            Consumer<List<String>> then,
            Consumer<Message> failed) {
        var pipeline = pipeline();
        var where = where();
        workspace
                .background()
                .run(
                        () -> door.apply(where).log(pipeline, execution, stage, action),
                        then,
                        problem -> failed.accept(Refusals.line(problem)));
    }

    /// Reads what actions did in the latest executions.
    ///
    /// @param failed given why it is not known
    public void history(Consumer<List<PastAction>> then, Consumer<Message> failed) {
        var pipeline = pipeline();
        var where = where();
        workspace
                .background()
                .run(
                        () -> door.apply(where).history(pipeline),
                        found -> {
                            if (isWanted(where, pipeline)) {
                                then.accept(found);
                            }
                        },
                        problem -> failed.accept(Refusals.line(problem)));
    }

    @Override
    public void stop(boolean abandon) {
        var pipeline = pipeline();
        running()
                .ifPresentOrElse(
                        run ->
                                act(
                                        "Execution " + brief(run.id()) + ": stopping.",
                                        runs ->
                                                runs.stop(
                                                        pipeline,
                                                        run.id(),
                                                        abandon,
                                                        "Stopped in Stagecraft")),
                        () ->
                                workspace.tell(
                                        Message.info("“" + pipeline + "”: nothing is running.")));
    }

    @Override
    public void answer(String stage, String action, boolean approved, String comment) {
        var pipeline = pipeline();
        var token =
                workspace
                        .runProperty()
                        .get()
                        .flatMap(r -> r.stage(stage))
                        .flatMap(s -> s.action(action))
                        .flatMap(RunSnapshot.ActionRun::approvalToken);
        token.ifPresentOrElse(
                given ->
                        act(
                                "“" + action + "”: " + (approved ? "approved." : "rejected."),
                                runs ->
                                        runs.answer(
                                                pipeline, stage, action, given, approved, comment)),
                () -> workspace.tell(Message.info("“" + action + "”: no answer is waited for.")));
    }

    @Override
    public void retry(String stage, boolean allActions) {
        var pipeline = pipeline();
        workspace
                .runProperty()
                .get()
                .flatMap(r -> r.stage(stage))
                .flatMap(RunSnapshot.StageRun::execution)
                .ifPresentOrElse(
                        execution ->
                                act(
                                        "“"
                                                + stage
                                                + "”: "
                                                + (allActions ? "all of it" : "what failed")
                                                + " runs again.",
                                        runs -> runs.retry(pipeline, stage, execution, allActions)),
                        () -> workspace.tell(Message.info("“" + stage + "”: has not run yet.")));
    }

    @Override
    public void open(String stage) {
        var pipeline = pipeline();
        act("Transition into “" + stage + "”: enabled.", runs -> runs.open(pipeline, stage));
    }

    @Override
    public void close(String stage, String reason) {
        var pipeline = pipeline();
        act(
                "Transition into “" + stage + "”: disabled.",
                runs -> runs.close(pipeline, stage, reason));
    }

    @Override
    public void showFailure(String stage, String action) {
        blamed.set(Optional.empty()); // asked again, it is told again
        blamed.set(Optional.of(new Blamed(stage, action)));
    }

    private void beat() {
        beats++;
        var calm = workspace.runProperty().get().map(r -> !r.isLive()).orElse(false);
        if (beats % slowness == 0 && (!calm || beats % SLOWEST == 0)) {
            read();
        }
    }

    private void read() {
        readAgain = reading;
        if (!watching.get() || reading) {
            return;
        }
        reading = true;
        var pipeline = pipeline();
        var where = where();
        var execution = chosen.get();
        workspace
                .background()
                .run(
                        () -> snapshot(door.apply(where), pipeline, execution),
                        found -> arrived(where, pipeline, execution, found),
                        problem -> missed(where, pipeline, problem));
    }

    private static RunSnapshot snapshot(Runs runs, String pipeline, Optional<String> execution)
            throws AwsRefusal {
        return execution.isPresent() ? runs.read(pipeline, execution.get()) : runs.read(pipeline);
    }

    private void arrived(
            Target from, String pipeline, Optional<String> execution, RunSnapshot found) {
        reading = false;
        slowness = 1;
        if (isWanted(from, pipeline) && execution.equals(chosen.get())) {
            stale.set(Optional.empty());
            workspace.runProperty().set(Optional.of(found));
            if (readAgain) {
                read();
            }
        } else {
            read();
        }
    }

    private void missed(Target from, String pipeline, Exception problem) {
        reading = false;
        if (!isWanted(from, pipeline)) {
            read();
            return;
        }
        slowness = Math.min(SLOWEST, slowness * 2);
        var line = Refusals.line(problem);
        if (workspace.runProperty().get().isEmpty()) {
            leave();
            workspace.tell(Message.failure(line.text(), line.advice()));
        } else {
            stale.set(Optional.of(line.text()));
        }
    }

    /// A design that names its region is deployed there, wherever the target looks by itself.
    private Target where() {
        return target.get().in(workspace.design().home().region());
    }

    /// Whether an answer is about what is watched by now: another design may be open, or another target chosen.
    private boolean isWanted(Target from, String pipeline) {
        return watching.get() && from.equals(where()) && pipeline.equals(pipeline());
    }

    private void look() {
        if (watching.get()) {
            read();
        } else {
            watch();
        }
    }

    private void act(String done, Deed deed) {
        var where = where();
        workspace
                .background()
                .run(
                        () -> {
                            deed.with(door.apply(where));
                            return done;
                        },
                        line -> {
                            workspace.tell(Message.done(line));
                            look();
                        },
                        problem -> {
                            workspace.tell(Refusals.line(problem));
                            read();
                        });
    }

    @FunctionalInterface
    private interface Deed {
        void with(Runs runs) throws AwsRefusal;
    }

    private Optional<ExecutionRun> running() {
        return workspace
                .runProperty()
                .get()
                .flatMap(r ->
                        r.executions().stream()
                                .filter(e -> e.status() == RunStatus.IN_PROGRESS)
                                .findFirst());
    }

    private Duration pace() {
        return target.get().pace();
    }

    private void nameless() {
        workspace.tell(
                Message.failure(
                        "This pipeline has no name yet.",
                        "Give it one in the inspector, deploy it, then run it."));
    }

    /// The name of the pipeline that is followed, or that the design would be deployed as.
    public String pipeline() {
        return followed.orElseGet(() -> workspace.design().name());
    }

    private static String brief(String execution) {
        return execution.substring(0, Math.min(8, execution.length()));
    }
}
