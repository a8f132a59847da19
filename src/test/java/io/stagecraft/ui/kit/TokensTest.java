package io.stagecraft.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The colours: all in one place, and every text readable on every ground it stands on.
class TokensTest {
    private static final Path STYLES = Path.of("assets/styles");
    private static final Pattern TOKEN = Pattern.compile("-sc-([a-z-]+):\\s*(#[0-9a-f]{6})\\b");
    private static final Pattern COLOUR =
            Pattern.compile("#[0-9a-fA-F]{3,8}\\b|rgba?\\(|hsba?\\(|derive\\(");

    @ParameterizedTest
    @ValueSource(strings = {"tokens-light.css", "tokens-dark.css"})
    void everyTextIsReadableOnEveryGround(String sheet) throws IOException {
        var tokens = tokens(sheet);
        for (var text : List.of("ink", "dim")) {
            for (var ground :
                    List.of(
                            "background",
                            "panel",
                            "field",
                            "stage",
                            "accent-soft",
                            "success-soft",
                            "failure-soft",
                            "warning-soft",
                            "running-soft")) {
                readable(sheet, tokens, text, ground);
            }
        }
        for (var text : List.of("accent", "success", "failure", "warning", "running")) {
            for (var ground : List.of("background", "panel", "field", "stage", text + "-soft")) {
                readable(sheet, tokens, text, ground);
            }
        }
        readable(sheet, tokens, "on-accent", "accent");
    }

    @Test
    void bothPalettesHaveTheSameNames() throws IOException {
        assertEquals(tokens("tokens-light.css").keySet(), tokens("tokens-dark.css").keySet());
    }

    @Test
    void aColourIsWrittenInThePalettesOnly() throws IOException {
        try (var files = Files.list(STYLES)) {
            for (var file :
                    files.filter(f -> !f.getFileName().toString().startsWith("tokens-")).toList()) {
                var found =
                        COLOUR.matcher(Files.readString(file).replaceAll("(?s)/\\*.*?\\*/", ""));
                assertTrue(!found.find(), () -> file + " writes a colour of its own");
            }
        }
    }

    private static void readable(
            String sheet, Map<String, String> tokens, String text, String ground) {
        double contrast = contrast(tokens.get(text), tokens.get(ground));
        assertTrue(
                contrast >= 4.5,
                "%s: %s on %s has a contrast of %.2f".formatted(sheet, text, ground, contrast));
    }

    private static Map<String, String> tokens(String sheet) throws IOException {
        var tokens = new LinkedHashMap<String, String>();
        TOKEN.matcher(Files.readString(STYLES.resolve(sheet)))
                .results()
                .forEach(m -> tokens.put(m.group(1), m.group(2)));
        return tokens;
    }

    /// The contrast ratio of WCAG 2.
    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String hex) {
        return 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);
    }

    private static double channel(String hex, int at) {
        double value = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
