package io.stagecraft.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

class TimeZonesTest {
    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Berlin", "UTC+05:30", "UTC-08:00", "EST", "utc"})
    void whatAwsDocumentsIsAZone(String zone) {
        assertTrue(TimeZones.has(zone));
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin,true",
        "UTC,true",
        "utc,true",
        "UTC+05:30,true",
        "EST,true",
        "CEST,true",
        "PDT,true",
        "JST,true",
        "BST,true",
        "IST,true",
        "SGT,true",
        "AEDT,true",
        "GMT,true",
        "NZST,true",
        "BRT,true",
        "Mars,false",
        "Home,false"
    })
    void whatAwsMayTakeIsHeardOfOrNot(String zone, boolean heardOf) {
        assertTrue(TimeZones.has(zone));
        assertEquals(heardOf, TimeZones.isHeardOf(zone));
    }

    @ParameterizedTest
    @CsvSource({
        "UTC+5:30,UTC+05:30",
        "UTC-8,UTC-08:00",
        "UTC+0530,UTC+05:30",
        "UTC\u221203:00,UTC-03:00",
        "GMT+1,UTC+01:00",
        "+02:00,UTC+02:00",
        "europe/berlin,Europe/Berlin",
        "America/New York,America/New_York"
    })
    void whatIsNearlyAZoneSaysWhichOne(String written, String meant) {
        assertFalse(TimeZones.has(written));
        assertEquals(Optional.of(meant), TimeZones.meant(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mars/Phobos", "UTC+25:00", "UTC\u00b102:00", "Z"})
    void whatCanBeNoZoneMeansNone(String written) {
        assertFalse(TimeZones.has(written));
        assertEquals(Optional.empty(), TimeZones.meant(written));
    }
}
