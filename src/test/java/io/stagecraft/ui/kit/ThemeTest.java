package io.stagecraft.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.css.CssParser;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class ThemeTest {
    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void aSceneChangesItsColoursWhileItShows() throws Exception {
        WaitForAsyncUtils.asyncFx(
                        () -> {
                            var label = new Label("text");
                            var scene = new Scene(new StackPane(label));
                            Theme.LIGHT.dress(scene);
                            scene.getRoot().applyCss();
                            assertEquals(Color.web("#1c2128"), label.getTextFill());
                            Theme.LIGHT.other().dress(scene);
                            scene.getRoot().applyCss();
                            assertEquals(Color.web("#e6e9ee"), label.getTextFill());
                            return null;
                        })
                .get();
    }

    @Test
    void theShippedFontsAreUsed() throws Exception {
        WaitForAsyncUtils.asyncFx(
                        () -> {
                            var plain = new Label("text");
                            var title = new Label("title");
                            title.getStyleClass().add("title");
                            var code = new Label("code");
                            code.getStyleClass().add("mono");
                            var scene = new Scene(new StackPane(plain, title, code));
                            Theme.LIGHT.dress(scene);
                            scene.getRoot().applyCss();
                            assertEquals("Inter", plain.getFont().getFamily());
                            assertEquals("Inter Semi Bold", title.getFont().getFamily());
                            assertEquals("JetBrains Mono", code.getFont().getFamily());
                            return null;
                        })
                .get();
    }

    @Test
    void theStylesheetsSayNothingThatIsNotUnderstood() throws Exception {
        CssParser.errorsProperty().clear();
        try (var files = Files.list(Path.of("assets/styles"))) {
            for (var file : files.toList()) {
                new CssParser().parse(file.toUri().toURL());
                assertEquals(List.of(), List.copyOf(CssParser.errorsProperty()), file.toString());
            }
        }
    }
}
