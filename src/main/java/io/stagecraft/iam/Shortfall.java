package io.stagecraft.iam;

import io.stagecraft.iam.Comparison.Given;
import io.stagecraft.iam.Comparison.Missing;
import io.stagecraft.iam.Comparison.Open;
import io.stagecraft.iam.PolicyDocument.Rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a role would be refused, and what its policies leave open.
final class Shortfall {
    /// How one call comes out.
    private sealed interface Outcome {
        record Fine() implements Outcome {}

        record Refused(String why) implements Outcome {}

        record Depends(String on) implements Outcome {}
    }

    private final PolicyEvaluator evaluator = new PolicyEvaluator();
    private final List<Given> given;
    private final List<PolicyDocument> policies;
    private final Optional<PolicyDocument> boundary;
    private final List<Missing> missing = new ArrayList<>();
    private final List<Open> open = new ArrayList<>();

    Shortfall(List<Given> given, Optional<PolicyDocument> boundary) {
        this.given = List.copyOf(given);
        this.policies = given.stream().map(Given::document).toList();
        this.boundary = boundary;
    }

    List<Missing> missing() {
        return missing;
    }

    List<Open> open() {
        return open;
    }

    /// Makes every call of the statement, and keeps those that do not go through, together where they fail alike.
    void check(Want want) {
        var alike = new LinkedHashMap<Alike, List<String>>();
        for (var action : want.statement().actions()) {
            for (int i = 0; i < want.resources().size(); i++) {
                var outcome = outcome(want, action, i);
                if (!(outcome instanceof Outcome.Fine) && !isServedByAnother(want, action, i)) {
                    alike.computeIfAbsent(new Alike(i, outcome), _ -> new ArrayList<>())
                            .add(action);
                }
            }
        }
        alike.forEach((key, actions) -> {
            var needed = want.statement();
            var resource = want.shown().get(key.at());
            var reasons = needed.reasons(actions, needed.resources().get(key.at()));
            switch (key.outcome()) {
                case Outcome.Fine() -> {}
                case Outcome.Refused(var why) ->
                        missing.add(new Missing(needed, actions, resource, why, reasons));
                case Outcome.Depends(var on) ->
                        open.add(new Open(needed, actions, resource, on, reasons));
            }
        });
    }

    /// Actions that come out alike on one of the resources.
    private record Alike(int at, Outcome outcome) {}

    /// A log group with `:*` behind it and one without mean the same things to different calls, as do a function and its
    /// versions: policies that name one of them are in use and work.
    private boolean isServedByAnother(Want want, String action, int at) {
        var resource = want.resources().get(at);
        var twin =
                resource.endsWith(":*")
                        ? resource.substring(0, resource.length() - 2)
                        : resource + ":*";
        int other = want.resources().indexOf(twin);
        return other >= 0 && outcome(want, action, other) instanceof Outcome.Fine;
    }

    /// How the worst of the calls comes out: every value of a condition has to be admitted.
    private Outcome outcome(Want want, String action, int at) {
        Outcome worst = new Outcome.Fine();
        for (var call : want.calls(action, want.resources().get(at))) {
            switch (outcome(want, call, at)) {
                case Outcome.Fine() -> {}
                case Outcome.Refused refused -> {
                    return refused;
                }
                case Outcome.Depends depends -> worst = depends;
            }
        }
        return worst;
    }

    private Outcome outcome(Want want, Call call, int at) {
        var decision = decide(call, policies, boundary);
        if (decision.allowed()) {
            return new Outcome.Fine();
        }
        var unknown = unknownKeys(call);
        if (!unknown.isEmpty()
                && decide(
                                call,
                                policies.stream().map(p -> without(p, unknown)).toList(),
                                boundary.map(p -> without(p, unknown)))
                        .allowed()) {
            return new Outcome.Depends(
                    "it depends on " + String.join(" and ", unknown) + ", which only the call has");
        }
        if (!want.named().get(at)
                && !(decision instanceof Decision.ExplicitlyDenied)
                && somebodyAllows(call)) {
            return new Outcome.Depends(
                    "what " + want.shown().get(at) + " is called is only known once it is there");
        }
        var apart = want.apart(call);
        return new Outcome.Refused(
                words(decision)
                        + (apart.isEmpty() ? "" : " where " + apart)
                        + elsewhere(decision, call));
    }

