package io.stagecraft.ui.shell;

import io.stagecraft.ui.CanvasCommands;
import io.stagecraft.ui.kit.Background;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;

import java.util.List;
import java.util.Optional;

/// Shows the window to a room: full screen, larger print, and the canvas alone. What was there comes back with Esc.
final class Presentation {
    private static final double PRINT = 1.5;

    private final ObjectProperty<Double> scale;
    private final SplitPane across;
    private final Node canvasView;
    private final CanvasCommands canvas;
    private final BottomPane bottom;
    private final Runnable place;
    private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper();
    private Optional<Before> before = Optional.empty();

    /// How the window was.
    private record Before(
            double scale,
            List<Node> panes,
            boolean folded,
            double height,
            boolean fullScreen,
            Runnable camera) {}

    /// @param place gives the panes their widths again
    Presentation(
            ObjectProperty<Double> scale,
            SplitPane across,
            Node canvasView,
            CanvasCommands canvas,
            BottomPane bottom,
            Runnable place) {
        this.scale = scale;
        this.across = across;
        this.canvasView = canvasView;
        this.canvas = canvas;
        this.bottom = bottom;
        this.place = place;
    }

    ReadOnlyBooleanProperty onProperty() {
        return on.getReadOnlyProperty();
    }

    /// Begins or ends it, in the window of `scene`.
    void toggle(Scene scene) {
        if (on.get()) {
            end(scene);
        } else if (scene.getWindow() instanceof Stage stage) {
            begin(stage);
        }
    }

    private void begin(Stage stage) {
        before =
                Optional.of(
                        new Before(
                                scale.get(),
                                List.copyOf(across.getItems()),
                                bottom.isFolded(),
                                bottom.getHeight(),
                                stage.isFullScreen(),
                                canvas.keep()));
        on.set(true);
        scale.set(Math.max(PRINT, scale.get()));
        across.getItems().setAll(List.of(canvasView));
        bottom.setFolded(true);
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH); // a drag has Esc first
        stage.setFullScreenExitHint("Esc ends the presentation.");
        stage.setFullScreen(true);
        settle(() -> {}, canvas::begin);
    }

    /// Gives the window back as it was.
    void end(Scene scene) {
        before.ifPresent(was -> {
            before = Optional.empty();
            on.set(false);
            if (scene.getWindow() instanceof Stage stage) {
                stage.setFullScreen(was.fullScreen());
            }
            scale.set(was.scale());
            across.getItems().setAll(was.panes());
            bottom.setFolded(was.folded());
            settle(
                    () -> {
                        if (!was.folded()) {
                            bottom.stretch(was.height());
                        }
                    },
                    was.camera());
        });
    }

    /// @param look what the canvas shows then
    private void settle(Runnable last, Runnable look) {
        canvasView.requestFocus();
        Background.soon(() -> { // when the window has its new size
            place.run();
            last.run();
            across.getScene().getRoot().layout();
            look.run();
        });
    }
}
