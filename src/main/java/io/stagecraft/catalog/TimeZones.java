package io.stagecraft.catalog;

import java.time.DateTimeException;
import java.time.ZoneId;

/// Time zones as CodePipeline writes them: `Region/City`, `UTC` with an offset `±HH:MM` or none, or an abbreviation.
///
/// @see <a href="https://docs.aws.amazon.com/codepipeline/latest/userguide/rule-reference-DeploymentWindow.html">DeploymentWindow</a>
public final class TimeZones {
    private TimeZones() {}

    /// Whether there is such a zone. AWS does not list the abbreviations that it knows, so any of three to five letters is one.
    public static boolean has(String zone) {
        return zone.matches("[A-Za-z]{3,5}")
                || ZoneId.getAvailableZoneIds().contains(zone)
                || isOffset(zone);
    }

    /// The zone of that name; UTC for none.
    ///
    /// @throws IllegalArgumentException in a sentence, where there is no such zone
    public static ZoneId of(String name) {
        try {
            return ZoneId.of(name.isEmpty() ? "UTC" : name, ZoneId.SHORT_IDS);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("There is no time zone " + name + ".", e);
        }
    }

    private static boolean isOffset(String zone) {
        if (!zone.matches("UTC[+-]\\d\\d:\\d\\d")) {
            return false;
        }
        try {
            ZoneId.of(zone);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
