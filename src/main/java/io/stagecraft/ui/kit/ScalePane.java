package io.stagecraft.ui.kit;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Shows its content larger, so that the last row of a room can read it. The content has less room and lays itself out in it.
public final class ScalePane extends Region {
    private final Region content;
    private final DoubleProperty scale = new SimpleDoubleProperty(1);

    public ScalePane(Region content) {
        this.content = content;
        var transform = new Scale();
        transform.xProperty().bind(scale);
        transform.yProperty().bind(scale);
        content.getTransforms().add(transform);
        content.setManaged(false);
        getChildren().add(content);
        scale.addListener((_, _, _) -> requestLayout());
    }

    /// How much larger; 1 is as drawn.
    public DoubleProperty scaleProperty() {
        return scale;
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth() / scale.get(), getHeight() / scale.get());
    }
}
