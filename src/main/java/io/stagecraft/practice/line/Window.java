package io.stagecraft.practice.line;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A deployment window: a Quartz cron expression whose seconds are `*`, read as the minutes in which deploying is allowed.
///
/// @see <a href="https://docs.aws.amazon.com/codepipeline/latest/userguide/rule-reference-DeploymentWindow.html">DeploymentWindow</a>
record Window(
        String minutes, String hours, String days, String months, String weekdays, String years) {
    private static final List<String> MONTHS =
            List.of(
                    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV",
                    "DEC");
    private static final List<String> WEEKDAYS =
            List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

    /// @throws IllegalArgumentException in a sentence, where it is no such expression
    static Window of(String cron) {
        var part = cron.strip().split("\\s+");
        if (part.length < 6 || part.length > 7 || !part[0].equals("*")) {
            throw new IllegalArgumentException(
                    "The cron expression "
                            + cron
                            + " has to have six or seven fields, and * for the seconds.");
        }
        var window =
                new Window(
                        part[1],
                        part[2],
                        part[3],
                        named(part[4], MONTHS),
                        named(part[5], WEEKDAYS),
                        part.length == 7 ? part[6] : "*");
        try {
            window.holds(ZonedDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneId.of("UTC")));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "The cron expression " + cron + " cannot be read.", e);
        }
        return window;
    }

    /// A time zone: Region/City, UTC±HH:MM or an abbreviation.
    ///
    /// @throws IllegalArgumentException in a sentence, where there is no such zone
    static ZoneId zone(String name) {
        try {
            return ZoneId.of(name.isEmpty() ? "UTC" : name, ZoneId.SHORT_IDS);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("There is no time zone " + name + ".", e);
        }
    }

    boolean isOpen(Instant now, ZoneId zone) {
        return holds(now.atZone(zone));
    }

    private boolean holds(ZonedDateTime at) {
        return Stream.of(
                        fits(minutes, at.getMinute(), 0, 59),
                        fits(hours, at.getHour(), 0, 23),
                        fits(months, at.getMonthValue(), 1, 12),
                        fits(years, at.getYear(), 1970, 2199),
                        day(at),
                        weekday(at))
                .allMatch(Boolean::booleanValue);
    }

    private boolean day(ZonedDateTime at) {
        int last = at.toLocalDate().lengthOfMonth();
        return Stream.of(days.split(","))
                .anyMatch(part ->
                        switch (part) {
                            case "?", "*" -> true;
                            case "L" -> at.getDayOfMonth() == last;
                            case "LW" -> isWorkdayNextTo(at, last);
                            default -> {
                                if (part.startsWith("L-")) {
                                    int before = Integer.parseInt(part.substring(2));
                                    yield at.getDayOfMonth() == last - before;
                                }
                                yield part.endsWith("W")
                                        ? isWorkdayNextTo(
                                                at,
                                                Integer.parseInt(
                                                        part.substring(0, part.length() - 1)))
                                        : fits(part, at.getDayOfMonth(), 1, 31);
                            }
                        });
    }

    /// The working day nearest to a day, within its month.
    private static boolean isWorkdayNextTo(ZonedDateTime at, int day) {
        int last = at.toLocalDate().lengthOfMonth();
        var wanted = at.toLocalDate().withDayOfMonth(Math.min(day, last));
        int shift =
                switch (wanted.getDayOfWeek()) {
                    case SATURDAY -> wanted.getDayOfMonth() == 1 ? 2 : -1;
                    case SUNDAY -> wanted.getDayOfMonth() == last ? -2 : 1;
                    case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> 0;
                };
        return at.toLocalDate().equals(wanted.plusDays(shift));
    }

    private boolean weekday(ZonedDateTime at) {
        int today = at.getDayOfWeek().getValue() % 7 + 1; // Quartz counts from Sunday, which is 1
        return Stream.of(weekdays.split(","))
                .anyMatch(part -> {
                    if (part.equals("?") || part.equals("*")) {
                        return true;
                    }
                    if (part.equals("L")) {
                        return today == 7;
                    }
                    if (part.endsWith("L")) {
                        return isNth(at, part.substring(0, part.length() - 1), -1);
                    }
                    int hash = part.indexOf('#');
                    return hash > 0
                            ? isNth(
                                    at,
                                    part.substring(0, hash),
                                    Integer.parseInt(part.substring(hash + 1)))
                            : fits(part, today, 1, 7);
                });
    }

    private static boolean isNth(ZonedDateTime at, String weekday, int nth) {
        var day = DayOfWeek.of((Integer.parseInt(weekday) + 5) % 7 + 1);
        var wanted = at.toLocalDate().with(TemporalAdjusters.dayOfWeekInMonth(nth, day));
        return at.toLocalDate().equals(wanted);
    }

    /// `*`, `a`, `a-b`, `a/n`, `a-b/n`, or several with commas between; `b` may lie before `a`.
    private static boolean fits(String field, int value, int first, int last) {
        return Stream.of(field.split(",")).anyMatch(part -> fitsOne(part, value, first, last));
    }

    private static boolean fitsOne(String part, int value, int first, int last) {
        int slash = part.indexOf('/');
        var range = slash < 0 ? part : part.substring(0, slash);
        int step = slash < 0 ? 1 : Integer.parseInt(part.substring(slash + 1));
        int dash = range.indexOf('-');
        boolean all = range.equals("*") || range.equals("?");
        int from = all ? first : Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
        int to =
                all || dash < 0 && slash >= 0
                        ? last
                        : dash < 0 ? from : Integer.parseInt(range.substring(dash + 1));
        int size = last - first + 1;
        int behind = Math.floorMod(value - from, size);
        return behind <= Math.floorMod(to - from, size) && behind % Math.max(1, step) == 0;
    }

    private static String named(String field, List<String> names) {
        var numbers = field.toUpperCase(Locale.ROOT);
        for (int i = 0; i < names.size(); i++) {
            numbers = numbers.replace(names.get(i), String.valueOf(i + 1));
        }
        return numbers;
    }
}
