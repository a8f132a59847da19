package io.stagecraft.ui.permissions;

import io.stagecraft.iam.Policy;
import io.stagecraft.ui.permissions.PermissionsViewModel.Found;
import io.stagecraft.ui.permissions.PermissionsViewModel.Holder;
import io.stagecraft.ui.permissions.PermissionsViewModel.On;
import io.stagecraft.ui.permissions.PermissionsViewModel.Row;

import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Optional;

/// Holders on the left, the statements of the chosen one on the right.
public final class PermissionsView extends BorderPane {
    private final PermissionsViewModel model;
    private final ListView<Holder> holders = new ListView<>();
    private final ListView<Row> rows = new ListView<>();
    private final HBox meter = new HBox(8);
    private final Label sought = new Label();

    /// Without comparing.
    public PermissionsView(PermissionsViewModel model) {
        this(model, Optional.empty());
    }

    /// With a way to hold a policy that is there against the chosen role.
    public PermissionsView(PermissionsViewModel model, CompareViewModel comparing) {
        this(model, Optional.of(comparing));
    }

    private PermissionsView(PermissionsViewModel model, Optional<CompareViewModel> comparing) {
        this.model = model;
        setId("permissions");
        getStyleClass().add("permissions");
        holders.setId("permission-holders");
        holders.setAccessibleText("Roles and policies");
        holders.setCellFactory(_ -> new HolderCell());
        holders.getSelectionModel().selectedItemProperty().subscribe(this::show);
        holders.setPlaceholder(empty("No roles yet: draw an action first."));
        rows.setId("permission-rows");
        rows.setAccessibleText("Statements");
        rows.getStyleClass().add("permission-rows");
        rows.setCellFactory(_ -> new RowCell());
        rows.setPlaceholder(empty("Choose a role to see what it may do."));
        var right = new BorderPane(rows);
        var bar = bar();
        comparing.ifPresent(c -> bar.getChildren().add(1, comparing(c, right)));
        right.setTop(new VBox(bar, sought));
        var split = new SplitPane(holders, right);
        split.setDividerPositions(0.24);
        SplitPane.setResizableWithParent(holders, false);
        setCenter(split);
        model.holdersProperty()
                .subscribe(found -> {
                    var was = holders.getSelectionModel().getSelectedItem();
                    holders.getItems().setAll(found);
                    found.stream()
                            .filter(h -> was != null && h.name().equals(was.name()))
                            .findFirst()
                            .or(() -> found.stream().findFirst())
                            .ifPresent(holders.getSelectionModel()::select);
                });
        sought.setId("permission-sought");
        sought.getStyleClass().add("permission-sought");
        sought.setWrapText(true);
        sought.setMaxWidth(Double.MAX_VALUE);
        model.foundProperty().subscribe(this::lead);
    }

    private void lead(Optional<Found> found) {
        sought.setText(found.map(Found::words).orElse(""));
        sought.setVisible(found.isPresent());
        sought.setManaged(found.isPresent());
        applyCss();
        layout(); // the words take room away from the rows, before those are scrolled
        found.ifPresent(f -> {
            holders.getItems().stream()
                    .filter(h -> h.name().equals(f.holder()))
                    .findFirst()
                    .ifPresent(h -> {
                        holders.getSelectionModel().select(h);
                        holders.scrollTo(h);
                    });
            rows.getSelectionModel().clearSelection();
            f.row()
                    .ifPresent(r -> {
                        rows.getSelectionModel().select(r);
                        rows.scrollTo(r);
                    });
        });
    }

    private static Label empty(String words) {
        var label = new Label(words);
        label.getStyleClass().add("empty-words");
        return label;
    }

    private HBox bar() {
        var only = new CheckBox("Only what the selected action needs");
        only.setId("permissions-selected-only");
        only.selectedProperty().bindBidirectional(model.selectedOnlyProperty());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        meter.setAlignment(Pos.CENTER_RIGHT);
        var bar = new HBox(12, only, space, meter);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("panel-bar");
        return bar;
    }

    private ToggleButton comparing(CompareViewModel model, BorderPane right) {
        var view = new CompareView(model, this::chosen);
        var compare = new ToggleButton("Compare with a policy…");
        compare.setId("permissions-compare");
        compare.selectedProperty().subscribe(on -> right.setCenter(on ? view : rows));
        return compare;
    }

    private String chosen() {
        return Optional.ofNullable(holders.getSelectionModel().getSelectedItem())
                .map(Holder::name)
                .orElse("");
    }

