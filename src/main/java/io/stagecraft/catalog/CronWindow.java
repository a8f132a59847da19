package io.stagecraft.catalog;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A window of time: a Quartz cron expression whose seconds are `*`, read as the minutes in which deploying is allowed.
///
/// One of the two days, of the month and of the week, is `?`, as Quartz wants it.
///
/// @see <a href="https://docs.aws.amazon.com/codepipeline/latest/userguide/rule-reference-DeploymentWindow.html">DeploymentWindow</a>
/// @see <a href="https://www.quartz-scheduler.org/documentation/quartz-2.5.x/tutorials/crontrigger.html">Quartz' expressions</a>
public record CronWindow(
        String minutes, String hours, String days, String months, String weekdays, String years) {
    private static final List<String> MONTHS =
            List.of(
                    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV",
                    "DEC");
    private static final List<String> WEEKDAYS =
            List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

    /// @throws IllegalArgumentException in a sentence, where it is no such expression
    public static CronWindow of(String cron) {
        var part = cron.strip().split("\\s+");
        if (part.length < 6 || part.length > 7 || !part[0].equals("*")) {
            throw new IllegalArgumentException(
                    "The cron expression "
                            + cron
                            + " has to have six or seven fields, and * for the seconds.");
        }
        var window =
                new CronWindow(
                        part[1],
                        part[2],
                        part[3].toUpperCase(Locale.ROOT),
                        named(part[4], MONTHS),
                        named(part[5], WEEKDAYS),
                        part.length == 7 ? part[6] : "*");
        try {
            window.check(ZonedDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneId.of("UTC")));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The cron expression " + cron + " cannot be read: " + e.getMessage() + ".", e);
        }
        return window;
    }

    /// What is wrong with an expression, in a sentence; empty where it can be read.
    public static Optional<String> fault(String cron) {
        try {
            of(cron);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /// Whether a clock in `zone` is inside the window now.
    public boolean isOpen(Instant now, ZoneId zone) {
        return holds(now.atZone(zone));
    }

    /// Reads every part of every field: [#holds] stops at the first part that fits.
    private void check(ZonedDateTime at) {
        parts(minutes).forEach(part -> fitsOne(part, 0, 0, 59));
        parts(hours).forEach(part -> fitsOne(part, 0, 0, 23));
        parts(months).forEach(part -> fitsOne(part, 1, 1, 12));
        parts(years).forEach(part -> fitsOne(part, 1970, 1970, 2199));
        parts(days).forEach(part -> isDay(part, at));
        parts(weekdays).forEach(part -> isWeekday(part, at));
        if (days.equals("?") == weekdays.equals("?")) {
            throw new IllegalArgumentException(
                    "? has to stand for the day of the month or the day of the week, and not for both");
        }
    }

    private static Stream<String> parts(String field) {
        return Stream.of(field.split(",", -1));
    }

    private boolean holds(ZonedDateTime at) {
        return Stream.of(
                        fits(minutes, at.getMinute(), 0, 59),
                        fits(hours, at.getHour(), 0, 23),
                        fits(months, at.getMonthValue(), 1, 12),
                        fits(years, at.getYear(), 1970, 2199),
                        parts(days).anyMatch(part -> isDay(part, at)),
                        parts(weekdays).anyMatch(part -> isWeekday(part, at)))
                .allMatch(Boolean::booleanValue);
    }

    private static boolean isDay(String part, ZonedDateTime at) {
        int last = at.toLocalDate().lengthOfMonth();
        return switch (part) {
            case "?", "*" -> true;
            case "L" -> at.getDayOfMonth() == last;
            case "LW" -> isWorkdayNextTo(at, last);
            default -> {
                boolean near = part.endsWith("W");
                var day = near ? part.substring(0, part.length() - 1) : part;
                if (day.startsWith("L-")) {
                    int wanted = last - number(day.substring(2), 0, 30);
                    yield near
                            ? isWorkdayNextTo(at, Math.max(1, wanted))
                            : at.getDayOfMonth() == wanted;
                }
                yield near
                        ? isWorkdayNextTo(at, number(day, 1, 31))
                        : fitsOne(part, at.getDayOfMonth(), 1, 31);
            }
        };
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

    private static boolean isWeekday(String part, ZonedDateTime at) {
        int today = at.getDayOfWeek().getValue() % 7 + 1; // Quartz counts from Sunday, which is 1
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
                ? isNth(at, part.substring(0, hash), number(part.substring(hash + 1), 1, 5))
                : fitsOne(part, today, 1, 7);
    }

    private static boolean isNth(ZonedDateTime at, String weekday, int nth) {
        var day = DayOfWeek.of((number(weekday, 1, 7) + 5) % 7 + 1);
        var wanted = at.toLocalDate().with(TemporalAdjusters.dayOfWeekInMonth(nth, day));
        return at.toLocalDate().equals(wanted);
    }

    /// `*`, `a`, `a-b`, `a/n`, `a-b/n`, or several with commas between; `b` may lie before `a`.
    private static boolean fits(String field, int value, int first, int last) {
        return parts(field).anyMatch(part -> fitsOne(part, value, first, last));
    }

    private static boolean fitsOne(String part, int value, int first, int last) {
        int slash = part.indexOf('/');
        var range = slash < 0 ? part : part.substring(0, slash);
        int step = slash < 0 ? 1 : number(part.substring(slash + 1), 0, last);
        int dash = range.indexOf('-');
        boolean all = range.equals("*") || range.equals("?") || slash == 0;
        int from = all ? first : number(dash < 0 ? range : range.substring(0, dash), first, last);
        int to =
                all || dash < 0 && slash >= 0
                        ? last
                        : dash < 0 ? from : number(range.substring(dash + 1), first, last);
        int size = last - first + 1;
        int behind = Math.floorMod(value - from, size);
        return behind <= Math.floorMod(to - from, size) && behind % Math.max(1, step) == 0;
    }

    private static int number(String text, int first, int last) {
        if (text.matches("\\d{1,4}")) {
            int number = Integer.parseInt(text);
            if (number >= first && number <= last) {
                return number;
            }
        }
        throw new IllegalArgumentException(
                "%s is no number from %d to %d"
                        .formatted(text.isEmpty() ? "nothing" : text, first, last));
    }

    private static String named(String field, List<String> names) {
        var numbers = field.toUpperCase(Locale.ROOT);
        for (int i = 0; i < names.size(); i++) {
            numbers = numbers.replace(names.get(i), String.valueOf(i + 1));
        }
        return numbers;
    }
}
