package io.stagecraft.practice.line;

import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.catalog.RuleTypeCatalog;
import io.stagecraft.practice.account.Alarms;
import io.stagecraft.practice.account.Holdings;
import io.stagecraft.practice.account.Ids;
import io.stagecraft.practice.account.Roles;
import io.stagecraft.practice.account.Thing;
import io.stagecraft.practice.account.Timeline;
import io.stagecraft.practice.stack.Stacks;
import io.stagecraft.practice.wire.Refusal;

import software.amazon.awssdk.services.codepipeline.model.ActionOwner;
import software.amazon.awssdk.services.codepipeline.model.ActionTypeId;
import software.amazon.awssdk.services.codepipeline.model.ExecutionMode;
import software.amazon.awssdk.services.codepipeline.model.ExecutionType;
import software.amazon.awssdk.services.codepipeline.model.PipelineDeclaration;
import software.amazon.awssdk.services.codepipeline.model.PipelineType;
import software.amazon.awssdk.services.codepipeline.model.StageDeclaration;
import software.amazon.awssdk.services.codepipeline.model.Tag;
import software.amazon.awssdk.services.codepipeline.model.TriggerType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The pipelines of the account, whoever made them.
public final class Pipelines {
    private static final String TYPE = "AWS::CodePipeline::Pipeline";
    private static final int LIMIT = 50;

    private final Timeline time;
    private final Ids ids;
    private final Holdings holdings;
    private final Structure structure;
    private final List<Pipeline> pipelines = new ArrayList<>();
    final ActionTypes types;
    final RuleTypeCatalog rules;
    final Jobs jobs;
    final Webhooks webhooks;
    final Scribe scribe;
    final Runner runner;

    /// @param faults what goes wrong on purpose
    public Pipelines(
            Timeline time,
            Ids ids,
            Holdings holdings,
            Roles roles,
            Stacks stacks,
            Alarms alarms,
            Faults faults,
            ActionCatalog actions,
            RuleTypeCatalog rules) {
        this.time = time;
        this.ids = ids;
        this.holdings = holdings;
        this.rules = rules;
        this.types = new ActionTypes(actions);
        this.jobs = new Jobs(ids);
        this.webhooks = new Webhooks(ids);
        this.structure = new Structure(types, rules, roles);
        var targets = new Targets(holdings);
        this.scribe = new Scribe(time, ids, holdings, targets, types);
        var prelude = new Prelude(holdings, new Rights(holdings, roles, targets), targets);
        var player =
                new Player(
                        time,
                        ids,
                        types,
                        prelude,
                        targets,
                        faults,
                        scribe,
                        new StackActions(stacks),
                        jobs,
                        this::startForAnother);
        var judge = new RulePlayer(time, ids, rules, prelude, alarms, targets, faults);
        this.runner = new Runner(time, ids, player, new Conditions(time, ids, judge));
        stacks.keeper(TYPE, this::made, this::changed, this::gone);
        new Companions(types, webhooks).keep(stacks);
    }

    private String startForAnother(String region, String name) {
        return start(
                        get(region, name),
                        TriggerType.START_PIPELINE_EXECUTION,
                        "",
                        Map.of(),
                        Map.of())
                .id;
    }

    /// Whether a pipeline, in whatever region, has an action or a condition's rule of that name.
    ///
    /// @param pipeline empty for any
    public boolean has(String pipeline, String name) {
        return pipelines.stream()
                .filter(p -> pipeline.isEmpty() || p.name().equals(pipeline))
                .flatMap(p -> p.declaration.stages().stream())
                .flatMap(Pipelines::names)
                .anyMatch(name::equals);
    }

    private static Stream<String> names(StageDeclaration stage) {
        var conditions =
                Stream.of(
                                Stream.ofNullable(stage.beforeEntry())
                                        .flatMap(c -> c.conditions().stream()),
                                Stream.ofNullable(stage.onSuccess())
                                        .flatMap(c -> c.conditions().stream()),
                                Stream.ofNullable(stage.onFailure())
                                        .flatMap(c -> c.conditions().stream()))
                        .flatMap(c -> c);
        return Stream.concat(
                stage.actions().stream().map(a -> a.name()),
                conditions.flatMap(c -> c.rules().stream()).map(r -> r.name()));
    }

    /// Has a custom action type be there, whose jobs a stand-in's worker does.
    public void lendType(String category, String provider, String version) {
        types.lend(
                ActionTypeId.builder()
                        .category(category)
                        .owner(ActionOwner.CUSTOM)
                        .provider(provider)
                        .version(version)
                        .build());
    }

    private void made(Thing thing) {
        var pipeline =
                create(thing.region(), FromTemplate.declaration(thing), FromTemplate.tags(thing));
        FromTemplate.closed(thing)
                .forEach((stage, reason) -> {
                    var gate = pipeline.gate(stage);
                    gate.open = false;
                    gate.reason = reason;
                    gate.changed = time.now();
                });
    }

    private void changed(Thing thing) {
        update(thing.region(), FromTemplate.declaration(thing));
        var pipeline = get(thing.region(), thing.name());
        pipeline.tags.clear();
        pipeline.tags.addAll(FromTemplate.tags(thing));
        if (thing.text("RestartExecutionOnUpdate").equals(Optional.of("true"))) {
            start(pipeline, TriggerType.START_PIPELINE_EXECUTION, "", Map.of(), Map.of());
        }
    }

    private void gone(Thing thing) {
        delete(thing.region(), thing.name());
    }

    Stream<Pipeline> in(String region) {
        return pipelines.stream().filter(p -> p.region.equals(region));
    }

