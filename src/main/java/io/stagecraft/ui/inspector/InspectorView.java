package io.stagecraft.ui.inspector;

import io.stagecraft.catalog.RuleTypeCatalog;
import io.stagecraft.ui.Selection;
import io.stagecraft.ui.Workspace;
import io.stagecraft.ui.kit.Frames;
import io.stagecraft.ui.kit.Gradually;
import io.stagecraft.validate.About;

import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.function.Consumer;

/// The form at the right: of the action, the stage, the arrow or the pipeline, whichever is selected.
public final class InspectorView extends StackPane {
    private final Workspace workspace;
    private final RuleTypeCatalog types;
    private final Consumer<String> browse;
    private Selection shown = Selection.NONE;
    private @Nullable Page page;
    private boolean following;

    /// @param types the rule types that a condition may go by
    /// @param browse opens an address outside the program
    public InspectorView(Workspace workspace, RuleTypeCatalog types, Consumer<String> browse) {
        this.workspace = workspace;
        this.types = types;
        this.browse = browse;
        setId("inspector");
        getStyleClass().add("inspector");
        workspace.selectionProperty().subscribe(_ -> refresh());
        workspace.designProperty().subscribe((_, _) -> follow());
        workspace.problemsProperty().subscribe((_, _) -> follow());
        workspace.blueprintProperty().subscribe((_, _) -> follow());
        workspace.runProperty().subscribe((_, _) -> follow());
        workspace.askedProperty().subscribe(this::show);
    }

    /// Brings the rows of the form in one a frame.
    public void fill(Frames frames) {
        var now = page;
        if (now != null) {
            Gradually.refill(frames, now.rows(), 1);
        }
    }

    /// The canvas shows an edit first, and then the form does; but whoever works in the form sees it there at once.
    private void follow() {
        if (hasFocus()) {
            refresh();
        } else if (!following) {
            following = true;
            workspace
                    .background()
                    .afterFrame(() -> {
                        following = false;
                        refresh();
                    });
        }
    }

    /// The property `focusWithin` stays true after the focus has gone elsewhere (seen with JavaFX 26.0.2).
    private boolean hasFocus() {
        var node = getScene() == null ? null : getScene().getFocusOwner();
        while (node != null && node != this) {
            node = node.getParent();
        }
        return node != null;
    }

    private void refresh() {
        var selection = workspace.selectionProperty().get();
        var old = page;
        if (old != null && selection.equals(shown) && old.fits()) {
            old.refresh();
            return;
        }
        shown = selection;
        var fresh = pageOf(selection);
        page = fresh;
        getChildren().setAll(fresh.node());
    }

    private Page pageOf(Selection selection) {
        var items = selection.items();
        if (items.size() > 1) {
            return new ManyPage(workspace, selection);
        }
        return items.stream().findFirst().flatMap(this::pageOf).orElseGet(this::pipeline);
    }

    private Optional<Page> pageOf(Selection.Item item) {
        return switch (item) {
            case Selection.OfAction(var id) ->
                    workspace
                            .design()
                            .action(id)
                            .map(_ ->
                                    new ActionPage(new ActionFormViewModel(workspace, id), browse));
            case Selection.OfStage(var id) ->
                    workspace
                            .design()
                            .stage(id)
                            .map(_ -> new StagePage(workspace, types, id, browse));
            case Selection.OfTransition(var into) ->
                    workspace
                            .design()
                            .stage(into)
                            .map(_ -> new StagePage(workspace, types, into, browse));
            case Selection.OfWire _ -> Optional.of(new ManyPage(workspace, Selection.of(item)));
        };
    }

    private Page pipeline() {
        return new PipelinePage(workspace, browse);
    }

    private void show(Optional<About> asked) {
        asked.ifPresent(about -> {
            if (following) {
                refresh(); // what is asked for may be what has just come
            }
            switch (about) {
                case About.Pipeline() -> select(Selection.NONE, "name");
                case About.PipelinePart(var part, var name) ->
                        select(
                                Selection.NONE,
                                part.equals("companions") ? "companion-" + name : part);
                case About.InStage(var stage) ->
                        select(Selection.of(new Selection.OfStage(stage)), "");
                case About.InGate(var stage, var moment) ->
                        select(Selection.of(new Selection.OfStage(stage)), moment.word());
                case About.InGateRule(var stage, var moment, var rule, var field) ->
                        select(
                                Selection.of(new Selection.OfStage(stage)),
                                StagePage.field(moment, rule, field));
                case About.InAction(var action) ->
                        select(Selection.of(new Selection.OfAction(action)), "");
                case About.Field(var action, var field) ->
                        select(Selection.of(new Selection.OfAction(action)), field);
            }
        });
    }

    private void select(Selection selection, String field) {
        if (!workspace.selectionProperty().get().equals(selection)) {
            workspace.selectionProperty().set(selection);
        }
        var now = page;
        if (now != null && !field.isEmpty()) {
            now.show(field);
        }
    }
}
