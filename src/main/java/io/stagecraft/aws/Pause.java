package io.stagecraft.aws;

import java.time.Duration;

/// Waiting between two looks at something that takes its time; tests do not wait.
@FunctionalInterface
public interface Pause {
    /// Returns after `time`, or sooner with the thread's interrupt flag set.
    void rest(Duration time);

    /// Waiting by the wall clock, as long as AWS wants to be left alone between two looks.
    static Pause real() {
        return slept(1);
    }

    /// Waiting by the wall clock, a twentieth of that: nobody pays for looks at an account on this machine.
    static Pause brief() {
        return slept(20);
    }

    private static Pause slept(long part) {
        return time -> {
            try {
                Thread.sleep(time.dividedBy(part));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /// How to wait for a target.
    static Pause of(Target target) {
        return Clients.isHere(target) ? brief() : real();
    }
}