    Pipeline get(String region, String name) {
        return in(region)
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new Refusal(
                                "PipelineNotFoundException",
                                "Account '"
                                        + Holdings.ACCOUNT
                                        + "' does not have a pipeline with name '"
                                        + name
                                        + "'"));
    }

    /// Creates one that no stack keeps.
    Pipeline createAlone(String region, PipelineDeclaration declaration, List<Tag> tags) {
        var pipeline = create(region, declaration, tags);
        holdings.add(
                new Thing(
                        TYPE,
                        pipeline.name(),
                        pipeline.name(),
                        pipeline.arn,
                        region,
                        Map.of(),
                        Map.of(),
                        ""));
        return pipeline;
    }

    Pipeline create(String region, PipelineDeclaration declaration, List<Tag> tags) {
        var arn =
                "arn:"
                        + Holdings.PARTITION
                        + ":codepipeline:"
                        + region
                        + ":"
                        + Holdings.ACCOUNT
                        + ":"
                        + declaration.name();
        structure.check(declaration, arn, region);
        if (in(region).anyMatch(p -> p.name().equals(declaration.name()))) {
            throw new Refusal(
                    "PipelineNameInUseException",
                    "A pipeline with the name '"
                            + declaration.name()
                            + "' already exists in account '"
                            + Holdings.ACCOUNT
                            + "'");
        }
        var pipeline = new Pipeline(region, arn, numbered(declaration, 1), time.now());
        pipeline.versions.put(1, pipeline.declaration);
        pipeline.tags.addAll(tags);
        pipelines.add(pipeline);
        // within the same moment, so that closed gates are closed before the first run comes to
        // them
        time.after(
                Duration.ZERO,
                () -> {
                    if (pipelines.contains(pipeline)) {
                        firstRun(pipeline);
                    }
                });
        return pipeline;
    }

    private void firstRun(Pipeline pipeline) {
        try {
            start(pipeline, TriggerType.CREATE_PIPELINE, Desk.USER, Map.of(), Map.of());
        } catch (Refusal refusal) {
            // a variable without default has no value yet: AWS starts nothing either
        }
    }

    Pipeline update(String region, PipelineDeclaration declaration) {
        var pipeline = get(region, declaration.name());
        structure.check(declaration, pipeline.arn, region);
        runner.cancelling.outdate(pipeline);
        int version = pipeline.declaration.version() + 1;
        pipeline.declaration = numbered(declaration, version);
        pipeline.versions.put(version, pipeline.declaration);
        pipeline.updated = time.now();
        return pipeline;
    }

    void delete(String region, String name) {
        in(region)
                .filter(p -> p.name().equals(name))
                .findFirst()
                .ifPresent(p -> {
                    runner.cancelling.end(p);
                    pipelines.remove(p);
                    holdings.of(TYPE)
                            .filter(t -> t.owner().isEmpty() && t.arn().equals(p.arn))
                            .toList()
                            .forEach(holdings::remove);
                });
    }

    private static PipelineDeclaration numbered(PipelineDeclaration declaration, int version) {
        var builder =
                declaration.toBuilder()
                        .version(version)
                        .stages(
                                declaration.stages().stream()
                                        .map(s ->
                                                s.toBuilder()
                                                        .actions(
                                                                s.actions().stream()
                                                                        .map(a ->
                                                                                a.runOrder() == null
                                                                                        ? a
                                                                                                .toBuilder()
                                                                                                .runOrder(
                                                                                                        1)
                                                                                                .build()
                                                                                        : a)
                                                                        .toList())
                                                        .build())
                                        .toList());
        if (declaration.executionMode() == null) {
            builder.executionMode(ExecutionMode.SUPERSEDED);
        }
        if (declaration.pipelineType() == null) {
            builder.pipelineType(PipelineType.V1);
        }
        return builder.build();
    }

    Execution start(
            Pipeline pipeline,
            TriggerType trigger,
            String detail,
            Map<String, String> variables,
            Map<String, String> revisions) {
        long live = pipeline.executions.stream().filter(Execution::isLive).count();
        if (pipeline.mode() != ExecutionMode.SUPERSEDED && live >= LIMIT) {
            throw new Refusal(
                    "ConcurrentPipelineExecutionsLimitExceededException",
                    "The pipeline "
                            + pipeline.name()
                            + " has reached the limit of "
                            + LIMIT
                            + " concurrent executions.");
        }
        var execution =
                new Execution(
                        ids.uuid(), pipeline, ExecutionType.STANDARD, trigger, detail, time.now());
        execution.variables.putAll(values(pipeline, variables));
        execution.overrides.putAll(revisions);
        runner.start(execution);
        return execution;
    }

    private static Map<String, String> values(Pipeline pipeline, Map<String, String> given) {
        var declared = pipeline.declaration.variables();
        var strange =
                given.keySet().stream()
                        .filter(n -> declared.stream().noneMatch(d -> d.name().equals(n)))
                        .toList();
        if (!strange.isEmpty()) {
            throw new Refusal(
                    "ValidationException",
                    "The pipeline " + pipeline.name() + " has no variables named " + strange);
        }
        var values = new LinkedHashMap<String, String>();
        for (var variable : declared) {
            var value =
                    Optional.ofNullable(given.get(variable.name()))
                            .or(() -> Optional.ofNullable(variable.defaultValue()));
            values.put(
                    variable.name(),
                    value.orElseThrow(() ->
                            new Refusal(
                                    "ValidationException",
                                    "The variable "
                                            + variable.name()
                                            + " of pipeline "
                                            + pipeline.name()
                                            + " has no default value and needs one at start.")));
        }
        return values;
    }
}
