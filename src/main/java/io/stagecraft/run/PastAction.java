package io.stagecraft.run;

import java.time.Duration;
import java.time.Instant;

/// One action in one execution, as the account remembers it.
///
/// @param execution the execution's id
/// @param approval whether somebody had to answer: its time is time that people took
/// @param ended when its state changed last; for one that still runs, the moment of reading
public record PastAction(
        String execution,
        String stage,
        String action,
        boolean approval,
        RunStatus status,
        Instant started,
        Instant ended) {
    public Duration took() {
        return Duration.between(started, ended);
    }
}
