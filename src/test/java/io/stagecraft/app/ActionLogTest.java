package io.stagecraft.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.aws.LiveRuns;
import io.stagecraft.project.TemplateShelf;
import io.stagecraft.run.RunSnapshot;
import io.stagecraft.run.RunStatus;
import io.stagecraft.ui.Bench;

import javafx.scene.control.TextArea;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/// What a build writes comes to the window over CloudWatch Logs, from the account that played it.
class ActionLogTest {
    private Rig rig;

    @BeforeEach
    void open() throws Exception {
        rig = Rig.open(TemplateShelf.open("release"));
        rig.deploy();
        Bench.onScreen(() -> rig.assembly().watch().start());
        for (int i = 0; i < 60 && status() != RunStatus.SUCCEEDED; i++) {
            rig.advance(Duration.ofSeconds(15));
        }
        assertEquals(RunStatus.SUCCEEDED, status());
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void theLinesOfABuildAreReadInTheirOrder() throws Exception {
        var target = rig.assembly().targets().chosen().get();
        try (var runs =
                new LiveRuns(target.in(rig.assembly().workspace().design().home().region()))) {
            var lines = runs.log("orders-release", newest(), "Build", "Package");
            assertTrue(lines.size() > 3, lines.toString());
            int install = first(lines, "INSTALL");
            int build = first(lines, "BUILD");
            assertTrue(install >= 0 && install < build, lines.toString());
            assertEquals(List.of(), runs.log("orders-release", newest(), "Production", "Approve"));
        }
    }

    @Test
    void theWindowShowsThemBesideTheAction() {
        rig.robot.clickOn("#tab-executions");
        var row =
                rig.robot.lookup("#action-rows .list-cell").queryAll().stream()
                        .filter(n ->
                                n.getAccessibleText() != null
                                        && n.getAccessibleText().startsWith("Package,"))
                        .findFirst()
                        .orElseThrow();
        rig.robot.clickOn(row);
        var text = rig.robot.lookup("#action-log").queryAs(TextArea.class).getText();
        assertTrue(text.lines().count() > 3 && text.contains("BUILD"), text);
        rig.picture("action-log");
    }

    private static int first(List<String> lines, String word) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains("phase " + word)) {
                return i;
            }
        }
        return -1;
    }

    private RunSnapshot run() {
        return rig.assembly().workspace().runProperty().get().orElseThrow();
    }

    private String newest() {
        return run().executions().getFirst().id();
    }

    private RunStatus status() {
        var stage = run().stage("Build").orElseThrow();
        return stage.execution().filter(newest()::equals).isPresent()
                ? stage.action("Package").orElseThrow().status()
                : RunStatus.NOT_RUN;
    }
}
