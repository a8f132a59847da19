package io.stagecraft.iam;

import io.stagecraft.iam.Comparison.Excess;
import io.stagecraft.iam.Comparison.Given;
import io.stagecraft.iam.Comparison.Wide;
import io.stagecraft.iam.PolicyDocument.Patterns;
import io.stagecraft.iam.PolicyDocument.Rule;
import io.stagecraft.iam.Statement.Clause;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What a role's policies allow and nobody needs.
final class Surplus {
    private final List<Want> wants;

    Surplus(List<Want> wants) {
        this.wants = wants;
    }

    List<Wide> of(List<Given> given) {
        return given.stream()
                .flatMap(policy ->
                        policy.document().rules().stream()
                                .filter(Rule::allows)
                                .flatMap(rule -> of(policy.name(), rule)))
                .toList();
    }

    private Stream<Wide> of(String policy, Rule rule) {
        var found = new ArrayList<Wide>();
        var uses = uses(rule);
        actions(policy, rule, uses, found);
        if (!uses.isEmpty()) {
            resources(policy, rule, uses, found);
            conditions(policy, rule, uses, found);
        }
        return found.stream();
    }

    /// A call that is needed and that one statement allows, as far as can be told.
    private record Use(Want want, String action, String on) {}

    /// What the statement is good for: a call that its conditions never let through is none of it.
    private List<Use> uses(Rule rule) {
        return wants.stream().flatMap(want -> uses(rule, want)).toList();
    }

    private static Stream<Use> uses(Rule rule, Want want) {
        return want.statement().actions().stream()
                .filter(action -> PolicyEvaluator.acts(rule.actions(), action))
                .flatMap(action ->
                        IntStream.range(0, want.resources().size())
                                .filter(i -> touches(rule, want, i))
                                .mapToObj(want.resources()::get)
                                .filter(on ->
                                        want.calls(action, on).stream()
                                                .anyMatch(call -> Fit.mayHold(rule, call)))
                                .map(on -> new Use(want, action, on)));
    }

    private static boolean touches(Rule rule, Want want, int at) {
        return rule.resources()
                .map(on ->
                        on.except()
                                ? !want.named().get(at) || leaves(on, want.resources().get(at))
                                : on.patterns().stream().anyMatch(p -> touches(p, want, at)))
                .orElse(true);
    }

    /// Whether what is needed is not all among what is taken out.
    private static boolean leaves(Patterns except, String needed) {
        return except.patterns().stream().noneMatch(p -> Glob.matches(p, needed));
    }

    /// What is not named yet may be any of its service.
    private static boolean touches(String pattern, Want want, int at) {
        var needed = want.resources().get(at);
        return overlaps(pattern, needed)
                || !want.named().get(at) && Glob.matches(part(2, needed), part(2, pattern));
    }

    private static String part(int at, String arn) {
        var parts = arn.split(":", 6);
        return parts.length == 6 ? parts[at] : "*";
    }

    private static void actions(String policy, Rule rule, List<Use> uses, List<Wide> found) {
        var served = served(uses);
        var named = rule.actions().patterns();
        if (rule.actions().except()) {
            found.add(
                    served.isEmpty()
                            ? wide(
                                    Excess.UNNEEDED_ACTIONS,
                                    policy,
                                    rule,
                                    List.of("all but " + String.join(", ", named)),
                                    served)
                            : wide(Excess.ALL_BUT, policy, rule, named, served));
            return;
        }
        var unneeded = new ArrayList<String>();
        for (var pattern : named) {
            var meant = served.stream().filter(a -> names(pattern, a)).toList();
            if (meant.isEmpty()) {
                unneeded.add(pattern);
            } else if (isOpen(pattern)) {
                found.add(wide(Excess.WIDE_ACTIONS, policy, rule, List.of(pattern), meant));
            }
        }
        if (!unneeded.isEmpty()) {
            found.add(wide(Excess.UNNEEDED_ACTIONS, policy, rule, unneeded, List.of()));
        }
    }

    private static Set<String> served(List<Use> uses) {
        return uses.stream().map(Use::action).collect(Collectors.toCollection(TreeSet::new));
    }

    private static void resources(String policy, Rule rule, List<Use> uses, List<Wide> found) {
        if (rule.resources().isEmpty()) {
            return;
        }
        var on = rule.resources().get();
        if (on.except()) {
            found.add(wide(Excess.ALL_BUT, policy, rule, on.patterns(), neededOn(uses)));
            return;
        }
        for (var pattern : on.patterns()) {
            var instead = new LinkedHashSet<String>();
            served(uses)
                    .forEach(action ->
                            instead.addAll(
                                    narrower(
                                            uses.stream()
                                                    .filter(u -> u.action().equals(action))
                                                    .toList(),
                                            pattern)));
            if (!instead.isEmpty()) {
                found.add(wide(Excess.WIDE_RESOURCES, policy, rule, List.of(pattern), instead));
            }
        }
    }

    /// What an action is needed on, where `pattern` takes in that and more; nothing where it does not take in more.
    private static List<String> narrower(List<Use> uses, String pattern) {
        var needed = neededOn(uses);
        boolean fits = needed.stream().anyMatch(n -> Glob.matches(n, pattern));
        return fits ? List.of() : needed.stream().filter(n -> overlaps(pattern, n)).toList();
    }

    private void conditions(String policy, Rule rule, List<Use> uses, List<Wide> found) {
        var lacking = new LinkedHashSet<String>();
        var holding = new LinkedHashSet<String>();
        for (var use : uses) {
            for (var clause : use.want().statement().conditions()) {
                boolean asked =
                        rule.conditions().stream()
                                .anyMatch(c -> c.key().equalsIgnoreCase(clause.key()));
                if (!asked && narrows(clause, use)) {
                    lacking.add(use.action());
                    holding.add(
                            clause.key()
                                    + " "
                                    + String.join(
                                            " or ",
                                            clause.values().stream().map(Text::shown).toList()));
                }
            }
        }
        if (!lacking.isEmpty()) {
            found.add(wide(Excess.NO_CONDITION, policy, rule, lacking, holding));
        }
    }

    /// Whether the condition would hold something in: where the same call is needed without it, it would not.
    private boolean narrows(Clause clause, Use use) {
        return wants.stream().noneMatch(w -> isFree(w, use.action(), use.on(), clause.key()));
    }

    private static boolean isFree(Want want, String action, String on, String key) {
        return want.statement().actions().contains(action)
                && want.resources().contains(on)
                && want.statement().conditions().stream().noneMatch(c -> c.key().equals(key));
    }

    private static Set<String> neededOn(List<Use> uses) {
        return uses.stream().map(Use::on).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// Whether a thing may be meant by both patterns. A call that knows no resource is allowed on `*` and on nothing less.
    private static boolean overlaps(String pattern, String needed) {
        return needed.equals("*")
                ? Glob.matches(pattern, needed)
                : Glob.matches(pattern, Want.sample(needed))
                        || Glob.matches(needed, Want.sample(pattern));
    }

    private static boolean names(String pattern, String action) {
        return Glob.matches(pattern.toLowerCase(Locale.ROOT), action.toLowerCase(Locale.ROOT));
    }

    private static boolean isOpen(String pattern) {
        return pattern.contains("*") || pattern.contains("?");
    }

    private static Wide wide(
            Excess excess,
            String policy,
            Rule rule,
            Collection<String> what,
            Collection<String> instead) {
        return new Wide(excess, policy, rule.name(), List.copyOf(what), List.copyOf(instead));
    }
}
