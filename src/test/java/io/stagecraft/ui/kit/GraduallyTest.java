package io.stagecraft.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

class GraduallyTest {
    private final Queue<Runnable> frames = new ArrayDeque<>();
    private final List<String> rows = new ArrayList<>(List.of("a", "b", "c", "d", "e"));

    private void frame() {
        if (!frames.isEmpty()) {
            frames.remove().run();
        }
    }

    @Test
    void aFewComeInEachFrameUntilAllAreBack() {
        Gradually.refill(frames::add, rows, 2);
        assertEquals(List.of(), rows);
        frame();
        assertEquals(List.of("a", "b"), rows);
        frame();
        assertEquals(List.of("a", "b", "c", "d"), rows);
        frame();
        assertEquals(List.of("a", "b", "c", "d", "e"), rows);
        assertEquals(0, frames.size());
    }

    @Test
    void whatSomebodyElsePutThereMeanwhileStays() {
        Gradually.refill(frames::add, rows, 2);
        frame();
        rows.clear();
        rows.add("found");
        frame();
        frame();
        assertEquals(List.of("found"), rows);
    }

    @Test
    void withoutFramesAllIsThereAtOnce() {
        Gradually.refill(Frames.atOnce(), rows, 1);
        assertEquals(List.of("a", "b", "c", "d", "e"), rows);
    }
}
