package io.stagecraft.ui.executions;

import io.stagecraft.run.RunSnapshot.ExecutionRun;
import io.stagecraft.run.RunStatus;
import io.stagecraft.ui.executions.ExecutionsViewModel.Bar;
import io.stagecraft.ui.executions.ExecutionsViewModel.Cause;
import io.stagecraft.ui.kit.Elapsed;
import io.stagecraft.ui.kit.StatusGlyph;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// Executions in a table, the failure under it, and when each action ran beside it.
public final class ExecutionsView extends BorderPane {
    private final ExecutionsViewModel model;
    private final TableView<ExecutionRun> table = new TableView<>();
    private final VBox cause = new VBox(6);
    private final ListView<Bar> timeline = new ListView<>();
    private boolean filling;

    public ExecutionsView(ExecutionsViewModel model) {
        this.model = model;
        setId("executions");
        getStyleClass().add("executions");
        columns();
        table.setId("executions-table");
        table.setAccessibleText("Executions");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(empty("No execution yet: deploy the pipeline, then Run."));
        cause.getStyleClass().add("cause");
        timeline.setId("action-rows");
        timeline.setAccessibleText("Actions of the execution");
        timeline.getStyleClass().add("timeline");
        timeline.setPlaceholder(empty("No action has begun."));
        timeline.setCellFactory(_ -> new BarCell());
        timeline.setOnKeyPressed(e -> {
            var bar = timeline.getSelectionModel().getSelectedItem();
            if (e.getCode() == KeyCode.ENTER && bar != null) {
                model.open(bar);
            }
        });
        var detail = new ActionDetail(model);
        model.detailProperty()
                .subscribe(d -> {
                    detail.setVisible(d.isPresent());
                    timeline.setVisible(d.isEmpty());
                });
        var left = new BorderPane(table);
        left.setBottom(cause);
        var split = new SplitPane(left, new StackPane(timeline, detail));
        split.setDividerPositions(0.6);
        setTop(stale());
        setCenter(split);
        model.executionsProperty().subscribe(this::fill);
        model.causeProperty()
                .subscribe(c -> c.ifPresentOrElse(this::explain, this::nothingToExplain));
        model.timelineProperty().subscribe(this::draw);
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(row -> {
                    if (row != null && !filling) {
                        model.choose(row);
                    }
                });
    }

    private static Label empty(String words) {
        var label = new Label(words);
        label.getStyleClass().add("empty-words");
        return label;
    }

    private Label stale() {
        var label = new Label();
        label.getStyleClass().add("stale");
        label.setMaxWidth(Double.MAX_VALUE);
        model.watch()
                .staleProperty()
                .subscribe(why -> {
                    label.setText(why.map(w -> "This may be old: " + w).orElse(""));
                    label.setVisible(why.isPresent());
                    label.setManaged(why.isPresent());
                });
        return label;
    }

    private void columns() {
        table.getColumns().add(statusColumn());
        table.getColumns().add(column("Execution", e -> brief(e.id()), 90, true));
        table.getColumns().add(column("Started", model::started, 130, false));
        table.getColumns().add(column("By", ExecutionRun::trigger, 170, false));
        table.getColumns().add(column("Revision", ExecutionRun::revision, 190, false));
        var took = new TableColumn<ExecutionRun, String>("Took");
        took.setPrefWidth(90);
        took.setCellValueFactory(f -> model.tookProperty(f.getValue()));
        table.getColumns().add(took);
        table.getColumns().forEach(c -> c.setSortable(false)); // the newest stands first, always
    }

    private static TableColumn<ExecutionRun, ExecutionRun> statusColumn() {
        var column = new TableColumn<ExecutionRun, ExecutionRun>("Status");
        column.setPrefWidth(150);
        column.setCellValueFactory(f -> new ReadOnlyObjectWrapper<>(f.getValue()));
        column.setCellFactory(_ ->
                new TableCell<>() {
                    @Override
                    protected void updateItem(ExecutionRun run, boolean empty) {
                        super.updateItem(run, empty);
                        setText(empty || run == null ? null : run.status().words());
                        setGraphic(empty || run == null ? null : new StatusGlyph(run.status(), 16));
                    }
                });
        return column;
    }

    private static TableColumn<ExecutionRun, String> column(
            String title, Function<ExecutionRun, String> text, double width, boolean mono) {
        var column = new TableColumn<ExecutionRun, String>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(f -> new ReadOnlyStringWrapper(text.apply(f.getValue())));
        if (mono) {
            column.getStyleClass().add("mono");
        }
        return column;
    }

