package io.stagecraft.ui.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class LineDiffTest {
    @Test
    void onlyTheChangedLineIsNew() {
        var added =
                LineDiff.added(
                        List.of("Name: Build", "RunOrder: 1", "Name: Test"),
                        List.of("Name: Build", "RunOrder: 2", "Name: Test"));
        assertEquals("{1}", added.toString());
    }

    @Test
    void aLinePutInLeavesItsNeighboursOld() {
        var added =
                LineDiff.added(List.of("a", "b", "c", "d"), List.of("a", "x", "b", "c", "y", "d"));
        assertEquals("{1, 4}", added.toString());
    }

    @Property
    void whatIsNotNewWasThereInThatOrder(
            @ForAll @Size(max = 12) List<Boolean> before,
            @ForAll @Size(max = 12) List<Boolean> after) {
        var was = before.stream().map(String::valueOf).toList();
        var is = after.stream().map(String::valueOf).toList();
        var added = LineDiff.added(was, is);
        var kept = new ArrayList<String>();
        for (int i = 0; i < is.size(); i++) {
            if (!added.get(i)) {
                kept.add(is.get(i));
            }
        }
        int at = 0;
        for (var line : was) {
            if (at < kept.size() && kept.get(at).equals(line)) {
                at++;
            }
        }
        assertTrue(at == kept.size(), kept + " is no subsequence of " + was);
    }
}
