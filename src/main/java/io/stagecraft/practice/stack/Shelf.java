package io.stagecraft.practice.stack;

import io.stagecraft.practice.account.Thing;
import io.stagecraft.practice.wire.Refusal;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All stacks of the account, of every region, with those that are gone.
final class Shelf {
    private final List<Stack> stacks = new ArrayList<>();

    void add(Stack stack) {
        stacks.add(stack);
    }

    boolean holds(Stack stack) {
        return stacks.contains(stack);
    }

    Stream<Stack> in(String region) {
        return stacks.stream().filter(s -> s.region.equals(region));
    }

    /// A stack by name, or by id even when it is deleted.
    ///
    /// @throws Refusal when there is none
    Stack get(String region, String nameOrId) {
        return find(region, nameOrId)
                .orElseThrow(
                        () -> Wording.invalid("Stack with id " + nameOrId + " does not exist"));
    }

    Optional<Stack> find(String region, String nameOrId) {
        return in(region)
                .filter(s -> s.id.equals(nameOrId) || s.name.equals(nameOrId) && !s.isGone())
                .findFirst();
    }

    /// The stack that a thing of the account belongs to.
    Optional<Stack> owning(Thing thing) {
        return stacks.stream().filter(s -> s.id.equals(thing.owner())).findFirst();
    }

    /// The change set of that name or ARN that was made last.
    ///
    /// @throws Refusal when there is none
    Stack.ChangeSet changeSet(String region, String nameOrArn, @Nullable String stack) {
        if (stack == null && !nameOrArn.startsWith("arn:")) {
            throw Wording.invalid(
                    "StackName must be specified if ChangeSetName is not specified as an ARN.");
        }
        return in(region)
                .filter(s -> stack == null || s.name.equals(stack) || s.id.equals(stack))
                .flatMap(s -> s.changeSets.values().stream())
                .filter(c -> c.id.equals(nameOrArn) || stack != null && c.name.equals(nameOrArn))
                .reduce((_, last) -> last)
                .orElseThrow(() ->
                        new Refusal(
                                "ChangeSetNotFound",
                                "ChangeSet [" + nameOrArn + "] does not exist"));
    }

    Stack holding(String region, Stack.ChangeSet changeSet) {
        return in(region)
                .filter(s -> s.changeSets.containsValue(changeSet))
                .findFirst()
                .orElseThrow();
    }
}
