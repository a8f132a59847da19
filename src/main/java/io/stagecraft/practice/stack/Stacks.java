package io.stagecraft.practice.stack;

import static io.stagecraft.practice.stack.Trees.list;
import static io.stagecraft.practice.stack.Trees.map;
import static io.stagecraft.practice.stack.Trees.text;

import io.stagecraft.practice.account.Holdings;
import io.stagecraft.practice.account.Ids;
import io.stagecraft.practice.account.Roles;
import io.stagecraft.practice.account.Thing;
import io.stagecraft.practice.account.Timeline;
import io.stagecraft.practice.wire.Refusal;

import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.ResourceStatus;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.cloudformation.model.Tag;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// The stacks of the account and what can be done to them, whoever asks: a client or a pipeline's action.
public final class Stacks {
    /// What somebody wants of a stack.
    ///
    /// @param template its text; empty for the one in use
    /// @param role empty for the role in use, or the caller's own rights
    public record Wish(
            String region,
            String stack,
            String template,
            List<Parameter> parameters,
            List<String> capabilities,
            String role,
            List<Tag> tags) {
        public Wish {
            parameters = List.copyOf(parameters);
            capabilities = List.copyOf(capabilities);
            tags = List.copyOf(tags);
        }
    }

    /// In the metadata of a role, what is created under it.
    private static final String HOLDS = "DeployedStacksHold";

    private final Workshop shop;
    private final Roles roles;
    private final ChangeSets changeSets;

    public Stacks(Timeline time, Ids ids, Holdings holdings, Roles roles) {
        this.shop = new Workshop(time, ids, holdings, roles);
        this.roles = roles;
        this.changeSets = new ChangeSets(shop);
    }

    /// The change sets of these stacks.
    public ChangeSets changeSets() {
        return changeSets;
    }

    Shelf shelf() {
        return shop.shelf;
    }

    ResourceTypes types() {
        return shop.types;
    }

    /// Reads and checks a template.
    ///
    /// @throws Refusal as AWS does
    Template template(String text) {
        return shop.plans.template(text);
    }

    /// Has a service told of its things as stacks make, change and remove them.
    ///
    /// @param made throws [Refusal] when the service will not have it
    public void keeper(
            String type, Consumer<Thing> made, Consumer<Thing> changed, Consumer<Thing> gone) {
        shop.maker.keeper(
                type,
                new Maker.Keeper() {
                    @Override
                    public void made(Thing thing) {
                        made.accept(thing);
                    }

                    @Override
                    public void changed(Thing thing) {
                        changed.accept(thing);
                    }

                    @Override
                    public void gone(Thing thing) {
                        gone.accept(thing);
                    }
                });
    }

    /// Begins to create a stack.
    ///
    /// @return its ARN
    /// @throws Refusal as AWS does
    public String create(Wish wish, boolean keepsFailures, Runnable over) {
        if (shop.shelf.find(wish.region(), wish.stack()).isPresent()) {
            throw new Refusal(
                    "AlreadyExistsException", "Stack [" + wish.stack() + "] already exists");
        }
        var stack = shop.fresh(wish);
        var plan = shop.plan(wish, stack);
        stack.keepsFailures = keepsFailures;
        shop.shelf.add(stack);
        shop.work(wish.region()).create(stack, plan, over);
        return stack.id;
    }

    /// Begins to update a stack.
    ///
    /// @return its ARN
    /// @throws Refusal as AWS does, also when nothing would change
    public String update(Wish wish, Runnable over) {
        return update(wish, Optional.empty(), over);
    }

    /// Begins to update a stack.
    ///
    /// @param during a policy for this update only, in place of the stack's own
    /// @return its ARN
    /// @throws Refusal as AWS does, also when nothing would change
    String update(Wish wish, Optional<StackPolicy> during, Runnable over) {
        var stack =
                shop.shelf
                        .find(wish.region(), wish.stack())
                        .orElseThrow(() ->
                                Wording.invalid("Stack [" + wish.stack() + "] does not exist"));
        Plans.refuseUnlessSteady(stack);
        var plan = shop.plan(wish, stack);
        var comparison = new Comparison(shop.outline(wish.region()));
        comparison
                .whyNot(stack, plan)
                .ifPresent(why -> {
                    throw Wording.invalid(why);
                });
        if (comparison.isSame(stack, plan)) {
            throw Wording.invalid("No updates are to be performed.");
        }
        stack.judging = during.or(() -> stack.policy);
        shop.work(stack.region).update(stack, plan, over);
        return stack.id;
    }

    /// Begins to delete a stack; one that is not there is as good as deleted.
    public void delete(String region, String name, Runnable over) {
        delete(region, name, Set.of(), over);
    }

