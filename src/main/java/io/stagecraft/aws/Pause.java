package io.stagecraft.aws;

import java.time.Duration;

/// Waiting between two looks at something that takes its time; tests do not wait.
@FunctionalInterface
public interface Pause {
    /// Returns after `time`, or sooner with the thread's interrupt flag set.
    void rest(Duration time);

    /// Waiting by the wall clock.
    static Pause real() {
        return time -> {
            try {
                Thread.sleep(time);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        };
    }
}
