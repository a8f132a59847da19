package io.stagecraft.ui.canvas;

import io.stagecraft.blueprint.Blueprint;
import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.model.Action;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.Design;
import io.stagecraft.model.Stage;
import io.stagecraft.ui.RunControls;
import io.stagecraft.ui.Workspace;
import io.stagecraft.ui.kit.Background;
import io.stagecraft.ui.kit.Theme;
import io.stagecraft.validate.Problem;

import javafx.embed.swing.SwingFXUtils;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;

import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.io.File;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import javax.imageio.ImageIO;

/// A canvas in a window of 980 × 720, and a robot that works on it in points of the drawing.
final class Stagehand {
    static final Instant NOW = Instant.parse("2026-03-01T09:41:30Z");

    final List<String> asked = new ArrayList<>();
    final FxRobot robot = new FxRobot();
    final Workspace workspace;
    final CanvasViewModel model;
    final CanvasView view;

    private Stagehand(Workspace workspace) {
        this.workspace = workspace;
        model = new CanvasViewModel(workspace, new Asked(asked), InstantSource.fixed(NOW));
        view = new CanvasView(model);
    }

    static Stagehand show(Design design) throws Exception {
        return show(design, _ -> List.of(), Theme.LIGHT);
    }

    static Stagehand show(Design design, Function<Design, List<Problem>> checks, Theme theme)
            throws Exception {
        FxToolkit.registerPrimaryStage();
        var catalog = CatalogFiles.load();
        Function<Design, Blueprint> noPlan =
                _ -> {
                    throw new IllegalStateException("no plan here");
                };
        var hand =
                WaitForAsyncUtils.asyncFx(
                                () -> {
                                    var made =
                                            new Stagehand(
                                                    new Workspace(
                                                            catalog,
                                                            checks,
                                                            noPlan,
                                                            Background.direct(),
                                                            design));
                                    var scene = new Scene(new StackPane(made.view), 980, 720);
                                    theme.dress(scene);
                                    var stage = FxToolkit.toolkitContext().getRegisteredStage();
                                    stage.setScene(scene);
                                    stage.setX(0);
                                    stage.setY(0);
                                    stage.setWidth(980);
                                    stage.setHeight(720);
                                    stage.show();
                                    stage.requestFocus();
                                    scene.getRoot().applyCss();
                                    scene.getRoot().layout();
                                    made.view.requestFocus();
                                    return made;
                                })
                        .get();
        WaitForAsyncUtils.waitForFxEvents();
        return hand;
    }

    /// Runs on the UI thread, and waits until the screen has followed.
    void now(Runnable action) {
        robot.interact(action);
    }

    Point2D screen(double x, double y) {
        var at = view.camera().screen(new Spot(x, y));
        return view.localToScreen(at.x(), at.y());
    }

    Point2D screen(Spot at) {
        return screen(at.x(), at.y());
    }

    CanvasLayout layout() {
        return model.drawing().layout();
    }

    Box card(String id) {
        return layout().card(new ActionId(id)).orElseThrow().box();
    }

    Box stage(int index) {
        return layout().stages().get(index).box();
    }

    void drag(Spot from, Spot to) {
        robot.moveTo(screen(from)).press(MouseButton.PRIMARY);
        carry(from, to);
        robot.release(MouseButton.PRIMARY);
    }

    void carry(Spot from, Spot to) {
        robot.moveTo(screen((from.x() + to.x()) / 2, (from.y() + to.y()) / 2));
        robot.moveTo(screen(to));
    }

    void click(Spot at) {
        robot.moveTo(screen(at)).press(MouseButton.PRIMARY).release(MouseButton.PRIMARY);
    }

    /// A turn of the wheel; the headless robot forgets which keys are held, so the event is made here.
    void wheel(Point2D screen, double turn, boolean control) {
        var at = view.screenToLocal(screen);
        var scene = view.localToScene(at);
        Event.fireEvent(
                view,
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        scene.getX(),
                        scene.getY(),
                        screen.getX(),
                        screen.getY(),
                        false,
                        control,
                        false,
                        false,
                        false,
                        false,
                        0,
                        turn,
                        0,
                        turn,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        new PickResult(view, scene.getX(), scene.getY())));
    }

    /// What the mouse does at a point of the view, also beyond its edge, where the headless robot loses hold of it.
    /// As on a desktop, all of a drag is heard by `target`, the node it began on.
    void mouse(EventType<MouseEvent> type, Node target, Point2D at) {
        var scene = view.localToScene(at);
        var screen = view.localToScreen(at);
        boolean down = type != MouseEvent.MOUSE_RELEASED;
        now(() ->
                Event.fireEvent(
                        target,
                        new MouseEvent(
                                type,
                                scene.getX(),
                                scene.getY(),
                                screen.getX(),
                                screen.getY(),
                                MouseButton.PRIMARY,
                                1,
                                false,
                                false,
                                false,
                                false,
                                down,
                                false,
                                false,
                                false,
                                false,
                                false,
                                new PickResult(target, scene.getX(), scene.getY()))));
    }

    void type(KeyCode... keys) {
        robot.push(keys);
    }

    /// Each stage in a line: its name, then its rows.
    List<String> drawn() {
        return workspace.design().stages().stream().map(Stagehand::line).toList();
    }

    private static String line(Stage stage) {
        var rows =
                stage.rows().stream()
                        .map(r -> String.join("+", r.stream().map(Action::name).toList()))
                        .toList();
        return stage.name() + ": " + String.join(" / ", rows);
    }

    /// Keeps what is on the screen, to be looked at.
    void picture(String name) {
        robot.interact(() -> {
            var image = view.getScene().snapshot(null);
            var file = new File("target/screenshots/" + name + ".png");
            file.getParentFile().mkdirs();
            try {
                ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file);
            } catch (java.io.IOException problem) {
                throw new java.io.UncheckedIOException(problem);
            }
        });
    }

    record Asked(List<String> calls) implements RunControls {
        @Override
        public void start() {
            calls.add("start");
        }

        @Override
        public void startWith() {}

        @Override
        public void stop(boolean abandon) {
            calls.add("stop " + abandon);
        }

        @Override
        public void answer(String stage, String action, boolean approved, String comment) {
            calls.add("answer " + stage + "/" + action + " " + approved + " " + comment);
        }

        @Override
        public void retry(String stage, boolean allActions) {
            calls.add("retry " + stage);
        }

        @Override
        public void open(String stage) {
            calls.add("open " + stage);
        }

        @Override
        public void close(String stage, String reason) {
            calls.add("close " + stage + " " + reason);
        }

        @Override
        public void showFailure(String stage, String action) {
            calls.add("why " + stage + "/" + action);
        }
    }
}