    /// Begins to delete a stack, but for some of its resources.
    ///
    /// @param retained keys of what is left where it is
    /// @throws Refusal when the stack may not be deleted, or something is to be retained that did not fail to go
    void delete(String region, String name, Set<String> retained, Runnable over) {
        var stack = shop.shelf.find(region, name).orElse(null);
        if (stack == null || stack.isGone()) {
            over.run();
            return;
        }
        if (stack.isProtected) {
            throw Wording.invalid(
                    "Stack ["
                            + stack.name
                            + "] cannot be deleted while TerminationProtection is enabled");
        }
        if (stack.status == StackStatus.CREATE_IN_PROGRESS && stack.flow != null) {
            stack.flow.abandon();
        } else if (stack.isBusy()) {
            throw Wording.invalid(
                    "Stack [" + stack.name + "] cannot be deleted while in status " + stack.status);
        }
        if (!retained.isEmpty() && stack.status != StackStatus.DELETE_FAILED) {
            throw Wording.invalid(
                    "Invalid operation on stack ["
                            + stack.id
                            + "]. Resources can be retained only where a stack is in"
                            + " DELETE_FAILED.");
        }
        stack.changeSets.clear();
        shop.work(region).delete(stack, retained, over);
    }

    /// Turns an update under way around.
    ///
    /// @throws Refusal when there is none
    public void cancelUpdate(String region, String name) {
        var stack = shop.shelf.get(region, name);
        if (stack.status != StackStatus.UPDATE_IN_PROGRESS || stack.flow == null) {
            throw Wording.invalid("CancelUpdateStack cannot be called from current stack status");
        }
        stack.flow.cancel();
    }

    /// Goes on with the rollback of an update that failed.
    ///
    /// @param skipped keys of resources to be left as they are
    /// @throws Refusal when no rollback failed, or what is to be skipped did not fail
    void goOnRollingBack(String region, String name, Set<String> skipped) {
        var stack = shop.shelf.get(region, name);
        var undoing = stack.undoing;
        if (stack.status != StackStatus.UPDATE_ROLLBACK_FAILED || undoing == null) {
            throw Wording.invalid(
                    "Stack:"
                            + stack.id
                            + " is in "
                            + stack.status
                            + " state and can not continue rolling back.");
        }
        for (var key : skipped) {
            var held = stack.resources.get(key);
            if (held == null || held.status != ResourceStatus.UPDATE_FAILED) {
                throw Wording.invalid(
                        "Resource "
                                + key
                                + " is not in UPDATE_FAILED state and can not be skipped.");
            }
        }
        shop.work(region).goOnRollingBack(stack, undoing, skipped);
    }

    /// What the stacks of a region export to each other.
    Exports exports() {
        return shop.exports;
    }

    /// How a stack stands; empty when there is none.
    public String status(String region, String name) {
        return shop.shelf.find(region, name).map(s -> s.status.toString()).orElse("");
    }

    /// What was last said of a stack; empty when nothing was.
    public String reason(String region, String name) {
        return shop.shelf.find(region, name).map(s -> s.reason).orElse("");
    }

    /// Why a stack stands as it does: the first thing that failed.
    public String trouble(String region, String name) {
        return shop.shelf
                .find(region, name)
                .flatMap(s ->
                        s.events.reversed().stream()
                                .filter(e -> e.resourceStatusAsString().endsWith("_FAILED"))
                                .reduce((_, earlier) -> earlier))
                .map(e -> e.logicalResourceId() + ": " + e.resourceStatusReason())
                .orElse("");
    }

    /// A stack's outputs by key.
    public Map<String, String> outputs(String region, String name) {
        var outputs = new LinkedHashMap<String, String>();
        shop.shelf
                .find(region, name)
                .ifPresent(
                        s -> s.outputs.forEach(o -> outputs.put(o.outputKey(), o.outputValue())));
        return outputs;
    }

    /// A stack's ARN.
    public String id(String region, String name) {
        return shop.shelf.find(region, name).map(s -> s.id).orElse("");
    }

    /// What stacks under a role are said to hold, by the template that the role came with: one stand-in of each kind.
    public List<Standing> heldUnder(String roleArn) {
        return roles.at(roleArn).stream()
                .flatMap(role -> declared(role).stream())
                .flatMap(d -> list(map(d.body().get("Metadata")).get(HOLDS)).stream())
                .map(Trees::map)
                .flatMap(h ->
                        shop.types.madeBy(text(h.get("Call"))).stream()
                                .map(type -> Standing.of(type, text(h.get("Named")))))
                .collect(
                        Collectors.toMap(
                                Standing::key, s -> s, (first, _) -> first, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    private Optional<Template.Declared> declared(Thing thing) {
        return shop.shelf.owning(thing).filter(s -> s.plan != null).stream()
                .flatMap(s ->
                        s.resources.values().stream()
                                .filter(h -> thing.equals(h.thing))
                                .flatMap(h ->
                                        Objects.requireNonNull(s.plan)
                                                .template()
                                                .resources()
                                                .stream()
                                                .filter(d -> d.key().equals(h.key))))
                .findFirst();
    }
}
