package io.stagecraft.practice;

import java.util.List;

/// The trainer's door into a Practice account: what is broken on purpose, and how its alarms stand.
///
/// Any thread may use it. The same is to be had over HTTP, see [TrainersDoor].
public interface Trainer {
    /// Has something go wrong; what was planned for the same action before is forgotten.
    void inject(Fault fault);

    /// Whether there is something by that name to go wrong, an action or the rule of a condition.
    ///
    /// @param pipeline empty for any
    boolean has(String pipeline, String action);

    /// What will still go wrong, in the order in which it was planned.
    List<Fault> faults();

    /// Lets all be well again.
    ///
    /// @param pipeline empty for all
    /// @param action empty for all
    void clear(String pipeline, String action);

    /// Sets how a CloudWatch alarm stands.
    ///
    /// @param state `OK`, `ALARM` or `INSUFFICIENT_DATA`
    /// @throws IllegalArgumentException in a sentence, for another state, or an alarm that is not there
    void alarm(String name, String region, String state);

    /// Sets how a Git connection stands.
    ///
    /// @param name or ARN
    /// @param state `AVAILABLE`, `PENDING` or `ERROR`
    /// @throws IllegalArgumentException in a sentence, for another state, or a connection that no stack made
    void connection(String name, String region, String state);
}
