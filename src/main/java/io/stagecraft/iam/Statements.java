package io.stagecraft.iam;

import io.stagecraft.catalog.Principal;
import io.stagecraft.iam.Statement.Clause;
import io.stagecraft.iam.Statement.Effect;
import io.stagecraft.iam.Statement.Reason;
import io.stagecraft.iam.Statement.Share;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Gathers needs into the fewest statements that allow exactly them.
final class Statements {
    /// One statement on its way.
    private record Draft(
            Set<String> sids,
            Set<String> actions,
            Set<Text> resources,
            List<Clause> conditions,
            List<Share> shares,
            Optional<String> unscoped) {}

    private static final Pattern SECOND_WORD = Pattern.compile("^([A-Z][a-z]+)(.*)$");

    private final Map<Need, Set<Reason>> needs = new LinkedHashMap<>();

    /// Takes in what somebody needs.
    void add(Reason reason, Need need) {
        // who needs it and why are told by the reason, so that a thousand equal needs are one
        var what =
                new Need(
                        Principal.ACTION_ROLE,
                        need.sid(),
                        need.actions(),
                        need.resources(),
                        need.conditions(),
                        "",
                        need.unscoped());
        needs.computeIfAbsent(what, _ -> new LinkedHashSet<>()).add(reason);
    }

    /// In the order first needed. Statements with the same actions and conditions share their resources, then those with the
    /// same resources and conditions share their actions: neither allows a pair of action and resource that nobody asked for.
    List<Statement> merged() {
        var drafts = needs.entrySet().stream().map(e -> draft(e.getKey(), e.getValue())).toList();
        var byActions =
                joined(drafts, d -> List.of(d.actions, d.conditions, d.unscoped.isPresent()));
        var byResources = joined(byActions, d -> List.of(d.resources, d.conditions));
        var taken = new HashSet<String>();
        return byResources.stream().map(d -> statement(d, taken)).toList();
    }

    private static Draft draft(Need need, Set<Reason> reasons) {
        return new Draft(
                Set.of(need.sid()),
                new LinkedHashSet<>(need.actions()),
                new LinkedHashSet<>(need.resources()),
                need.conditions(),
                List.of(new Share(need.actions(), need.resources(), List.copyOf(reasons))),
                need.unscoped());
    }

    private static Collection<Draft> joined(
            Collection<Draft> drafts, Function<Draft, List<Object>> alike) {
        Map<List<Object>, Draft> joined = new LinkedHashMap<>();
        for (var draft : drafts) {
            var first = joined.putIfAbsent(alike.apply(draft), copy(draft));
            if (first != null) {
                first.sids.addAll(draft.sids);
                first.actions.addAll(draft.actions);
                first.resources.addAll(draft.resources);
                first.shares.addAll(draft.shares);
            }
        }
        return joined.values();
    }

    private static Draft copy(Draft draft) {
        return new Draft(
                new LinkedHashSet<>(draft.sids),
                new LinkedHashSet<>(draft.actions),
                new LinkedHashSet<>(draft.resources),
                draft.conditions,
                new ArrayList<>(draft.shares),
                draft.unscoped);
    }

    private static Statement statement(Draft draft, Set<String> taken) {
        var name = name(draft.sids);
        var sid = name;
        for (int n = 2; !taken.add(sid); n++) {
            sid = name + n;
        }
        return new Statement(
                sid,
                Effect.ALLOW,
                List.of(),
                List.copyOf(draft.actions),
                List.copyOf(draft.resources),
                draft.conditions,
                draft.unscoped,
                draft.shares);
    }

    /// `ReadArtifacts` and `WriteArtifacts` give `ReadAndWriteArtifacts`; of what has no ending in common, the first.
    private static String name(Set<String> sids) {
        var first = sids.iterator().next();
        if (sids.size() != 2) {
            return first;
        }
        var heads = new TreeSet<String>();
        var ending = SECOND_WORD.matcher(first).replaceFirst("$2");
        sids.stream()
                .filter(sid -> sid.endsWith(ending) && sid.length() > ending.length())
                .forEach(sid -> heads.add(sid.substring(0, sid.length() - ending.length())));
        return heads.size() == 2 ? heads.first() + "And" + heads.last() + ending : first;
    }
}
