package io.stagecraft.validate;

import io.stagecraft.blueprint.Planner;
import io.stagecraft.blueprint.Resource;
import io.stagecraft.iam.Policy;
import io.stagecraft.iam.PolicySize;
import io.stagecraft.model.Action;
import io.stagecraft.model.ActionType;
import io.stagecraft.model.Design;
import io.stagecraft.model.EnvironmentId;
import io.stagecraft.model.EnvironmentVariable;
import io.stagecraft.model.Origin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which roles of a design would need longer policies than IAM takes.
///
/// Every action makes a role longer or leaves it as it is. So a design of a thousand actions is not planned as a whole: a part that is
/// too long already answers for all of it, and actions that need the same count once. Answers are kept, as most edits change no
/// permission; any thread may ask.
final class RoleSizes {
    /// What an action's permissions depend on.
    private record Need(
            ActionType type,
            Map<String, String> settings,
            boolean reads,
            boolean writes,
            List<EnvironmentVariable> variables,
            Optional<EnvironmentId> environment,
            Optional<Origin> role) {
        static Need of(Action a) {
            return new Need(
                    a.type(),
                    a.settings(),
                    !a.inputs().isEmpty(),
                    !a.outputs().isEmpty(),
                    a.environmentVariables(),
                    a.environment(),
                    a.role());
        }
    }

    /// A design, or so much of one that it already is too long.
    private record Part(Design surroundings, Set<Need> needs) {
        boolean isIn(Part other) {
            return surroundings.equals(other.surroundings) && other.needs.containsAll(needs);
        }
    }

    /// @param roles that are too long
    private record Answer(Part part, List<String> roles) {
        boolean answers(Part asked) {
            return roles.isEmpty() ? part.equals(asked) : part.isIn(asked);
        }
    }

    /// With ARNs of the usual length this many actions pass the limit, if any number does.
    private static final int FEW = 160;

    private final Planner planner;

    /// The latest two, which have as few actions in common as can be: an edit of one action then leaves one of them as good as it was.
    private volatile List<Answer> last = List.of();

    RoleSizes(Planner planner) {
        this.planner = planner;
    }

    /// The names of the roles whose policies are longer than [Policy#ROLE_LIMIT], as the export calls them.
    List<String> tooLong(Design design) {
        var distinct = new LinkedHashMap<Need, Action>();
        design.actions().forEach(a -> distinct.putIfAbsent(Need.of(a), a));
        var asked =
                new Part(
                        design.withStages(
                                design.stages().stream()
                                        .map(s -> s.withActions(List.of()))
                                        .toList()),
                        distinct.keySet());
        return last.stream()
                .filter(known -> known.answers(asked))
                .findFirst()
                .map(Answer::roles)
                .orElseGet(() -> workedOut(design, asked, distinct));
    }

    private List<String> workedOut(Design design, Part asked, Map<Need, Action> distinct) {
        var known = last;
        var used =
                known.stream()
                        .limit(1)
                        .flatMap(a -> a.part().needs().stream())
                        .collect(Collectors.toSet());
        var order =
                Stream.concat(
                                asked.needs().stream().filter(n -> !used.contains(n)),
                                asked.needs().stream().filter(used::contains))
                        .toList();
        for (int count = FEW; ; count *= 4) {
            var needs = Set.copyOf(order.subList(0, Math.min(count, order.size())));
            var part = new Part(asked.surroundings(), needs);
            var roles = roles(design, distinct, needs);
            if (!roles.isEmpty() || count >= order.size()) {
                last =
                        Stream.concat(Stream.of(new Answer(part, roles)), known.stream().limit(1))
                                .toList();
                return roles;
            }
        }
    }

    private List<String> roles(Design design, Map<Need, Action> distinct, Set<Need> needs) {
        var kept =
                distinct.entrySet().stream()
                        .filter(e -> needs.contains(e.getKey()))
                        .map(e -> e.getValue().id())
                        .collect(Collectors.toSet());
        var smaller =
                design.withStages(
                        design.stages().stream()
                                .map(s ->
                                        s.withActions(
                                                s.actions().stream()
                                                        .filter(a ->
                                                                kept.contains(a.id())
                                                                        || a.type().isSource())
                                                        .toList()))
                                .toList());
        return planner.plan(smaller).stacks().stream()
                .flatMap(s -> s.resources().stream())
                .flatMap(r ->
                        r instanceof Resource.Role role
                                        && PolicySize.of(role.policies()) > Policy.ROLE_LIMIT
                                ? Stream.of(role.key())
                                : Stream.empty())
                .toList();
    }
}
