package io.stagecraft.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.practice.Fault;
import io.stagecraft.project.TemplateShelf;
import io.stagecraft.run.RunSnapshot.ActionRun;
import io.stagecraft.ui.Bench;
import io.stagecraft.ui.kit.Theme;

import javafx.scene.control.Label;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;

/// The executions of a played pipeline, added up.
class MetricsPanelTest {
    private Rig rig;

    @BeforeEach
    void open() throws Exception {
        rig = Rig.open(TemplateShelf.open("release"));
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void withoutARunThereIsNothingToAddUp() {
        rig.robot.clickOn("#tab-metrics");
        assertTrue(rig.robot.lookup("#metrics .empty-words").query().isVisible());
        assertTrue(rig.robot.lookup("#metric-rate").tryQuery().isEmpty());
        rig.picture("metrics-empty");
    }

    /// The first execution begins with the pipeline itself.
    @Test
    void twoSuccessesAndOneFailureAreTwoThirds() {
        rig.deploy();
        rig.account().inject(Fault.next("UnitTests", new Fault.Fails("JobFailed", "2 failed")));
        play();
        play();
        rig.robot.clickOn("#tab-metrics");
        rig.picture("metrics");
        assertEquals("67 %", text("#metric-rate"));
        assertTrue(text("#metric-approvals").matches("\\d.*"), text("#metric-approvals"));
        assertTrue(text("#metric-stage-1").endsWith("3 runs"), text("#metric-stage-1"));
        assertTrue(text("#metric-median").matches("\\d.*"), text("#metric-median"));
        Bench.onScreen(() -> rig.assembly().window().themeProperty().set(Theme.DARK));
        rig.picture("metrics-dark");
    }

    /// Runs once, and approves whatever asks.
    private void play() {
        Bench.onScreen(() -> rig.assembly().watch().start());
        for (int i = 0; i < 80 && isLive(); i++) {
            rig.advance(Duration.ofSeconds(90));
            Bench.onScreen(this::approve);
        }
    }

    private void approve() {
        var watch = rig.assembly().watch();
        rig.assembly().workspace().runProperty().get().stream()
                .flatMap(r -> r.stages().stream())
                .forEach(s ->
                        s.actions().stream()
                                .filter(a -> a.approvalToken().isPresent())
                                .map(ActionRun::name)
                                .forEach(a -> watch.answer(s.name(), a, true, "")));
    }

    private boolean isLive() {
        return rig.assembly().workspace().runProperty().get().filter(r -> r.isLive()).isPresent();
    }

    private String text(String query) {
        return rig.robot.lookup(query).queryAs(Label.class).getText();
    }
}
