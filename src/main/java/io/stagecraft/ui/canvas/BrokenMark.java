package io.stagecraft.ui.canvas;

import io.stagecraft.ui.kit.Icons;

import javafx.scene.Group;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/// The pill on a card's upper edge that says a trainer has broken it: a bolt and the way it goes wrong.
final class BrokenMark extends Group {
    private static final double HEIGHT = 20;
    private static final double LEFT = 12;

    private final Rectangle pill =
            Shapes.rectangle(new Box(0, 0, 0, HEIGHT), HEIGHT / 2, "broken-pill");
    private final Text words = new Text();

    BrokenMark() {
        getStyleClass().add("broken-mark");
        setMouseTransparent(true);
        setTranslateX(LEFT);
        setTranslateY(-HEIGHT / 2);
        setVisible(false);
        var bolt = Icons.node("zap", 12);
        bolt.resizeRelocate(7, 4, 12, 12);
        words.getStyleClass().add("broken-words");
        words.setX(22);
        words.setY(14);
        words.layoutBoundsProperty().subscribe(b -> pill.setWidth(22 + b.getWidth() + 9));
        getChildren().addAll(pill, bolt, words);
    }

    /// @param how in words; empty for a card that is whole
    void show(String how) {
        words.setText(how);
        setVisible(!how.isEmpty());
    }
}
