package io.stagecraft.ui.watch;

import io.stagecraft.aws.Target;
import io.stagecraft.ui.Message;
import io.stagecraft.ui.TrainerControls;
import io.stagecraft.ui.Workspace;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// What is broken on purpose in the pipeline of the design, in the chosen target. Read again with each state of the run:
/// what breaks only once is whole after it has struck.
public final class TrainerViewModel implements TrainerControls {
    private final Workspace workspace;
    private final ReadOnlyObjectProperty<Target> target;
    private final Supplier<String> pipeline;
    private final Function<Target, Optional<TrainerDoor>> doors;
    private final ReadOnlyObjectWrapper<List<Broken>> broken =
            new ReadOnlyObjectWrapper<>(List.of());
    private boolean reading;
    private boolean readAgain;

    /// @param pipeline the name of the one that runs, or that the design would be deployed as
    /// @param doors the trainer's door of a target; nothing for an account that is real
    public TrainerViewModel(
            Workspace workspace,
            ReadOnlyObjectProperty<Target> target,
            Supplier<String> pipeline,
            Function<Target, Optional<TrainerDoor>> doors) {
        this.workspace = workspace;
        this.target = target;
        this.pipeline = pipeline;
        this.doors = doors;
        target.subscribe(_ -> read());
        workspace.runProperty().subscribe(_ -> read());
        workspace
                .designProperty()
                .subscribe((was, now) -> {
                    if (!was.name().equals(now.name())) {
                        read();
                    }
                });
    }

    @Override
    public boolean isOffered() {
        return door().isPresent();
    }

    @Override
    public List<Kind> kinds() {
        return door().map(TrainerDoor::kinds).orElse(List.of());
    }

    @Override
    public ReadOnlyObjectProperty<List<Broken>> brokenProperty() {
        return broken.getReadOnlyProperty();
    }

    @Override
    public void breakIt(String action, Kind kind, String detail, boolean stays) {
        var pipeline = pipeline();
        var how = kind.title().toLowerCase(Locale.ROOT);
        act(
                "“%s”: %s %s."
                        .formatted(
                                action,
                                how,
                                stays ? "until it is mended" : "the next time it runs"),
                door -> door.breakIt(pipeline, action, kind, detail, stays));
    }

    @Override
    public void mend(String action) {
        var pipeline = pipeline();
        act("“" + action + "”: mended.", door -> door.mend(pipeline, action));
    }

    private void act(String done, Consumer<TrainerDoor> deed) {
        door().ifPresent(door ->
                workspace
                        .background()
                        .run(
                                () -> {
                                    deed.accept(door);
                                    return done;
                                },
                                line -> {
                                    workspace.tell(Message.done(line));
                                    read();
                                },
                                this::refused));
    }

    private void refused(Exception problem) {
        workspace.tell(Message.failure(String.valueOf(problem.getMessage()), ""));
    }

    private void read() {
        var door = door();
        if (door.isEmpty()) {
            broken.set(List.of());
            return;
        }
        readAgain = reading;
        if (reading) {
            return;
        }
        reading = true;
        var from = target.get();
        var pipeline = pipeline();
        workspace
                .background()
                .run(
                        () -> door.get().broken(pipeline),
                        found -> arrived(from, pipeline, found),
                        _ -> arrived(from, pipeline, List.of())); // it has closed with the window
    }

    private void arrived(Target from, String pipeline, List<Broken> found) {
        reading = false;
        if (from.equals(target.get()) && pipeline.equals(pipeline()) && !readAgain) {
            if (!found.equals(broken.get())) {
                broken.set(found);
            }
        } else {
            read();
        }
    }

    private Optional<TrainerDoor> door() {
        return doors.apply(target.get());
    }

    private String pipeline() {
        return pipeline.get();
    }
}
