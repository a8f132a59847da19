package io.stagecraft.ui.canvas;

import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.edit.AddStage;
import io.stagecraft.edit.Clip;
import io.stagecraft.edit.Connect;
import io.stagecraft.edit.Delete;
import io.stagecraft.edit.Disconnect;
import io.stagecraft.edit.Duplicate;
import io.stagecraft.edit.Edit;
import io.stagecraft.edit.Expert;
import io.stagecraft.edit.MoveStage;
import io.stagecraft.edit.Paste;
import io.stagecraft.edit.Place;
import io.stagecraft.edit.RenameAction;
import io.stagecraft.edit.RenameStage;
import io.stagecraft.edit.SetTransition;
import io.stagecraft.edit.Several;
import io.stagecraft.model.Action;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.ActionType;
import io.stagecraft.model.Category;
import io.stagecraft.model.Design;
import io.stagecraft.model.Stage;
import io.stagecraft.model.StageId;
import io.stagecraft.model.Transition;
import io.stagecraft.ui.Message;
import io.stagecraft.ui.RunControls;
import io.stagecraft.ui.Selection;
import io.stagecraft.ui.TrainerControls;
import io.stagecraft.ui.TrainerControls.Broken;
import io.stagecraft.ui.Workspace;
import io.stagecraft.ui.canvas.Drawing.CardLook;
import io.stagecraft.ui.canvas.DropPlaces.Drop;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Problem;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/// What the canvas shows and what can be done there. Whether something can be dropped is asked as
/// "is there an edit?", so the ghost and the drop cannot disagree.
public final class CanvasViewModel {
    private final Workspace workspace;
    private final RunControls controls;
    private final TrainerControls trainer;
    private final InstantSource clock;
    private final Expert expert;
    private final ReadOnlyObjectWrapper<Drawing> drawing;
    private Optional<Clip> clip = Optional.empty();

    /// A canvas on which nothing can be broken on purpose.
    public CanvasViewModel(Workspace workspace, RunControls controls, InstantSource clock) {
        this(workspace, controls, TrainerControls.none(), clock);
    }

    /// @param controls what Approve, Retry and a gate do while a run is on the screen
    public CanvasViewModel(
            Workspace workspace,
            RunControls controls,
            TrainerControls trainer,
            InstantSource clock) {
        this.workspace = workspace;
        this.controls = controls;
        this.trainer = trainer;
        this.clock = clock;
        expert = new Expert(workspace.catalog());
        drawing = new ReadOnlyObjectWrapper<>(drawn());
        workspace.designProperty().subscribe(this::redraw);
        workspace.problemsProperty().subscribe(this::redraw);
        workspace.runProperty().subscribe(this::redraw);
        trainer.brokenProperty().subscribe(this::redraw);
    }

    private void redraw() {
        var next = drawn();
        if (!next.equals(drawing.get())) {
            drawing.set(next);
        }
    }

    private Drawing drawn() {
        return Draughtsman.draw(
                design(),
                workspace.catalog(),
                workspace.problemsProperty().get(),
                workspace.runProperty().get(),
                trainer.brokenProperty().get().stream()
                        .collect(Collectors.toMap(Broken::action, Broken::words, (one, _) -> one)));
    }

    public ReadOnlyObjectProperty<Drawing> drawingProperty() {
        return drawing.getReadOnlyProperty();
    }

    public Drawing drawing() {
        return drawing.get();
    }

    public Design design() {
        return workspace.design();
    }

    public ObjectProperty<Selection> selectionProperty() {
        return workspace.selectionProperty();
    }

    public Selection selection() {
        return workspace.selectionProperty().get();
    }

    public void select(Selection selection) {
        workspace.selectionProperty().set(selection);
    }

    /// The thing somebody asked to be shown.
    public ReadOnlyObjectProperty<Optional<About>> askedProperty() {
        return workspace.askedProperty();
    }

    /// Now, for times that run.
    public Instant now() {
        return clock.instant();
    }

    /// Whether times run at the moment.
    public boolean isLive() {
        return workspace.runProperty().get().filter(r -> r.isLive()).isPresent();
    }

    public boolean showsRun() {
        return workspace.runProperty().get().isPresent();
    }

    public void apply(Edit edit) {
        workspace.apply(edit);
    }

    public void undo() {
        workspace.undo();
    }

    public void redo() {
        workspace.redo();
    }

    /// The types that can be added, as the palette lists them.
    public List<ActionSpec> types() {
        return workspace.catalog().all();
    }

