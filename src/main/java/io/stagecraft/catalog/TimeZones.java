package io.stagecraft.catalog;

import java.text.DateFormatSymbols;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Time zones as CodePipeline writes them: `Region/City`, `UTC` with an offset `±HH:MM` or none, or an abbreviation.
///
/// @see <a href="https://docs.aws.amazon.com/codepipeline/latest/userguide/rule-reference-DeploymentWindow.html">DeploymentWindow</a>
public final class TimeZones {
    private static final Pattern ABBREVIATION = Pattern.compile("[A-Za-z]{3,5}");
    private static final Pattern OFFSET = Pattern.compile("UTC[+-]\\d\\d:\\d\\d");

    /// An offset as people write it: with one digit, without minutes, without a colon, with another dash or name.
    private static final Pattern LOOSE =
            Pattern.compile(
                    "(?:UTC|GMT)?\\s*([+\u2212\u2013-])\\s*(\\d{1,2})(?::?(\\d\\d))?",
                    Pattern.CASE_INSENSITIVE);

    private TimeZones() {}

    /// Whether there is such a zone. AWS does not list the abbreviations that it knows, so any of three to five letters is one.
    public static boolean has(String zone) {
        return ABBREVIATION.matcher(zone).matches()
                || ZoneId.getAvailableZoneIds().contains(zone)
                || isOffset(zone);
    }

    /// Whether the zone is IANA's, an offset, or an abbreviation that the JDK has for one of IANA's, in any letters. The JDK has not
    /// all of them, SGT for one; so whatever ends in T, for time, as nearly all do, is taken for one.
    static boolean isHeardOf(String zone) {
        return isOffset(zone)
                || ZoneId.getAvailableZoneIds().stream().anyMatch(zone::equalsIgnoreCase)
                || zone.toUpperCase(Locale.ROOT).endsWith("T")
                || Abbreviations.ALL.contains(zone.toUpperCase(Locale.ROOT));
    }

    /// Apart, because gathering them takes a moment and few ask.
    private static final class Abbreviations {
        private static final Set<String> ALL = all();

        private static Set<String> all() {
            var english =
                    Stream.of(DateFormatSymbols.getInstance(Locale.ENGLISH).getZoneStrings())
                            .flatMap(names -> Stream.of(names[2], names[4]));
            return Stream.concat(english, ZoneId.SHORT_IDS.keySet().stream())
                    .map(name -> name.toUpperCase(Locale.ROOT))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /// The zone that a text which is none was meant to be, such as `UTC+05:30` for `UTC+5:30` and `Europe/Berlin` for `europe/berlin`.
    public static Optional<String> meant(String text) {
        var loose = LOOSE.matcher(text.strip());
        if (loose.matches()) {
            var sign = loose.group(1).equals("+") ? "+" : "-";
            var minutes = loose.group(3) == null ? "00" : loose.group(3);
            var hours = loose.group(2);
            return Optional.of(
                            "UTC" + sign + (hours.length() == 1 ? "0" : "") + hours + ":" + minutes)
                    .filter(TimeZones::isOffset);
        }
        var small = text.strip().replace(' ', '_').toLowerCase(Locale.ROOT);
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.toLowerCase(Locale.ROOT).equals(small))
                .findFirst();
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
        if (!OFFSET.matcher(zone).matches()) {
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
