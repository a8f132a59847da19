package io.stagecraft.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.project.TemplateShelf;
import io.stagecraft.ui.Bench;
import io.stagecraft.ui.deploy.DeployViewModel.Phase;

import javafx.scene.control.Label;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// The account stops answering in the middle of things, and comes back.
class LostContactTest {
    private Rig rig;
    private Wire wire;

    @BeforeEach
    void open() throws Exception {
        rig = Rig.open(TemplateShelf.open("release"));
        wire = new Wire(rig.account().endpoint());
        Bench.onScreen(() -> rig.assembly().targets().practiceIsAt(wire.address()));
    }

    @AfterEach
    void close() {
        wire.close();
        rig.close();
    }

    @Test
    void aWatchedRunStaysOnTheScreenMarkedAsOldAndGoesOn() throws Exception {
        rig.deploy();
        Bench.onScreen(() -> rig.assembly().watch().start());
        rig.advance(Duration.ofSeconds(30));
        var watch = rig.assembly().watch();
        rig.apart = true;
        wire.cut();
        rig.advance(Duration.ofSeconds(15));
        rig.robot.clickOn("#tab-events"); // while the call still hangs
        assertTrue(rig.robot.lookup("#events").tryQuery().isPresent(), "the window is alive");
        rig.robot.clickOn("#tab-executions");
        until(() -> watch.staleProperty().get().isPresent());
        assertEquals(
                "This may be old: Reading pipeline orders-release: no answer from "
                        + wire.address()
                        + ".",
                rig.robot.lookup(".executions .stale").queryAs(Label.class).getText());
        assertTrue(rig.assembly().workspace().runProperty().get().isPresent());
        rig.picture("watch-without-answer");
        wire.join();
        until(() -> {
            rig.advance(Duration.ofSeconds(15));
            return watch.staleProperty().get().isEmpty();
        });
        assertFalse(rig.node(".executions .stale").isVisible());
        until(() -> {
            rig.advance(Duration.ofSeconds(15));
            return waits();
        });
    }

    @Test
    void aDeploymentGoesOnWhenTheAccountIsBack() {
        var silent = new AtomicInteger();
        rig.looked =
                () -> {
                    if (phase() instanceof Phase.Deploying && rig.apart) {
                        rig.apart = false;
                        silent.set(1);
                        wire.cut();
                    } else if (silent.get() > 0 && silent.incrementAndGet() == 4) {
                        wire.join();
                    }
                };
        Bench.onScreen(() -> rig.assembly().deploy().begin());
        rig.apart = true;
        Bench.onScreen(() -> rig.assembly().deploy().accept());
        assertTrue(phase() instanceof Phase.Deploying, "the window does not wait for it");
        until(() -> phase() instanceof Phase.Over);
        var over = assertInstanceOf(Phase.Over.class, phase());
        assertTrue(over.outcome().succeeded(), over.outcome().failure());
        var silences =
                rig.assembly().deploy().events().stream()
                        .filter(e -> e.status().equals("NO_ANSWER"))
                        .toList();
        assertEquals(1, silences.size(), "said once");
        assertTrue(
                silences.getFirst().reason().contains("no answer from " + wire.address()),
                silences.getFirst().reason());
        rig.picture("deployment-after-silence");
    }

    private Phase phase() {
        return rig.assembly().deploy().phaseProperty().get();
    }

    private boolean waits() {
        return rig.assembly().workspace().runProperty().get().stream()
                .flatMap(r -> r.stages().stream())
                .flatMap(s -> s.actions().stream())
                .anyMatch(a -> a.approvalToken().isPresent());
    }

    private static void until(Callable<Boolean> so) {
        try {
            WaitForAsyncUtils.waitFor(
                    90,
                    TimeUnit.SECONDS,
                    () -> {
                        WaitForAsyncUtils.waitForFxEvents();
                        return so.call();
                    });
        } catch (java.util.concurrent.TimeoutException late) {
            throw new AssertionError("it did not come to that in time", late);
        }
    }
}
