package io.stagecraft.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;

class TargetTest {
    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:4780, true",
        "http://127.12.0.9:4780, true",
        "http://localhost:4780, true",
        "http://LocalHost:4780, true",
        "http://[::1]:4780, true",
        "http://127.evil.example:4780, false",
        "http://127.0.0.1.evil.example, false",
        "http://localhost.evil.example, false",
        "http://10.0.0.1:4780, false",
        "http://[2001:db8::1]:4780, false"
    })
    void onlyALoopbackAddressIsThisMachine(URI endpoint, boolean here) {
        assertEquals(here, Target.practice(endpoint).isHere());
    }
}
