package io.stagecraft.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.aws.Deployer;
import io.stagecraft.aws.LiveRuns;
import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.edit.ClearSetting;
import io.stagecraft.edit.Disconnect;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.ActionType;
import io.stagecraft.model.Category;
import io.stagecraft.model.Design;
import io.stagecraft.practice.Fault;
import io.stagecraft.practice.PracticeAccount;
import io.stagecraft.practice.PracticeClock;
import io.stagecraft.project.TemplateShelf;
import io.stagecraft.run.RunStatus;
import io.stagecraft.ui.Bench;
import io.stagecraft.ui.Message;
import io.stagecraft.ui.Selection;
import io.stagecraft.ui.canvas.CanvasView;
import io.stagecraft.ui.deploy.DeployViewModel.Phase;
import io.stagecraft.ui.kit.Background;
import io.stagecraft.ui.kit.Frames;
import io.stagecraft.ui.kit.Theme;
import io.stagecraft.ui.shell.SystemFileDialogs;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.prefs.Preferences;

/// The whole window at its main job, against a Practice account whose time the test moves. Keeps a picture of every step.
class MainJobTest {
    private final PracticeClock.Manual clock =
            new PracticeClock.Manual(Instant.parse("2026-01-05T09:00:00Z"));
    private PracticeAccount account;
    private Assembly assembly;
    private Stage stage;
    private Runnable strike = () -> {};

    @BeforeEach
    void open() throws Exception {
        account = PracticeAccount.open(new PracticeAccount.Options(0, 7, clock));
        FxToolkit.registerPrimaryStage();
        var catalog = CatalogFiles.load();
        Bench.onScreen(() -> {
            stage = new Stage(); // the toolkit\'s own has the size that an earlier test gave it
            assembly =
                    new Assembly(
                            new Assembly.Outside(
                                    catalog,
                                    new Files(
                                            catalog,
                                            Preferences.userRoot().node("io/stagecraft/test")),
                                    new SystemFileDialogs(() -> stage),
                                    Background.direct(),
                                    Frames.atOnce(),
                                    (pace, s) -> {
                                        if (pace.compareTo(Duration.ofSeconds(1)) > 0) {
                                            return () -> {}; // good news stays in the pictures
                                        }
                                        strike = s;
                                        return () -> strike = () -> {};
                                    },
                                    clock::now,
                                    ZoneOffset.UTC,
                                    _ -> {},
                                    (_, _) -> {},
                                    LiveRuns::new,
                                    target -> new Deployer(target, clock::advance),
                                    _ -> Optional.of(account)),
                            Design.empty("pipeline"),
                            Theme.LIGHT,
                            1440,
                            900);
            assembly.window().show(stage);
            assembly.targets().practiceIsAt(account.endpoint());
        });
    }

    @AfterEach
    void close() throws Exception {
        Bench.onScreen(() -> stage.close());
        account.close();
    }

    @Test
    void designCheckPermissionsCodeDeployAndWatch() throws Exception {
        picture("01-empty-canvas");
        openStarter();
        picture("02-starter");
        midDrag();
        problems();
        select("a2");
        show("permissions");
        picture("05-permissions");
        show("code");
        picture("06-code");

        deploy();
        assertEquals(RunStatus.IN_PROGRESS, run());
        advance(Duration.ofSeconds(40));
        picture("08-running");

        until(RunStatus.WAITING_FOR_APPROVAL);
        picture("09-waiting-for-approval");
        Bench.onScreen(() -> assembly.watch().answer("Production", "Approve", true, "ready"));
        until(RunStatus.SUCCEEDED);
        picture("10-succeeded");

        account.inject(
                Fault.next(
                        "UnitTests",
                        new Fault.Fails(
                                "JobFailed",
                                "Build terminated with state: FAILED. 2 of 214 tests failed.")));
        Bench.onScreen(() -> assembly.watch().start());
        until(RunStatus.FAILED);
        Bench.onScreen(() -> assembly.watch().showFailure("Test", "UnitTests"));
        picture("11-failed-with-cause");
        Bench.onScreen(() -> assembly.window().themeProperty().set(Theme.DARK));
        picture("12-failed-dark");
        Bench.onScreen(() -> assembly.watch().retry("Test", false));
        until(RunStatus.WAITING_FOR_APPROVAL);
        picture("13-waiting-dark");
        Bench.onScreen(() -> {
            assembly.window().themeProperty().set(Theme.LIGHT);
            assembly.window().scaleProperty().set(2.0);
        });
        picture("14-presented-at-200-percent");
    }

