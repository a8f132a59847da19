package io.stagecraft.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Set;

/// What "Rename to …" offers can still be read by whoever chose the name.
class LegalTest {
    @ParameterizedTest
    @CsvSource({
        "Größenprüfung für Übergabe an die Straße, Groessenpruefung-fuer-Uebergabe-an-die-Strasse",
        "Übergabe für Größe!, Uebergabe-fuer-Groesse",
        "ÜBERGABE, UEBERGABE",
        "Smørrebrød på Ærø, Smoerrebroed-paa-Aeroe",
        "déploiement à Besançon, deploiement-a-Besancon",
        "Łódź – północ, Lodz-polnoc",
        "u\u0308bung, uebung",
        "İzmir ısı, Izmir-isi",
        "To build, To-build",
        "构建, Build",
        "构建 2, 2",
        "?!, Build",
        "'', Build"
    })
    void aNameIsWrittenInLettersThatAwsTakes(String name, String offered) {
        assertEquals(offered, Legal.NAME.mended(name, "Build", Set.of()));
    }

    @Test
    void whatIsLegalStaysAndWhatIsTakenGetsANumber() {
        assertEquals("-a-", Legal.NAME.mended("-a-", "Build", Set.of()));
        assertEquals("Pruefung-2", Legal.NAME.mended("Prüfung", "Build", Set.of("Pruefung")));
        var longest = Legal.NAME.mended("ß".repeat(99), "Build", Set.of("s".repeat(100)));
        assertEquals(100, longest.length());
        assertTrue(longest.endsWith("s-2"), longest);
    }
}
