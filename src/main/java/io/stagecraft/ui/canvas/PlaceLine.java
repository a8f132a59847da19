package io.stagecraft.ui.canvas;

import io.stagecraft.ui.canvas.Drawing.PlaceLook;

import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Circle;

/// The last line on a card: the environment it works in, behind a dot in the colour of the card's band.
final class PlaceLine extends Group {
    private static final double TEXT = 11;

    private final Circle dot = Shapes.styled(new Circle(3), "card-place-dot");
    private final FittedText name = new FittedText("card-place");

    PlaceLine() {
        name.setX(TEXT);
        dot.setCenterX(3);
        dot.setCenterY(-4);
        setMouseTransparent(true);
        getChildren().addAll(dot, name);
    }

    /// @param room how wide the line may be
    void show(PlaceLook place, double room) {
        name.show(place.name(), room - TEXT);
        dot.setFill(colour(place));
    }

    /// From further away its letters are larger.
    void plain(boolean on) {
        name.pseudoClassStateChanged(Shapes.PLAIN, on);
    }

    static Paint colour(PlaceLook place) {
        try {
            return Color.web(place.colour());
        } catch (IllegalArgumentException _) {
            return Color.GRAY; // half typed
        }
    }
}
