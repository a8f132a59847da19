package io.stagecraft.ui.canvas;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

import java.util.concurrent.TimeUnit;

/// What the canvas says of the thing under a pointer at rest goes away as soon as something else happens.
class HoverTipTest {
    private final FxRobot robot = new FxRobot();
    private Stagehand hand;

    @BeforeEach
    void rest() throws Exception {
        hand = Stagehand.show(Drawn.large(2, 2, 1));
        hand.now(() -> hand.view.tip().say("Build", new Spot(40, 40)));
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> hand.view.tip().isVisible());
    }

    @Test
    void aKeyTakesItAway() {
        hand.now(() -> hand.view.requestFocus());
        assertTrue(hand.view.tip().isVisible());
        robot.push(KeyCode.SHIFT);
        assertFalse(hand.view.tip().isVisible());
    }

    @Test
    void itGoesWhereTheDrawingIsSeenFromElsewhere() {
        hand.now(() -> hand.view.look(hand.view.camera().moved(20, 0)));
        assertFalse(hand.view.tip().isVisible());
    }
}
