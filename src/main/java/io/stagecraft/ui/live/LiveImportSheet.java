package io.stagecraft.ui.live;

import io.stagecraft.ui.kit.Overlay;
import io.stagecraft.ui.live.LiveImportViewModel.Phase;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;

/// The list of pipelines to choose from, over the window. Enter or two clicks take one, Esc gives up at any time.
public final class LiveImportSheet extends VBox {
    private final LiveImportViewModel model;
    private final Overlay overlay;
    private final TextField region = new TextField();
    private final Button list = new Button("List");
    private final ListView<String> names = new ListView<>();
    private final Label words = new Label();
    private final Label account = new Label();
    private final Button take = new Button("Import");

    /// @param overlay where it shows itself when somebody wants to import
    public LiveImportSheet(LiveImportViewModel model, Overlay overlay) {
        super(12);
        this.model = model;
        this.overlay = overlay;
        setId("live-import");
        getStyleClass().add("deploy-sheet");
        setPrefWidth(520);
        var title = new Label("Import a live pipeline");
        title.getStyleClass().add("sheet-title");
        account.getStyleClass().add("secondary");
        names.setId("live-pipelines");
        names.setAccessibleText("Pipelines");
        names.setPrefHeight(260);
        names.setPlaceholder(words);
        names.setOnMouseClicked(e -> {
            if (e.getClickCount() == 2) {
                take();
            }
        });
        names.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) {
                take();
                e.consume();
            }
        });
        words.setId("live-words");
        words.setWrapText(true);
        words.setMaxWidth(440);
        words.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(title, account, where(), names, foot());
        model.phaseProperty().subscribe(this::show);
    }

    private HBox where() {
        var label = new Label("Region");
        label.setLabelFor(region);
        region.setId("live-region");
        region.setPrefColumnCount(14);
        region.setOnAction(_ -> model.list(region.getText()));
        list.setId("live-list");
        list.setOnAction(_ -> model.list(region.getText()));
        var box = new HBox(8, label, region, list);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private HBox foot() {
        var cancel = new Button("Cancel");
        cancel.setId("live-cancel");
        cancel.setOnAction(_ -> model.cancel());
        take.setId("live-take");
        take.getStyleClass().add("accent");
        take.setOnAction(_ -> take());
        take.disableProperty().bind(names.getSelectionModel().selectedItemProperty().isNull());
        var box = new HBox(8, cancel, take);
        box.setAlignment(Pos.CENTER_RIGHT);
        return box;
    }

    private void take() {
        var chosen = names.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            model.read(chosen);
        }
    }

    private void show(Phase phase) {
        if (phase instanceof Phase.Idle) {
            if (getParent() != null) {
                overlay.close();
            }
            return;
        }
        if (getParent() == null) {
            overlay.show(this, Pos.CENTER, this::closed);
        }
        account.setText("From " + model.from().name());
        region.setText(model.from().region());
        boolean busy = phase instanceof Phase.Listing || phase instanceof Phase.Reading;
        list.setDisable(busy);
        region.setDisable(busy);
        names.getItems().setAll(model.names().orElse(List.of()));
        words.getStyleClass().removeAll("text-failure");
        switch (phase) {
            case Phase.Idle() -> {
                // gone by now
            }
            case Phase.Listing() -> words.setText("Reading the list of pipelines…");
            case Phase.Listed(var all) -> {
                words.setText("There is no pipeline in " + model.from().region() + ".");
                if (!all.isEmpty()) {
                    names.getSelectionModel().selectFirst();
                    names.requestFocus();
                }
            }
            case Phase.Reading(var name) -> words.setText("Reading “" + name + "”…");
            case Phase.Refused(var why) -> {
                words.setText(why);
                words.getStyleClass().add("text-failure");
            }
        }
    }

    /// Closed by Esc or a click beside it.
    private void closed() {
        if (!(model.phaseProperty().get() instanceof Phase.Idle)) {
            model.cancel();
        }
    }
}
