package io.stagecraft.ui.watch;

import io.stagecraft.model.Variable;
import io.stagecraft.ui.kit.Overlay;

import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Asks what one execution is to be given, over the window.
public final class StartSheet extends VBox {
    private final StartViewModel model;
    private final Overlay overlay;
    private final Map<String, TextField> values = new LinkedHashMap<>();
    private final Map<String, TextField> revisions = new LinkedHashMap<>();

    /// @param overlay where it shows itself when a start is asked about
    public StartSheet(StartViewModel model, Overlay overlay) {
        super(14);
        this.model = model;
        this.overlay = overlay;
        setId("start");
        getStyleClass().add("deploy-sheet");
        setPrefWidth(520);
        model.askingProperty()
                .subscribe(asking -> {
                    if (asking) {
                        ask();
                    } else if (getParent() != null) {
                        overlay.close();
                    }
                });
    }

    private void ask() {
        values.clear();
        revisions.clear();
        var title = new Label("Run " + model.pipeline());
        title.getStyleClass().add("sheet-title");
        var form = new VBox(10);
        model.variables().forEach(v -> form.getChildren().add(variable(v)));
        model.sources().forEach(s -> form.getChildren().add(source(s)));
        if (form.getChildren().isEmpty()) {
            form.getChildren()
                    .add(new Label("It has no variables, and no source to choose a revision of."));
        }
        var scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(Math.min(360, 74 * form.getChildren().size()));
        var cancel = new Button("Cancel");
        cancel.setOnAction(_ -> model.askingProperty().set(false));
        var foot = new HBox(8, cancel, run());
        foot.setAlignment(Pos.CENTER_RIGHT);
        getChildren().setAll(title, scroll, foot);
        overlay.show(this, Pos.CENTER, () -> model.askingProperty().set(false));
        applyCss(); // what scrolls joins the scene with its skin, and takes the focus only there
        values.values().stream()
                .findFirst()
                .or(() -> revisions.values().stream().findFirst())
                .ifPresent(TextField::requestFocus);
    }

    private VBox variable(Variable variable) {
        var field = new TextField(variable.defaultValue().orElse(""));
        field.setId("value-" + variable.name());
        field.setPromptText(variable.defaultValue().isEmpty() ? "Needs a value" : "");
        values.put(variable.name(), field);
        return row(variable.name(), field, variable.description());
    }

    private VBox source(StartViewModel.Source source) {
        var field = new TextField();
        field.setId("revision-" + source.action());
        field.getStyleClass().add("mono");
        field.setPromptText("The newest");
        revisions.put(source.action(), field);
        return row("Revision of " + source.action(), field, "A " + source.words() + ".");
    }

    private static VBox row(String name, TextField field, String help) {
        var label = new Label(name);
        label.setLabelFor(field);
        var words = new Label(help);
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.getStyleClass().add("secondary");
        words.setManaged(!help.isEmpty());
        return new VBox(3, label, field, words);
    }

    /// Cannot be pressed while a variable without a default has no value: CodePipeline would refuse.
    private Button run() {
        var run = new Button("Run");
        run.setId("start-run");
        run.setDefaultButton(true);
        run.getStyleClass().add("accent");
        run.setOnAction(_ -> model.start(texts(values), texts(revisions)));
        var needed =
                model.variables().stream()
                        .filter(v -> v.defaultValue().isEmpty())
                        .flatMap(v -> Optional.ofNullable(values.get(v.name())).stream())
                        .toList();
        run.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> needed.stream().anyMatch(f -> f.getText().isEmpty()),
                                needed.stream()
                                        .map(TextField::textProperty)
                                        .toArray(Observable[]::new)));
        return run;
    }

    private static Map<String, String> texts(Map<String, TextField> fields) {
        var texts = new LinkedHashMap<String, String>();
        fields.forEach((name, field) -> texts.put(name, field.getText()));
        return texts;
    }
}
