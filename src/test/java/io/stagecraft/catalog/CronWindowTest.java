package io.stagecraft.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

class CronWindowTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "* * 9 30 2 ?|false",
                "* * * 31 4,6,9,11 ?|false",
                "* * * 29 2 ?|true",
                "* * * L 2 ?|true",
                "* * * 31 * ?|true",
                "* * * ? 2 MON#5|true"
            })
    void aDayThatNoYearHasNeverComes(String cron, boolean comes) {
        assertEquals(comes, CronWindow.of(cron).hasADay());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "* * * * * ?|2026-01-05T09:00:00Z|UTC|true",
                "* * 9-17 ? * MON-FRI|2026-01-05T17:59:59Z|UTC|true",
                "* * 9-17 ? * MON-FRI|2026-01-05T18:00:00Z|UTC|false",
                "* * 22-6 ? * *|2026-01-05T23:30:00Z|UTC|true",
                "* * 22-6 ? * *|2026-01-05T12:30:00Z|UTC|false",
                "* 0/15 * ? * *|2026-01-05T09:45:00Z|UTC|true",
                "* 0/15 * ? * *|2026-01-05T09:46:00Z|UTC|false",
                "* 5-20/5 * ? * *|2026-01-05T09:20:00Z|UTC|true",
                "* 5-20/5 * ? * *|2026-01-05T09:25:00Z|UTC|false",
                "* * * L * ?|2028-02-29T00:00:00Z|UTC|true",
                "* * * L * ?|2028-02-28T00:00:00Z|UTC|false",
                "* * * L-3 * ?|2026-01-28T00:00:00Z|UTC|true",
                "* * * l * ?|2028-02-29T00:00:00Z|UTC|true",
                "* * * L-3W * ?|2026-01-28T00:00:00Z|UTC|true",
                "* * * L-0W * ?|2026-02-27T00:00:00Z|UTC|true",
                "* * * L-0W * ?|2026-02-28T00:00:00Z|UTC|false",
                "* /15 * ? * *|2026-01-05T09:45:00Z|UTC|true",
                "* /15 * ? * *|2026-01-05T09:46:00Z|UTC|false",
                "* * * 15W * ?|2026-08-14T00:00:00Z|UTC|true",
                "* * * 15W * ?|2026-08-15T00:00:00Z|UTC|false",
                "* * * 1W * ?|2026-08-03T00:00:00Z|UTC|true",
                "* * * lw * ?|2026-01-30T00:00:00Z|UTC|true",
                "* * * 1,L * ?|2026-01-31T00:00:00Z|UTC|true",
                "* * * ? * fril|2026-01-30T00:00:00Z|UTC|true",
                "* * * ? jan-mar mon-fri|2026-02-02T00:00:00Z|UTC|true",
                "* * * LW * ?|2026-01-30T00:00:00Z|UTC|true",
                "* * * 1,15 * ?|2026-01-15T00:00:00Z|UTC|true",
                "* * * ? JAN,DEC *|2026-12-15T00:00:00Z|UTC|true",
                "* * * ? JAN,DEC *|2026-11-15T00:00:00Z|UTC|false",
                "* * * ? * 6L|2026-01-30T00:00:00Z|UTC|true",
                "* * * ? * 6L|2026-01-23T00:00:00Z|UTC|false",
                "* * * ? * MON#2|2026-01-12T00:00:00Z|UTC|true",
                "* * * ? * MON#2|2026-01-05T00:00:00Z|UTC|false",
                "* * * ? * 1|2026-01-04T00:00:00Z|UTC|true",
                "* * * ? * * 2026-2027|2027-01-04T00:00:00Z|UTC|true",
                "* * * ? * * 2027|2026-01-04T00:00:00Z|UTC|false",
                "* * 9-17 ? * *|2026-01-05T20:30:00Z|America/New_York|true",
                "* * 9-17 ? * *|2026-01-05T20:30:00Z|UTC+05:30|false",
                "* * 9-17 ? * *|2026-01-05T20:30:00Z|PST|true"
            })
    void isOpenAsQuartzReadsIt(String cron, Instant at, String zone, boolean open) {
        assertEquals(open, CronWindow.of(cron).isOpen(at, TimeZones.of(zone)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"* * *", "0 * * ? * *", "* x * ? * *", "* * * ? * FUN", "* * * ? * * 1 2"})
    void whatIsNoWindowIsSaidSo(String cron) {
        assertThrows(IllegalArgumentException.class, () -> CronWindow.of(cron));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "* 99 * ? * *|99 is no number from 0 to 59",
                "* 0,x * ? * *|x is no number from 0 to 59",
                "* 0, * ? * *|nothing is no number from 0 to 59",
                "* 0/90 * ? * *|90 is no number from 0 to 59",
                "* * 9-24 ? * *|24 is no number from 0 to 23",
                "* * * 0 * ?|0 is no number from 1 to 31",
                "* * * 1,40W * ?|40 is no number from 1 to 31",
                "* * * L-31 * ?|31 is no number from 0 to 30",
                "* * * ? 13 *|13 is no number from 1 to 12",
                "* * * ? * MON,8|8 is no number from 1 to 7",
                "* * * ? * 9L|9 is no number from 1 to 7",
                "* * * ? * MON#6|6 is no number from 1 to 5",
                "* * 9-17 * * MON-FRI|? has to stand for the day",
                "* * 9-17 ? * ?|and not for both",
                "* ? 9 ? * MON|? is no day of the month or of the week",
                "* * 9,? ? * MON|9,? is no day of the month or of the week",
                "* * * ? ? MON|? can stand for one of these alone",
                "* * * ? * MON ?|? can stand for one of these alone",
                "* * * ?,3 * ?|?,3 holds ? beside something else",
                "* * * ?/5 * ?|?/5 holds ? beside something else",
                "* * * ? * MON?|MON? holds ? beside something else",
                "* * * 15W,20W * ?|15W,20W is a list, and the working day nearest to a day, with W",
                "* * * 1,15w * ?|1,15w is a list",
                "* * * LW,3 * ?|LW,3 is a list",
                "* * * ? * MON#1,FRI#3|MON#1,FRI#3 is a list, and the nth weekday of a month, with #",
                "* * * W * ?|W wants a day before it",
                "* * * 1-5W * ?|1-5 is no number from 1 to 31",
                "* * * ? * MONDAY|MONDAY is no number from 1 to 7 and none of the names SUN to SAT; it may mean MON",
                "* * * ? * mon-friday|friday is no number from 1 to 7 and none of the names SUN to SAT; it may mean FRI",
                "* * * ? June *|June is no number from 1 to 12 and none of the names JAN to DEC; it may mean JUN",
                "* * * ? * 1969 *|1969 is no number from 1 to 7",
                "* * * ? * * 1969|1969 is no number from 1970 to 2199"
            })
    void everyPartOfEveryFieldIsChecked(String cron, String why) {
        var refused = assertThrows(IllegalArgumentException.class, () -> CronWindow.of(cron));
        var said = String.valueOf(refused.getMessage());
        assertTrue(said.contains(cron) && said.contains(why), said);
    }
}