    private void openStarter() throws Exception {
        var starter = TemplateShelf.open("release");
        Bench.onScreen(() -> assembly.workspace().open(starter, Optional.empty()));
        assertEquals(List.of(), faults());
    }

    /// What AWS would refuse or what would hurt; the starter leaves some advice to who takes it.
    private List<String> faults() {
        return assembly.workspace().problemsProperty().get().stream()
                .filter(p -> p.rule().severity() != Severity.HINT)
                .map(Problem::message)
                .toList();
    }

    private void midDrag() {
        var canvas = (CanvasView) assembly.window().scene().lookup("#canvas");
        var codebuild = ActionType.aws(Category.BUILD, "CodeBuild");
        var card = assembly.window().scene().lookup("#card-Package");
        var box = card.localToScene(card.getBoundsInLocal());
        var below = new Point2D(box.getCenterX(), box.getMaxY() + 14);
        Bench.onScreen(() -> {
            canvas.drag(codebuild);
            mouse(MouseEvent.MOUSE_DRAGGED, below.add(-30, -60));
            mouse(MouseEvent.MOUSE_DRAGGED, below);
        });
        picture("03-mid-drag");
        var before = assembly.workspace().design();
        Bench.onScreen(() -> mouse(MouseEvent.MOUSE_RELEASED, below));
        assertEquals(before.actions().count() + 1, assembly.workspace().design().actions().count());
        Bench.onScreen(() -> assembly.workspace().undo());
        assertEquals(before, assembly.workspace().design());
    }

    private void mouse(EventType<MouseEvent> type, Point2D at) {
        var scene = assembly.window().scene();
        Event.fireEvent(
                scene,
                new MouseEvent(
                        type,
                        at.getX(),
                        at.getY(),
                        at.getX(),
                        at.getY(),
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        true,
                        false,
                        false,
                        null));
    }

    private void problems() {
        Bench.onScreen(() -> {
            assembly.workspace().apply(new Disconnect("SourceOutput", new ActionId("a3")));
            assembly.workspace().apply(new ClearSetting(new ActionId("a6"), "StackName"));
        });
        assertTrue(faults().size() >= 2, faults().toString());
        select("a6");
        show("problems");
        picture("04-problems");
        Bench.onScreen(() -> {
            assembly.workspace().undo();
            assembly.workspace().undo();
        });
        assertEquals(List.of(), faults());
    }

    private void deploy() {
        Bench.onScreen(() -> assembly.deploy().begin());
        assertInstanceOf(
                Phase.Planned.class,
                assembly.deploy().phaseProperty().get(),
                () -> assembly.workspace().messageProperty().get().map(Message::text).orElse(""));
        picture("07-plan");
        Bench.onScreen(() -> assembly.deploy().accept());
        var over = assertInstanceOf(Phase.Over.class, assembly.deploy().phaseProperty().get());
        assertTrue(over.outcome().succeeded(), over.outcome().failure());
        Bench.onScreen(() -> assembly.deploy().cancel());
    }

    /// Lets time pass until the newest execution, or the approval in it, stands so.
    private void until(RunStatus wanted) {
        for (int i = 0; i < 200 && run() != wanted; i++) {
            advance(Duration.ofSeconds(15));
        }
        assertEquals(wanted, run());
    }

    private RunStatus run() {
        var snapshot = assembly.workspace().runProperty().get().orElseThrow();
        var waits =
                snapshot.stages().stream()
                        .flatMap(s -> s.actions().stream())
                        .anyMatch(a -> a.status() == RunStatus.WAITING_FOR_APPROVAL);
        return waits ? RunStatus.WAITING_FOR_APPROVAL : snapshot.executions().getFirst().status();
    }

    private void advance(Duration time) {
        clock.advance(time);
        Bench.onScreen(() -> strike.run());
    }

    private void select(String action) {
        Bench.onScreen(() ->
                assembly.workspace()
                        .selectionProperty()
                        .set(Selection.of(new Selection.OfAction(new ActionId(action)))));
    }

    private void show(String panel) {
        Bench.onScreen(() -> assembly.window().showPanel(panel));
    }

    private void picture(String name) {
        Bench.readmePicture(assembly.window().scene(), name);
    }
}
