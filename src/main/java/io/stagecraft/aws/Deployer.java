package io.stagecraft.aws;

import io.stagecraft.blueprint.Blueprint;
import io.stagecraft.blueprint.StackPlan;
import io.stagecraft.export.Bundle;
import io.stagecraft.export.CloudFormationExporter;
import io.stagecraft.export.Syntax;

import software.amazon.awssdk.services.cloudformation.CloudFormationClient;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Deploys through CloudFormation: a change set per stack, executed in the blueprint's order.
///
/// @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-changesets.html">Change sets</a>
public final class Deployer implements Deployments, AutoCloseable {
    private final Clients clients;
    private final Refusals refusals;
    private final Target target;
    private final Function<Blueprint, Map<String, String>> templates;
    private final Pause pause;
    private final Clock clock;

    public Deployer(Target target) {
        this(target, Deployer::templates, Pause.of(target), Clock.systemUTC());
    }

    /// @param pause how it waits for a stack to come along
    public Deployer(Target target, Pause pause) {
        this(target, Deployer::templates, pause, Clock.systemUTC());
    }

    /// @param templates the text of each stack's template, by the stack's name
    Deployer(
            Target target,
            Function<Blueprint, Map<String, String>> templates,
            Pause pause,
            Clock clock) {
        this.target = target;
        clients = new Clients(target);
        refusals = new Refusals(target);
        this.templates = templates;
        this.pause = pause;
        this.clock = clock;
    }

    /// The same templates that an export writes.
    private static Map<String, String> templates(Blueprint blueprint) {
        var suffix = "." + Syntax.YAML.extension();
        return new CloudFormationExporter(Syntax.YAML)
                .write(blueprint).files().stream()
                        .collect(
                                Collectors.toMap(
                                        f -> f.path().replace(suffix, ""),
                                        Bundle.TextFile::content));
    }

    @Override
    public Plan plan(Blueprint blueprint, Map<String, String> parameters) throws AwsRefusal {
        checkAccounts(blueprint);
        var texts = templates.apply(blueprint);
        var name = "stagecraft-" + clock.millis();
        var changes = new ArrayList<Change>();
        var stacks = new ArrayList<StackChange>();
        try {
            for (var stack : blueprint.stacks()) {
                var made =
                        sets(stack)
                                .make(
                                        stack,
                                        texts.getOrDefault(stack.name(), ""),
                                        parameters,
                                        name);
                stacks.add(made.stack());
                changes.addAll(made.changes());
            }
        } catch (AwsRefusal refusal) {
            discard(new Plan(blueprint, changes, stacks));
            throw refusal;
        }
        return new Plan(blueprint, changes, stacks);
    }

    /// Credentials are for one account; a stack of another one would land in the wrong place without a word.
    private void checkAccounts(Blueprint blueprint) throws AwsRefusal {
        if (Clients.isHere(target)
                || blueprint.stacks().stream().allMatch(s -> s.environment().account().isEmpty())) {
            return;
        }
        var account = refusals.asking("asking who is signed in", clients::account);
        for (var stack : blueprint.stacks()) {
            var wanted = stack.environment().account();
            if (!wanted.isEmpty() && !wanted.equals(account)) {
                throw AwsRefusal.alone(
                        "OtherAccount",
                        "Stack "
                                + stack.name()
                                + " belongs to account "
                                + wanted
                                + ", and "
                                + target.name()
                                + " is signed in to account "
                                + account
                                + ".",
                        "Export the templates and deploy each in its account.");
            }
        }
    }

    @Override
    public Outcome carryOut(Plan plan, Consumer<Event> events, BooleanSupplier cancelled)
            throws AwsRefusal {
        var outputs = new LinkedHashMap<String, String>();
        for (var change : plan.stacks()) {
            var watch = watch(plan.blueprint(), change.stack());
            if (!change.changeSet().isEmpty()) {
                watch.skipOldEvents();
                sets(stackOf(plan.blueprint(), change.stack())).execute(change);
                var failure = watch.follow(events, cancelled);
                if (failure.isPresent()) {
                    return new Outcome(false, failure.get(), outputs);
                }
            }
            outputs.putAll(watch.outputs());
        }
        return new Outcome(true, "", outputs);
    }

    @Override
    public void discard(Plan plan) throws AwsRefusal {
        for (var change : plan.stacks()) {
            if (!change.changeSet().isEmpty()) {
                sets(stackOf(plan.blueprint(), change.stack())).delete(change);
            }
        }
    }

    @Override
    public Outcome remove(Blueprint blueprint, Consumer<Event> events) throws AwsRefusal {
        for (var stack : blueprint.stacks().reversed()) {
            var watch = watch(blueprint, stack.name());
            if (watch.startDeleting()) {
                var failure = watch.follow(events, () -> false);
                if (failure.isPresent()) {
                    return new Outcome(false, failure.get(), Map.of());
                }
            }
        }
        return new Outcome(true, "", Map.of());
    }

    private ChangeSets sets(StackPlan stack) {
        return new ChangeSets(aws(stack), refusals, pause);
    }

    private StackWatch watch(Blueprint blueprint, String stack) {
        return new StackWatch(aws(stackOf(blueprint, stack)), refusals, pause, stack);
    }

    private CloudFormationClient aws(StackPlan stack) {
        return clients.stacks(stack.environment().region());
    }

    private static StackPlan stackOf(Blueprint blueprint, String name) {
        return blueprint.stacks().stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no stack " + name));
    }

    @Override
    public void close() {
        clients.close();
    }
}