    /// What dropping a new action does; nothing where it cannot be dropped.
    Optional<Edit> editFor(ActionType type, Drop drop) {
        return useful(
                switch (drop.target()) {
                    case DropPlaces.Target.At(var place) -> expert.action(design(), type, place);
                    case DropPlaces.Target.OnArrow(var into) ->
                            type.category() == Category.APPROVAL
                                    ? expert.approvalBefore(design(), into)
                                    : new Several("Add");
                });
    }

    /// What dropping these actions does; nothing where they would stay as they are.
    Optional<Edit> editFor(Set<ActionId> actions, Drop drop) {
        return useful(new Moves(design(), actions).to(drop.target()))
                .filter(edit -> !rows(edit.apply(design())).equals(rows(design())));
    }

    /// Who stands where; a drop that only renumbers is none.
    private static List<List<List<ActionId>>> rows(Design design) {
        return design.stages().stream()
                .map(s -> s.rows().stream().map(r -> r.stream().map(Action::id).toList()).toList())
                .toList();
    }

    /// What dropping a stage does.
    Optional<Edit> editFor(StageId stage, Drop drop) {
        return drop.target() instanceof DropPlaces.Target.At(Place.Gap(var index))
                ? useful(new MoveStage(stage, index))
                : Optional.empty();
    }

    private Optional<Edit> useful(Edit edit) {
        return edit.apply(design()).equals(design()) ? Optional.empty() : Optional.of(edit);
    }

    /// Whether an action can take an artifact, as things stand.
    WireRules wires() {
        return new WireRules(design(), workspace.catalog());
    }

    public void connect(String artifact, ActionId consumer) {
        if (wires().whyNot(artifact, consumer).isEmpty()) {
            apply(new Connect(artifact, consumer));
            select(Selection.of(new Selection.OfWire(artifact, consumer)));
        }
    }

    /// Adds a type after what is selected, and selects it.
    public void add(ActionType type) {
        add(expert.action(design(), type, new Additions(design(), selection()).place(type)));
    }

    /// Applies an edit that adds something, and selects what is new.
    void add(Edit edit) {
        var before = new LinkedHashSet<Selection.Item>();
        design().actions().forEach(a -> before.add(new Selection.OfAction(a.id())));
        apply(edit);
        var added =
                design().actions()
                        .<Selection.Item>map(a -> new Selection.OfAction(a.id()))
                        .filter(i -> !before.contains(i))
                        .toList();
        if (!added.isEmpty()) {
            select(new Selection(added));
        }
    }

    /// Adds an empty stage before the one at `index`.
    public void addStage(int index) {
        var stage = Stage.of(design().nextStageId(), Moves.freeName(design(), "Stage"), List.of());
        apply(new AddStage(index, stage));
        select(Selection.of(new Selection.OfStage(stage.id())));
    }

    public void rename(Selection.Item item, String name) {
        var wanted = name.strip();
        if (wanted.isEmpty()) {
            return;
        }
        switch (item) {
            case Selection.OfAction(var id) -> apply(new RenameAction(id, wanted));
            case Selection.OfStage(var id) -> apply(new RenameStage(id, wanted));
            case Selection.OfTransition _, Selection.OfWire _ -> {
                // they have no name of their own
            }
        }
    }

    /// The name that can be changed in place.
    Optional<String> nameOf(Selection.Item item) {
        return switch (item) {
            case Selection.OfAction(var id) -> design().action(id).map(Action::name);
            case Selection.OfStage(var id) -> design().stage(id).map(Stage::name);
            case Selection.OfTransition _, Selection.OfWire _ -> Optional.empty();
        };
    }

    public boolean isClosed(StageId into) {
        return drawing().gates().stream().anyMatch(g -> g.into().equals(into) && g.closed());
    }

    /// Opens the arrow into a stage: of the running pipeline where a run is on the screen, else of the design.
    public void open(StageId into) {
        if (showsRun()) {
            design().stage(into).ifPresent(s -> controls.open(s.name()));
        } else {
            apply(new SetTransition(into, Transition.OPEN));
        }
    }

    /// Closes the arrow into a stage, with a reason.
    public void close(StageId into, String reason) {
        var why = reason.isBlank() ? "Closed by hand" : reason.strip();
        if (showsRun()) {
            design().stage(into).ifPresent(s -> controls.close(s.name(), why));
        } else {
            apply(new SetTransition(into, new Transition.Closed(why)));
        }
    }

