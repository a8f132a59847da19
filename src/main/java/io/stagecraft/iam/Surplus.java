package io.stagecraft.iam;

import io.stagecraft.iam.Comparison.Excess;
import io.stagecraft.iam.Comparison.Given;
import io.stagecraft.iam.Comparison.Wide;
import io.stagecraft.iam.PolicyDocument.Rule;
import io.stagecraft.iam.Statement.Clause;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
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
        var served = served(rule);
        actions(policy, rule, served, found);
        if (!served.isEmpty()) {
            resources(policy, rule, served, found);
            conditions(policy, rule, served, found);
        }
        return found.stream();
    }

    /// The actions that are needed and that the statement allows on something of what they are needed on.
    private Set<String> served(Rule rule) {
        var served = new TreeSet<String>();
        for (var want : wants) {
            want.statement().actions().stream()
                    .filter(action -> PolicyEvaluator.acts(rule.actions(), action))
                    .filter(_ -> touches(rule, want))
                    .forEach(served::add);
        }
        return served;
    }

    private static boolean touches(Rule rule, Want want) {
        return IntStream.range(0, want.resources().size()).anyMatch(i -> touches(rule, want, i));
    }

    private static boolean touches(Rule rule, Want want, int at) {
        return rule.resources()
                .map(on ->
                        on.except() || on.patterns().stream().anyMatch(p -> touches(p, want, at)))
                .orElse(true);
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

    private static void actions(String policy, Rule rule, Set<String> served, List<Wide> found) {
        if (rule.actions().except()) {
            found.add(wide(Excess.ALL_BUT, policy, rule, rule.actions().patterns(), served));
            return;
        }
        var unneeded = new ArrayList<String>();
        for (var pattern : rule.actions().patterns()) {
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

    private void resources(String policy, Rule rule, Set<String> served, List<Wide> found) {
        if (rule.resources().isEmpty()) {
            return;
        }
        var on = rule.resources().get();
        if (on.except()) {
            found.add(wide(Excess.ALL_BUT, policy, rule, on.patterns(), neededOn(served)));
            return;
        }
        for (var pattern : on.patterns()) {
            var instead = new LinkedHashSet<String>();
            served.forEach(action -> instead.addAll(narrower(action, pattern)));
            if (!instead.isEmpty()) {
                found.add(wide(Excess.WIDE_RESOURCES, policy, rule, List.of(pattern), instead));
            }
        }
    }

    /// What the action is needed on, where `pattern` takes in that and more; nothing where it does not take in more.
    private List<String> narrower(String action, String pattern) {
        var needed = neededOn(Set.of(action));
        boolean fits = needed.stream().anyMatch(n -> Glob.matches(n, pattern));
        return fits ? List.of() : needed.stream().filter(n -> overlaps(pattern, n)).toList();
    }

    private void conditions(String policy, Rule rule, Set<String> served, List<Wide> found) {
        var lacking = new LinkedHashSet<String>();
        var holding = new LinkedHashSet<String>();
        for (var want : wants) {
            for (var clause : want.statement().conditions()) {
                boolean asked =
                        rule.conditions().stream()
                                .anyMatch(c -> c.key().equalsIgnoreCase(clause.key()));
                var held =
                        want.statement().actions().stream()
                                .filter(served::contains)
                                .filter(action -> narrows(clause, action, want, rule))
                                .toList();
                if (!held.isEmpty() && !asked) {
                    lacking.addAll(held);
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
    private boolean narrows(Clause clause, String action, Want want, Rule rule) {
        return IntStream.range(0, want.resources().size())
                .filter(i -> touches(rule, want, i))
                .mapToObj(want.resources()::get)
                .anyMatch(on -> wants.stream().noneMatch(w -> isFree(w, action, on, clause.key())));
    }

    private static boolean isFree(Want want, String action, String on, String key) {
        return want.statement().actions().contains(action)
                && want.resources().contains(on)
                && want.statement().conditions().stream().noneMatch(c -> c.key().equals(key));
    }

    private Set<String> neededOn(Set<String> actions) {
        var needed = new LinkedHashSet<String>();
        wants.stream()
                .filter(w -> w.statement().actions().stream().anyMatch(actions::contains))
                .forEach(w -> needed.addAll(w.resources()));
        return needed;
    }

    /// Whether a thing may be meant by both patterns.
    private static boolean overlaps(String pattern, String needed) {
        return Glob.matches(pattern, needed.equals("*") ? needed : Want.sample(needed))
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
