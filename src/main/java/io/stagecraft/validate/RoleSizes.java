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

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which roles of a design would need longer policies than IAM takes.
///
/// Every action makes a role longer or leaves it as it is. So a design of a thousand actions is not planned as a whole: a part that is
/// too long already answers for all of it, and actions that need the same count once. The last answer is kept, as most edits change
/// no permission; any thread may ask.
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

    private record Part(Design without, List<Need> needs) {}

    private record Answer(Part part, List<String> roles) {}

    /// With ARNs of the usual length this many actions pass the limit, if any number does.
    private static final int FEW = 160;

    private final Planner planner;
    private final AtomicReference<@Nullable Answer> last = new AtomicReference<>();

    RoleSizes(Planner planner) {
        this.planner = planner;
    }

    /// The names of the roles whose policies are longer than [Policy#ROLE_LIMIT], as the export calls them.
    List<String> tooLong(Design design) {
        var distinct = new LinkedHashMap<Need, Action>();
        design.actions().forEach(a -> distinct.putIfAbsent(Need.of(a), a));
        for (int count = FEW; ; count *= 4) {
            var needs = distinct.keySet().stream().limit(count).toList();
            var roles =
                    answer(
                            design,
                            new Part(
                                    design.withStages(
                                            design.stages().stream()
                                                    .map(s -> s.withActions(List.of()))
                                                    .toList()),
                                    needs),
                            distinct);
            if (!roles.isEmpty() || count >= distinct.size()) {
                return roles;
            }
        }
    }

    private List<String> answer(Design design, Part part, Map<Need, Action> distinct) {
        var known = last.get();
        if (known != null && known.part().equals(part)) {
            return known.roles();
        }
        var kept =
                distinct.entrySet().stream()
                        .limit(part.needs().size())
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
        var roles =
                planner.plan(smaller).stacks().stream()
                        .flatMap(s -> s.resources().stream())
                        .flatMap(r ->
                                r instanceof Resource.Role role
                                                && PolicySize.of(role.policies())
                                                        > Policy.ROLE_LIMIT
                                        ? Stream.of(role.key())
                                        : Stream.empty())
                        .toList();
        last.set(new Answer(part, roles));
        return roles;
    }
}
