package io.stagecraft.aws;

import io.stagecraft.blueprint.Blueprint;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Deploying a blueprint to one target: a plan first, then a change set per stack. Every call talks to the network.
public interface Deployments {
    /// What deploying would do. Makes the change sets, executes nothing.
    ///
    /// @param parameters values for the stacks' parameters, by name
    /// @throws AwsRefusal with the AWS code, what was refused, and what to do about it
    Plan plan(Blueprint blueprint, Map<String, String> parameters) throws AwsRefusal;

    /// Carries a plan out, stack by stack, telling each event as it comes.
    ///
    /// @param cancelled asked between events; once true, the update under way is cancelled and the call ends
    Outcome carryOut(Plan plan, Consumer<Event> events, BooleanSupplier cancelled)
            throws AwsRefusal;

    /// Gives a plan up: its change sets are deleted, and so is a stack that only they made.
    void discard(Plan plan) throws AwsRefusal;

    /// Deletes the stacks of a blueprint, last first.
    Outcome remove(Blueprint blueprint, Consumer<Event> events) throws AwsRefusal;

    /// What deploying would do.
    record Plan(Blueprint blueprint, List<Change> changes, List<StackChange> stacks) {
        public Plan {
            changes = List.copyOf(changes);
            stacks = List.copyOf(stacks);
        }

        public boolean isEmpty() {
            return changes.isEmpty();
        }
    }

    /// One stack's change set.
    ///
    /// @param changeSet its ARN; empty when nothing changes
    /// @param created whether the stack does not exist yet
    record StackChange(String stack, String changeSet, boolean created) {}

    /// One resource that would change.
    ///
    /// @param action `Add`, `Modify` or `Remove`
    /// @param replacement whether it would be made anew
    record Change(String stack, String action, String resource, String type, boolean replacement) {}

    /// One thing that happened.
    ///
    /// @param status such as `CREATE_COMPLETE`
    /// @param reason why, mostly when it failed
    record Event(
            Instant at, String stack, String resource, String type, String status, String reason) {}

    /// How it ended.
    ///
    /// @param failure what went wrong first, in AWS's words; empty when all went well
    record Outcome(boolean succeeded, String failure, Map<String, String> outputs) {}
}
