package io.stagecraft.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;

class HclTest {
    @Test
    void equalsSignsOfNeighboursStandBelowEachOther() {
        var body =
                new Hcl()
                        .attribute("a", "1")
                        .attribute("longer", "2")
                        .list("several", List.of("\"x\"", "\"y\""))
                        .attribute("b", "3")
                        .block("empty", new Hcl())
                        .remark("why it is there")
                        .block("full", new Hcl().attribute("c", "4"));
        assertEquals(
                """
                a      = 1
                longer = 2

                several = [
                  "x",
                  "y",
                ]

                b = 3

                empty {}

                # why it is there
                full {
                  c = 4
                }
                """,
                body.print());
    }

    @Test
    void aSignOfSeveralCodeUnitsIsAsWideAsAnyOther() {
        var body = new Hcl().attribute("\"😀\"", "1").attribute("\"ab\"", "2");
        assertEquals("\"😀\"  = 1\n\"ab\" = 2\n", body.print());
    }

    @Test
    void nothingInATextIsTakenForAReference() {
        assertEquals(
                "\"$${x} %%{y} #{z} $5 \\\"q\\\" \\\\ \\n\"",
                Hcl.quoted("${x} %{y} #{z} $5 \"q\" \\ \n"));
    }

    @Test
    void severalLinesStandAsTheyAre() {
        assertEquals(
                List.of("<<-EOT", "  a: \"$${HOME}\"", "", "    b", "EOT"),
                Hcl.text("a: \"${HOME}\"\n\n  b\n"));
        assertEquals(List.of("<<-EOT", "  100 %%{x}", "  y", "EOT"), Hcl.text("100 %{x}\ny\n"));
        assertEquals(
                List.of("\"no line break\\nat the end\""), Hcl.text("no line break\nat the end"));
        assertEquals(List.of("\"EOT\\nx\\n\""), Hcl.text("EOT\nx\n"));
    }
}
