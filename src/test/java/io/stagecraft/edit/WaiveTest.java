package io.stagecraft.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stagecraft.model.Design;
import io.stagecraft.model.Waiver;

import org.junit.jupiter.api.Test;

import java.util.List;

class WaiveTest {
    private static final Waiver SOON = new Waiver("SC906", "Production comes next month");

    @Test
    void aRuleIsSwitchedOffOnceWithTheLastReason() {
        var later = new Waiver("SC906", "Production comes next year");
        var history = History.of(Design.empty("orders")).then(new Waive(SOON));
        assertEquals(List.of(SOON), history.now().waivers());
        assertEquals("Switch off SC906", history.steps().getLast().title());
        assertEquals(List.of(later), history.then(new Waive(later)).now().waivers());
        assertEquals(List.of(), history.undo().now().waivers());
    }

    @Test
    void switchedOnAgainNothingOfItIsLeft() {
        var design = Design.empty("orders");
        var off = new Waive(SOON).apply(design);
        assertEquals(off, new Unwaive("SC901").apply(off));
        assertEquals(design, new Unwaive("SC906").apply(off));
    }
}
