package io.stagecraft.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stagecraft.blueprint.Blueprint;
import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.model.Design;
import io.stagecraft.ui.kit.Background;
import io.stagecraft.validate.Problem;

import javafx.embed.swing.SwingFXUtils;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.PickResult;

import org.testfx.util.WaitForAsyncUtils;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;

import javax.imageio.ImageIO;

/// What tests of the window stand on.
public final class Bench {
    private static final boolean TAKEN_AGAIN = "again".equals(System.getProperty("pictures"));
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final Path OF_THE_README = Path.of("packaging/pictures");

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

    /// Keeps a picture; one that is in the README's folder is taken again there, where that was asked for, with the words
    /// in it beside it. Otherwise the words have to be those beside it: a picture of a window that says something else
    /// is old.
    public static void readmePicture(Scene scene, String name) {
        var there = OF_THE_README.resolve(name + ".png");
        if (!Files.exists(there)) {
            picture(scene, name);
            return;
        }
        var words = onScreen(() -> Shown.in(scene));
        var beside = OF_THE_README.resolve(name + ".txt");
        try {
            if (TAKEN_AGAIN) {
                draw(scene, there);
                Files.write(beside, words);
            } else {
                picture(scene, name);
                assertEquals(
                        Files.readAllLines(beside),
                        words,
                        name + ".png is old: take it again with mvn test -Ppictures");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Keeps a picture of the scene for people to look at.
    public static void picture(Scene scene, String name) {
        try {
            draw(scene, SCREENSHOTS.resolve(name + ".png"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void draw(Scene scene, Path file) throws IOException {
        var image = onScreen(() -> SwingFXUtils.fromFXImage(scene.snapshot(null), null));
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
    }
}
