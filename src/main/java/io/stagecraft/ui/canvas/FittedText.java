package io.stagecraft.ui.canvas;

import javafx.geometry.VPos;
import javafx.scene.text.Text;

/// One line of text, cut at the pixel where its room ends.
final class FittedText extends Text {
    private static final String MORE = "…";

    private String full = "";
    private double room;

    FittedText(String... styles) {
        setTextOrigin(VPos.BASELINE);
        getStyleClass().addAll(styles);
        setMouseTransparent(true);
        fontProperty().subscribe(this::fit);
    }

    /// Shows as much of `text` as fits into `width` pixels.
    void show(String text, double width) {
        if (!full.equals(text) || room != width) {
            full = text;
            room = width;
            fit();
        }
    }

    private void fit() {
        setText(full);
        double width = getLayoutBounds().getWidth();
        if (width <= room || full.isEmpty()) {
            return;
        }
        int fits = 0;
        int tooMany = full.length();
        while (tooMany - fits > 1) {
            int tried = (fits + tooMany) / 2;
            setText(full.substring(0, tried).stripTrailing() + MORE);
            if (getLayoutBounds().getWidth() <= room) {
                fits = tried;
            } else {
                tooMany = tried;
            }
        }
        setText(full.substring(0, fits).stripTrailing() + MORE);
    }
}