    /// Which statements allow the call, but under conditions that it never meets.
    private String elsewhere(Decision decision, Call call) {
        return switch (decision) {
            case Decision.Allowed _, Decision.ExplicitlyDenied _ -> "";
            case Decision.NotAllowed(var layer) when layer == Decision.Layer.BOUNDARY ->
                    boundary.stream()
                            .flatMap(p -> elsewhere(p, " of the boundary", call))
                            .collect(Collectors.joining());
            case Decision.NotAllowed _ ->
                    given.stream()
                            .flatMap(p ->
                                    elsewhere(
                                            p.document(),
                                            given.size() > 1 ? " of " + p.name() : "",
                                            call))
                            .collect(Collectors.joining());
        };
    }

    private static Stream<String> elsewhere(PolicyDocument policy, String of, Call call) {
        return policy.rules().stream()
                .filter(rule -> rule.allows() && PolicyEvaluator.means(rule, call))
                .filter(rule -> !Fit.mayHold(rule, call))
                .map(rule ->
                        "; "
                                + rule.name()
                                + of
                                + " allows it only where "
                                + Fit.failing(rule, call).stream()
                                        .map(Condition::words)
                                        .collect(Collectors.joining(" and ")));
    }

    private Decision decide(
            Call call, List<PolicyDocument> identity, Optional<PolicyDocument> limits) {
        return evaluator.decide(call, identity, limits, Optional.empty(), "");
    }

    private static String words(Decision decision) {
        return switch (decision) {
            case Decision.Allowed _ -> "";
            case Decision.ExplicitlyDenied(var by, var layer) ->
                    "denied by " + by + " of the " + layer.words();
            case Decision.NotAllowed(var layer) -> "no " + layer.words() + " allows it";
        };
    }

    private boolean somebodyAllows(Call call) {
        return policies.stream()
                .flatMap(p -> p.rules().stream())
                .anyMatch(rule ->
                        rule.allows()
                                && PolicyEvaluator.acts(rule.actions(), call.action())
                                && Fit.mayHold(rule, call));
    }

    /// The condition keys of which nobody here knows what the call has.
    private Set<String> unknownKeys(Call call) {
        var unknown = new TreeSet<String>();
        policies.forEach(p -> collect(p, call, unknown));
        boundary.ifPresent(p -> collect(p, call, unknown));
        unknown.removeIf(key -> !Fit.isUnknown(key, call));
        return unknown;
    }

    private static void collect(PolicyDocument policy, Call call, Set<String> keys) {
        policy.rules().stream()
                .filter(rule -> PolicyEvaluator.acts(rule.actions(), call.action()))
                .flatMap(rule -> rule.conditions().stream())
                .forEach(condition -> keys.add(condition.key()));
    }

    /// The policy at its most generous: what allows under an unknown key allows, what denies under one does not.
    private static PolicyDocument without(PolicyDocument policy, Set<String> unknown) {
        return new PolicyDocument(
                policy.rules().stream()
                        .filter(rule -> rule.allows() || !asks(rule, unknown))
                        .map(rule ->
                                new Rule(
                                        rule.name(),
                                        rule.allows(),
                                        rule.actions(),
                                        rule.resources(),
                                        rule.principals(),
                                        rule.conditions().stream()
                                                .filter(c -> !unknown.contains(c.key()))
                                                .toList()))
                        .toList());
    }

    private static boolean asks(Rule rule, Set<String> keys) {
        return rule.conditions().stream().anyMatch(c -> keys.contains(c.key()));
    }
}
