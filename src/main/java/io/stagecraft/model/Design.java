package io.stagecraft.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The document: one pipeline, its environments and the resources that come with it.
///
/// @param name the pipeline's; 1–100 of `[A-Za-z0-9.@_-]`
/// @param role the pipeline's service role
/// @param stores none means that one is created in every region the pipeline works in
/// @param stages left to right
/// @param environments never empty; the first is the pipeline's own
/// @param tags of the pipeline and, on export, of what comes with it
/// @param waivers advice that somebody has switched off for this design; never exported
public record Design(
        String name,
        PipelineType type,
        ExecutionMode mode,
        Origin role,
        List<Variable> variables,
        List<Trigger> triggers,
        List<ArtifactStore> stores,
        List<Stage> stages,
        List<Environment> environments,
        List<Companion> companions,
        SequencedMap<String, String> tags,
        List<Waiver> waivers,
        Extras extras) {
    public Design {
        variables = List.copyOf(variables);
        triggers = List.copyOf(triggers);
        stores = List.copyOf(stores);
        stages = List.copyOf(stages);
        environments =
                environments.isEmpty() ? List.of(Environment.TOOLING) : List.copyOf(environments);
        companions = List.copyOf(companions);
        tags = Ordered.copy(tags);
        waivers = List.copyOf(waivers);
    }

    /// A V2 pipeline with nothing in it.
    public static Design empty(String name) {
        return new Design(
                name,
                PipelineType.V2,
                ExecutionMode.SUPERSEDED,
                Origin.CREATE,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new LinkedHashMap<>(),
                List.of(),
                Extras.NONE);
    }

    /// The pipeline's own environment.
    public Environment home() {
        return environments.getFirst();
    }

    /// The environment that `action` works in; one that is gone counts as the pipeline's own.
    public Environment environmentOf(Action action) {
        return action.environment().flatMap(this::environment).orElse(home());
    }

    public Optional<Environment> environment(EnvironmentId id) {
        return environments.stream().filter(e -> e.id().equals(id)).findFirst();
    }

    public Optional<Companion> companion(String name) {
        return companions.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    public Optional<Stage> stage(StageId id) {
        return stages.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    public Optional<Stage> stageOf(ActionId id) {
        return stages.stream()
                .filter(s -> s.actions().stream().anyMatch(a -> a.id().equals(id)))
                .findFirst();
    }

    public Optional<Action> action(ActionId id) {
        return actions().filter(a -> a.id().equals(id)).findFirst();
    }

    /// All actions, stage by stage, in drawn order.
    public Stream<Action> actions() {
        return stages.stream().flatMap(s -> s.actions().stream());
    }

    /// The rules of all conditions, stage by stage.
    public Stream<ConditionRule> rules() {
        return stages.stream().flatMap(Stage::conditions).flatMap(c -> c.rules().stream());
    }

    /// The same design with all of its accounts being the one that is deployed to, as in the Practice account, which is a single
    /// one; regions stay apart.
    public Design inOneAccount() {
        return withEnvironments(
                environments.stream()
                        .map(e -> new Environment(e.id(), e.name(), "", e.region(), e.colour()))
                        .toList());
    }

    /// An id that no action has.
    public ActionId nextActionId() {
        return new ActionId("a" + next(actions().map(a -> a.id().value())));
    }

    /// An id that no stage has.
    public StageId nextStageId() {
        return new StageId("s" + next(stages.stream().map(s -> s.id().value())));
    }

    /// An id that no environment has.
    public EnvironmentId nextEnvironmentId() {
        return new EnvironmentId("e" + next(environments.stream().map(e -> e.id().value())));
    }

    private static int next(Stream<String> taken) {
        return 1
                + taken.map(id -> id.substring(Math.min(1, id.length())))
                        .filter(n -> n.matches("\\d{1,8}"))
                        .mapToInt(Integer::parseInt)
                        .max()
                        .orElse(0);
    }

    public Design withStage(StageId id, UnaryOperator<Stage> change) {
        return withStages(
                stages.stream().map(s -> s.id().equals(id) ? change.apply(s) : s).toList());
    }

    public Design withAction(ActionId id, UnaryOperator<Action> change) {
        return withStages(stages.stream().map(s -> s.withAction(id, change)).toList());
    }

    /// The design with `stage` at `index`, counted from 0; an index past the end is the end.
    public Design plusStage(int index, Stage stage) {
        var more = new ArrayList<>(stages);
        more.add(Math.clamp(index, 0, more.size()), stage);
        return withStages(more);
    }

    public Design withName(String name) {
        return new Design(
                name,
                type,
                mode,
                role,
                variables,
                triggers,
                stores,
                stages,
                environments,
                companions,
                tags,
                waivers,
                extras);
    }

    public Design withType(PipelineType type) {
        return new Design(
                name,
                type,
                mode,
                role,
                variables,
                triggers,
                stores,
                stages,
                environments,
                companions,
                tags,
                waivers,
                extras);
    }

    public Design withMode(ExecutionMode mode) {
        return new Design(
                name,
                type,
                mode,
                role,
                variables,
                triggers,
                stores,
                stages,
                environments,
                companions,
                tags,
                waivers,
                extras);
    }

    public Design withRole(Origin role) {
        return new Design(
                name,
                type,
                mode,
                role,
                variables,
                triggers,
                stores,
                stages,
                environments,
                companions,
                tags,
                waivers,
                extras);
    }

    public Design withVariables(List<Variable> variables) {
        return new Design(
                name,
                type,
                mode,
                role,
                variables,
                triggers,
                stores,
                stages,
                environments,
                companions,
                tags,
                waivers,
                extras);
    }

    public Design withTriggers(List<Trigger> triggers) {
        return new Design(
                name,
                type,
                mode,
                role,
                variables,
                triggers,
                stores,
                stages,
                environments,
                companions,
                tags,
                waivers,
                extras);
    }

    public Design withStores(List<ArtifactStore> stores) {
        return new Design(
                name,
                type,
                mode,
                role,
                variables,
                triggers,
                stores,
                stages,
                environments,
                companions,
                tags,
                waivers,
                extras);
    }

    public Design withStages(List<Stage> stages) {
        return new Design(
                name,
                type,
                mode,
                role,
                variables,
                triggers,
                stores,
                stages,
                environments,
                companions,
                tags,
                waivers,
                extras);
    }

    public Design withEnvironments(List<Environment> environments) {
        return new Design(
                name,
                type,
                mode,
                role,
                variables,
                triggers,
                stores,
                stages,
                environments,
                companions,
                tags,
                waivers,
                extras);
    }

    public Design withCompanions(List<Companion> companions) {
        return new Design(
                name,
                type,
                mode,
                role,
                variables,
                triggers,
                stores,
                stages,
                environments,
                companions,
                tags,
                waivers,
                extras);
    }

    public Design withTags(SequencedMap<String, String> tags) {
        return new Design(
                name,
                type,
                mode,
                role,
                variables,
                triggers,
                stores,
                stages,
                environments,
                companions,
                tags,
                waivers,
                extras);
    }

    public Design withWaivers(List<Waiver> waivers) {
        return new Design(
                name,
                type,
                mode,
                role,
                variables,
                triggers,
                stores,
                stages,
                environments,
                companions,
                tags,
                waivers,
                extras);
    }

    public Design withExtras(Extras extras) {
        return new Design(
                name,
                type,
                mode,
                role,
                variables,
                triggers,
                stores,
                stages,
                environments,
                companions,
                tags,
                waivers,
                extras);
    }
}
