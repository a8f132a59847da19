package io.stagecraft.ui.shell;

import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.catalog.FieldSpec;
import io.stagecraft.edit.SetTransition;
import io.stagecraft.model.Action;
import io.stagecraft.model.ActionType;
import io.stagecraft.model.Category;
import io.stagecraft.model.ConditionRule;
import io.stagecraft.model.Moment;
import io.stagecraft.model.Stage;
import io.stagecraft.model.Transition;
import io.stagecraft.ui.Selection;
import io.stagecraft.ui.Workspace;
import io.stagecraft.ui.kit.Fuzzy;
import io.stagecraft.validate.About;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Everything that can be found by a few letters: what is drawn, its settings, problems, commands, and what could be added.
public final class SearchViewModel {
    private static final int SHOWN = 60;

    private final Workspace workspace;
    private final Supplier<List<Command>> commands;
    private final Consumer<ActionType> add;

    /// @param add adds an action to the drawing
    public SearchViewModel(
            Workspace workspace, Supplier<List<Command>> commands, Consumer<ActionType> add) {
        this.workspace = workspace;
        this.commands = commands;
        this.add = add;
    }

    /// One thing found.
    ///
    /// @param kind what it is, in a word
    /// @param detail where it is, or its keys
    /// @param words by which it is found as well
    public record Hit(
            String kind, String icon, String title, String detail, String words, Runnable open) {
        Hit(String kind, String icon, String title, String detail, Runnable open) {
            this(kind, icon, title, detail, "", open);
        }

        String text() {
            return title + " " + detail + " " + words;
        }
    }

    /// What answers `query`, best first. An empty one lists the commands.
    public List<Hit> find(String query) {
        if (query.isBlank()) {
            return commandHits();
        }
        var all = new ArrayList<Hit>();
        all.addAll(drawn());
        all.addAll(gates());
        all.addAll(commandHits());
        all.addAll(problems());
        all.addAll(additions());
        all.addAll(settings());
        return Fuzzy.best(query, all, Hit::text).stream().limit(SHOWN).toList();
    }

    private List<Hit> commandHits() {
        return commands.get().stream()
                .filter(c -> c.enabled().get())
                .map(c -> new Hit("Command", c.icon(), c.title().getValue(), c.keyText(), c::run))
                .toList();
    }

    private List<Hit> drawn() {
        var hits = new ArrayList<Hit>();
        for (var stage : workspace.design().stages()) {
            hits.add(new Hit("Stage", "square-stack", stage.name(), "", () -> select(stage)));
            for (var action : stage.actions()) {
                hits.add(
                        new Hit(
                                "Action",
                                icon(action),
                                action.name(),
                                stage.name() + " stage",
                                () -> select(action)));
            }
        }
        return hits;
    }

    /// What can hold an execution up on its way into a stage, in it and out of it: arrows and conditions.
    private List<Hit> gates() {
        var hits = new ArrayList<Hit>();
        workspace
                .design()
                .stages()
                .forEach(stage -> {
                    if (!workspace.design().stages().getFirst().equals(stage)) {
                        hits.add(arrow(stage));
                        hits.add(turn(stage));
                    }
                    for (var moment : Moment.values()) {
                        hits.add(condition(stage, moment));
                    }
                });
        return hits;
    }

    private Hit arrow(Stage stage) {
        var into = new Selection.OfTransition(stage.id());
        return new Hit(
                "Transition",
                "git-commit",
                "Transition into " + stage.name(),
                stage.inbound() instanceof Transition.Closed(var why) ? "disabled: " + why : "",
                "arrow gate",
                () -> {
                    workspace.selectionProperty().set(Selection.of(into));
                    workspace.show(new About.InStage(stage.id()));
                });
    }

    private Hit turn(Stage stage) {
        var edit =
                new SetTransition(
                        stage.id(),
                        stage.inbound() instanceof Transition.Closed
                                ? Transition.OPEN
                                : new Transition.Closed("Closed by hand"));
        return new Hit(
                "Command",
                "git-commit",
                edit.title(workspace.design()),
                "in the design",
                "arrow gate",
                () -> workspace.apply(edit));
    }

    private Hit condition(Stage stage, Moment moment) {
        var when =
                switch (moment) {
                    case ENTRY -> "before entry into ";
                    case SUCCESS -> "on success of ";
                    case FAILURE -> "on failure of ";
                };
        return new Hit(
                "Condition",
                "scale",
                "Condition " + when + stage.name(),
                stage.condition(moment).stream()
                        .flatMap(c -> c.rules().stream())
                        .map(ConditionRule::name)
                        .collect(Collectors.joining(", ")),
                "gate rule",
                () -> {
                    workspace
                            .selectionProperty()
                            .set(Selection.of(new Selection.OfStage(stage.id())));
                    workspace.show(new About.InGate(stage.id(), moment));
                });
    }

    private List<Hit> settings() {
        return workspace
                .design()
                .actions()
                .flatMap(a -> fields(a).stream().map(f -> setting(a, f)))
                .toList();
    }

    private Hit setting(Action action, FieldSpec field) {
        return new Hit(
                "Setting",
                "sliders-horizontal",
                field.label(),
                "of " + action.name(),
                () -> {
                    select(action);
                    workspace.show(new About.Field(action.id(), field.key()));
                });
    }

    private List<Hit> problems() {
        return workspace.problemsProperty().get().stream()
                .map(p ->
                        new Hit(
                                "Problem",
                                "triangle-alert",
                                p.message(),
                                p.rule().id(),
                                () -> workspace.show(p.about())))
                .toList();
    }

    private List<Hit> additions() {
        return workspace.catalog().all().stream()
                .filter(s -> !s.isShared())
                .map(s ->
                        new Hit(
                                "Add",
                                s.icon(),
                                "Add " + s.title(),
                                s.type().category().word(),
                                s.type().category() == Category.APPROVAL ? "gate" : "",
                                () -> add.accept(s.type())))
                .toList();
    }

    private List<FieldSpec> fields(Action action) {
        return workspace.catalog().find(action.type()).map(ActionSpec::fields).orElse(List.of());
    }

    private String icon(Action action) {
        return workspace.catalog().find(action.type()).map(ActionSpec::icon).orElse("puzzle");
    }

    private void select(Action action) {
        workspace.selectionProperty().set(Selection.of(new Selection.OfAction(action.id())));
        workspace.show(new About.InAction(action.id()));
    }

    private void select(Stage stage) {
        workspace.selectionProperty().set(Selection.of(new Selection.OfStage(stage.id())));
        workspace.show(new About.InStage(stage.id()));
    }
}
