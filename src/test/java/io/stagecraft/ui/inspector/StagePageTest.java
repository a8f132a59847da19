package io.stagecraft.ui.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.model.Condition;
import io.stagecraft.model.ConditionRule;
import io.stagecraft.model.Moment;
import io.stagecraft.model.OnFailure;
import io.stagecraft.model.Result;
import io.stagecraft.model.RetryMode;
import io.stagecraft.model.Stage;
import io.stagecraft.model.StageId;
import io.stagecraft.project.TemplateShelf;
import io.stagecraft.run.RunSnapshot;
import io.stagecraft.run.RunStatus;
import io.stagecraft.ui.Bench;
import io.stagecraft.ui.Selection;
import io.stagecraft.ui.Workspace;
import io.stagecraft.ui.kit.Theme;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Validator;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The form of a stage: its conditions and their rules.
class StagePageTest {
    private static final ActionCatalog CATALOG = CatalogFiles.load();

    private final FxRobot robot = new FxRobot();
    private Workspace workspace;
    private StageId last;
    private Scene scene;
    private javafx.stage.Stage stage;

    @BeforeEach
    void open() throws Exception {
        stage = FxToolkit.registerPrimaryStage();
        var release = TemplateShelf.open("release");
        last = release.stages().getLast().id();
        Bench.onScreen(() -> {
            workspace = Bench.workspace(CATALOG, new Validator(CATALOG)::check, release);
            var inspector = new InspectorView(workspace, CatalogFiles.rules(), _ -> {});
            scene = new Scene(new StackPane(inspector), 360, 980);
            Theme.LIGHT.dress(scene);
            stage.setScene(scene);
            stage.show();
            workspace.selectionProperty().set(Selection.of(new Selection.OfStage(last)));
        });
    }

    @AfterEach
    void close() {
        Bench.onScreen(stage::hide);
    }

    @Test
    void aRuleIsChosenFromTheCatalogueAndFilledIn() {
        addRule("entry", "CloudWatchAlarm");
        var rule = entry().rules().getFirst();
        assertEquals(Optional.of(Result.FAIL), entry().result());
        assertEquals("CloudWatchAlarm", rule.provider());
        assertEquals(
                Map.of("WaitTime", "5"),
                rule.settings(),
                "listed, ALARM would let executions in only while it rings");
        write("entry-0-AlarmName", "orders-errors");
        assertEquals("orders-errors", entry().rules().getFirst().settings().get("AlarmName"));
        assertEquals(
                "Set AlarmName of rule CloudWatchAlarm",
                workspace.historyProperty().get().undoTitle().orElse(""));
        Bench.picture(scene, "inspector-condition");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals("", entry().rules().getFirst().setting("AlarmName").orElse(""));
    }

    @Test
    void theDeployedArrowIsToldFromTheDrawnOne() {
        var name = workspace.design().stage(last).orElseThrow().name();
        var stands =
                new RunSnapshot.StageRun(
                        name,
                        RunStatus.SUCCEEDED,
                        Optional.empty(),
                        List.of(),
                        Optional.of("freeze"),
                        List.of());
        Bench.onScreen(() ->
                workspace
                        .runProperty()
                        .set(
                                Optional.of(
                                        new RunSnapshot(
                                                "orders-release",
                                                Instant.EPOCH,
                                                List.of(stands),
                                                List.of()))));
        var words =
                robot
                        .from(scene.getRoot())
                        .lookup("#field-transition .label")
                        .queryAllAs(Label.class)
                        .stream()
                        .map(Label::getText)
                        .toList();
        assertTrue(words.contains("Executions may pass, in the design"), words.toString());
        assertTrue(words.contains("Deployed pipeline: closed — freeze"), words.toString());
    }

    @Test
    void theResultsAreThoseThatTheMomentAllows() {
        addRule("entry", "VariableCheck");
        ComboBox<Result> entry = control("entry", ".combo-box");
        assertEquals(List.of(Result.FAIL, Result.SKIP), entry.getItems());
        Bench.onScreen(() -> entry.setValue(Result.SKIP));
        assertEquals(Optional.of(Result.SKIP), entry().result());
        addRule("failure", "DeploymentWindow");
        assertEquals(
                List.of(Result.ROLLBACK),
                this.<ComboBox<Result>>control("failure", ".combo-box").getItems());
        assertEquals(
                Optional.of(Result.ROLLBACK),
                now().onFailure().flatMap(OnFailure::condition).orElseThrow().result());
    }

    @Test
    void everyFieldOfARuleCanBeSet() {
        addRule("success", "Commands");
        write("success-0-name", "Smoke");
        write("success-0-region", "eu-west-1");
        write("success-0-role", "arn:aws:iam::111122223333:role/Smoke");
        write("success-0-timeout", "30");
        write("success-0-inputs", "BuildOutput");
        Node commands = control("success-0-commands", ".text-area");
        Bench.onScreen(commands::requestFocus);
        robot.write("./smoke.sh");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        var rule = now().onSuccess().orElseThrow().rules().getFirst();
        assertEquals("Smoke", rule.name());
        assertEquals(Optional.of("eu-west-1"), rule.region());
        assertEquals(Optional.of("arn:aws:iam::111122223333:role/Smoke"), rule.roleArn());
        assertEquals(Optional.of(30), rule.timeoutMinutes());
        assertEquals(List.of("BuildOutput"), rule.inputs());
        assertEquals(List.of("./smoke.sh"), rule.commands());
    }

