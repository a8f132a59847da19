package io.stagecraft.practice;

import java.time.Duration;
import java.time.Instant;

/// The time that the Practice account lives by.
public interface PracticeClock {
    /// What time it is there.
    Instant now();

    /// Asks to be woken once it is that time; a later call replaces an earlier one.
    ///
    /// @param wake called once, on any thread
    void wakeAt(Instant due, Runnable wake);

    /// Lets time pass this much faster than on the wall.
    ///
    /// @param factor 1–1000
    void speed(double factor);

    /// Stops waking anybody.
    void close();

    /// The machine's time, at a speed.
    ///
    /// @param factor 1–1000
    static PracticeClock real(double factor) {
        return new RealClock(factor);
    }

    /// A clock that stands still until it is told to go on: for tests.
    final class Manual implements PracticeClock {
        private Instant now;
        private Runnable wake = () -> {};

        /// @param start what time it is at first
        public Manual(Instant start) {
            this.now = start;
        }

        @Override
        public synchronized Instant now() {
            return now;
        }

        @Override
        public synchronized void wakeAt(Instant due, Runnable wake) {
            this.wake = wake;
        }

        /// Lets time pass; all that falls due on the way happens, in order, before this returns.
        public void advance(Duration time) {
            Runnable woken;
            synchronized (this) {
                now = now.plus(time);
                woken = wake;
            }
            woken.run();
        }

        @Override
        public void speed(double factor) {}

        @Override
        public void close() {}
    }
}
