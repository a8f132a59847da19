package io.stagecraft.ui;

import io.stagecraft.blueprint.Blueprint;
import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.edit.Edit;
import io.stagecraft.edit.History;
import io.stagecraft.model.Design;
import io.stagecraft.run.RunSnapshot;
import io.stagecraft.ui.kit.Background;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Problem;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What is open: the design with its history, what is selected, and what is known about it so far.
///
/// All of it changes on the UI thread only; checks and plans are worked out in the background, and an answer
/// about a design that is no longer on the screen is dropped.
public final class Workspace {
    private final ActionCatalog catalog;
    private final Function<Design, List<Problem>> checks;
    private final Function<Design, Blueprint> planner;
    private final Background background;

    private final ReadOnlyObjectWrapper<History> history;
    private final ReadOnlyObjectWrapper<Design> design;
    private final ReadOnlyObjectWrapper<List<Problem>> problems =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Checking> checking =
            new ReadOnlyObjectWrapper<>(new Checking.Pending());
    private final ReadOnlyObjectWrapper<Optional<Blueprint>> blueprint =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Selection> selection = new SimpleObjectProperty<>(Selection.NONE);
    private final ObjectProperty<Optional<RunSnapshot>> run =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Path>> file =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<About>> asked =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Message>> message =
            new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Sought>> sought =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Design> saved;

    /// @param checks the rules; called off the UI thread
    /// @param planner works the blueprint out; called off the UI thread, and may throw on a design too wrong to plan
    public Workspace(
            ActionCatalog catalog,
            Function<Design, List<Problem>> checks,
            Function<Design, Blueprint> planner,
            Background background,
            Design start) {
        this.catalog = catalog;
        this.checks = checks;
        this.planner = planner;
        this.background = background;
        history = new ReadOnlyObjectWrapper<>(History.of(start));
        design = new ReadOnlyObjectWrapper<>(start);
        saved = new ReadOnlyObjectWrapper<>(start);
        work(start);
    }

    public ActionCatalog catalog() {
        return catalog;
    }

    public Background background() {
        return background;
    }

    public Design design() {
        return design.get();
    }

    public ReadOnlyObjectProperty<Design> designProperty() {
        return design.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<History> historyProperty() {
        return history.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<Problem>> problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    /// How the latest check went: its problems are those of the design on the screen, or for a few frames of the one before it.
    public ReadOnlyObjectProperty<Checking> checkingProperty() {
        return checking.getReadOnlyProperty();
    }

    /// The plan for the design on the screen, or for the last one that could be planned.
    public ReadOnlyObjectProperty<Optional<Blueprint>> blueprintProperty() {
        return blueprint.getReadOnlyProperty();
    }

    public ObjectProperty<Selection> selectionProperty() {
        return selection;
    }

    /// The run that the canvas shows; empty while designing.
    public ObjectProperty<Optional<RunSnapshot>> runProperty() {
        return run;
    }

    /// The file it was opened from or saved to.
    public ObjectProperty<Optional<Path>> fileProperty() {
        return file;
    }

    /// The thing somebody asked to be shown: canvas and inspector go there and give it the focus.
    public ObjectProperty<Optional<About>> askedProperty() {
        return asked;
    }

    /// Asks to be shown `about`, again if need be.
    public void show(About about) {
        asked.set(Optional.empty());
        asked.set(Optional.of(about));
    }

    /// The permission that somebody asked to be shown: the permissions panel goes there.
    public ReadOnlyObjectProperty<Optional<Sought>> soughtProperty() {
        return sought.getReadOnlyProperty();
    }

    /// Asks to be shown a permission, again if need be.
    public void seek(Sought permission) {
        sought.set(Optional.empty());
        sought.set(Optional.of(permission));
    }

    /// The line that the window shows at its edge until it is closed or another one comes.
    public ObjectProperty<Optional<Message>> messageProperty() {
        return message;
    }

    /// Tells the person something.
    public void tell(Message line) {
        message.set(Optional.of(line));
    }

    /// The design as it stands in the file.
    public ReadOnlyObjectProperty<Design> savedProperty() {
        return saved.getReadOnlyProperty();
    }

    public boolean isDirty() {
        return !saved.get().equals(design.get());
    }

    /// Notes that `written` is what the file holds now.
    public void markSaved(Design written, Path path) {
        saved.set(written);
        file.set(Optional.of(path));
    }

    public void apply(Edit edit) {
        moveTo(history.get().then(edit));
    }

    public void undo() {
        moveTo(history.get().undo());
    }

    public void redo() {
        moveTo(history.get().redo());
    }

    /// Opens another design; its history begins here.
    public void open(Design opened, Optional<Path> path) {
        saved.set(opened);
        file.set(path);
        selection.set(Selection.NONE);
        run.set(Optional.empty());
        sought.set(Optional.empty());
        moveTo(History.of(opened));
    }

    /// Opens a design that is in no file of ours yet, such as an imported one: closing it asks first.
    public void openUnsaved(Design opened) {
        open(opened, Optional.empty());
        saved.set(Design.empty("")); // nothing of it is in a file
    }

    private void moveTo(History next) {
        history.set(next);
        if (!next.now().equals(design.get())) {
            design.set(next.now());
            work(next.now());
        }
    }

    /// First the checks, then the plan, and none of a design that has been edited since: the frame that shows the edit needs
    /// a processor, too.
    private void work(Design of) {
        background.run(
                () -> checks.apply(of),
                found ->
                        keep(
                                of,
                                () -> {
                                    checked(found, new Checking.Done());
                                    plan(of);
                                }),
                broken ->
                        keep(
                                of,
                                () -> {
                                    uncheckable(broken);
                                    plan(of);
                                }));
    }

    private void plan(Design of) {
        background.run(
                () -> planner.apply(of),
                plan -> keep(of, () -> blueprint.set(Optional.of(plan))),
                broken ->
                        keep(of, () -> tell(failure("This design could not be planned", broken))));
    }

    private void checked(List<Problem> found, Checking how) {
        checking.set(how);
        problems.set(found);
    }

    /// What was found about an earlier design is no answer about this one.
    private void uncheckable(Exception broken) {
        var line = failure("This design could not be checked", broken);
        checked(List.of(), new Checking.Broken(line.text()));
        tell(line);
    }

    private static Message failure(String what, Exception broken) {
        var why = broken.getMessage();
        return Message.failure(
                what + ": " + (why == null ? broken.getClass().getSimpleName() : why) + ".",
                "Undo the last change, or save it and report what it was.");
    }

    private void keep(Design of, Runnable result) {
        background.afterFrame(() -> {
            if (of == design.get()) {
                result.run();
            }
        });
    }
}
