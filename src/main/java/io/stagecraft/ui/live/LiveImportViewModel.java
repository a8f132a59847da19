package io.stagecraft.ui.live;

import io.stagecraft.aws.Target;
import io.stagecraft.ui.Message;
import io.stagecraft.ui.Workspace;
import io.stagecraft.ui.shell.Documents;
import io.stagecraft.ui.watch.Refusals;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// From the list of a target's pipelines to the design of one. What was given up meanwhile is dropped when it comes.
public final class LiveImportViewModel {
    /// Where it stands.
    public sealed interface Phase {
        /// Nobody asks.
        record Idle() implements Phase {}

        /// The list is being read.
        record Listing() implements Phase {}

        /// The list is there.
        record Listed(List<String> names) implements Phase {
            public Listed {
                names = List.copyOf(names);
            }
        }

        /// A pipeline is being read.
        record Reading(String name) implements Phase {}

        /// It did not work.
        ///
        /// @param why what, where and what to do, in a line
        record Refused(String why) implements Phase {}
    }

    private final Workspace workspace;
    private final ReadOnlyObjectProperty<Target> target;
    private final LiveDoor door;
    private final ReadOnlyObjectWrapper<Phase> phase =
            new ReadOnlyObjectWrapper<>(new Phase.Idle());
    private Target from;
    private int asked;

    public LiveImportViewModel(
            Workspace workspace, ReadOnlyObjectProperty<Target> target, LiveDoor door) {
        this.workspace = workspace;
        this.target = target;
        this.door = door;
        from = target.get();
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /// The account and region that are looked into.
    public Target from() {
        return from;
    }

    /// Lists what runs in the chosen target.
    public void begin() {
        list(target.get().region());
    }

    /// Lists what runs in a region of the chosen target.
    public void list(String region) {
        var where = target.get().in(region.strip());
        from = where;
        phase.set(new Phase.Listing());
        work(() -> door.list(where), names -> phase.set(new Phase.Listed(names)));
    }

    /// Makes a design of a pipeline and opens it.
    public void read(String name) {
        var where = from;
        phase.set(new Phase.Reading(name));
        work(
                () -> door.read(where, name),
                found -> {
                    phase.set(new Phase.Idle());
                    workspace.openUnsaved(found.design());
                    workspace.tell(imported(name, where, found.notes()));
                });
    }

    /// Gives up; the design on the screen stays.
    public void cancel() {
        asked++;
        phase.set(new Phase.Idle());
    }

    private <T> void work(Callable<T> what, Consumer<T> done) {
        int mine = ++asked;
        workspace
                .background()
                .run(
                        what,
                        found -> {
                            if (mine == asked) {
                                done.accept(found);
                            }
                        },
                        problem -> {
                            if (mine == asked) {
                                phase.set(new Phase.Refused(line(problem)));
                            }
                        });
    }

    private static String line(Exception problem) {
        if (problem instanceof Documents.Trouble) {
            return String.valueOf(problem.getMessage());
        }
        var line = Refusals.line(problem);
        return (line.text() + " " + line.advice()).strip();
    }

    private static Message imported(String name, Target where, List<String> notes) {
        var line = "“%s”: imported from %s in %s.".formatted(name, where.name(), where.region());
        return notes.isEmpty()
                ? Message.done(line)
                : new Message(
                        Message.Kind.WARNING,
                        line
                                + (notes.size() == 1
                                        ? " One thing to know:"
                                        : " " + notes.size() + " things to know:"),
                        String.join(" ", notes));
    }

    /// The names, where they are there.
    Optional<List<String>> names() {
        return phase.get() instanceof Phase.Listed(var names)
                ? Optional.of(names)
                : Optional.empty();
    }
}