    private void fill(List<ExecutionRun> executions) {
        var chosen = model.watch().chosenProperty().get();
        filling = true;
        table.getItems().setAll(executions);
        executions.stream()
                .filter(e -> chosen.map(e.id()::equals).orElse(e == executions.getFirst()))
                .findFirst()
                .ifPresent(table.getSelectionModel()::select);
        filling = false;
    }

    private void explain(Cause why) {
        var title = new Label("Why did " + why.action() + " fail?");
        title.getStyleClass().add("cause-title");
        var code = new Label(why.code());
        code.getStyleClass().addAll("mono", "secondary");
        var buttons = new HBox(8);
        if (model.denied().isPresent()) {
            buttons.getChildren()
                    .add(button("show-permission", "Show the permission", model::showPermission));
        }
        buttons.getChildren()
                .addAll(
                        button("retry-stage", "Retry what failed", () -> model.retry(false)),
                        button("retry-all", "Retry all", () -> model.retry(true)));
        buttons.setMinWidth(Region.USE_PREF_SIZE);
        var what = new HBox(10, new StatusGlyph(RunStatus.FAILED, 16), title, code);
        what.setAlignment(Pos.CENTER_LEFT);
        var head = new FlowPane(16, 6, what, buttons);
        head.setRowValignment(VPos.CENTER);
        var message = new TextArea(why.message());
        message.setId("cause-message");
        message.setEditable(false);
        message.setWrapText(true);
        message.setPrefRowCount(why.message().length() > 160 ? 4 : 2);
        message.getStyleClass().add("cause-message");
        cause.getChildren().setAll(head, message);
        if (!why.log().isEmpty()) {
            var last = why.log().subList(Math.max(0, why.log().size() - 4), why.log().size());
            var log = new Label(String.join("\n", last));
            log.getStyleClass().add("mono");
            cause.getChildren().add(log);
        }
        cause.setVisible(true);
        cause.setManaged(true);
    }

    private static Button button(String id, String words, Runnable work) {
        var button = new Button(words);
        button.setId(id);
        button.getStyleClass().add("small");
        button.setOnAction(_ -> work.run());
        return button;
    }

    private void nothingToExplain() {
        cause.getChildren().clear();
        cause.setVisible(false);
        cause.setManaged(false);
    }

    private void draw(List<Bar> bars) {
        if (!bars.equals(timeline.getItems())) {
            int at = timeline.getSelectionModel().getSelectedIndex();
            timeline.getItems().setAll(bars);
            timeline.getSelectionModel().select(at);
        }
    }

    private final class BarCell extends ListCell<Bar> {
        BarCell() {
            setPrefWidth(0); // as wide as the list, whatever a name is like
            setOnMouseClicked(e -> {
                if (getItem() != null && e.getButton() == MouseButton.PRIMARY) {
                    model.open(getItem());
                }
            });
        }

        @Override
        protected void updateItem(Bar bar, boolean empty) {
            super.updateItem(bar, empty);
            setText(null);
            setGraphic(empty || bar == null ? null : bar(bar));
            if (bar != null) {
                setAccessibleText(
                        bar.action()
                                + ", "
                                + bar.status().words()
                                + ", "
                                + Elapsed.text(bar.took()));
            }
        }
    }

    private static VBox bar(Bar bar) {
        var name = new Label(bar.action());
        name.setMinWidth(0);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var took = new Label(Elapsed.text(bar.took()));
        took.getStyleClass().add("secondary");
        took.setMinWidth(Region.USE_PREF_SIZE);
        var track = new Pane();
        track.getStyleClass().add("track");
        var filled = new Region();
        filled.getStyleClass()
                .addAll("fill", bar.status().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        filled.setPrefHeight(5);
        filled.layoutXProperty().bind(track.widthProperty().multiply(bar.from()));
        filled.prefWidthProperty()
                .bind(Bindings.max(5, track.widthProperty().multiply(bar.to() - bar.from())));
        track.getChildren().add(filled);
        track.setMinHeight(5);
        return new VBox(
                2, new HBox(6, new StatusGlyph(bar.status(), 14), name, space, took), track);
    }

    private static String brief(String id) {
        return id.substring(0, Math.min(8, id.length()));
    }
}