    /// Breaks and mends actions, where that can be.
    TrainerControls trainer() {
        return trainer;
    }

    Optional<CardLook> card(ActionId id) {
        return drawing().cards().stream().filter(c -> c.id().equals(id)).findFirst();
    }

    public void answer(ActionId action, boolean approved, String comment) {
        whereabouts(action, (stage, name) -> controls.answer(stage, name, approved, comment));
    }

    public void showFailure(ActionId action) {
        whereabouts(action, controls::showFailure);
    }

    public void retry(ActionId action) {
        whereabouts(action, (stage, _) -> controls.retry(stage, false));
    }

    private void whereabouts(ActionId action, BiConsumer<String, String> then) {
        design().stageOf(action)
                .ifPresent(stage ->
                        design().action(action)
                                .ifPresent(a -> then.accept(stage.name(), a.name())));
    }

    /// What is wrong with a card or a stage, worst first.
    List<Problem> problemsOf(Selection.Item item) {
        return workspace.problemsProperty().get().stream()
                .filter(p -> isAbout(p.about(), item))
                .sorted(Comparator.comparing(p -> p.rule().severity()))
                .toList();
    }

    private static boolean isAbout(About about, Selection.Item item) {
        return switch (about) {
            case About.InAction(var id) -> item.equals(new Selection.OfAction(id));
            case About.Field(var id, _) -> item.equals(new Selection.OfAction(id));
            case About.InStage(var id) -> item.equals(new Selection.OfStage(id));
            case About.InGate(var id, _) -> item.equals(new Selection.OfStage(id));
            case About.InGateRule(var id, _, _, _) -> item.equals(new Selection.OfStage(id));
            case About.Pipeline(), About.PipelinePart(_, _) -> false;
        };
    }

    void accept(Fix fix) {
        apply(fix.edit());
    }

    void show(About about) {
        workspace.show(about);
    }

    public void selectAll() {
        select(
                new Selection(
                        design().actions()
                                .<Selection.Item>map(a -> new Selection.OfAction(a.id()))
                                .toList()));
    }

    /// Takes away what is selected, wires included.
    public void deleteSelection() {
        var edits = new ArrayList<Edit>();
        var stages = selectedStages();
        if (!selection().actions().isEmpty() || !stages.isEmpty()) {
            edits.add(new Delete(selection().actions(), stages));
        }
        for (var item : selection().items()) {
            if (item instanceof Selection.OfWire(var artifact, var consumer)) {
                edits.add(new Disconnect(artifact, consumer));
            }
        }
        if (!edits.isEmpty()) {
            var title = edits.getFirst().title(design());
            select(Selection.NONE);
            apply(edits.size() == 1 ? edits.getFirst() : new Several(title, edits));
        }
    }

    private Set<StageId> selectedStages() {
        var ids = new LinkedHashSet<StageId>();
        selection()
                .items()
                .forEach(i -> {
                    if (i instanceof Selection.OfStage(var id)) {
                        ids.add(id);
                    }
                });
        return ids;
    }

    /// Remembers what is selected for [#paste()].
    ///
    /// @return its names, a line each; nothing where nothing was selected
    public Optional<String> copy() {
        var actions = selection().actions();
        var stages = selectedStages();
        if (actions.isEmpty() && stages.isEmpty()) {
            return Optional.empty();
        }
        clip = Optional.of(Clip.of(design(), actions, stages));
        var names = selection().items().stream().flatMap(i -> nameOf(i).stream()).toList();
        workspace.tell(Message.done("Copied " + String.join(", ", names)));
        return Optional.of(String.join("\n", names));
    }

    public void paste() {
        clip.ifPresent(c -> {
            var at = new Additions(design(), selection()).stage();
            if (c instanceof Clip.Actions && design().stages().isEmpty()) {
                addStage(0);
            }
            add(new Paste(c, at, workspace.catalog()));
        });
    }

    public boolean canPaste() {
        return clip.isPresent();
    }

    public void duplicate() {
        var stages = selectedStages();
        if (!stages.isEmpty() || !selection().actions().isEmpty()) {
            add(new Duplicate(selection().actions(), stages, workspace.catalog()));
        }
    }

    /// Moves what is selected one row or one place on: the keyboard's way of dragging.
    void nudge(Nudge nudge) {
        new Nudges(design(), selection()).edit(nudge).flatMap(this::useful).ifPresent(this::apply);
    }
}
