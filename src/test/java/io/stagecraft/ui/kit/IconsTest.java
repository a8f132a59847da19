package io.stagecraft.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.catalog.CatalogFiles;

import javafx.scene.shape.SVGPath;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class IconsTest {
    @Test
    void everyFileIsAPictureOnItsGrid() throws IOException {
        try (var files = Files.list(Path.of("assets/icons"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".svg")).toList()) {
                var name = file.getFileName().toString().replace(".svg", "");
                var shape = new SVGPath();
                shape.setContent(Icons.path(name));
                var bounds = shape.getBoundsInLocal();
                assertTrue(bounds.getWidth() >= 1 || bounds.getHeight() >= 1, name + " is empty");
                assertTrue(bounds.getMinX() >= -1 && bounds.getMaxX() <= 25, name + " is too wide");
                assertTrue(bounds.getMinY() >= -1 && bounds.getMaxY() <= 25, name + " is too high");
            }
        }
    }

    @Test
    void everyActionOfTheCatalogueHasItsPicture() {
        assertEquals(
                List.of(),
                CatalogFiles.load().all().stream()
                        .map(ActionSpec::icon)
                        .filter(icon -> !Icons.has(icon))
                        .toList());
    }

    @Test
    void anIconIsAsLargeAsAskedFor() {
        assertEquals(18, Icons.node("hammer", 18).prefWidth(-1));
    }

    @Test
    void aNameNobodyDrewShowsTheNeutralPicture() {
        assertFalse(Icons.has("no-such-picture"));
        assertEquals(Icons.path("puzzle"), Icons.path("no-such-picture"));
    }
}
