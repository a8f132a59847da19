package io.stagecraft.ui.inspector;

import io.stagecraft.edit.AddWatch;
import io.stagecraft.edit.RemoveCompanion;
import io.stagecraft.edit.SetCompanion;
import io.stagecraft.model.Companion;
import io.stagecraft.model.Origin;
import io.stagecraft.ui.Workspace;

import javafx.scene.Node;
import javafx.scene.control.TitledPane;

import java.util.List;
import java.util.Optional;

/// The resources that come with the pipeline, a folding form each.
final class CompanionsEditor implements Editor {
    private final Workspace workspace;
    private final Live list;

    CompanionsEditor(Workspace workspace) {
        this.workspace = workspace;
        list =
                new Live(
                        () -> all().stream().map(c -> c.getClass().getSimpleName()).toList(),
                        this::fill);
        list.setId("field-companions");
    }

    private List<Companion> all() {
        return workspace.design().companions();
    }

    private void fill(Live box) {
        if (all().isEmpty()) {
            box.say(
                    Forms.words(
                            "Nothing yet. Build projects, connections, topics and stack roles appear here as actions need them."));
        }
        for (int i = 0; i < all().size(); i++) {
            var form = box.tend(new Form(i));
            box.say(form.node());
        }
        if (all().stream().noneMatch(Companion.Watch.class::isInstance)) {
            box.say(Forms.add("add-watch", "Add a watch", () -> workspace.apply(new AddWatch())));
        }
    }

    @Override
    public Node node() {
        return list;
    }

    @Override
    public void refresh() {
        list.refresh();
    }

    /// The form of one companion, folded to its name until it is asked for.
    private final class Form implements Editor {
        private final int at;
        private final Live form;
        private final FieldRow row;
        private final TitledPane pane = new TitledPane();
        private boolean opened;

        Form(int at) {
            this.at = at;
            pane.setExpanded(false);
            pane.setAnimated(false);
            pane.setMnemonicParsing(false);
            pane.setMinWidth(0);
            form = new Live(this::shape, this::fields);
            form.getStyleClass().add("companion-form");
            pane.setContent(form);
            pane.expandedProperty()
                    .subscribe(open -> {
                        opened |= open;
                        form.refresh();
                    });
            pane.getStyleClass().add("companion");
            row =
                    new FieldRow(
                            "companion-" + now().map(Companion::name).orElse(""),
                            "",
                            new Opening());
        }

        /// Before it is opened it has no fields: a pipeline has a dozen of these, and nobody waits for what is out of sight.
        private Object shape() {
            return List.of(
                    opened,
                    now().map(c -> c.origin() instanceof Origin.Create),
                    workspace.design().environments().size() > 1);
        }

        private Optional<Companion> now() {
            return all().stream().skip(at).findFirst();
        }

        private void fields(Live box) {
            if (!opened) {
                return;
            }
            Part<Companion> part =
                    new Part<>(
                            workspace,
                            "",
                            this::now,
                            (_, to) ->
                                    now().ifPresent(old ->
                                            workspace.apply(
                                                    new SetCompanion(old.name(), to.apply(old)))));
            new CompanionForms(part).fill(box);
            now().ifPresent(c ->
                    box.say(
                            Forms.drop(
                                    "remove-" + c.name(),
                                    "Remove " + c.name(),
                                    () ->
                                            now().ifPresent(n ->
                                                    workspace.apply(
                                                            new RemoveCompanion(n.name()))))));
        }

        /// Opens the form when it is asked for.
        private final class Opening implements Editor {
            @Override
            public Node node() {
                return pane;
            }

            @Override
            public void refresh() {
                pane.setText(now().map(CompanionChoices::words).orElse(""));
                form.refresh();
            }

            @Override
            public void focus() {
                pane.setExpanded(true);
                pane.requestFocus();
            }
        }

        @Override
        public Node node() {
            return row;
        }

        @Override
        public void refresh() {
            now().ifPresent(c -> row.setId("field-companion-" + c.name()));
            row.refresh();
        }
    }
}
