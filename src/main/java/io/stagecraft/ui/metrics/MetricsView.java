package io.stagecraft.ui.metrics;

import io.stagecraft.run.Metrics;
import io.stagecraft.run.Metrics.StageTimes;
import io.stagecraft.run.Metrics.Times;
import io.stagecraft.ui.kit.Elapsed;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.time.Duration;
import java.util.Optional;

/// Four figures over the executions, and a bar per stage: how long it takes as a rule, and how long at worst.
public final class MetricsView extends StackPane {
    private static final double BAR = 8;

    private final MetricsViewModel model;
    private final VBox content = new VBox(16);
    private final ScrollPane scroll = new ScrollPane(content);
    private final Label empty = new Label("Nothing to add up yet: deploy the pipeline, then Run.");
    private final Label trouble = new Label();

    public MetricsView(MetricsViewModel model) {
        this.model = model;
        setId("metrics");
        getStyleClass().add("metrics");
        content.getStyleClass().add("metrics-content");
        scroll.setFitToWidth(true);
        empty.getStyleClass().add("empty-words");
        trouble.getStyleClass().add("stale");
        trouble.setWrapText(true);
        trouble.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(empty, scroll);
        model.metricsProperty().subscribe(this::show);
        model.troubleProperty().subscribe(_ -> show(model.metricsProperty().get()));
        model.showingProperty().bind(visibleProperty().and(sceneProperty().isNotNull()));
    }

    private void show(Optional<Metrics> metrics) {
        empty.setVisible(metrics.isEmpty());
        scroll.setVisible(metrics.isPresent());
        metrics.ifPresent(this::fill);
    }

    private void fill(Metrics metrics) {
        var figures = new FlowPane(12, 12, rate(metrics), took(metrics), longest(metrics));
        figures.getChildren().add(approvals(metrics));
        content.getChildren().setAll(figures);
        if (!model.troubleProperty().get().isEmpty()) {
            trouble.setText(
                    "Times of stages and approvals are not known: "
                            + model.troubleProperty().get());
            content.getChildren().add(trouble);
        }
        var title = new Label("Time per stage");
        title.getStyleClass().add("strong");
        content.getChildren().addAll(title, stages(metrics));
    }

    private static Node rate(Metrics metrics) {
        int ended = metrics.succeeded() + metrics.failed();
        int others = metrics.executions() - ended - metrics.running();
        var words = metrics.succeeded() + " of " + ended + " that ended by themselves";
        return figure(
                "metric-rate",
                "Success rate",
                metrics.rate().map(r -> Math.round(r * 100) + " %").orElse("–"),
                (ended == 0 ? "none has succeeded or failed yet" : words)
                        + (metrics.running() > 0 ? " · " + metrics.running() + " running" : "")
                        + (others > 0 ? " · " + others + " stopped or replaced" : ""));
    }

    private static Node took(Metrics metrics) {
        return figure(
                "metric-median",
                "Median duration",
                text(metrics.took().map(Times::median)),
                metrics.took()
                        .map(t -> "of " + count(t.count(), "success", "successes"))
                        .orElse("no success yet"));
    }

    private static Node longest(Metrics metrics) {
        return figure(
                "metric-longest",
                "Longest duration",
                text(metrics.took().map(Times::longest)),
                metrics.took().map(_ -> "waiting for people included").orElse("no success yet"));
    }

    private static Node approvals(Metrics metrics) {
        var now = metrics.waiting() > 0 ? " · " + metrics.waiting() + " waiting now" : "";
        return figure(
                "metric-approvals",
                "Wait for approval",
                text(metrics.approvals().map(Times::median)),
                metrics.approvals()
                                .map(t ->
                                        "median of "
                                                + count(t.count(), "answer", "answers")
                                                + " · longest "
                                                + Elapsed.text(t.longest()))
                                .orElse("no approval answered yet")
                        + now);
    }

    private static Node figure(String id, String title, String value, String words) {
        var head = new Label(title);
        head.getStyleClass().add("secondary");
        var number = new Label(value);
        number.setId(id);
        number.getStyleClass().add("metric-number");
        var foot = new Label(words);
        foot.getStyleClass().addAll("secondary", "metric-words");
        foot.setWrapText(true);
        foot.setMinHeight(Region.USE_PREF_SIZE);
        var box = new VBox(2, head, number, foot);
        box.getStyleClass().add("metric");
        box.setAccessibleText(title + ": " + value + ", " + words);
        return box;
    }

    private static GridPane stages(Metrics metrics) {
        var grid = new GridPane();
        grid.setId("metric-stages");
        grid.setHgap(16);
        grid.setVgap(8);
        var name = new ColumnConstraints();
        var bar = new ColumnConstraints(60, 200, Double.MAX_VALUE, Priority.ALWAYS, null, true);
        grid.getColumnConstraints().addAll(name, bar);
        var whole =
                metrics.stages().stream()
                        .flatMap(s -> s.took().stream())
                        .map(Times::longest)
                        .max(Duration::compareTo)
                        .orElse(Duration.ZERO);
        int row = 0;
        for (var stage : metrics.stages()) {
            row(grid, row++, stage, whole);
        }
        return grid;
    }

    private static void row(GridPane grid, int row, StageTimes stage, Duration whole) {
        var name = new Label(stage.stage());
        name.setMinWidth(Region.USE_PREF_SIZE);
        var words = new Label(words(stage));
        words.setId("metric-stage-" + row);
        words.setMinWidth(Region.USE_PREF_SIZE);
        words.getStyleClass().add("secondary");
        var failed = new Label(stage.failed() == 0 ? "" : "failed in " + stage.failed());
        failed.setMinWidth(Region.USE_PREF_SIZE);
        failed.getStyleClass().add("text-failure");
        var track = new Pane();
        track.getStyleClass().add("metric-track");
        track.setMinHeight(BAR);
        track.setMaxHeight(BAR);
        stage.took()
                .ifPresent(t ->
                        track.getChildren()
                                .addAll(
                                        part(track, "metric-longest", t.longest(), whole),
                                        part(track, "metric-median", t.median(), whole)));
        grid.addRow(row, name, track, words, failed);
        for (Node node : new Node[] {name, track, words, failed}) {
            GridPane.setValignment(node, VPos.CENTER);
        }
    }

    private static Region part(Pane track, String style, Duration time, Duration whole) {
        var part = new Region();
        part.getStyleClass().add(style);
        double share = time.toMillis() / (double) Math.max(1, whole.toMillis());
        part.prefWidthProperty().bind(track.widthProperty().multiply(share));
        part.setPrefHeight(BAR);
        return part;
    }

    private static String words(StageTimes stage) {
        return stage.took()
                .map(t ->
                        "median "
                                + Elapsed.text(t.median())
                                + " · longest "
                                + Elapsed.text(t.longest())
                                + " · "
                                + count(t.count(), "run", "runs"))
                .orElse("no run that has ended");
    }

    private static String count(int number, String one, String several) {
        return number + " " + (number == 1 ? one : several);
    }

    private static String text(Optional<Duration> time) {
        return time.map(Elapsed::text).orElse("–");
    }
}
