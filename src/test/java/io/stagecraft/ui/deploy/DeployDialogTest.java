package io.stagecraft.ui.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.aws.Deployments.Change;
import io.stagecraft.aws.Deployments.Event;
import io.stagecraft.aws.Target;
import io.stagecraft.blueprint.Planner;
import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.model.ActionId;
import io.stagecraft.project.TemplateShelf;
import io.stagecraft.ui.Bench;
import io.stagecraft.ui.Workspace;
import io.stagecraft.ui.deploy.DeployViewModel.Phase;
import io.stagecraft.ui.kit.Overlay;
import io.stagecraft.ui.kit.ScalePane;
import io.stagecraft.ui.kit.Theme;
import io.stagecraft.validate.About;

import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

class DeployDialogTest {
    private static final ActionCatalog CATALOG = CatalogFiles.load();

    private final FxRobot robot = new FxRobot();
    private final FakeDeployments account = new FakeDeployments();
    private final SimpleObjectProperty<Target> chosen =
            new SimpleObjectProperty<>(Target.practice(URI.create("http://127.0.0.1:4")));
    private Workspace workspace;
    private DeployViewModel model;
    private Overlay overlay;
    private ScalePane root;
    private Scene scene;
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        stage = FxToolkit.registerPrimaryStage();
        var release = TemplateShelf.open("release");
        var planner = new Planner(CATALOG);
        Bench.onScreen(() -> {
            workspace = Bench.workspace(CATALOG, _ -> List.of(), planner::plan, release);
            model =
                    new DeployViewModel(
                            workspace,
                            chosen,
                            _ -> account,
                            (_, design) -> planner.plan(design),
                            () -> {});
            overlay = new Overlay();
            new DeployDialog(model, overlay);
            root = new ScalePane(overlay);
            scene = new Scene(root, 980, 640);
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
    void thePlanCountsWhatWouldHappenAndDiscardingLeavesNothing() {
        account.changes =
                List.of(
                        new Change("orders", "Add", "PipelineRole", "AWS::IAM::Role", false),
                        new Change("orders", "Modify", "ArtifactKey", "AWS::KMS::Key", true),
                        new Change("orders", "Remove", "OldRule", "AWS::Events::Rule", false));
        Bench.onScreen(model::begin);
        assertTrue(isSaid("1 to create, 1 to change, 1 to remove."));
        Bench.picture(scene, "deploy-plan");
        robot.clickOn("Discard");
        assertEquals(List.of("plan {}", "discard"), account.calls);
        assertFalse(overlay.isVisible());
    }

    @Test
    void thePlanSaysWhereItWillBeDeployedWhateverIsChosenByThen() {
        account.meanwhile =
                () ->
                        chosen.set(
                                new Target(
                                        "tooling",
                                        "eu-central-1",
                                        Optional.of("tooling"),
                                        Optional.empty()));
        Bench.onScreen(model::begin);
        assertTrue(isSaid("to Practice account · eu-west-1"));
        robot.clickOn("#deploy-accept");
        assertTrue(isSaid("to Practice account · eu-west-1"));
    }

    @Test
    void escapeGivesThePlanUpToo() {
        Bench.onScreen(model::begin);
        robot.push(KeyCode.ESCAPE);
        assertEquals(List.of("plan {}", "discard"), account.calls);
        assertInstanceOf(Phase.Idle.class, model.phaseProperty().get());
    }

    @Test
    void aFailureSaysItsFirstCauseAndLeadsToTheCard() {
        var key =
                model(workspace).stacks().getFirst().resources().stream()
                        .filter(io.stagecraft.blueprint.Resource.BuildProject.class::isInstance)
                        .findFirst()
                        .orElseThrow()
                        .key();
        account.succeeds = false;
        account.told =
                List.of(
                        event(key, "CREATE_FAILED", "Project already exists"),
                        event("PipelineRole", "CREATE_FAILED", "Resource creation cancelled"));
        Bench.onScreen(model::begin);
        robot.clickOn("#deploy-accept");
        Bench.onScreen(() -> {
            Theme.DARK.dress(scene);
            root.scaleProperty().set(1.5);
        });
        Bench.picture(scene, "deploy-failed-dark-150");
        robot.clickOn("#deploy-culprit");
        assertFalse(overlay.isVisible());
        assertEquals(
                Optional.of(new About.Field(new ActionId("a2"), "ProjectName")),
                workspace.askedProperty().get());
    }

    private static io.stagecraft.blueprint.Blueprint model(Workspace workspace) {
        return workspace.blueprintProperty().get().orElseThrow();
    }

    private static Event event(String resource, String status, String reason) {
        return new Event(Instant.EPOCH, "orders", resource, "AWS::X::Y", status, reason);
    }

    private boolean isSaid(String words) {
        return robot.lookup(".label").queryAllAs(Label.class).stream()
                .anyMatch(l -> l.getText().equals(words));
    }
}
