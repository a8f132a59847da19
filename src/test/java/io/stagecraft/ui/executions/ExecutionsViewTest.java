package io.stagecraft.ui.executions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.aws.Target;
import io.stagecraft.blueprint.Planner;
import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.iam.PolicySize;
import io.stagecraft.model.ActionId;
import io.stagecraft.project.TemplateShelf;
import io.stagecraft.run.RunSnapshot;
import io.stagecraft.run.RunSnapshot.ActionRun;
import io.stagecraft.run.RunSnapshot.ExecutionRun;
import io.stagecraft.run.RunSnapshot.Failure;
import io.stagecraft.run.RunSnapshot.StageRun;
import io.stagecraft.run.RunStatus;
import io.stagecraft.ui.Bench;
import io.stagecraft.ui.Selection;
import io.stagecraft.ui.Workspace;
import io.stagecraft.ui.kit.ScalePane;
import io.stagecraft.ui.kit.Theme;
import io.stagecraft.ui.permissions.PermissionsView;
import io.stagecraft.ui.permissions.PermissionsViewModel;
import io.stagecraft.ui.watch.FakeRuns;
import io.stagecraft.ui.watch.WatchViewModel;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// What happened in an execution, action by action, and the way from a failure to the permission that was missing.
class ExecutionsViewTest {
    private static final ActionCatalog CATALOG = CatalogFiles.load();
    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

