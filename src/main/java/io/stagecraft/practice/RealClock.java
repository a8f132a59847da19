package io.stagecraft.practice;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// The machine's time, sped up.
final class RealClock implements PracticeClock {
    private final ScheduledThreadPoolExecutor alarm;
    private double speed;
    private Instant anchor = Instant.now();
    private long anchored = System.nanoTime();
    private @Nullable Future<?> next;
    private @Nullable Instant due;
    private Runnable wake = () -> {};

    RealClock(double speed) {
        this.speed = bounded(speed);
        this.alarm =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().name("practice-clock").daemon().factory());
    }

    @Override
    public synchronized Instant now() {
        return anchor.plusNanos((long) ((System.nanoTime() - anchored) * speed));
    }

    @Override
    public synchronized void wakeAt(Instant due, Runnable wake) {
        this.due = due;
        this.wake = wake;
        if (next != null) {
            next.cancel(false);
        }
        var wait = Duration.between(now(), due).toNanos() / speed;
        try {
            next = alarm.schedule(wake, Math.max(0, (long) wait), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            next = null; // closed meanwhile: nobody waits any more
        }
    }

    @Override
    public synchronized void speed(double factor) {
        anchor = now();
        anchored = System.nanoTime();
        speed = bounded(factor);
        if (due != null) {
            wakeAt(due, wake);
        }
    }

    @Override
    public void close() {
        alarm.shutdownNow();
    }

    private static double bounded(double factor) {
        return Math.clamp(factor, 1, 1000);
    }
}
