package io.stagecraft.ui.kit;

import io.stagecraft.model.Category;

import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import java.util.Locale;

/// A category's coloured square with a provider's picture in it.
public final class Tile extends StackPane {
    private static final double LARGE = 28;

    /// @param size of the square, in pixels
    public Tile(Category category, String icon, double size) {
        super(Icons.node(icon, Math.round(size * 0.6)));
        getStyleClass().addAll("category-tile", styleClass(category));
        if (size >= LARGE) {
            getStyleClass().add("large");
        }
        setMinSize(size, size);
        setPrefSize(size, size);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    }

    /// The style class that gives a node the category's ground, such as `category-build`.
    public static String styleClass(Category category) {
        return "category-" + category.name().toLowerCase(Locale.ROOT);
    }
}
