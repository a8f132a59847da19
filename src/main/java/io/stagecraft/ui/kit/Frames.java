package io.stagecraft.ui.kit;

import javafx.animation.AnimationTimer;

import java.util.ArrayDeque;
import java.util.Queue;

/// Work of the UI thread that may come a moment after the window: palette, form, lists.
@FunctionalInterface
public interface Frames {
    /// Does `piece` in a coming frame, after the pieces that were asked for before it.
    void later(Runnable piece);

    /// Everything at once: for tests, and for a window that shows already.
    static Frames atOnce() {
        return Runnable::run;
    }

    /// A piece per frame, from [OneByOne#begin] on: between two of them the window draws and hears the mouse.
    final class OneByOne implements Frames {
        private static final int FIRST =
                2; // the window itself has been drawn when the second one after it is due

        private final Queue<Runnable> pieces = new ArrayDeque<>();
        private final AnimationTimer timer =
                new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        frame();
                    }
                };
        private boolean begun;
        private int frames;

        /// The window is there.
        public void begin() {
            begun = true;
            timer.start();
        }

        @Override
        public void later(Runnable piece) {
            pieces.add(piece);
            if (begun) {
                timer.start();
            }
        }

        private void frame() {
            if (frames < FIRST) {
                frames++;
                return;
            }
            var piece = pieces.poll();
            if (piece == null) {
                timer.stop();
            } else {
                piece.run();
            }
        }
    }
}
