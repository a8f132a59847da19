package io.stagecraft.ui.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.edit.BuildspecStarter;
import io.stagecraft.edit.SetCompanion;
import io.stagecraft.export.CompanionSamples;
import io.stagecraft.model.BuildSurroundings;
import io.stagecraft.model.Companion;
import io.stagecraft.model.DeploymentPace;
import io.stagecraft.model.DeploymentTarget;
import io.stagecraft.model.EncryptionKey;
import io.stagecraft.model.EnvironmentId;
import io.stagecraft.model.Origin;
import io.stagecraft.model.Trigger;
import io.stagecraft.project.TemplateShelf;
import io.stagecraft.ui.Bench;
import io.stagecraft.ui.Workspace;
import io.stagecraft.ui.kit.Theme;
import io.stagecraft.validate.About;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

import java.util.List;
import java.util.Optional;

/// The form of the pipeline: its lists, its triggers, and what comes with it.
class PipelinePageTest {
    private static final ActionCatalog CATALOG = CatalogFiles.load();

    private final FxRobot robot = new FxRobot();
    private Workspace workspace;
    private Scene scene;
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        stage = FxToolkit.registerPrimaryStage();
        var release = TemplateShelf.open("release");
        Bench.onScreen(() -> {
            workspace = Bench.workspace(CATALOG, _ -> List.of(), release);
            var inspector = new InspectorView(workspace, CatalogFiles.rules(), _ -> {});
            scene = new Scene(new StackPane(inspector), 360, 980);
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
    void aVariableHasADefaultAndSaysWhatItIsFor() {
        press("#add-variables");
        write("variables", 1, "info");
        write("variables", 2, "How much is said");
        var variable = workspace.design().variables().getLast();
        assertEquals(Optional.of("info"), variable.defaultValue());
        assertEquals("How much is said", variable.description());
        assertEquals("Set variable", undo());
        write("variables", 1, "");
        assertEquals(Optional.empty(), workspace.design().variables().getLast().defaultValue());
    }

    @Test
    void anEnvironmentIsSetAndTakenAway() {
        press("#add-environment");
        int at = workspace.design().environments().size() - 1;
        write("environments", 3 * at + 1, "111122223333");
        write("environments", 3 * at + 2, "eu-west-3");
        var added = workspace.design().environments().getLast();
        assertEquals("111122223333", added.account());
        assertEquals("eu-west-3", added.region());
        Bench.onScreen(workspace::undo);
        assertEquals("", workspace.design().environments().getLast().region());
    }

    @Test
    void aStoreTakesAKeyThatIsThere() {
        press("#add-stores");
        ComboBox<EncryptionKey> key = at("stores", ".combo-box", 1);
        TextField id = at("stores", ".text-field", 2);
        assertFalse(id.isVisible());
        Bench.onScreen(() -> key.setValue(key.getItems().get(1)));
        assertTrue(id.isVisible());
        write("stores", 2, "alias/orders");
        assertEquals(
                new EncryptionKey.Existing("alias/orders"),
                workspace.design().stores().getFirst().key());
    }

    @Test
    void aTriggerFiltersPushesAndPullRequests() {
        Bench.onScreen(() ->
                workspace.apply(
                        new io.stagecraft.edit.ChangeDesign(
                                "none", d -> d.withTriggers(List.of()))));
        press("#add-trigger");
        press("#add-pull");
        var filter = workspace.design().triggers().getFirst();
        assertEquals(List.of("main"), filter.push().getFirst().branches().includes());
        assertEquals("Add pull request filter", undo());
        write("filter-Files", 0, "src/**, !docs/**");
        var files = workspace.design().triggers().getFirst().push().getFirst().filePaths();
        assertEquals(List.of("src/**"), files.includes());
        assertEquals(List.of("docs/**"), files.excludes());
        ToggleButton closed = at("pull-events", ".chip", 2);
        Bench.onScreen(closed::fire);
        assertEquals(
                List.of(Trigger.Event.values()),
                workspace.design().triggers().getFirst().pullRequests().getFirst().events());
        Bench.onScreen(() -> workspace.show(About.of("triggers", "")));
        Bench.picture(scene, "pipeline-triggers");
    }

    @Test
    void aCompanionIsUsedAsItIsThereOrElsewhere() {
        press("#add-environment");
        Bench.onScreen(() -> workspace.show(About.of("companions", "orders-build")));
        ComboBox<io.stagecraft.model.Environment> where =
                at("companion-orders-build", "#field-companion-environment .combo-box", 0);
        Bench.onScreen(() -> where.setValue(where.getItems().getLast()));
        assertEquals(
                Optional.of(workspace.design().environments().getLast().id())
                        .map(EnvironmentId::value),
                build().environment().map(EnvironmentId::value));
        Bench.onScreen(() -> Theme.DARK.dress(scene));
        Bench.picture(scene, "pipeline-companion-dark");
        ComboBox<String> origin = at("companion-orders-build", "#field-origin .combo-box", 0);
        Bench.onScreen(() -> origin.setValue(origin.getItems().getLast()));
        assertEquals(new Origin.Existing(""), build().origin());
        assertFalse(
                robot.lookup("#field-companion-orders-build #field-Image").tryQuery().isPresent());
    }

    @Test
    void aBuildProjectStartsFromALanguageAndJoinsANetwork() {
        Bench.onScreen(() -> workspace.show(About.of("companions", "orders-build")));
        ComboBox<BuildspecStarter> starter =
                at("companion-orders-build", "#field-starter .combo-box", 0);
        Bench.onScreen(() ->
                starter.setValue(
                        starter.getItems().stream()
                                .filter(s -> s.title().contains("Docker"))
                                .findFirst()
                                .orElseThrow()));
        assertTrue(project().buildspec().contains("docker push"));
        assertTrue(project().privileged(), "it builds an image");
        write("vpc", 0, "vpc-1");
        write("subnets", 0, "subnet-1, subnet-2");
        assertEquals(
                Optional.of(
                        new BuildSurroundings.Network(
                                "vpc-1", List.of("subnet-1", "subnet-2"), List.of())),
                project().surroundings().network());
        write("subnets", 0, "");
        write("vpc", 0, "");
        assertEquals(Optional.empty(), project().surroundings().network());
        ComboBox<BuildSurroundings.Cache> cache =
                at("companion-orders-build", "#field-cache .combo-box", 0);
        Bench.onScreen(() -> cache.setValue(cache.getItems().get(1)));
        write("cache-location", 0, "acme-cache/orders");
        assertEquals(
                new BuildSurroundings.Cache.InS3("acme-cache/orders"),
                project().surroundings().cache());
        Bench.picture(scene, "pipeline-build-project");
    }

    @Test
    void aDeploymentGoesToServersOrToAService() {
        Bench.onScreen(() ->
                workspace.apply(
                        new SetCompanion(
                                CompanionSamples.deployments()
                                        .companion("orders-servers")
                                        .orElseThrow())));
        Bench.onScreen(() -> workspace.show(About.of("companions", "orders-servers")));
        write("tags", 0, "Role=orders, Stage=production");
        assertEquals(
                List.of("Role", "Stage"),
                List.copyOf(((DeploymentTarget.Instances) deployment().target()).tags().keySet()));
        write("percent", 0, "50");
        assertEquals(new DeploymentPace.Healthy(50), deployment().pace());
        ComboBox<DeploymentTarget> to =
                at("companion-orders-servers", "#field-deploys-to .combo-box", 0);
        Bench.onScreen(() -> to.setValue(to.getItems().get(2)));
        assertEquals(
                new DeploymentPace.Named("CodeDeployDefault.ECSCanary10Percent5Minutes"),
                deployment().pace(),
                "servers and services have no pace in common");
        write("cluster", 0, "shop");
        assertEquals("shop", ((DeploymentTarget.Service) deployment().target()).cluster());
    }

    private Companion.Deployment deployment() {
        return (Companion.Deployment) workspace.design().companion("orders-servers").orElseThrow();
    }

    @Test
    void aWatchIsAddedOnce() {
        press("#add-watch");
        assertTrue(workspace.design().companions().getLast() instanceof Companion.Watch, "a watch");
        assertNull(scene.getRoot().lookup("#add-watch"));
    }

    private Companion.BuildProject project() {
        return (Companion.BuildProject) build();
    }

    private Companion build() {
        return workspace.design().companion("orders-build").orElseThrow();
    }

    private String undo() {
        return workspace.historyProperty().get().undoTitle().orElse("");
    }

    private void press(String button) {
        ButtonBase base = (ButtonBase) scene.getRoot().lookup(button);
        Bench.onScreen(() -> {
            base.requestFocus();
        });
        robot.push(KeyCode.SPACE);
    }

    private void write(String field, int index, String text) {
        TextField line = at(field, ".text-field", index);
        Bench.onScreen(() -> {
            line.requestFocus();
            line.setText(text);
        });
        robot.push(KeyCode.ENTER);
    }

    private <T extends Node> T at(String field, String query, int index) {
        Node row = robot.from(scene.getRoot()).lookup("#field-" + field).query();
        return robot.from(row).lookup(query).nth(index).query();
    }
}
