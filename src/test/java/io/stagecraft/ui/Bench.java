package io.stagecraft.ui;

import io.stagecraft.blueprint.Blueprint;
import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.model.Design;
import io.stagecraft.ui.kit.Background;
import io.stagecraft.validate.Problem;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.PickResult;

import org.testfx.util.WaitForAsyncUtils;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;

import javax.imageio.ImageIO;

/// What tests of the window stand on.
public final class Bench {
    private static final Path PICTURES =
            Path.of(System.getProperty("pictures", "target/screenshots"));

    private Bench() {}

    /// A workspace that works everything out at once.
    public static Workspace workspace(
            ActionCatalog catalog, Function<Design, List<Problem>> checks, Design start) {
        return workspace(
                catalog, checks, d -> new Blueprint(d.name(), List.of(), List.of()), start);
    }

    public static Workspace workspace(
            ActionCatalog catalog,
            Function<Design, List<Problem>> checks,
            Function<Design, Blueprint> planner,
            Design start) {
        return new Workspace(catalog, checks, planner, Background.direct(), start);
    }

    /// Does `work` on the UI thread and gives its result.
    public static <T> T onScreen(Callable<T> work) {
        T result;
        try {
            result = WaitForAsyncUtils.asyncFx(work).get();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new AssertionError(e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        WaitForAsyncUtils.waitForFxEvents();
        return result;
    }

    /// Does `work` on the UI thread.
    public static void onScreen(Runnable work) {
        onScreen(() -> {
            work.run();
            return null;
        });
    }

    /// Presses the right button in the middle of a node; the headless platform tells nobody of it, so the event is made here.
    public static void menu(Node node) {
        menu(node, .5);
    }

    /// @param down how far down the node, 0–1
    public static void menu(Node node, double down) {
        onScreen(() -> {
            var bounds = node.getBoundsInLocal();
            double x = bounds.getCenterX();
            double y = bounds.getMinY() + down * bounds.getHeight();
            var scene = node.localToScene(x, y);
            var screen = node.localToScreen(x, y);
            Event.fireEvent(
                    node,
                    new ContextMenuEvent(
                            ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                            scene.getX(),
                            scene.getY(),
                            screen.getX(),
                            screen.getY(),
                            false,
                            new PickResult(node, scene.getX(), scene.getY())));
        });
    }

    /// Keeps a picture of the scene for people to look at.
    public static void picture(Scene scene, String name) {
        var image =
                onScreen(() ->
                        javafx.embed.swing.SwingFXUtils.fromFXImage(scene.snapshot(null), null));
        try {
            Files.createDirectories(PICTURES);
            ImageIO.write(image, "png", PICTURES.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
