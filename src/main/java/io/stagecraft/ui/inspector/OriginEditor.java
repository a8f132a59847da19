package io.stagecraft.ui.inspector;

import io.stagecraft.model.Origin;
import io.stagecraft.ui.Workspace;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Whether the design brings something along or uses what is there; for some things, neither.
final class OriginEditor implements Editor {
    private static final String CREATE = "Created with the pipeline";
    private static final String EXISTING = "Use existing…";

    private final Supplier<Optional<Origin>> read;
    private final Consumer<Optional<Origin>> write;
    private final Optional<String> none;
    private final ChoiceEditor<String> choice;
    private final TextEditor identifier;
    private final VBox box;

    /// @param none what it means that neither is chosen; empty where one must be
    OriginEditor(
            Workspace workspace,
            Optional<String> none,
            String prompt,
            Supplier<Optional<Origin>> read,
            Consumer<Optional<Origin>> write) {
        this.read = read;
        this.write = write;
        this.none = none;
        choice = new ChoiceEditor<>(this::choices, c -> c, () -> Optional.of(now()), this::choose);
        identifier =
                TextEditor.line(
                                workspace,
                                () ->
                                        read.get().orElse(Origin.CREATE)
                                                        instanceof Origin.Existing(var id)
                                                ? id
                                                : "",
                                id -> write.accept(Optional.of(new Origin.Existing(id))))
                        .mono()
                        .prompt(prompt);
        box = new VBox(4, choice.node(), identifier.node());
    }

    private List<String> choices() {
        var all = new ArrayList<>(none.stream().toList());
        all.add(CREATE);
        all.add(EXISTING);
        return all;
    }

    private String now() {
        return read.get()
                .map(o ->
                        switch (o) {
                            case Origin.Create() -> CREATE;
                            case Origin.Existing _ -> EXISTING;
                        })
                .or(() -> none)
                .orElse(CREATE);
    }

    private void choose(String choice) {
        switch (choice) {
            case CREATE -> write.accept(Optional.of(Origin.CREATE));
            case EXISTING -> {
                write.accept(Optional.of(new Origin.Existing("")));
                refresh(); // only what is seen takes the focus
                identifier.focus();
            }
            default -> write.accept(Optional.empty());
        }
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void refresh() {
        choice.refresh();
        boolean existing = now().equals(EXISTING);
        identifier.node().setVisible(existing);
        identifier.node().setManaged(existing);
        identifier.refresh();
    }
}
