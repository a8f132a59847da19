package io.stagecraft.export;

import io.stagecraft.json.Json;
import io.stagecraft.json.UnreadableJson;
import io.stagecraft.model.Action;
import io.stagecraft.model.ArtifactStore;
import io.stagecraft.model.Condition;
import io.stagecraft.model.ConditionRule;
import io.stagecraft.model.Design;
import io.stagecraft.model.Extras;
import io.stagecraft.model.OnFailure;
import io.stagecraft.model.Stage;
import io.stagecraft.model.Trigger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Members that an import brought along and the model has no word for: where they are, and how they go out again.
final class Foreign {
    /// What such members stand beside.
    ///
    /// @param place where CloudFormation has such a thing, as its members' names
    /// @param words what it is called in a sentence
    record Owner(List<String> place, String words, Extras extras) {
        /// The place of an action.
        static final List<String> ACTION = List.of("Stages", "Actions");

        Owner {
            place = List.copyOf(place);
        }

        Owner without(String way) {
            return new Owner(place, words, extras.without(way));
        }

        static Owner pipeline(Extras extras) {
            return new Owner(List.of(), "the pipeline", extras);
        }

        static Owner of(ArtifactStore store) {
            var where = store.region().isEmpty() ? "" : " in " + store.region();
            return new Owner(
                    List.of("ArtifactStore"), "the artifact store" + where, store.extras());
        }

        static Owner of(Trigger trigger) {
            return new Owner(
                    List.of("Triggers"), "the trigger on " + trigger.source(), trigger.extras());
        }

        static Owner of(Stage stage) {
            return new Owner(List.of("Stages"), "stage " + stage.name(), stage.extras());
        }

        static Owner of(Action action) {
            return new Owner(ACTION, "action " + action.name(), action.extras());
        }

        static Owner entry(Stage stage, Condition condition) {
            return of(stage, "BeforeEntry", "the entry condition", condition);
        }

        static Owner success(Stage stage, Condition condition) {
            return of(stage, "OnSuccess", "the success condition", condition);
        }

        static Owner failure(Stage stage, Condition condition) {
            return of(stage, "OnFailure", "the failure condition", condition);
        }

        private static Owner of(Stage stage, String hook, String words, Condition condition) {
            return new Owner(
                    List.of("Stages", hook, "Conditions"),
                    words + " of stage " + stage.name(),
                    condition.extras());
        }

        static Owner failure(Stage stage, OnFailure failure) {
            return new Owner(
                    List.of("Stages", "OnFailure"),
                    "what stage " + stage.name() + " does on failure",
                    failure.extras());
        }

        /// @param condition where CloudFormation has the condition
        static Owner of(ConditionRule rule, List<String> condition) {
            return new Owner(
                    Stream.concat(condition.stream(), Stream.of("Rules")).toList(),
                    "rule " + rule.name(),
                    rule.extras());
        }
    }

    private static final Set<String> ANSWERED = Set.of("metadata", "ResponseMetadata");

    /// AWS counts it itself, whatever a template says: to leave it out is no loss.
    private static final String COUNTED = "version";

    private Foreign() {}

    /// Whether nobody misses a member that a template leaves out.
    static boolean isMissed(Owner owner, String way) {
        return !owner.place().isEmpty() || !way.equals(COUNTED);
    }

    /// All that has such members in `design`, in drawn order.
    static List<Owner> owners(Design design) {
        var owners = new ArrayList<Owner>();
        owners.add(Owner.pipeline(design.extras()));
        design.stores().forEach(s -> owners.add(Owner.of(s)));
        design.triggers().forEach(t -> owners.add(Owner.of(t)));
        for (var stage : design.stages()) {
            owners.add(Owner.of(stage));
            stage.actions().forEach(a -> owners.add(Owner.of(a)));
            stage.beforeEntry().ifPresent(c -> add(Owner.entry(stage, c), c, owners));
            stage.onSuccess().ifPresent(c -> add(Owner.success(stage, c), c, owners));
            stage.onFailure()
                    .ifPresent(f -> {
                        owners.add(Owner.failure(stage, f));
                        f.condition().ifPresent(c -> add(Owner.failure(stage, c), c, owners));
                    });
        }
        owners.removeIf(o -> o.extras().foreign().isEmpty());
        return owners;
    }

    private static void add(Owner owner, Condition condition, List<Owner> owners) {
        owners.add(owner);
        condition.rules().forEach(r -> owners.add(Owner.of(r, owner.place())));
    }

    /// What came beside the pipeline, but for what only an answer of AWS's holds.
    static Extras beside(Design design) {
        var beside = new LinkedHashMap<String, String>();
        if (parsed(design.extras().members().getOrDefault(Extras.BESIDE, "{}"))
                instanceof Json.Obj(var members)) {
            members.forEach((way, json) -> beside.put(way, json.compact()));
        }
        beside.keySet().removeIf(way -> ANSWERED.contains(Extras.steps(way).getFirst()));
        return new Extras(beside);
    }

    /// `body` with the members at their places; one whose place is gone is gone with it.
    static Doc.Obj into(Doc.Obj body, Extras extras) {
        var whole = body;
        for (var member : extras.foreign().entrySet()) {
            var steps = Extras.steps(member.getKey());
            whole = (Doc.Obj) with(whole, steps, Doc.of(parsed(member.getValue())));
        }
        return whole;
    }

    private static Doc with(Doc at, List<String> steps, Doc value) {
        if (steps.isEmpty()) {
            return value;
        }
        var step = steps.getFirst();
        var rest = steps.subList(1, steps.size());
        return switch (at) {
            case Doc.Obj(var members) -> {
                var more = new LinkedHashMap<>(members);
                var inner = Optional.ofNullable(members.get(step));
                if (rest.isEmpty() || inner.isPresent()) {
                    more.put(step, with(inner.orElse(value), rest, value));
                }
                yield new Doc.Obj(more);
            }
            case Doc.Arr(var items) when step.matches("\\d{1,6}") -> {
                var more = new ArrayList<>(items);
                int index = Integer.parseInt(step);
                if (index < more.size()) {
                    more.set(index, with(more.get(index), rest, value));
                }
                yield new Doc.Arr(more);
            }
            case Doc.Arr _,
                    Doc.Str _,
                    Doc.Num _,
                    Doc.Bool _,
                    Doc.Nothing _,
                    Doc.Ref _,
                    Doc.GetAtt _,
                    Doc.Sub _,
                    Doc.Plain _,
                    Doc.Noted _ ->
                    at;
        };
    }

    /// The value of a member; text that is no JSON stands for itself.
    static Json parsed(String json) {
        try {
            return Json.parse(json);
        } catch (UnreadableJson _) {
            return Json.of(json);
        }
    }
}
