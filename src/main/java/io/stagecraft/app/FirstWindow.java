package io.stagecraft.app;

import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.stage.Stage;

import java.time.Duration;
import java.time.Instant;

/// The designer as it comes up, and no longer: for the build's rehearsal and for measuring. Says how long it took from the
/// start of the process until the starter stood on the screen and the next frame was due.
public final class FirstWindow extends Designer {
    private static final int FRAMES_AFTER = 60;

    static void rehearse() {
        Application.launch(FirstWindow.class);
    }

    @Override
    public void start(Stage stage) {
        super.start(stage);
        new AnimationTimer() {
            private int after;

            @Override
            public void handle(long now) {
                if (after == 0 && stage.getScene().lookup(".card") == null) {
                    return;
                }
                after++;
                if (after == 2) { // the frame with the cards in it has been drawn
                    System.out.println("first window after " + sinceStart().toMillis() + " ms");
                }
                if (after == FRAMES_AFTER) {
                    stop();
                    stage.close();
                }
            }
        }.start();
    }

    private static Duration sinceStart() {
        var started = ProcessHandle.current().info().startInstant().orElse(Instant.now());
        return Duration.between(started, Instant.now());
    }
}