    private final FxRobot robot = new FxRobot();
    private final FakeRuns runs = new FakeRuns();
    private Workspace workspace;
    private WatchViewModel watch;
    private ScalePane root;
    private Scene scene;
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        stage = FxToolkit.registerPrimaryStage();
        var release = TemplateShelf.open("release");
        runs.snapshot = failed();
        Bench.onScreen(() -> {
            workspace =
                    Bench.workspace(CATALOG, _ -> List.of(), new Planner(CATALOG)::plan, release);
            watch =
                    new WatchViewModel(
                            workspace,
                            new ReadOnlyObjectWrapper<>(
                                            Target.practice(URI.create("http://127.0.0.1:4")))
                                    .getReadOnlyProperty(),
                            _ -> runs,
                            (_, _) -> () -> {});
            var executions =
                    new ExecutionsView(new ExecutionsViewModel(workspace, watch, ZoneOffset.UTC));
            executions.setPrefHeight(300);
            var permissions =
                    new PermissionsView(new PermissionsViewModel(workspace, PolicySize::of));
            permissions.setPrefHeight(300);
            root = new ScalePane(new VBox(executions, permissions));
            scene = new Scene(root, 1000, 640);
            Theme.LIGHT.dress(scene);
            stage.setScene(scene);
            stage.show();
            watch.watch();
        });
    }

    @AfterEach
    void close() {
        Bench.onScreen(stage::hide);
    }

    private static RunSnapshot failed() {
        return failed("0a1b2c3d-1", 0);
    }

    /// @param later seconds after the usual time, for another execution
    private static RunSnapshot failed(String execution, int later) {
        var source = action("GitHub", RunStatus.SUCCEEDED, later, later + 4, Optional.empty());
        var refused =
                new Failure(
                        "PermissionError",
                        "User: arn:aws:sts::000000000000:assumed-role/orders-PipelineRole/1 is not"
                                + " authorized to perform: codebuild:StartBuild on resource:"
                                + " arn:aws:codebuild:eu-west-1:000000000000:project/orders-build");
        var build =
                action("Package", RunStatus.FAILED, later + 5, later + 95, Optional.of(refused));
        return new RunSnapshot(
                "orders-release",
                START.plusSeconds(later + 120),
                List.of(
                        stage("Source", RunStatus.SUCCEEDED, execution, source),
                        stage("Build", RunStatus.FAILED, execution, build)),
                List.of(
                        new ExecutionRun(
                                execution,
                                RunStatus.FAILED,
                                START.plusSeconds(later),
                                START.plusSeconds(later + 95),
                                "Started by ana",
                                "8d2e1aa Fix it",
                                "")));
    }

    private static StageRun stage(
            String name, RunStatus status, String execution, ActionRun action) {
        return new StageRun(
                name, status, Optional.of(execution), List.of(), Optional.empty(), List.of(action));
    }

    private static ActionRun action(
            String name, RunStatus status, int from, int to, Optional<Failure> failure) {
        return new ActionRun(
                name,
                status,
                Optional.of(START.plusSeconds(from)),
                Optional.of(START.plusSeconds(to)),
                "",
                Optional.empty(),
                failure,
                Optional.of("https://example.com/" + name),
                List.of());
    }

    @Test
    void anActionTellsWhenItRanWhatItSaidAndWhatItWrote() {
        robot.clickOn(row("Package"));
        assertTrue(
                isSaid("Failed · began 2 Jan 03:04:10 · ended 2 Jan 03:05:40 · took 1:30"), said());
        assertEquals(
                "Entering phase BUILD\nPackage wrote this",
                robot.lookup("#action-log").queryAs(TextArea.class).getText());
        assertEquals(
                Selection.of(new Selection.OfAction(new ActionId("a2"))),
                workspace.selectionProperty().get());
        Bench.picture(scene, "executions-detail");
        robot.clickOn("#all-actions");
        assertTrue(robot.lookup("#action-rows").query().isVisible());
    }

    @Test
    void theLogIsThatOfTheExecutionAboveIt() {
        robot.clickOn(row("Package"));
        TextArea log = robot.lookup("#action-log").queryAs(TextArea.class);
        robot.interact(() -> log.setText("what the first execution wrote"));
        robot.interact(() -> workspace.runProperty().set(Optional.of(failed("0a1b2c3d-1", 0))));
        assertEquals("what the first execution wrote", log.getText());
        robot.interact(() -> workspace.runProperty().set(Optional.of(failed("5e6f7a8b-2", 300))));
        assertTrue(
                isSaid("Failed · began 2 Jan 03:09:10 · ended 2 Jan 03:10:40 · took 1:30"), said());
        assertEquals("Entering phase BUILD\nPackage wrote this", log.getText());
        assertEquals(List.of("0a1b2c3d-1", "5e6f7a8b-2"), runs.logs);
    }

    @Test
    void anActionOfAnotherPipelineIsNotTakenForTheOneThatWasOpen() throws Exception {
        var other = TemplateShelf.open("release");
        robot.clickOn(row("Package"));
        robot.interact(() -> workspace.open(other, Optional.empty()));
        assertFalse(robot.lookup("#action-detail").query().isVisible());
        robot.interact(() -> workspace.runProperty().set(Optional.of(failed("5e6f7a8b-2", 300))));
        assertFalse(robot.lookup("#action-detail").query().isVisible());
    }

    @Test
    void whyOpensTheFailedActionWithItsLogHoweverOftenItIsAsked() {
        for (int i = 0; i < 2; i++) {
            robot.interact(() -> watch.showFailure("Build", "Package"));
            assertTrue(robot.lookup("#action-detail").query().isVisible());
            assertEquals(
                    "Entering phase BUILD\nPackage wrote this",
                    robot.lookup("#action-log").queryAs(TextArea.class).getText());
            robot.clickOn("#all-actions");
        }
    }

    @Test
    void howLongAnExecutionHasTakenCountsWhileItRuns() {
        robot.interact(() -> workspace.runProperty().set(Optional.of(running(20))));
        assertEquals("20 s", took());
        robot.interact(() -> workspace.runProperty().set(Optional.of(running(25))));
        assertEquals("25 s", took());
    }

    private String took() {
        TableView<ExecutionRun> table = robot.lookup("#executions-table").queryTableView();
        robot.interact(root::layout);
        return robot.lookup("#executions-table .table-cell").queryAllAs(TableCell.class).stream()
                .filter(c -> c.getTableColumn() == table.getColumns().getLast())
                .map(c -> c.getText())
                .filter(text -> text != null && !text.isEmpty()) // rows below the last have none
                .findFirst()
                .orElseThrow();
    }

    private static RunSnapshot running(int seconds) {
        return new RunSnapshot(
                "orders-release",
                START.plusSeconds(seconds),
                List.of(
                        stage(
                                "Source",
                                RunStatus.IN_PROGRESS,
                                "5e6f7a8b-2",
                                action("GitHub", RunStatus.IN_PROGRESS, 0, 0, Optional.empty()))),
                List.of(
                        new ExecutionRun(
                                "5e6f7a8b-2",
                                RunStatus.IN_PROGRESS,
                                START,
                                START,
                                "Started by ana",
                                "8d2e1aa Fix it",
                                "")));
    }

    @Test
    void theKeyboardOpensAnActionToo() {
        Bench.onScreen(() -> {
            ListView<?> rows = (ListView<?>) scene.lookup("#action-rows");
            rows.requestFocus();
            rows.getSelectionModel().select(0);
        });
        robot.push(KeyCode.ENTER);
        assertTrue(isSaid("GitHub"));
        assertTrue(robot.lookup("#action-detail").query().isVisible());
    }

    @Test
    void aMissingPermissionLeadsToItsRoleAndRow() {
        robot.clickOn("#show-permission");
        Label words = robot.lookup("#permission-sought").query();
        assertTrue(
                words.getText()
                        .startsWith("The drawing grants codebuild:StartBuild to Package here."),
                words.getText());
        ListView<PermissionsViewModel.Row> rows = robot.lookup("#permission-rows").queryListView();
        assertTrue(
                rows.getSelectionModel()
                        .getSelectedItem()
                        .actions()
                        .contains("codebuild:StartBuild"));
        ListView<PermissionsViewModel.Holder> holders =
                robot.lookup("#permission-holders").queryListView();
        assertEquals("Role", holders.getSelectionModel().getSelectedItem().what());
        Bench.picture(scene, "executions-permission");
    }

    @Test
    void whatFailedOrAllOfItsStageIsRunAgain() {
        robot.clickOn("#retry-stage");
        robot.clickOn("#retry-all");
        assertEquals(
                List.of("retry Build false", "retry Build true"),
                runs.calls.stream().filter(c -> c.startsWith("retry")).toList());
    }

    @Test
    void darkAndLarge() {
        Bench.onScreen(() -> {
            Theme.DARK.dress(scene);
            root.scaleProperty().set(1.5);
        });
        robot.clickOn(row("Package"));
        Bench.picture(scene, "executions-dark-150");
        assertFalse(robot.lookup("#action-rows").query().isVisible());
    }

    private Node row(String action) {
        return robot.lookup("#action-rows .list-cell").queryAll().stream()
                .filter(n ->
                        n.getAccessibleText() != null
                                && n.getAccessibleText().startsWith(action + ","))
                .findFirst()
                .orElseThrow();
    }

    private boolean isSaid(String words) {
        return robot.lookup("#action-detail .label").queryAllAs(Label.class).stream()
                .anyMatch(l -> l.getText().equals(words));
    }

    private String said() {
        return robot.lookup("#action-detail .label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList()
                .toString();
    }
}