    private void show(Holder holder) {
        meter.getChildren().clear();
        if (holder == null) {
            rows.getItems().clear();
            return;
        }
        rows.getItems().setAll(holder.rows());
        if (holder.exists()) {
            var words = new Label("Exists already: has to grant");
            words.getStyleClass().add("secondary");
            words.setTooltip(
                    new Tooltip(
                            holder.name()
                                    + " exists already, not created here. This is what it has to grant."));
            meter.getChildren().add(words);
        }
        if (holder.size() > 0) {
            var share = (double) holder.size() / Policy.ROLE_LIMIT;
            var bar = new ProgressBar(Math.min(1, share));
            bar.getStyleClass().add(share > 1 ? "over" : "within");
            bar.setPrefWidth(120);
            var words =
                    new Label(
                            "%,d of %,d bytes".formatted(holder.size(), Policy.ROLE_LIMIT)
                                    + (share > 1 ? ": too large" : ""));
            words.getStyleClass().add("secondary");
            meter.getChildren().addAll(bar, words);
        }
    }

    private static final class HolderCell extends ListCell<Holder> {
        @Override
        protected void updateItem(Holder holder, boolean empty) {
            super.updateItem(holder, empty);
            setText(null);
            if (empty || holder == null) {
                setGraphic(null);
                return;
            }
            var name = new Label(holder.title());
            name.setTooltip(new Tooltip(holder.name()));
            var what =
                    new Label(
                            holder.what()
                                    + " · "
                                    + holder.rows().size()
                                    + (holder.rows().size() == 1 ? " statement" : " statements"));
            what.getStyleClass().add("secondary");
            setGraphic(new VBox(1, name, what));
        }
    }

    private final class RowCell extends ListCell<Row> {
        @Override
        protected void updateItem(Row row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            setGraphic(empty || row == null ? null : grid(row));
            setOnMouseClicked(e -> {
                if (e.getClickCount() == 2 && row != null && !row.needs().isEmpty()) {
                    model.select(row);
                }
            });
        }

        private GridPane grid(Row row) {
            var grid = new GridPane(16, 2);
            for (var share : new double[] {34, 40, 26}) {
                var column = new ColumnConstraints();
                column.setPercentWidth(share);
                column.setHgrow(Priority.ALWAYS);
                grid.getColumnConstraints().add(column);
            }
            boolean apart =
                    row.on().size() > 1; // each with reasons of its own, above those for all
            int last = apart ? row.on().size() : 0;
            grid.add(actions(row), 0, 0, 1, last + 1);
            for (int i = 0; i < last; i++) {
                grid.add(resources(row.on().get(i)), 1, i);
                grid.add(reasons(row.on().get(i).reasons()), 2, i);
            }
            var whole = new VBox(2);
            if (!apart) {
                row.on().forEach(on -> whole.getChildren().add(resources(on)));
            }
            row.who().forEach(who -> whole.getChildren().add(secondary("for " + who)));
            row.conditions().forEach(c -> whole.getChildren().add(secondary("if " + c)));
            var shared = reasons(row.reasons());
            row.unscoped().ifPresent(u -> shared.getChildren().add(secondary(u)));
            grid.add(whole, 1, last);
            grid.add(shared, 2, last);
            grid.getChildren().forEach(c -> GridPane.setValignment(c, VPos.TOP));
            grid.getStyleClass().add("permission-row");
            grid.prefWidthProperty().bind(rows.widthProperty().subtract(40));
            grid.setMaxWidth(Region.USE_PREF_SIZE);
            setAccessibleText(
                    String.join(", ", row.actions()) + ": " + PermissionsViewModel.why(row));
            return grid;
        }

        private static Label actions(Row row) {
            var actions = mono(String.join("\n", row.actions()));
            if (row.effect().equals("Deny")) {
                actions.getStyleClass().add("deny");
                actions.setText("Deny " + actions.getText());
            }
            return actions;
        }

        private static VBox reasons(List<String> words) {
            var column = new VBox(2);
            words.forEach(r -> column.getChildren().add(plain(r)));
            return column;
        }

        private static Label resources(On on) {
            return mono(String.join("\n", on.resources()));
        }

        private static Label mono(String text) {
            var label = plain(text);
            label.getStyleClass().add("mono");
            return label;
        }

        private static Label secondary(String text) {
            var label = plain(text);
            label.getStyleClass().add("secondary");
            return label;
        }

        private static Label plain(String text) {
            var label = new Label(text);
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            return label;
        }
    }
}
