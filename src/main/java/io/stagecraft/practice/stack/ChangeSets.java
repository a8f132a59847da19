package io.stagecraft.practice.stack;

import io.stagecraft.practice.wire.Refusal;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.cloudformation.model.ChangeSetStatus;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.ExecutionStatus;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Change sets: made, told of, executed, dropped, whoever asks.
public final class ChangeSets {
    private static final Duration COMPARING = Duration.ofSeconds(3);
    private static final String SAME =
            "The submitted information didn't contain changes. Submit different information to"
                    + " create a change set.";

    private final Workshop shop;

    ChangeSets(Workshop shop) {
        this.shop = shop;
    }

    /// Begins to make a change set.
    ///
    /// @param over called once it is made, or has failed
    /// @return stack ARN and change set ARN
    /// @throws Refusal as AWS does
    public Map.Entry<String, String> create(
            Stacks.Wish wish, String name, ChangeSetType type, String description, Runnable over) {
        var stack = reviewed(wish, name, type);
        var old = stack.changeSets.get(name);
        // one that was executed is history, and its name free again
        if (old != null
                && old.execution != ExecutionStatus.EXECUTE_COMPLETE
                && old.execution != ExecutionStatus.EXECUTE_FAILED) {
            throw new Refusal("AlreadyExistsException", "ChangeSet " + name + " already exists");
        }
        var comparison = new Comparison(shop.outline(wish.region()));
        var plan = shop.plan(wish, stack);
        if (!shop.shelf.holds(stack)) {
            shop.shelf.add(stack);
            shop.chronicle.tell(stack, StackStatus.REVIEW_IN_PROGRESS, "User Initiated");
        }
        var changeSet =
                new Stack.ChangeSet(
                        shop.arn(wish.region(), "changeSet/" + name),
                        name,
                        type,
                        plan,
                        description,
                        shop.time.now(),
                        comparison.changes(stack, plan));
        stack.changeSets.put(name, changeSet);
        var why =
                comparison
                        .whyNot(stack, plan)
                        .or(() ->
                                comparison.isSame(stack, plan)
                                        ? Optional.of(SAME)
                                        : Optional.empty());
        changeSet.status = ChangeSetStatus.CREATE_IN_PROGRESS;
        shop.time.after(
                COMPARING,
                () -> {
                    changeSet.status =
                            why.isPresent()
                                    ? ChangeSetStatus.FAILED
                                    : ChangeSetStatus.CREATE_COMPLETE;
                    changeSet.execution =
                            why.isPresent()
                                    ? ExecutionStatus.UNAVAILABLE
                                    : ExecutionStatus.AVAILABLE;
                    changeSet.reason = why.orElse("");
                    over.run();
                });
        return Map.entry(stack.id, changeSet.id);
    }

    private Stack reviewed(Stacks.Wish wish, String name, ChangeSetType type) {
        var found = shop.shelf.find(wish.region(), wish.stack()).orElse(null);
        if (type == ChangeSetType.CREATE) {
            if (found != null && found.status != StackStatus.REVIEW_IN_PROGRESS) {
                throw Wording.invalid(
                        "Stack ["
                                + wish.stack()
                                + "] already exists and cannot be created again with the changeSet"
                                + " ["
                                + name
                                + "].");
            }
            return found == null ? shop.fresh(wish) : found;
        }
        if (found == null || found.status == StackStatus.REVIEW_IN_PROGRESS) {
            throw Wording.invalid("Stack [" + wish.stack() + "] does not exist");
        }
        Plans.refuseUnlessSteady(found);
        return found;
    }

    /// Whether there is such a change set, and it is ready to be executed.
    public boolean isReady(String region, String stack, String changeSet) {
        return shop.shelf
                .find(region, stack)
                .map(s -> s.changeSets.get(changeSet))
                .filter(c -> c.execution == ExecutionStatus.AVAILABLE)
                .isPresent();
    }

    /// Whether a change set was made and found nothing to change.
    public boolean isEmpty(String region, String stack, String changeSet) {
        return shop.shelf
                .find(region, stack)
                .map(s -> s.changeSets.get(changeSet))
                .filter(c -> c.reason.equals(SAME))
                .isPresent();
    }

    /// Takes a change set away, if it is there.
    public void drop(String region, String stack, String changeSet) {
        shop.shelf.find(region, stack).ifPresent(s -> s.changeSets.remove(changeSet));
    }

    /// Begins to do what a change set says.
    ///
    /// @throws Refusal as AWS does
    public void execute(
            String region, String nameOrArn, @Nullable String stackName, Runnable over) {
        var changeSet = shop.shelf.changeSet(region, nameOrArn, stackName);
        var stack = shop.shelf.holding(region, changeSet);
        if (changeSet.execution != ExecutionStatus.AVAILABLE || stack.isBusy()) {
            throw new Refusal(
                    "InvalidChangeSetStatus",
                    "ChangeSet ["
                            + changeSet.id
                            + "] cannot be executed in its current status of ["
                            + changeSet.status
                            + "]");
        }
        changeSet.execution = ExecutionStatus.EXECUTE_IN_PROGRESS;
        stack.changeSets.values().removeIf(c -> c != changeSet);
        Runnable then =
                () -> {
                    changeSet.execution =
                            stack.status.toString().contains("ROLLBACK")
                                            || stack.status.toString().endsWith("FAILED")
                                    ? ExecutionStatus.EXECUTE_FAILED
                                    : ExecutionStatus.EXECUTE_COMPLETE;
                    over.run();
                };
        if (changeSet.type == ChangeSetType.CREATE) {
            shop.work(region).create(stack, changeSet.plan, then);
        } else {
            stack.judging = stack.policy;
            shop.work(region).update(stack, changeSet.plan, then);
        }
    }
}
