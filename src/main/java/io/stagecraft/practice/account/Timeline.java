package io.stagecraft.practice.account;

import io.stagecraft.practice.PracticeClock;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Supplier;

/// One thing after another: whatever reads or changes the account does so here, in the order of the clock.
///
/// What falls due at the same moment happens in the order in which it was planned.
public final class Timeline {
    private record Event(Instant due, long number, Runnable what) {}

    private final PracticeClock clock;
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::due).thenComparingLong(Event::number));
    private long planned;
    private @Nullable Instant during;

    public Timeline(PracticeClock clock) {
        this.clock = clock;
    }

    /// Does something now, after all that is due has happened.
    public synchronized <T> T ask(Supplier<T> question) {
        settle();
        during = clock.now();
        try {
            return question.get();
        } finally {
            during = null;
            wakeForNext();
        }
    }

    /// Plans something; only from within an event or a question.
    public void after(Duration time, Runnable what) {
        events.add(new Event(now().plus(time), planned++, what));
    }

    /// The time of the event or question under way.
    public Instant now() {
        return (during == null ? clock.now() : during).truncatedTo(ChronoUnit.MILLIS);
    }

    private synchronized void wake() {
        try {
            catchUp();
        } finally {
            wakeForNext(); // an event that went wrong must not stop the clock for all that follow
        }
    }

    /// Catches up on behalf of somebody who has nothing to do with what is due: an event that goes wrong is told to the
    /// thread's own handler, and the others happen all the same.
    private void settle() {
        for (boolean settled = false; !settled; ) {
            try {
                catchUp();
                settled = true;
            } catch (RuntimeException e) {
                var thread = Thread.currentThread();
                thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
            }
        }
    }

    private void catchUp() {
        for (var next = events.peek(); next != null && isDue(next); next = events.peek()) {
            events.remove();
            during = next.due();
            try {
                next.what().run();
            } finally {
                during = null;
            }
        }
    }

    private boolean isDue(Event event) {
        return !event.due().isAfter(clock.now());
    }

    private void wakeForNext() {
        var next = events.peek();
        if (next != null) {
            clock.wakeAt(next.due(), this::wake);
        }
    }
}
