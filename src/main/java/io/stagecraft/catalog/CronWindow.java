package io.stagecraft.catalog;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A window of time: a Quartz cron expression whose seconds are `*`, read as the minutes in which deploying is allowed.
///
/// One of the two days, of the month and of the week, is `?`, as Quartz wants it. The fields are as somebody wrote them.
///
/// @see <a href="https://docs.aws.amazon.com/codepipeline/latest/userguide/rule-reference-DeploymentWindow.html">DeploymentWindow</a>
/// @see <a href="https://www.quartz-scheduler.org/documentation/quartz-2.5.x/tutorials/crontrigger.html">Quartz' expressions</a>
public record CronWindow(
        String minutes, String hours, String days, String months, String weekdays, String years) {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final CronUnit MINUTE = new CronUnit(0, 59, List.of());
    private static final CronUnit HOUR = new CronUnit(0, 23, List.of());
    private static final CronUnit DAY = new CronUnit(1, 31, List.of());
    private static final CronUnit BEFORE_THE_END = new CronUnit(0, 30, List.of());
    private static final CronUnit NTH = new CronUnit(1, 5, List.of());
    private static final CronUnit YEAR = new CronUnit(1970, 2199, List.of());
    private static final CronUnit MONTH =
            new CronUnit(
                    1,
                    12,
                    List.of(
                            "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT",
                            "NOV", "DEC"));
    private static final CronUnit WEEKDAY =
            new CronUnit(1, 7, List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"));

    /// @throws IllegalArgumentException in a sentence, where it is no such expression
    public static CronWindow of(String cron) {
        var part = BLANKS.split(cron.strip());
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
                        part[3],
                        part[4],
                        part[5],
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

    /// Whether there is such a day in any year: there is no 30 February. All weeks that a year can have are in 28 years.
    boolean hasADay() {
        var first = LocalDate.of(2000, 1, 1);
        return first.datesUntil(first.plusYears(28))
                .map(day -> day.atStartOfDay(ZoneOffset.UTC))
                .anyMatch(this::holdsOnDay);
    }

    /// Reads every part of every field: [#holds] stops at the first part that fits.
    private void check(ZonedDateTime at) {
        Stream.of(minutes, hours, months, years).forEach(CronWindow::checkIsNoDay);
        Stream.of(days, weekdays).forEach(CronWindow::checkIsAlone);
        parts(minutes).forEach(part -> MINUTE.fits(part, 0));
        parts(hours).forEach(part -> HOUR.fits(part, 0));
        parts(months).forEach(part -> MONTH.fits(part, 1));
        parts(years).forEach(part -> YEAR.fits(part, 1970));
        parts(days).forEach(part -> isDay(part, at));
        parts(weekdays).forEach(part -> isWeekday(part, at));
        checkIsSingle(days, "W", "the working day nearest to a day");
        checkIsSingle(weekdays, "#", "the nth weekday of a month");
        if (days.equals("?") == weekdays.equals("?")) {
            throw new IllegalArgumentException(
                    "? has to stand for the day of the month or the day of the week, and not for both");
        }
    }

    private static void checkIsNoDay(String field) {
        if (field.contains("?")) {
            throw new IllegalArgumentException(
                    field
                            + " is no day of the month or of the week, and ? can stand for one of these alone");
        }
    }

    private static void checkIsAlone(String field) {
        if (field.contains("?") && !field.equals("?")) {
            throw new IllegalArgumentException(
                    field + " holds ? beside something else, and it has to stand alone");
        }
    }

    private static void checkIsSingle(String field, String sign, String meaning) {
        if (field.contains(",") && field.toUpperCase(Locale.ROOT).contains(sign)) {
            throw new IllegalArgumentException(
                    field + " is a list, and " + meaning + ", with " + sign + ", stands alone");
        }
    }

    private static Stream<String> parts(String field) {
        return Stream.of(field.split(",", -1));
    }

    private boolean holds(ZonedDateTime at) {
        return parts(minutes).anyMatch(part -> MINUTE.fits(part, at.getMinute()))
                && parts(hours).anyMatch(part -> HOUR.fits(part, at.getHour()))
                && parts(years).anyMatch(part -> YEAR.fits(part, at.getYear()))
                && holdsOnDay(at);
    }

    private boolean holdsOnDay(ZonedDateTime at) {
        return parts(months).anyMatch(part -> MONTH.fits(part, at.getMonthValue()))
                && parts(days).anyMatch(part -> isDay(part, at))
                && parts(weekdays).anyMatch(part -> isWeekday(part, at));
    }

    private static boolean isDay(String part, ZonedDateTime at) {
        int last = at.toLocalDate().lengthOfMonth();
        return switch (part.toUpperCase(Locale.ROOT)) {
            case "?", "*" -> true;
            case "L" -> at.getDayOfMonth() == last;
            case "LW" -> isWorkdayNextTo(at, last);
            case "W" ->
                    throw new IllegalArgumentException(
                            part + " wants a day before it, such as 15W, or L for the last one");
            default -> {
                boolean near = endsWith(part, "W");
                var day = near ? part.substring(0, part.length() - 1) : part;
                if (day.regionMatches(true, 0, "L-", 0, 2)) {
                    int wanted = last - BEFORE_THE_END.number(day.substring(2));
                    yield near
                            ? isWorkdayNextTo(at, Math.max(1, wanted))
                            : at.getDayOfMonth() == wanted;
                }
                yield near
                        ? isWorkdayNextTo(at, DAY.number(day))
                        : DAY.fits(part, at.getDayOfMonth());
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
        if (part.equalsIgnoreCase("L")) {
            return today == 7;
        }
        if (endsWith(part, "L")) {
            return isNth(at, part.substring(0, part.length() - 1), -1);
        }
        int hash = part.indexOf('#');
        return hash > 0
                ? isNth(at, part.substring(0, hash), NTH.number(part.substring(hash + 1)))
                : WEEKDAY.fits(part, today);
    }

    private static boolean isNth(ZonedDateTime at, String weekday, int nth) {
        var day = DayOfWeek.of((WEEKDAY.number(weekday) + 5) % 7 + 1);
        var wanted = at.toLocalDate().with(TemporalAdjusters.dayOfWeekInMonth(nth, day));
        return at.toLocalDate().equals(wanted);
    }

    private static boolean endsWith(String part, String letter) {
        return part.regionMatches(true, part.length() - 1, letter, 0, 1);
    }
}
