package io.stagecraft.app;

import io.stagecraft.edit.RenameAction;
import io.stagecraft.model.Action;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.ActionType;
import io.stagecraft.model.Category;
import io.stagecraft.model.Design;
import io.stagecraft.model.OutputArtifact;
import io.stagecraft.model.Stage;
import io.stagecraft.model.StageId;
import io.stagecraft.ui.kit.Background;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.BoundingBox;
import javafx.scene.Node;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.ScrollEvent;
import javafx.scene.robot.Robot;
import javafx.scene.text.Text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// Measures the canvas in the window as it is: edits of the starter, then pan and zoom of 200 actions.
final class CanvasSpeed extends AnimationTimer {
    private static final int EDITS = 40;
    private static final int FRAMES = 240;
    private static final int SETTLE = 60;
    private static final int REST = 15; // frames for what an edit sets going in the background
    private static final int STAGES = 20;
    private static final int PER_STAGE = 10;

    private static final int PER_FRAME = 16; // milliseconds

    /// A look at the screen takes some of them: looking all the time would be measured, too.
    private static final int LOOK = 2;

    private static final long FRAME = 1_000_000_000L / 60;

    private final Assembly assembly;
    private final List<Long> edits = new ArrayList<>();
    private final long[] frames = new long[FRAMES];
    private final Robot robot = new Robot();
    private long edited;
    private boolean drawn; // a frame has begun since
    private int rested;
    private int frame = -SETTLE;
    private long last;

    CanvasSpeed(Assembly assembly) {
        this.assembly = assembly;
    }

    @Override
    public void handle(long now) {
        drawn = true;
        if (edits.size() < EDITS) {
            edit();
        } else if (frame < FRAMES) {
            move();
        } else {
            stop();
            print();
            Platform.exit();
        }
    }

    /// Now early, now late between two frames, as a person's edits come.
    private void edit() {
        if (edited == 0 && ++rested > REST) {
            rested = 0;
            edited = System.nanoTime();
            later(edits.size() * 7 % PER_FRAME, this::change);
        }
    }

    private void change() {
        var before = pixels();
        drawn = false;
        edited = System.nanoTime();
        var first = assembly.workspace().design().actions().findFirst().orElseThrow();
        assembly.workspace().apply(new RenameAction(first.id(), name()));
        later(LOOK, () -> await(before));
    }

    /// Alternately much and little of the card's first line.
    private String name() {
        return edits.size() % 2 == 0 ? "Edited" + edits.size() : "An edit " + edits.size();
    }

    /// It is on the screen when the screen's own pixels say so. They are asked for by the thread that brings them there: what is
    /// there when it looks was there before.
    private void await(int[] before) {
        long now = System.nanoTime();
        if (!drawn || Arrays.equals(before, pixels())) {
            later(LOOK, () -> await(before));
            return;
        }
        edits.add(now - edited);
        edited = 0;
        if (edits.size() == EDITS) {
            assembly.workspace().open(large(), Optional.empty());
        }
    }

    private void later(int millis, Runnable action) {
        CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS)
                .execute(() -> background().onScreen(action));
    }

    private Background background() {
        return assembly.workspace().background();
    }

    /// The first card's name as it stands on the screen.
    private int[] pixels() {
        var name = (Text) canvas().lookup(".card-name");
        var at = name.localToScreen(new BoundingBox(name.getX(), name.getY() - 10, 80, 12));
        var picture =
                robot.getScreenCapture(
                        null, at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight());
        var pixels = new int[(int) picture.getWidth() * (int) picture.getHeight()];
        picture.getPixelReader()
                .getPixels(
                        0,
                        0,
                        (int) picture.getWidth(),
                        (int) picture.getHeight(),
                        PixelFormat.getIntArgbInstance(),
                        pixels,
                        0,
                        (int) picture.getWidth());
        return pixels;
    }

    private void move() {
        var now = System.nanoTime();
        if (frame >= 0) {
            frames[frame] = now - last;
        }
        last = now;
        frame++;
        Event.fireEvent(canvas(), scroll(frame));
    }

    private Node canvas() {
        return assembly.window().scene().lookup("#canvas");
    }

    /// Half of the frames move the canvas to and fro, the other half zooms in and out.
    private ScrollEvent scroll(int n) {
        var zoom = n > FRAMES / 2;
        var delta =
                n / 30 % 2 == 0
                        ? -24
                        : 24; // first into the drawing: there is always something to paint
        var down = zoom ? delta : delta / 8;
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                400,
                300,
                400,
                300,
                false,
                zoom,
                false,
                false,
                false,
                false,
                delta,
                down,
                delta,
                down,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }

    private void print() {
        var sorted = edits.stream().sorted().toList();
        System.out.println("edit-median=" + millis(sorted.get(EDITS / 2)));
        System.out.println("edit-worst=" + millis(sorted.getLast()));
        Arrays.sort(frames);
        System.out.println("frames=" + FRAMES);
        System.out.println(
                "frames-missed=" + Arrays.stream(frames).filter(f -> f > FRAME * 3 / 2).count());
        System.out.println("frame-worst=" + millis(frames[FRAMES - 1]));
    }

    private static String millis(long nanos) {
        return String.valueOf(Math.round(nanos / 1e5) / 10.0);
    }

    private static Design large() {
        return Design.empty("two-hundred")
                .withStages(IntStream.range(0, STAGES).mapToObj(CanvasSpeed::stage).toList());
    }

    private static Stage stage(int n) {
        var actions = IntStream.range(0, PER_STAGE).mapToObj(i -> action(n, i)).toList();
        return Stage.of(new StageId("s" + n), "Stage" + n, actions);
    }

    /// Each reads what the one beside it in the stage before made.
    private static Action action(int stage, int n) {
        var type =
                stage == 0
                        ? ActionType.aws(Category.SOURCE, "CodeCommit")
                        : ActionType.aws(Category.BUILD, "CodeBuild");
        return Action.of(new ActionId("a" + (stage * PER_STAGE + n)), "Action" + n, type)
                .withRunOrder(1 + n / 2)
                .withInputs(stage == 0 ? List.of() : List.of("Out" + (stage - 1) + "x" + n))
                .withOutputs(List.of(new OutputArtifact("Out" + stage + "x" + n)));
    }
}
