package io.stagecraft.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stagecraft.model.Ordered;

import org.junit.jupiter.api.Test;

import java.util.Map;

/// Texts as YAML that every reader takes.
class YamlTest {
    private static String printed(String text) {
        var document = new Doc.Obj(Ordered.copy(Map.of("Comment", Doc.of(text))));
        return Yaml.print(document).lines().toList().getLast();
    }

    @Test
    void aSignOfTwoCodeUnitsIsWrittenWhole() {
        assertEquals("Comment: \"go \\U0001f680\\tnow\"", printed("go 🚀\tnow"));
    }

    @Test
    void halfASignIsNoSign() {
        assertEquals("Comment: \"a\\ufffdb\"", printed("a\ud83db"));
    }

    @Test
    void whatYamlDoesNotPrintIsEscaped() {
        assertEquals(
                "Comment: \"bell \\u0007, line \\u2028\"", printed("bell \u0007, line \u2028"));
    }

    @Test
    void othersStandAsTheyAre() {
        assertEquals("Comment: 'Prüfen – it''s „fine“'", printed("Prüfen – it's „fine“"));
    }
}
