package io.stagecraft.ui.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CameraTest {
    @Test
    void zoomingKeepsWhatIsUnderThePointer() {
        var at = new Spot(300, 200);
        var before = new Camera(17, -40, 0.8);
        var after = before.zoomed(at, 1.7);
        assertEquals(before.world(at).x(), after.world(at).x(), 1e-9);
        assertEquals(before.world(at).y(), after.world(at).y(), 1e-9);
        assertEquals(1.36, after.scale(), 1e-9);
    }

    @Test
    void zoomEndsAtFiveAndFourHundredPercent() {
        assertEquals(4, Camera.START.zoomed(new Spot(0, 0), 1000).scale());
        assertEquals(0.05, Camera.START.zoomed(new Spot(0, 0), 1e-6).scale());
    }

    @Test
    void fittingShowsAllOfIt() {
        var box = new Box(-20, 0, 4000, 900);
        var view = Camera.showing(box, 800, 600).view(800, 600);
        assertEquals(view, view.with(box));
    }

    @Test
    void revealingMovesNoFurtherThanItMust() {
        assertEquals(Camera.START, Camera.START.revealing(new Box(50, 50, 100, 50), 800, 600));
        var moved = Camera.START.revealing(new Box(2000, 50, 100, 50), 800, 600);
        assertTrue(moved.view(800, 600).contains(new Spot(2100, 60)));
        assertEquals(Camera.START.y(), moved.y());
    }

    @Test
    void whatIsHigherThanTheWindowBeginsAtItsTopAndWhatIsLowerStandsInTheMiddle() {
        var high = Camera.beginning(new Box(0, 0, 3000, 2000), 600, 0.8);
        assertEquals(32, high.screen(new Spot(0, 0)).y());
        var low = Camera.beginning(new Box(0, 0, 3000, 200), 600, 0.8);
        assertEquals(300, low.screen(new Spot(0, 100)).y());
    }

    @Test
    void detailGoesWithDistanceAndDoesNotFlicker() {
        assertEquals(Detail.FULL, Detail.FULL.at(0.69));
        assertEquals(Detail.PLAIN, Detail.FULL.at(0.5));
        assertEquals(Detail.PLAIN, Detail.PLAIN.at(0.71));
        assertEquals(Detail.BLOCK, Detail.PLAIN.at(0.3));
        assertEquals(Detail.BLOCK, Detail.BLOCK.at(0.36));
        assertEquals(Detail.FULL, Detail.BLOCK.at(1));
    }
}
