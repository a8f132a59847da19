package io.stagecraft.ui.shell;

import io.stagecraft.model.Design;
import io.stagecraft.ui.Message;
import io.stagecraft.ui.Workspace;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// The file behind the window: new, open, save, import, export. What goes wrong is one line in the message bar.
public final class DocumentViewModel {
    private final Workspace workspace;
    private final Documents documents;
    private boolean saving;
    private Optional<Runnable> waiting = Optional.empty();
    private final ReadOnlyObjectWrapper<Optional<Overtaken>> overtaken =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Path>> recent = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Documents.Starter>> starters =
            new ReadOnlyObjectWrapper<>(List.of());

    /// A save that was not done, since somebody else has changed the file meanwhile.
    ///
    /// @param then what was to be done once it is on the disk
    record Overtaken(Path file, Runnable then) {}

    public DocumentViewModel(Workspace workspace, Documents documents) {
        this.workspace = workspace;
        this.documents = documents;
        work(documents::recent, recent::set);
        work(documents::starters, starters::set);
        // also the one that the program was started with
        workspace.fileProperty().subscribe(file -> file.ifPresent(this::remember));
    }

    public ReadOnlyObjectProperty<List<Path>> recentProperty() {
        return recent.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<Documents.Starter>> startersProperty() {
        return starters.getReadOnlyProperty();
    }

    /// The save that waits for an answer: what is in the file now is somebody else's work.
    ReadOnlyObjectProperty<Optional<Overtaken>> overtakenProperty() {
        return overtaken.getReadOnlyProperty();
    }

    public List<Documents.Format> formats() {
        return documents.formats();
    }

    public boolean isDirty() {
        return workspace.isDirty();
    }

    public Optional<Path> file() {
        return workspace.fileProperty().get();
    }

    /// Begins with an empty pipeline.
    public void begin() {
        workspace.open(Design.empty("pipeline"), Optional.empty());
    }

    /// Begins with a starter.
    public void begin(Documents.Starter starter) {
        work(
                () -> documents.starter(starter.name()),
                design -> workspace.open(design, Optional.empty()));
    }

    public void open(Path file) {
        work(() -> documents.open(file), design -> workspace.open(design, Optional.of(file)));
    }

    /// Writes the design as it is now, unless somebody else has changed its file since it was read or saved here.
    ///
    /// @param then what to do once it is on the disk
    public void save(Path file, Runnable then) {
        save(file, then, file().filter(f -> isSame(f, file)).isPresent());
    }

    /// Writes the design as it is now, over whatever is there.
    void overwrite(Path file, Runnable then) {
        save(file, then, false);
    }

    private void save(Path file, Runnable then, boolean careful) {
        if (saving) { // two writers of one file: the older must not land last
            waiting = Optional.of(() -> save(file, then, careful));
            return;
        }
        saving = true;
        var design = workspace.design();
        var known = workspace.savedProperty().get();
        workspace
                .background()
                .run(
                        () -> {
                            if (careful && !documents.isStill(file, known)) {
                                return false;
                            }
                            documents.save(file, design);
                            return true;
                        },
                        written -> {
                            if (written) {
                                workspace.markSaved(design, file);
                                then.run();
                            } else {
                                overtaken.set(Optional.empty()); // asked again, if need be
                                overtaken.set(Optional.of(new Overtaken(file, then)));
                            }
                            saved();
                        },
                        problem -> {
                            workspace.tell(refused(problem));
                            saved();
                        });
    }

    private static boolean isSame(Path one, Path other) {
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    private void saved() {
        saving = false;
        var next = waiting;
        waiting = Optional.empty();
        next.ifPresent(Runnable::run);
    }

    private void remember(Path file) {
        work(
                () -> {
                    documents.remember(file);
                    return documents.recent();
                },
                recent::set);
    }

    public void importFile(Path file) {
        work(
                () -> documents.importFile(file),
                found -> {
                    workspace.openUnsaved(found.design());
                    workspace.tell(imported(file, found));
                });
    }

    private static Message imported(Path file, Documents.Imported found) {
        var from = "Imported " + found.design().name() + " from " + file.getFileName() + ".";
        return found.notes().isEmpty()
                ? Message.done(from)
                : new Message(
                        Message.Kind.WARNING,
                        from + " " + found.notes().size() + " things to know:",
                        String.join(" ", found.notes()));
    }

    public void export(Documents.Format format, Path folder) {
        var design = workspace.design();
        work(
                () -> documents.export(format, design, folder),
                written -> workspace.tell(exported(format, folder, written)));
    }

    private static Message exported(
            Documents.Format format, Path folder, Documents.Exported written) {
        int count = written.files().size();
        var line =
                "Wrote "
                        + count
                        + (count == 1 ? " file" : " files")
                        + " as "
                        + format.title()
                        + " into "
                        + folder
                        + ".";
        return written.notes().isEmpty()
                ? Message.done(line)
                : new Message(Message.Kind.WARNING, line, String.join(" ", written.notes()));
    }

    private <T> void work(Callable<T> what, Consumer<T> done) {
        workspace.background().run(what, done, problem -> workspace.tell(refused(problem)));
    }

    private static Message refused(Exception problem) {
        var line = problem.getMessage();
        return Message.failure(line == null ? problem.getClass().getSimpleName() : line, "");
    }
}
