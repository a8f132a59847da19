package io.stagecraft.ui.events;

import io.stagecraft.aws.Deployments.Event;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;

/// The events of deployments, newest last, with what failed standing out.
public final class EventsView extends BorderPane {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    /// @param events grows while something is deployed
    /// @param elsewhere the pipeline that they are about where that is not the one on the screen; else empty
    /// @param zone in which times are shown
    public EventsView(
            ObservableList<Event> events, ObservableValue<String> elsewhere, ZoneId zone) {
        setId("events");
        var table = new TableView<>(events);
        table.setId("events-table");
        table.setAccessibleText("Deployment events");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(column("Time", e -> TIME.format(e.at().atZone(zone)), 80));
        table.getColumns().add(column("Stack", Event::stack, 150));
        table.getColumns().add(column("Resource", Event::resource, 190));
        table.getColumns().add(column("Type", Event::type, 210));
        table.getColumns().add(column("Status", Event::status, 180));
        table.getColumns().add(column("Reason", Event::reason, 320));
        table.setRowFactory(_ ->
                new TableRow<>() {
                    @Override
                    protected void updateItem(Event event, boolean empty) {
                        super.updateItem(event, empty);
                        pseudoClassStateChanged(
                                FAILED, event != null && event.status().contains("FAILED"));
                    }
                });
        var nothing = new Label("Nothing deployed yet: Deploy shows the plan first.");
        nothing.getStyleClass().add("empty-words");
        table.setPlaceholder(nothing);
        events.addListener(
                (ListChangeListener<Event>) _ -> table.scrollTo(Math.max(0, events.size() - 1)));
        setTop(about(elsewhere));
        setCenter(table);
    }

    private static Label about(ObservableValue<String> elsewhere) {
        var label = new Label();
        label.setId("events-about");
        label.getStyleClass().add("stale");
        label.setMaxWidth(Double.MAX_VALUE);
        elsewhere.subscribe(pipeline -> {
            label.setText("This is the deployment of “" + pipeline + "”.");
            label.setVisible(!pipeline.isEmpty());
            label.setManaged(!pipeline.isEmpty());
        });
        return label;
    }

    private static TableColumn<Event, String> column(
            String title, Function<Event, String> text, double width) {
        var column = new TableColumn<Event, String>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(f -> new ReadOnlyStringWrapper(text.apply(f.getValue())));
        return column;
    }
}
