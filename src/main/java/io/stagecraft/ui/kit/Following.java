package io.stagecraft.ui.kit;

import javafx.animation.AnimationTimer;

import java.util.ArrayDeque;
import java.util.Queue;

/// What follows an edit, a piece per frame. The first frame is left to the edit itself: its pixels reach the screen only
/// when the UI thread has nothing else to do.
final class Following extends AnimationTimer {
    private final Queue<Runnable> pieces = new ArrayDeque<>();
    private boolean shown;

    /// Does `piece` when what is there by now is on the screen.
    void later(Runnable piece) {
        if (pieces.isEmpty()) {
            shown = false;
            start();
        }
        pieces.add(piece);
    }

    @Override
    public void handle(long now) {
        if (!shown) {
            shown = true;
            return;
        }
        var piece = pieces.poll();
        if (piece == null) {
            stop();
        } else {
            piece.run();
        }
    }
}
