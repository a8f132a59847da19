package io.stagecraft.practice.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stagecraft.practice.PracticeClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What is due happens before what is asked.
class TimelineTest {
    /// Nobody is woken: what is due waits for the next question.
    private static final class Sleepy implements PracticeClock {
        private Instant now = Instant.parse("2026-01-05T09:00:00Z");

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public void wakeAt(Instant due, Runnable wake) {}

        @Override
        public void speed(double factor) {}

        @Override
        public void close() {}
    }

    @Test
    void anEventThatGoesWrongFailsNobodyElsesQuestion() {
        var clock = new Sleepy();
        var time = new Timeline(clock);
        var done = new ArrayList<String>();
        var told = new ArrayList<String>();
        time.ask(() -> {
            time.after(
                    Duration.ofSeconds(1),
                    () -> {
                        throw new IllegalStateException("went wrong");
                    });
            time.after(Duration.ofSeconds(1), () -> done.add("the next event"));
            return "";
        });
        clock.now = clock.now.plusSeconds(2);
        var thread = Thread.currentThread();
        var before = thread.getUncaughtExceptionHandler();
        thread.setUncaughtExceptionHandler((_, problem) -> told.add(problem.getMessage()));
        try {
            assertEquals("answered", time.ask(() -> "answered"));
        } finally {
            thread.setUncaughtExceptionHandler(before);
        }
        assertEquals(List.of("the next event"), done);
        assertEquals(List.of("went wrong"), told);
    }
}
