package io.stagecraft.app;

import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;

import java.time.Duration;
import java.time.Instant;

/// The designer as it comes up, for the build's rehearsal and for measuring: it says how long it took from the start of the
/// process until the starter stood on the screen and the next frame was due. Then it closes, or measures the canvas first.
///
/// What is measured is printed a line each: name, `=`, milliseconds or a count.
public final class FirstWindow extends Designer {
    /// Long enough for everything that comes up behind the window.
    private static final int FRAMES_AFTER = 60;

    /// @param canvas whether to measure the canvas, too
    static void show(boolean canvas) {
        Application.launch(
                FirstWindow.class, canvas ? new String[] {"--canvas=yes"} : new String[0]);
    }

    @Override
    void shown(Assembly assembly) {
        new AnimationTimer() {
            private int after;

            @Override
            public void handle(long now) {
                if (after == 0 && assembly.window().scene().lookup(".card") == null) {
                    return;
                }
                after++;
                if (after == 2) { // the frame with the cards in it has been drawn
                    System.out.println("first-window=" + sinceStart().toMillis());
                }
                if (after == FRAMES_AFTER) {
                    stop();
                    next(assembly);
                }
            }
        }.start();
    }

    private void next(Assembly assembly) {
        if (getParameters().getNamed().containsKey("canvas")) {
            new CanvasSpeed(assembly).start();
        } else {
            Platform.exit();
        }
    }

    private static Duration sinceStart() {
        var started = ProcessHandle.current().info().startInstant().orElse(Instant.now());
        return Duration.between(started, Instant.now());
    }
}
