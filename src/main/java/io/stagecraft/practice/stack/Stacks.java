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

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.cloudformation.model.Change;
import software.amazon.awssdk.services.cloudformation.model.ChangeAction;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetStatus;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.ChangeType;
import software.amazon.awssdk.services.cloudformation.model.ExecutionStatus;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Replacement;
import software.amazon.awssdk.services.cloudformation.model.ResourceChange;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.cloudformation.model.Tag;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    private static final Duration COMPARING = Duration.ofSeconds(3);

    private final Timeline time;
    private final Ids ids;
    private final Roles roles;
    private final ResourceTypes types = ResourceTypes.load();
    private final List<Stack> stacks = new ArrayList<>();
    private final Maker maker;

    public Stacks(Timeline time, Ids ids, Holdings holdings, Roles roles) {
        this.time = time;
        this.ids = ids;
        this.roles = roles;
        this.maker = new Maker(types, holdings, roles, ids);
    }

    /// Has a service told of its things as stacks make, change and remove them.
    ///
    /// @param made throws [Refusal] when the service will not have it
    public void keeper(
            String type, Consumer<Thing> made, Consumer<Thing> changed, Consumer<Thing> gone) {
        maker.keeper(
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

    ResourceTypes types() {
        return types;
    }

    Template template(String text) {
        if (text.isBlank()) {
            throw invalid("Either Template URL or Template Body must be specified.");
        }
        return Template.of(text, types);
    }

    Stream<Stack> in(String region) {
        return stacks.stream().filter(s -> s.region.equals(region));
    }

    /// A stack by name, or by id even when it is deleted.
    ///
    /// @throws Refusal when there is none
    Stack get(String region, String nameOrId) {
        return find(region, nameOrId)
                .orElseThrow(() -> invalid("Stack with id " + nameOrId + " does not exist"));
    }

    Optional<Stack> find(String region, String nameOrId) {
        return in(region)
                .filter(s -> s.id.equals(nameOrId) || s.name.equals(nameOrId) && !s.isGone())
                .findFirst();
    }

    /// How a stack stands; empty when there is none.
    public String status(String region, String name) {
        return find(region, name).map(s -> s.status.toString()).orElse("");
    }

    /// Why a stack stands as it does: the first thing that failed.
    public String trouble(String region, String name) {
        return find(region, name)
                .flatMap(s ->
                        s.events.reversed().stream()
                                .filter(e -> e.resourceStatusAsString().endsWith("_FAILED"))
                                .reduce((_, earlier) -> earlier))
                .map(e -> e.logicalResourceId() + ": " + e.resourceStatusReason())
                .orElse("");
    }

    /// A stack's outputs by key.
    public Map<String, String> outputs(String region, String name) {
        var outputs = new java.util.LinkedHashMap<String, String>();
        find(region, name)
                .ifPresent(
                        s -> s.outputs.forEach(o -> outputs.put(o.outputKey(), o.outputValue())));
        return outputs;
    }

    /// What stacks under a role are said to hold, by the template that the role came with: one stand-in of each kind.
    public List<Standing> heldUnder(String roleArn) {
        return roles.at(roleArn).stream()
                .flatMap(role -> declared(role).stream())
                .flatMap(d -> list(map(d.body().get("Metadata")).get(HOLDS)).stream())
                .map(Trees::map)
                .flatMap(h ->
                        types.madeBy(text(h.get("Call"))).stream()
                                .map(type -> Standing.of(type, text(h.get("Named")))))
                .collect(
                        Collectors.toMap(
                                Standing::key, s -> s, (first, _) -> first, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    private Optional<Template.Declared> declared(Thing thing) {
        return stacks.stream()
                .filter(s -> s.id.equals(thing.owner()) && s.plan != null)
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

    /// A stack's ARN.
    public String id(String region, String name) {
        return find(region, name).map(s -> s.id).orElse("");
    }

    Stream<Map.Entry<Stack, Output>> exports(String region) {
        return in(region)
                .filter(s -> !s.isGone())
                .flatMap(s ->
                        s.outputs.stream()
                                .filter(o -> o.exportName() != null)
                                .map(o -> Map.entry(s, o)));
    }

    private StackWork work(String region) {
        return new StackWork(
                time,
                ids,
                types,
                maker,
                name ->
                        exports(region)
                                .filter(e -> e.getValue().exportName().equals(name))
                                .map(e -> e.getValue().outputValue())
                                .findFirst()
                                .orElse(null));
    }

    /// Begins to create a stack.
    ///
    /// @return its ARN
    /// @throws Refusal as AWS does
    public String create(Wish wish, boolean keepsFailures, Runnable over) {
        if (find(wish.region(), wish.stack()).isPresent()) {
            throw new Refusal(
                    "AlreadyExistsException", "Stack [" + wish.stack() + "] already exists");
        }
        var stack = fresh(wish);
        var plan = plan(wish, stack);
        stack.keepsFailures = keepsFailures;
        stacks.add(stack);
        work(wish.region()).create(stack, plan, over);
        return stack.id;
    }

    /// Begins to update a stack.
    ///
    /// @return its ARN
    /// @throws Refusal as AWS does, also when nothing would change
    public String update(Wish wish, Runnable over) {
        var stack =
                find(wish.region(), wish.stack())
                        .orElseThrow(() -> invalid("Stack [" + wish.stack() + "] does not exist"));
        refuseUnlessSteady(stack);
        var plan = plan(wish, stack);
        if (isSame(stack, plan)) {
            throw invalid("No updates are to be performed.");
        }
        work(stack.region).update(stack, plan, over);
        return stack.id;
    }

    /// Begins to delete a stack; one that is not there is as good as deleted.
    public void delete(String region, String name, Runnable over) {
        var stack = find(region, name).orElse(null);
        if (stack == null || stack.isGone()) {
            over.run();
            return;
        }
        if (stack.isProtected) {
            throw invalid(
                    "Stack ["
                            + stack.name
                            + "] cannot be deleted while TerminationProtection is enabled");
        }
        if (stack.status == StackStatus.CREATE_IN_PROGRESS && stack.flow != null) {
            stack.flow.abandon();
        } else if (stack.isBusy()) {
            throw invalid(
                    "Stack [" + stack.name + "] cannot be deleted while in status " + stack.status);
        }
        stack.changeSets.clear();
        work(region).delete(stack, over);
    }

    /// Turns an update under way around.
    ///
    /// @throws Refusal when there is none
    public void cancelUpdate(String region, String name) {
        var stack = get(region, name);
        if (stack.status != StackStatus.UPDATE_IN_PROGRESS || stack.flow == null) {
            throw invalid("CancelUpdateStack cannot be called from current stack status");
        }
        stack.flow.cancel();
    }

    /// Begins to make a change set.
    ///
    /// @param over called once it is made, or has failed
    /// @return stack ARN and change set ARN
    /// @throws Refusal as AWS does
    public Map.Entry<String, String> createChangeSet(
            Wish wish, String name, ChangeSetType type, String description, Runnable over) {
        var stack = reviewed(wish, name, type);
        var old = stack.changeSets.get(name);
        // one that was executed is history, and its name free again
        if (old != null
                && old.execution != ExecutionStatus.EXECUTE_COMPLETE
                && old.execution != ExecutionStatus.EXECUTE_FAILED) {
            throw new Refusal("AlreadyExistsException", "ChangeSet " + name + " already exists");
        }
        var plan = plan(wish, stack);
        if (!stacks.contains(stack)) {
            stacks.add(stack);
            work(wish.region()).stack(stack, StackStatus.REVIEW_IN_PROGRESS, "User Initiated");
        }
        var changeSet =
                new Stack.ChangeSet(
                        arn(wish.region(), "changeSet/" + name + "/" + ids.uuid()),
                        name,
                        type,
                        plan,
                        description,
                        time.now(),
                        changes(stack, plan));
        stack.changeSets.put(name, changeSet);
        boolean same = isSame(stack, plan);
        changeSet.status = ChangeSetStatus.CREATE_IN_PROGRESS;
        time.after(
                COMPARING,
                () -> {
                    changeSet.status =
                            same ? ChangeSetStatus.FAILED : ChangeSetStatus.CREATE_COMPLETE;
                    changeSet.execution =
                            same ? ExecutionStatus.UNAVAILABLE : ExecutionStatus.AVAILABLE;
                    changeSet.reason =
                            same
                                    ? "The submitted information didn't contain changes. Submit different information to create a change set."
                                    : "";
                    over.run();
                });
        return Map.entry(stack.id, changeSet.id);
    }

    private Stack reviewed(Wish wish, String name, ChangeSetType type) {
        var found = find(wish.region(), wish.stack()).orElse(null);
        if (type == ChangeSetType.CREATE) {
            if (found != null && found.status != StackStatus.REVIEW_IN_PROGRESS) {
                throw invalid(
                        "Stack ["
                                + wish.stack()
                                + "] already exists and cannot be created again with the changeSet ["
                                + name
                                + "].");
            }
            return found == null ? fresh(wish) : found;
        }
        if (found == null || found.status == StackStatus.REVIEW_IN_PROGRESS) {
            throw invalid("Stack [" + wish.stack() + "] does not exist");
        }
        refuseUnlessSteady(found);
        return found;
    }

    /// Whether there is such a change set, and it is ready to be executed.
    public boolean isReady(String region, String stack, String changeSet) {
        return find(region, stack)
                .map(s -> s.changeSets.get(changeSet))
                .filter(c -> c.execution == ExecutionStatus.AVAILABLE)
                .isPresent();
    }

    /// Whether a change set was made and found nothing to change.
    public boolean isEmptyChangeSet(String region, String stack, String changeSet) {
        return find(region, stack)
                .map(s -> s.changeSets.get(changeSet))
                .filter(c -> c.reason.contains("didn't contain changes"))
                .isPresent();
    }

    /// Takes a change set away, if it is there.
    public void dropChangeSet(String region, String stack, String changeSet) {
        find(region, stack).ifPresent(s -> s.changeSets.remove(changeSet));
    }

    Stack.ChangeSet changeSet(String region, String nameOrArn, @Nullable String stack) {
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

    /// Begins to do what a change set says.
    ///
    /// @throws Refusal as AWS does
    public void execute(
            String region, String nameOrArn, @Nullable String stackName, Runnable over) {
        var changeSet = changeSet(region, nameOrArn, stackName);
        var stack = holding(region, changeSet);
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
            work(region).create(stack, changeSet.plan, then);
        } else {
            work(region).update(stack, changeSet.plan, then);
        }
    }

    private List<Change> changes(Stack stack, Stack.Plan plan) {
        var work = work(stack.region);
        var now =
                stack.plan == null
                        ? Map.<String, Map<String, Object>>of()
                        : work.outline(stack, stack.plan);
        var then = work.outline(stack, plan);
        var changes = new ArrayList<Change>();
        var anew = new LinkedHashSet<String>();
        then.forEach((key, body) -> {
            var old = now.get(key);
            var type = Trees.text(body.get("Type"));
            if (old == null) {
                changes.add(change(stack, key, type, ChangeAction.ADD, null));
                return;
            }
            boolean touched = !old.equals(body) || usesOneOf(plan, key, anew);
            if (touched) {
                boolean replaced = replaced(type, old, body);
                if (replaced) {
                    anew.add(key);
                }
                changes.add(
                        change(
                                stack,
                                key,
                                type,
                                ChangeAction.MODIFY,
                                replaced ? Replacement.TRUE : Replacement.FALSE));
            }
        });
        now.forEach((key, body) -> {
            if (!then.containsKey(key)) {
                changes.add(
                        change(
                                stack,
                                key,
                                Trees.text(body.get("Type")),
                                ChangeAction.REMOVE,
                                null));
            }
        });
        return changes;
    }

    private static boolean usesOneOf(Stack.Plan plan, String key, LinkedHashSet<String> anew) {
        return plan.template().resources().stream()
                .filter(r -> r.key().equals(key))
                .anyMatch(r -> plan.template().before(r).stream().anyMatch(anew::contains));
    }

    private boolean replaced(String type, Map<String, Object> old, Map<String, Object> now) {
        if (!type.equals(Trees.text(old.get("Type")))) {
            return true;
        }
        var before = Trees.map(old.get("Properties"));
        var after = Trees.map(now.get("Properties"));
        return types.of(type).replaces().stream()
                .anyMatch(p -> !Trees.text(before.get(p)).equals(Trees.text(after.get(p))));
    }

    private static Change change(
            Stack stack,
            String key,
            String type,
            ChangeAction action,
            @Nullable Replacement replacement) {
        var held = stack.resources.get(key);
        return Change.builder()
                .type(ChangeType.RESOURCE)
                .resourceChange(
                        ResourceChange.builder()
                                .action(action)
                                .logicalResourceId(key)
                                .physicalResourceId(held == null ? null : held.id)
                                .resourceType(type)
                                .replacement(replacement)
                                .build())
                .build();
    }

    private boolean isSame(Stack stack, Stack.Plan plan) {
        var old = stack.plan;
        var work = work(stack.region);
        return old != null
                && work.outline(stack, old).equals(work.outline(stack, plan))
                && work.outlineOfOutputs(stack, old).equals(work.outlineOfOutputs(stack, plan))
                && old.tags().equals(plan.tags());
    }

    private Stack.Plan plan(Wish wish, Stack stack) {
        var old = stack.plan;
        var template =
                wish.template().isEmpty() && old != null
                        ? old.template()
                        : template(wish.template());
        template.capability(types)
                .filter(needed ->
                        !wish.capabilities().contains(needed)
                                && !wish.capabilities().contains("CAPABILITY_NAMED_IAM"))
                .ifPresent(needed -> {
                    throw new Refusal(
                            "InsufficientCapabilitiesException",
                            "Requires capabilities : [" + needed + "]");
                });
        var role = wish.role().isEmpty() && old != null ? old.role() : wish.role();
        if (!role.isEmpty()
                && roles.at(role)
                        .filter(r ->
                                roles.trustsService(r, "cloudformation.amazonaws.com", stack.id))
                        .isEmpty()) {
            throw invalid("Role " + role + " is invalid or cannot be assumed");
        }
        var plan =
                new Stack.Plan(
                        template,
                        Parameters.of(
                                template,
                                wish.parameters(),
                                old == null ? Map.of() : old.parameters()),
                        wish.capabilities(),
                        role,
                        wish.tags().isEmpty() && old != null ? old.tags() : wish.tags());
        work(wish.region())
                .outline(
                        stack, plan); // what cannot be worked out is refused before anything begins
        work(wish.region()).outlineOfOutputs(stack, plan);
        return plan;
    }

    private static void refuseUnlessSteady(Stack stack) {
        if (stack.isBusy()
                || stack.status == StackStatus.ROLLBACK_COMPLETE
                || stack.status == StackStatus.CREATE_FAILED) {
            throw invalid(
                    "Stack:"
                            + stack.id
                            + " is in "
                            + stack.status
                            + " state and can not be updated.");
        }
    }

    private Stack fresh(Wish wish) {
        return new Stack(
                wish.stack(),
                arn(wish.region(), "stack/" + wish.stack() + "/" + ids.uuid()),
                wish.region(),
                time.now());
    }

    private static String arn(String region, String resource) {
        return "arn:"
                + Holdings.PARTITION
                + ":cloudformation:"
                + region
                + ":"
                + Holdings.ACCOUNT
                + ":"
                + resource;
    }

    private static Refusal invalid(String what) {
        return new Refusal("ValidationError", what);
    }
}
