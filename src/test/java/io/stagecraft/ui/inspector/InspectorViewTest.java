package io.stagecraft.ui.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.controls.ToggleSwitch;

import io.stagecraft.blueprint.Planner;
import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.edit.RenameArtifact;
import io.stagecraft.edit.SetSetting;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.CompanionRef;
import io.stagecraft.project.TemplateShelf;
import io.stagecraft.ui.Bench;
import io.stagecraft.ui.Selection;
import io.stagecraft.ui.Workspace;
import io.stagecraft.ui.kit.Theme;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.util.ArrayList;
import java.util.List;

class InspectorViewTest {
    private static final ActionCatalog CATALOG = CatalogFiles.load();
    private static final ActionId BUILD = new ActionId("a2");
    private static final ActionId PREPARE = new ActionId("a6");

    private final FxRobot robot = new FxRobot();
    private final List<Problem> problems = new ArrayList<>();
    private Workspace workspace;
    private Scene scene;
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        stage = FxToolkit.registerPrimaryStage();
        var release = TemplateShelf.open("release");
        Bench.onScreen(() -> {
            workspace =
                    Bench.workspace(
                            CATALOG,
                            _ -> List.copyOf(problems),
                            new Planner(CATALOG)::plan,
                            release);
            var inspector = new InspectorView(workspace, CatalogFiles.rules(), _ -> {});
            inspector.setMaxWidth(340);
            inspector.setPrefWidth(340);
            var elsewhere = new TextField();
            elsewhere.setId("elsewhere");
            scene = new Scene(new HBox(inspector, new StackPane(elsewhere)), 700, 900);
            Theme.LIGHT.dress(scene);
            stage.setScene(scene);
            stage.show();
        });
    }

    @AfterEach
    void close() {
        Bench.onScreen(stage::hide);
    }

    @Test
    void theBuildFormHasTheRightControls() {
        select(BUILD);
        assertEquals("Package", this.<Labeled>node("#inspector-title").getText());
        assertInstanceOf(ComboBox.class, control("ProjectName", ".combo-box"));
        assertInstanceOf(ToggleSwitch.class, control("BatchEnabled", ".toggle-switch"));
        assertInstanceOf(TextArea.class, control("BuildspecOverride", ".text-area"));
        assertEquals(1, rows("EnvironmentVariables"));
        assertTrue(star("ProjectName"));
        assertFalse(star("PrimarySource"));
        Bench.picture(scene, "inspector-build");
    }

    @Test
    void theStackFormHasTheRightControls() {
        select(PREPARE);
        ComboBox<String> mode = control("ActionMode", ".combo-box");
        assertEquals("CHANGE_SET_REPLACE", mode.getValue());
        assertEquals(5, mode.getItems().size());
        TextField path = control("TemplatePath", ".text-field");
        assertEquals("template.yml", path.getText());
        ToggleButton chip = control("Capabilities", ".chip");
        assertEquals("CAPABILITY_IAM", chip.getText());
        assertInstanceOf(TextArea.class, control("ParameterOverrides", ".text-area"));
        Bench.picture(scene, "inspector-stack");
    }

    @Test
    void whatIsRequiredFollowsTheMode() {
        select(PREPARE);
        assertTrue(star("TemplatePath"));
        Bench.onScreen(() -> workspace.apply(new SetSetting(PREPARE, "ActionMode", "DELETE_ONLY")));
        assertFalse(star("TemplatePath"));
    }

    @Test
    void manyLettersAreOneStepAndUndoTakesThemBackInPlace() {
        select(PREPARE);
        TextField stack = control("StackName", ".text-field");
        Bench.onScreen(() -> {
            stack.requestFocus();
            stack.selectAll();
        });
        robot.write("new-name");
        assertEquals("orders-production", setting(PREPARE, "StackName"));
        robot.push(KeyCode.ENTER);
        assertEquals("new-name", setting(PREPARE, "StackName"));
        assertEquals(
                "Set StackName of PrepareChanges",
                workspace.historyProperty().get().undoTitle().orElse(""));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals("orders-production", setting(PREPARE, "StackName"));
        assertEquals("orders-production", stack.getText());
        assertTrue(stack.isFocused());
    }

    @Test
    void leavingAFieldTakesWhatWasTyped() {
        select(PREPARE);
        TextField stack = control("StackName", ".text-field");
        Bench.onScreen(() -> {
            stack.requestFocus();
            stack.setText("left");
            node("#elsewhere").requestFocus();
        });
        assertEquals("left", setting(PREPARE, "StackName"));
    }

    @Test
    void aSwitchWritesOnlyWhatIsNotUsual() {
        select(BUILD);
        ToggleSwitch batch = control("BatchEnabled", ".toggle-switch");
        Bench.onScreen(() -> batch.setSelected(true));
        assertEquals("true", setting(BUILD, "BatchEnabled"));
        Bench.onScreen(() -> batch.setSelected(false));
        assertEquals("", setting(BUILD, "BatchEnabled"));
    }

    @Test
    void aVariableIsCompletedAndItsProducerNamed() {
        select(PREPARE);
        TextField stack = control("StackName", ".text-field");
        Bench.onScreen(() -> {
            stack.requestFocus();
            stack.setText("orders-#{Commit");
            stack.end();
        });
        ListView<?> offers = robot.lookup("#completion").query();
        assertEquals(2, offers.getItems().size());
        robot.push(KeyCode.ENTER);
        assertEquals("orders-#{SourceVariables.CommitId}", stack.getText());
        robot.push(KeyCode.ENTER);
        assertTrue(says("StackName", "from GitHub, Source stage"));
    }

    @Test
    void noVariableIsOfferedBeforeItIsMade() {
        var text = "#{SourceVariables";
        var build = new ActionFormViewModel(workspace, BUILD);
        assertFalse(build.completions(text, text.length()).isEmpty());
        var source = new ActionFormViewModel(workspace, new ActionId("a1"));
        assertEquals(List.of(), source.completions(text, text.length()));
    }

    @Test
    void aCompanionIsCreatedForTheField() {
        select(BUILD);
        ComboBox<CompanionChoices.Choice> project = control("ProjectName", ".combo-box");
        assertEquals("orders-build · created with the pipeline", project.getValue().words());
        int before = workspace.design().companions().size();
        Bench.onScreen(() ->
                project.setValue(
                        project.getItems().stream()
                                .filter(c -> c.value().equals("+new"))
                                .findFirst()
                                .orElseThrow()));
        assertEquals(before + 1, workspace.design().companions().size());
        assertEquals(
                workspace.design().companions().getLast().name(),
                CompanionRef.in(setting(BUILD, "ProjectName")).orElse(""));
        Bench.onScreen(workspace::undo);
        assertEquals("@{orders-build}", setting(BUILD, "ProjectName"));
    }

    @Test
    void aProblemStandsUnderItsFieldWithItsFix() {
        var rule =
                new Info(
                        "SC301",
                        Severity.ERROR,
                        "Stacks have names",
                        "AWS refuses it.",
                        "https://docs.aws.amazon.com/");
        problems.add(
                new Problem(
                        rule,
                        new About.Field(PREPARE, "StackName"),
                        "The stack name is taken by another action.",
                        List.of(
                                new Fix(
                                        "Use orders-2",
                                        new SetSetting(PREPARE, "StackName", "orders-2")))));
        Bench.onScreen(() -> workspace.apply(new SetSetting(PREPARE, "StackName", "orders")));
        Bench.onScreen(() -> workspace.show(new About.Field(PREPARE, "StackName")));
        assertTrue(control("StackName", ".text-field").isFocused());
        Bench.picture(scene, "inspector-problem");
        Hyperlink fix = control("StackName", ".hyperlink");
        assertEquals("Use orders-2", fix.getText());
        Bench.onScreen(fix::fire);
        assertEquals("orders-2", setting(PREPARE, "StackName"));
    }

    @Test
    void thePermissionsOfAnActionAreThoseItIsTheReasonFor() {
        var model = new ActionFormViewModel(workspace, BUILD);
        assertTrue(
                model.permissions().stream()
                        .anyMatch(p -> p.actions().contains("codebuild:StartBuild")));
        assertTrue(
                model.permissions().stream()
                        .noneMatch(p -> p.actions().contains("cloudformation:ExecuteChangeSet")));
        select(BUILD);
        tab("Permissions");
        Bench.picture(scene, "inspector-permissions");
    }

    @Test
    void artifactsAreAddedRenamedEverywhereAndTakenAway() {
        select(BUILD);
        tab("Artifacts");
        Bench.picture(scene, "inspector-artifacts");
        Bench.onScreen(
                () -> workspace.apply(new RenameArtifact("BuildOutput", "Package", CATALOG)));
        TextField name = control("outputs", ".text-field");
        assertEquals("Package", name.getText());
        robot.clickOn("#add-output");
        assertEquals(2, workspace.design().action(BUILD).get().outputs().size());
    }

    @Test
    void nothingSelectedShowsThePipeline() {
        assertEquals("orders-release", this.<Labeled>node("#inspector-title").getText());
        Bench.picture(scene, "inspector-pipeline");
        robot.clickOn("#add-variables");
        assertEquals("VARIABLE_1", workspace.design().variables().getFirst().name());
        Bench.onScreen(() -> workspace.show(new About.PipelinePart("companions", "orders-build")));
        WaitForAsyncUtils.waitForFxEvents();
        Bench.picture(scene, "inspector-companion");
        TextField image = control("Image", ".text-field");
        Bench.onScreen(() -> {
            image.requestFocus();
            image.setText("aws/codebuild/standard:7.0");
        });
        robot.push(KeyCode.ENTER);
        assertTrue(
                workspace
                        .design()
                        .companion("orders-build")
                        .orElseThrow()
                        .toString()
                        .contains("standard:7.0"));
    }

    @Test
    void aStageAndSeveralThingsHaveTheirForms() {
        var production = workspace.design().stages().getLast().id();
        Bench.onScreen(() ->
                workspace.selectionProperty().set(Selection.of(new Selection.OfStage(production))));
        Bench.picture(scene, "inspector-stage");
        ToggleSwitch gate = control("transition", ".toggle-switch");
        Bench.onScreen(() -> gate.setSelected(false));
        assertEquals("Closed by hand", this.<TextField>control("reason", ".text-field").getText());
        Bench.onScreen(() ->
                workspace
                        .selectionProperty()
                        .set(
                                new Selection(
                                        List.of(
                                                new Selection.OfAction(BUILD),
                                                new Selection.OfAction(PREPARE)))));
        assertEquals("2 selected", this.<Labeled>node("#inspector-title").getText());
        Bench.picture(scene, "inspector-many");
    }

    @Test
    void longNamesDoNotWidenTheForm() {
        Bench.onScreen(() -> {
            workspace.apply(new io.stagecraft.edit.RenameAction(BUILD, "n".repeat(100)));
            workspace.apply(new SetSetting(BUILD, "ProjectName", "p".repeat(150)));
        });
        select(BUILD);
        for (var row : robot.from(scene.getRoot()).lookup(".field").queryAll()) {
            assertTrue(
                    ((Region) row).getWidth() <= 340,
                    row.getId() + " is " + ((Region) row).getWidth());
        }
        Bench.picture(scene, "inspector-long");
    }

    @Test
    void theDarkFormIsReadable() {
        Bench.onScreen(() -> Theme.DARK.dress(scene));
        select(PREPARE);
        Bench.picture(scene, "inspector-dark");
        Label title = node("#inspector-title");
        assertEquals(javafx.scene.paint.Color.web("#e6e9ee"), title.getTextFill());
    }

    private void select(ActionId id) {
        Bench.onScreen(
                () -> workspace.selectionProperty().set(Selection.of(new Selection.OfAction(id))));
    }

    private void tab(String title) {
        Bench.onScreen(() -> {
            javafx.scene.control.TabPane tabs = node(".tab-pane");
            tabs.getSelectionModel()
                    .select(
                            tabs.getTabs().stream()
                                    .filter(t -> t.getText().equals(title))
                                    .findFirst()
                                    .orElseThrow());
        });
    }

    private String setting(ActionId id, String key) {
        return workspace.design().action(id).orElseThrow().setting(key).orElse("");
    }

    private int rows(String field) {
        return row(field).lookup(".form-row").queryAll().size();
    }

    private boolean star(String field) {
        return row(field).lookup(".field-required").query().isVisible();
    }

    private boolean says(String field, String words) {
        return row(field).lookup(".label").queryAllAs(Label.class).stream()
                .anyMatch(l -> l.getText().equals(words) && l.isVisible());
    }

    private <T extends Node> T control(String field, String query) {
        return row(field).lookup(query).query();
    }

    private org.testfx.service.query.NodeQuery row(String field) {
        Node row = node("#field-" + field);
        return robot.from(row);
    }

    private <T extends Node> T node(String query) {
        return robot.from(scene.getRoot()).lookup(query).query();
    }
}