    @Test
    void anotherTypeKeepsWhatBothKnow() {
        addRule("entry", "LambdaInvoke");
        write("entry-0-FunctionName", "gate");
        ComboBox<Object> type = control("entry-0-provider", ".combo-box");
        Bench.onScreen(
                () -> type.setValue(CatalogFiles.rules().find("VariableCheck", "1").orElseThrow()));
        var rule = entry().rules().getFirst();
        assertEquals("VariableCheck", rule.provider());
        assertEquals(java.util.Map.of("Operator", "EQ"), rule.settings());
        assertTrue(robot.lookup("#field-entry-0-Variable").tryQuery().isPresent());
    }

    @Test
    void theLastRuleTakesTheConditionWithItAndUndoBringsBothBack() {
        addRule("entry", "VariableCheck");
        addRule("entry", "VariableCheck");
        assertEquals(
                List.of("VariableCheck", "VariableCheck-2"),
                entry().rules().stream().map(ConditionRule::name).toList());
        click("#remove-entry-1-rule");
        assertEquals(1, entry().rules().size());
        unfold("entry-0-pane");
        click("#remove-entry-0-rule");
        assertEquals(Optional.empty(), now().beforeEntry());
        Bench.onScreen(workspace::undo);
        assertEquals(1, entry().rules().size());
    }

    @Test
    void noMoreRulesAreOfferedThanCodePipelineTakes() {
        for (int i = 0; i < 5; i++) {
            addRule("entry", "VariableCheck");
        }
        assertFalse(robot.lookup("#add-rule-entry").tryQuery().isPresent());
    }

    @Test
    void aProblemOfARuleLeadsToItsField() {
        addRule("entry", "VariableCheck");
        write("entry-0-timeout", "3");
        Bench.onScreen(() -> workspace.selectionProperty().set(Selection.NONE));
        var problem =
                workspace.problemsProperty().get().stream()
                        .filter(p -> p.rule().id().equals("SC620"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(new About.InGateRule(last, Moment.ENTRY, 0, "timeout"), problem.about());
        Bench.onScreen(() -> workspace.show(problem.about()));
        TitledPane pane = robot.lookup("#rule-entry-0-pane").query();
        assertTrue(pane.isExpanded());
        assertTrue(control("entry-0-timeout", ".text-field").isFocused());
        Bench.onScreen(() -> Theme.DARK.dress(scene));
        Bench.picture(scene, "inspector-condition-problem-dark");
    }

    @Test
    void aRetrySaysWhatItRunsAgainAndAFailureConditionTakesItsPlace() {
        ComboBox<String> failure = control("on-failure", ".combo-box");
        Bench.onScreen(() -> failure.setValue("RETRY"));
        assertEquals(
                Optional.of(RetryMode.FAILED_ACTIONS),
                now().onFailure().flatMap(OnFailure::retryMode));
        ComboBox<RetryMode> mode = control("retry-mode", ".combo-box");
        Bench.onScreen(() -> mode.setValue(RetryMode.ALL_ACTIONS));
        assertEquals(
                Optional.of(RetryMode.ALL_ACTIONS),
                now().onFailure().flatMap(OnFailure::retryMode));
        addRule("failure", "CloudWatchAlarm");
        assertEquals(Optional.empty(), now().onFailure().flatMap(OnFailure::result));
        assertEquals(
                "ALARM",
                now().onFailure()
                        .flatMap(OnFailure::condition)
                        .orElseThrow()
                        .rules()
                        .getFirst()
                        .settings()
                        .get("AlarmStates"));
    }

    private void addRule(String moment, String type) {
        click("#add-rule-" + moment);
        robot.clickOn("#rule-type-" + type);
    }

    /// A form is longer than the window: what is to be clicked comes into view first, as by the wheel.
    private void click(String query) {
        Bench.onScreen(() -> {
            Node node = scene.getRoot().lookup(query);
            javafx.scene.control.ScrollPane scroll =
                    (javafx.scene.control.ScrollPane) scene.getRoot().lookup(".scroll-pane");
            scroll.layout();
            double y =
                    scroll.getContent().sceneToLocal(node.localToScene(0, 0)).getY()
                            - scroll.getViewportBounds().getHeight() / 2;
            double room =
                    scroll.getContent().getLayoutBounds().getHeight()
                            - scroll.getViewportBounds().getHeight();
            scroll.setVvalue(room <= 0 ? 0 : Math.clamp(y / room, 0, 1));
        });
        robot.clickOn(query);
    }

    private void unfold(String pane) {
        TitledPane titled = robot.lookup("#rule-" + pane).query();
        Bench.onScreen(() -> titled.setExpanded(true));
    }

    private void write(String field, String text) {
        TextField line = control(field, ".text-field");
        Bench.onScreen(() -> {
            line.requestFocus();
            line.selectAll();
        });
        robot.write(text);
        robot.push(KeyCode.ENTER);
    }

    private Stage now() {
        return workspace.design().stage(last).orElseThrow();
    }

    private Condition entry() {
        return now().beforeEntry().orElseThrow();
    }

    private <T extends Node> T control(String field, String query) {
        Node row = robot.from(scene.getRoot()).lookup("#field-" + field).query();
        return robot.from(row).lookup(query).query();
    }
}
