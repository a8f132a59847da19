package io.stagecraft.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

class NearestTest {
    private static final List<String> ACTION =
            List.of("id", "name", "type", "runOrder", "settings", "timeoutMinutes", "beforeEntry");

    @ParameterizedTest
    @CsvSource({"naem,name", "Type,type", "runOder,runOrder", "setings,settings", "tpye,type"})
    void aSlipOfAFewLettersIsFound(String written, String meant) {
        assertEquals(Optional.of(meant), Nearest.to(written, ACTION));
    }

    @ParameterizedTest
    @CsvSource({
        "run_order,runOrder",
        "'run order ',runOrder",
        "befor,beforeEntry",
        "entry,beforeEntry",
        "timeout,timeoutMinutes",
        "timeoutMinutesMax,timeoutMinutes",
        "settingsOfIt,settings"
    })
    void anotherSpellingAPartAndAPieceMoreAreFound(String written, String meant) {
        assertEquals(Optional.of(meant), Nearest.like(written, ACTION));
    }

    @Test
    void whatIsLikeNoneIsNone() {
        assertEquals(Optional.empty(), Nearest.like("colour", ACTION));
        assertEquals(Optional.empty(), Nearest.like("//", ACTION));
    }
}
