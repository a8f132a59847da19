package io.stagecraft.app;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;

import java.time.Duration;
import java.util.Optional;

/// The designer as it comes up, for the build's rehearsal and for measuring: it says when the starter stands on the screen and
/// how still the window stands while the rest of it comes in. Then it closes, or measures the canvas first.
///
/// What is measured is printed a line each: name, `=`, milliseconds or a count. Whoever started the process takes the time of
/// the first line, since a process knows its own start only to the second on some systems.
public final class FirstWindow extends Designer {
    /// The third pulse after the cards are there waits for the second, and that one for their picture.
    private static final int ON_SCREEN = 3;

    /// Long enough for everything that comes up behind the window.
    private static final int FRAMES_AFTER = 120;

    /// @param canvas whether to measure the canvas, too
    static void show(boolean canvas) {
        launch(
                FirstWindow.class,
                Optional.empty(),
                canvas ? new String[] {"--canvas=yes"} : new String[0]);
    }

    @Override
    void shown(Assembly assembly) {
        new AnimationTimer() {
            private int after;
            private long last;
            private long worst;

            @Override
            public void handle(long now) {
                if (after == 0 && assembly.window().scene().lookup(".card") == null) {
                    return;
                }
                var time = System.nanoTime();
                if (after >= ON_SCREEN) {
                    worst = Math.max(worst, time - last);
                }
                last = time;
                after++;
                if (after == ON_SCREEN) {
                    print("first-window-cpu", used().toMillis());
                } else if (after == FRAMES_AFTER) {
                    stop();
                    print("fill-worst", worst / 1_000_000);
                    next(assembly);
                }
            }
        }.start();
    }

    private static void print(String name, long value) {
        System.out.println(name + "=" + value);
        System.out.flush();
    }

    private void next(Assembly assembly) {
        if (getParameters().getNamed().containsKey("canvas")) {
            new CanvasSpeed(assembly).start();
        } else {
            Platform.exit();
        }
    }

    /// What all threads together have had of the processors so far.
    private static Duration used() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
