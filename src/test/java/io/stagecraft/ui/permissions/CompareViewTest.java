package io.stagecraft.ui.permissions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.blueprint.ExistingRoles;
import io.stagecraft.blueprint.Planner;
import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.edit.ChangeDesign;
import io.stagecraft.iam.PolicySize;
import io.stagecraft.model.Origin;
import io.stagecraft.project.TemplateShelf;
import io.stagecraft.ui.Bench;
import io.stagecraft.ui.Workspace;
import io.stagecraft.ui.kit.Theme;
import io.stagecraft.ui.permissions.CompareViewModel.Kind;
import io.stagecraft.ui.permissions.CompareViewModel.Line;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

import java.time.Instant;
import java.util.List;

/// A pasted policy is held against the chosen role.
class CompareViewTest {
    private static final ActionCatalog CATALOG = CatalogFiles.load();

    private Scene scene;
    private Stage stage;
    private Workspace workspace;

    @BeforeEach
    void open() throws Exception {
        stage = FxToolkit.registerPrimaryStage();
        var release = TemplateShelf.open("release");
        Bench.onScreen(() -> {
            workspace =
                    Bench.workspace(CATALOG, _ -> List.of(), new Planner(CATALOG)::plan, release);
            var compare =
                    new CompareViewModel(
                            workspace,
                            new ExistingRoles(new Planner(CATALOG)),
                            () -> Instant.parse("2026-11-21T12:00:00Z"));
            var view =
                    new PermissionsView(
                            new PermissionsViewModel(workspace, PolicySize::of), compare);
            scene = new Scene(new StackPane(view), 980, 360);
            Theme.LIGHT.dress(scene);
            stage.setScene(scene);
            stage.show();
            this.<ToggleButton>at("permissions-compare").fire();
            var holders = this.<ListView<PermissionsViewModel.Holder>>at("permission-holders");
            holders.getItems().stream()
                    .filter(h -> h.name().equals("PipelineRole"))
                    .forEach(holders.getSelectionModel()::select);
        });
    }

    @AfterEach
    void close() {
        Bench.onScreen(stage::hide);
    }

    @Test
    void whatIsMissingAndWhatIsTooWideIsListed() {
        compare(
                "{\"Statement\": [{\"Effect\": \"Allow\", \"Action\": [\"s3:*\", \"ec2:RunInstances\"], \"Resource\": \"*\"}]}");
        var lines = lines();
        assertTrue(
                lines.stream()
                        .anyMatch(l ->
                                l.kind() == Kind.MISSING
                                        && l.words()
                                                .equals(
                                                        "codebuild:StartBuild, codebuild:BatchGetBuilds")),
                lines.toString());
        assertTrue(
                lines.stream()
                        .anyMatch(
                                l -> l.kind() == Kind.WIDE && l.words().equals("ec2:RunInstances")),
                lines.toString());
        Bench.picture(scene, "permissions-compare");
    }

    @Test
    void whatIsNoPolicyIsSaidAndEnoughIsEnough() {
        compare("no policy");
        assertEquals(List.of(Kind.UNREADABLE), lines().stream().map(Line::kind).toList());
        compare("{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}}");
        assertEquals(Kind.FINE, lines().getFirst().kind());
    }

    @Test
    void aRoleThatExistsIsListedWithWhatItHasToGrantAndIsCompared() {
        var role = "arn:aws:iam::111122223333:role/service-role/release";
        Bench.onScreen(() ->
                workspace.apply(
                        new ChangeDesign(
                                "Use a role", d -> d.withRole(new Origin.Existing(role)))));
        var holders = this.<ListView<PermissionsViewModel.Holder>>at("permission-holders");
        var first = holders.getItems().getFirst();
        assertEquals(role, first.name());
        assertEquals("release", first.title());
        assertTrue(first.exists());
        assertTrue(
                first.rows().stream().anyMatch(r -> r.actions().contains("codebuild:StartBuild")));
        Bench.onScreen(() -> holders.getSelectionModel().select(first));
        Bench.picture(scene, "permissions-existing");
        compare("{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}}");
        assertEquals(Kind.FINE, lines().getFirst().kind());
        Bench.onScreen(() -> this.<ToggleButton>at("permissions-compare").fire());
        Bench.picture(scene, "permissions-has-to-grant");
    }

    private void compare(String text) {
        Bench.onScreen(() -> {
            this.<TextArea>at("compare-policy").setText(text);
            this.<Button>at("compare-run").fire();
        });
    }

    private List<Line> lines() {
        return Bench.onScreen(
                () -> List.copyOf(this.<ListView<Line>>at("compare-lines").getItems()));
    }

    @SuppressWarnings("unchecked")
    private <T> T at(String id) {
        return (T) scene.lookup("#" + id);
    }
}
