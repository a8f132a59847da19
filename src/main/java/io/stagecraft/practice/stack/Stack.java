package io.stagecraft.practice.stack;

import io.stagecraft.practice.account.Thing;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.cloudformation.model.Change;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetStatus;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.ExecutionStatus;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.ResourceStatus;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.cloudformation.model.Tag;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One stack as it stands.
final class Stack {
    /// What a stack is made from.
    ///
    /// @param parameters values for all of the template's parameters
    /// @param role the ARN of the role it works under; empty for the caller's own rights
    record Plan(
            Template template,
            Map<String, String> parameters,
            List<String> capabilities,
            String role,
            List<Tag> tags) {}

    /// A resource of the stack.
    static final class Held {
        final String key;
        final String type;
        String id = "";
        ResourceStatus status = ResourceStatus.CREATE_IN_PROGRESS;
        String reason = "";
        Instant changed;
        @Nullable Thing thing;

        /// What the properties come to with other resources named, not worked out: tells whether an update touches it.
        String fingerprint = "";

        Held(String key, String type, Instant changed) {
            this.key = key;
            this.type = type;
            this.changed = changed;
        }
    }

    /// A change set.
    static final class ChangeSet {
        final String id;
        final String name;
        final ChangeSetType type;
        final Plan plan;
        final String description;
        final Instant created;
        final List<Change> changes;
        ChangeSetStatus status;
        ExecutionStatus execution;
        String reason = "";

        ChangeSet(
                String id,
                String name,
                ChangeSetType type,
                Plan plan,
                String description,
                Instant created,
                List<Change> changes) {
            this.id = id;
            this.name = name;
            this.type = type;
            this.plan = plan;
            this.description = description;
            this.created = created;
            this.changes = List.copyOf(changes);
            this.status = ChangeSetStatus.CREATE_PENDING;
            this.execution = ExecutionStatus.UNAVAILABLE;
        }
    }

    final String name;
    final String id;
    final String region;
    final Instant created;
    final List<StackEvent> events = new ArrayList<>();
    final Map<String, Held> resources = new LinkedHashMap<>();
    final Map<String, ChangeSet> changeSets = new LinkedHashMap<>();
    final List<Output> outputs = new ArrayList<>();
    StackStatus status = StackStatus.REVIEW_IN_PROGRESS;
    String reason = "";
    @Nullable Instant updated;
    @Nullable Instant deleted;

    /// What it is made from; none while only a change set speaks of it.
    @Nullable Plan plan;

    /// The work under way, or that was last.
    @Nullable Flow flow;

    /// The rollback that failed, and can be gone on with.
    @Nullable Undoing undoing;

    /// What updates may do.
    Optional<StackPolicy> policy = Optional.empty();

    /// What the update under way may do: the policy it found, or one given for it alone.
    Optional<StackPolicy> judging = Optional.empty();

    boolean keepsFailures;

    /// Whether it may not be deleted.
    boolean isProtected;

    Stack(String name, String id, String region, Instant created) {
        this.name = name;
        this.id = id;
        this.region = region;
        this.created = created;
    }

    boolean isBusy() {
        return status.toString().endsWith("IN_PROGRESS")
                && status != StackStatus.REVIEW_IN_PROGRESS;
    }

    boolean isGone() {
        return status == StackStatus.DELETE_COMPLETE;
    }
}
