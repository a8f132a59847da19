package io.stagecraft.app;

import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.model.Design;
import io.stagecraft.ui.canvas.CanvasPicture;
import io.stagecraft.ui.kit.Background;
import io.stagecraft.ui.kit.Theme;
import io.stagecraft.validate.Validator;

import javafx.application.Platform;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Draws canvases on JavaFX's headless platform: no display is asked for, even where there is one.
final class Pictures {
    private static final double PIXELS_PER_UNIT = 2;

    private Pictures() {}

    /// The canvas of a design with its problems, as a PNG.
    static byte[] png(Design design, ActionCatalog catalog) {
        var problems = new Validator(catalog).check(design);
        var drawing =
                new FutureTask<>(() ->
                        CanvasPicture.png(
                                design,
                                catalog,
                                problems,
                                Optional.empty(),
                                Theme.LIGHT,
                                PIXELS_PER_UNIT));
        onScreen(drawing);
        try {
            return drawing.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the canvas could not be drawn", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while drawing", e);
        }
    }

    private static void onScreen(Runnable drawing) {
        NativeCache.settle();
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
        try {
            Platform.startup(drawing);
        } catch (IllegalStateException _) {
            Background.threads().onScreen(drawing); // it runs already
        }
    }
}
