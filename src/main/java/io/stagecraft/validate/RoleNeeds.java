package io.stagecraft.validate;

import io.stagecraft.iam.Holder;
import io.stagecraft.model.Action;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.ActionType;
import io.stagecraft.model.Companion;
import io.stagecraft.model.CompanionRef;
import io.stagecraft.model.Design;
import io.stagecraft.model.EnvironmentId;
import io.stagecraft.model.EnvironmentVariable;
import io.stagecraft.model.Origin;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/// What the roles of a design depend on, action by action, so that an answer about one design can be told to be that about another.
final class RoleNeeds {
    /// What an action adds to policies. Actions that need the same are one.
    ///
    /// @param hash worked out once: sets of a thousand needs are made after every edit, most of them of needs from before
    record Need(Facts facts, int hash) {
        private Need(Facts facts) {
            this(facts, facts.hashCode());
        }

        private boolean isOf(String stage) {
            return facts.own.isEmpty() || facts.own.getFirst().equals(stage);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    /// @param own the action's and its stage's names, where it has a role of its own: the pipeline's role names that
    /// @param makers who made what it reads
    private record Facts(
            ActionType type,
            Map<String, String> settings,
            int reads,
            int writes,
            List<EnvironmentVariable> variables,
            Optional<EnvironmentId> environment,
            Optional<Origin> role,
            List<String> own,
            List<Maker> makers) {}

    /// An action as those see it who read what it makes.
    record Maker(
            ActionType type,
            Map<String, String> settings,
            int reads,
            int writes,
            List<EnvironmentVariable> variables,
            Optional<EnvironmentId> environment) {
        static Maker of(Action a) {
            return new Maker(
                    a.type(),
                    a.settings(),
                    a.inputs().size(),
                    a.outputs().size(),
                    a.environmentVariables(),
                    a.environment());
        }
    }

    /// What all roles depend on.
    ///
    /// @param bare the design without its actions
    /// @param places where its actions work: what a role is called depends on whether all is in one place
    record Surroundings(Design bare, Set<Optional<EnvironmentId>> places) {}

    private final Design design;
    private final Surroundings surroundings;
    private final Map<String, List<Action>> makers = new HashMap<>();
    private final Map<Action, Need> needs = new IdentityHashMap<>();
    private final SequencedMap<Need, Action> examples = new LinkedHashMap<>();

    static RoleNeeds of(Design design) {
        return new RoleNeeds(design, Optional.empty());
    }

    /// The same as [#of], sooner: what an action needs that is the same object in both designs, and reads what the same actions make,
    /// is taken from here.
    RoleNeeds after(Design edited) {
        return new RoleNeeds(edited, Optional.of(this));
    }

    private RoleNeeds(Design design, Optional<RoleNeeds> before) {
        this.design = design;
        surroundings =
                new Surroundings(
                        design.withStages(
                                design.stages().stream()
                                        .map(s -> s.withActions(List.of()))
                                        .toList()),
                        design.actions().map(Action::environment).collect(Collectors.toSet()));
        design.actions()
                .forEach(a ->
                        a.outputNames()
                                .forEach(name ->
                                        makers.computeIfAbsent(name, _ -> new ArrayList<>())
                                                .add(a)));
        var known =
                before.filter(b -> b.makers.equals(makers))
                        .map(b -> b.needs)
                        .orElse(new IdentityHashMap<>());
        for (var stage : design.stages()) {
            for (var action : stage.actions()) {
                var old = known.get(action);
                var need = old != null && old.isOf(stage.name()) ? old : need(stage.name(), action);
                needs.put(action, need);
                examples.putIfAbsent(need, action);
            }
        }
    }

    private Need need(String stage, Action a) {
        return new Need(
                new Facts(
                        a.type(),
                        a.settings(),
                        a.inputs().size(),
                        a.outputs().size(),
                        a.environmentVariables(),
                        a.environment(),
                        a.role(),
                        a.role().isPresent() ? List.of(stage, a.name()) : List.of(),
                        makersFor(a).stream().map(Maker::of).toList()));
    }

    private List<Action> makersFor(Action action) {
        return action.inputs().stream()
                .flatMap(input -> makers.getOrDefault(input, List.of()).stream())
                .toList();
    }

    Surroundings surroundings() {
        return surroundings;
    }

    Set<Need> all() {
        return examples.sequencedKeySet();
    }

    /// These needs with those of whoever makes what they read, and of one action in every place.
    Set<Need> with(Collection<Need> some) {
        var found = new LinkedHashSet<Need>();
        var open = new ArrayDeque<Action>();
        some.forEach(n -> open.add(example(n)));
        var places = new HashSet<Optional<EnvironmentId>>();
        examples.values().stream().filter(a -> places.add(a.environment())).forEach(open::add);
        while (!open.isEmpty()) {
            var action = open.remove();
            if (found.add(need(action))) {
                open.addAll(makersFor(example(need(action))));
            }
        }
        return found;
    }

    /// The one action that [#only] keeps of those that need what this one needs.
    ActionId standIn(ActionId action) {
        return example(need(design.action(action).orElseThrow())).id();
    }

    private Need need(Action action) {
        return Objects.requireNonNull(needs.get(action));
    }

    private Action example(Need need) {
        return Objects.requireNonNull(examples.get(need));
    }

    /// The design with one action for each of these needs and no others.
    Design only(Set<Need> some) {
        var kept = some.stream().map(n -> example(n).id()).collect(Collectors.toSet());
        return design.withStages(
                design.stages().stream()
                        .map(s ->
                                s.withActions(
                                        s.actions().stream()
                                                .filter(a -> kept.contains(a.id()))
                                                .toList()))
                        .toList());
    }

    /// The roles other than the pipeline's, in drawn order, and what each depends on.
    SequencedMap<Holder, Set<Need>> byHolder() {
        var holders = new LinkedHashMap<Holder, Set<Need>>();
        var users = new HashMap<String, Set<Need>>();
        design.actions()
                .forEach(a -> {
                    if (a.role().filter(Origin.Create.class::isInstance).isPresent()) {
                        holders.put(new Holder.OfAction(a.id()), Set.of(need(a)));
                    }
                    if (!design.companions().isEmpty()) {
                        a.settings().values().stream()
                                .flatMap(v -> CompanionRef.in(v).stream())
                                .forEach(name ->
                                        users.computeIfAbsent(name, _ -> new HashSet<>())
                                                .add(need(a)));
                    }
                });
        for (var companion : design.companions()) {
            var its = users.getOrDefault(companion.name(), Set.of());
            of(companion).forEach(holder -> holders.put(holder, its));
        }
        return holders;
    }

    private static List<Holder> of(Companion companion) {
        return switch (companion) {
            case Companion.BuildProject p ->
                    List.of(new Holder.OfProject(p.name()), new Holder.OfBatches(p.name()));
            case Companion.StackRole r -> List.of(new Holder.OfStacks(r.name()));
            case Companion.Connection _,
                    Companion.Topic _,
                    Companion.Watch _,
                    Companion.Repository _,
                    Companion.Deployment _ ->
                    List.of();
        };
    }
}
