package io.stagecraft.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stagecraft.drawn.AnyDesign;
import io.stagecraft.model.Design;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/// Nothing that a design can hold is lost on its way through the file.
class ProjectFilePropertyTest {
    @Property(tries = 500)
    void aDesignWrittenAndReadIsTheSameDesign(@ForAll long seed) throws Exception {
        var design = AnyDesign.of(new Random(seed));
        var bytes = ProjectFile.print(design).getBytes(StandardCharsets.UTF_8);
        var read = ProjectFile.parse(new String(bytes, StandardCharsets.UTF_8));
        assertEquals(design, read);
        assertEquals(ProjectFile.print(design), ProjectFile.print(read));
    }

    @Property(tries = 50)
    void theSameDesignIsTheSameBytes(@ForAll long seed) {
        Design one = AnyDesign.of(new Random(seed));
        Design other = AnyDesign.of(new Random(seed));
        assertEquals(ProjectFile.print(one), ProjectFile.print(other));
    }
}
