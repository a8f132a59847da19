package io.stagecraft.validate;

import io.stagecraft.blueprint.Planner;
import io.stagecraft.blueprint.Resource;
import io.stagecraft.iam.Holder;
import io.stagecraft.iam.Policy;
import io.stagecraft.iam.PolicySize;
import io.stagecraft.model.Companion;
import io.stagecraft.model.Design;
import io.stagecraft.model.Origin;
import io.stagecraft.validate.RoleNeeds.Need;
import io.stagecraft.validate.RoleNeeds.Surroundings;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which roles of a design would need longer policies than IAM takes.
///
/// Most edits change no permission, so answers are kept, each with all that it depends on. The role of one action, build or stack
/// depends on a few actions and is worked out from them. The pipeline's role depends on all; but every action makes it longer or
/// leaves it as it is, so a part of a design that is too long already answers for the whole. Any thread may ask.
final class RoleSizes {
    /// A design, or so much of one that the pipeline's role already is too long.
    private record Part(Surroundings surroundings, Set<Need> needs) {
        boolean isIn(Part other) {
            return surroundings.equals(other.surroundings) && other.needs.containsAll(needs);
        }
    }

    private record Answer(Part part, int size) {
        boolean answers(Part asked) {
            return isSure(size) && (isLong(size) ? part.isIn(asked) : part.equals(asked));
        }
    }

    /// What one of the other roles depends on, besides the surroundings, and how long it is.
    private record Other(Set<Need> needs, int size) {}

    private record Others(Surroundings surroundings, Map<Holder, Other> answers) {}

    private record Deployments(Design bare, List<String> tooLong) {}

    /// With ARNs of the usual length so many actions pass the limit, if any number does; where they do not, it is asked of more.
    private static final int FEW = 160;

    /// A statement is named after the first action that needs it, so the same needs in another order can be some letters longer.
    private static final int BY_ORDER = Policy.ROLE_LIMIT / 20;

    private static final Surroundings NOWHERE = new Surroundings(Design.empty(""), Set.of());

    private final Planner planner;

    /// The latest two, which have as few actions in common as can be: an edit of one action then leaves one of them as good as it was.
    private volatile List<Answer> pipelines = List.of();

    /// How many actions to ask of first: what was enough last time.
    private volatile int first = FEW;

    private volatile RoleNeeds last = RoleNeeds.of(Design.empty(""));

    private volatile Others others = new Others(NOWHERE, Map.of());
    private volatile Deployments deployments = new Deployments(NOWHERE.bare(), List.of());

    RoleSizes(Planner planner) {
        this.planner = planner;
    }

    /// The roles whose policies are longer than [Policy#ROLE_LIMIT]: the pipeline's first, then as drawn.
    List<LongRole> tooLong(Design design) {
        var before = last;
        var needs = before.after(design);
        last = needs;
        var pipeline =
                design.role() instanceof Origin.Create && isPipelineLong(needs, before.all())
                        ? Stream.<Holder>of(Holder.PIPELINE)
                        : Stream.<Holder>empty();
        return Stream.concat(
                        Stream.concat(pipeline, longOthers(needs).stream())
                                .map(holder -> LongRole.of(holder, design)),
                        longDeployments(needs.surroundings().bare()).stream()
                                .map(LongRole::ofDeployment))
                .toList();
    }

    private boolean isPipelineLong(RoleNeeds needs, Set<Need> before) {
        var asked = new Part(needs.surroundings(), needs.all());
        return pipelines.stream()
                .filter(known -> known.answers(asked))
                .findFirst()
                .map(a -> isLong(a.size()))
                .orElseGet(() -> searched(needs, asked, before));
    }

    private boolean searched(RoleNeeds needs, Part asked, Set<Need> before) {
        var known = pipelines.stream().limit(1).toList();
        var used =
                known.stream().flatMap(a -> a.part().needs().stream()).collect(Collectors.toSet());
        // what was edited just now is likely to be edited next, so it comes last
        var kept = asked.needs().stream().filter(before::contains).toList();
        var order =
                Stream.of(
                                kept.stream().filter(n -> !used.contains(n)),
                                kept.stream().filter(used::contains),
                                asked.needs().stream().filter(n -> !before.contains(n)))
                        .flatMap(needed -> needed)
                        .toList();
        for (int count = first; ; ) {
            int asking = Math.min(count, order.size());
            var some = needs.with(order.subList(0, asking));
            int size = planner.roleSizes(needs.only(some)).getOrDefault(Holder.PIPELINE, 0);
            count = enough(asking, size);
            if (isLong(size) || asking == order.size()) {
                first = isLong(size) && size < Policy.ROLE_LIMIT * 4 / 3 ? asking : count;
                var answer = new Answer(new Part(asked.surroundings(), some), size);
                pipelines = Stream.concat(Stream.of(answer), known.stream()).toList();
                return isLong(size);
            }
        }
    }

    /// How many actions are likely to pass the limit, with a tenth to spare, where `count` of them come to `size`.
    private static int enough(int count, int size) {
        long likely = 1 + count * 11L * Policy.ROLE_LIMIT / 10 / Math.max(1, size);
        return (int) Math.max(FEW, Math.min(4L * count, likely));
    }

    private List<Holder> longOthers(RoleNeeds needs) {
        var known = others;
        boolean same = known.surroundings().equals(needs.surroundings());
        var asked = needs.byHolder();
        var answers = new HashMap<Holder, Other>();
        var unknown = new LinkedHashSet<Need>();
        asked.forEach((holder, its) -> {
            var before = known.answers().get(holder);
            if (same && before != null && isSure(before.size()) && before.needs().equals(its)) {
                answers.put(holder, before);
            } else {
                unknown.addAll(its);
            }
        });
        if (answers.size() < asked.size()) {
            var sizes = planner.roleSizes(needs.only(needs.with(unknown)));
            asked.forEach((holder, its) ->
                    answers.computeIfAbsent(
                            holder, h -> new Other(its, sizes.getOrDefault(standIn(h, needs), 0))));
        }
        others = new Others(needs.surroundings(), Map.copyOf(answers));
        return asked.keySet().stream()
                .filter(h -> isLong(Objects.requireNonNull(answers.get(h)).size()))
                .toList();
    }

    private static Holder standIn(Holder holder, RoleNeeds needs) {
        return holder instanceof Holder.OfAction(var id)
                ? new Holder.OfAction(needs.standIn(id))
                : holder;
    }

    private static boolean isLong(int size) {
        return size > Policy.ROLE_LIMIT;
    }

    /// Whether no order of the same needs comes to another answer.
    private static boolean isSure(int size) {
        return Math.abs(size - Policy.ROLE_LIMIT) > BY_ORDER;
    }

    /// CodeDeploy's roles depend on what is written in the deployment, and on no action.
    private List<String> longDeployments(Design bare) {
        var known = deployments;
        if (!known.bare().equals(bare)) {
            known =
                    new Deployments(
                            bare,
                            bare.companions().stream()
                                    .filter(Companion.Deployment.class::isInstance)
                                    .filter(c -> isLong(bare.withCompanions(List.of(c))))
                                    .map(Companion::name)
                                    .toList());
            deployments = known;
        }
        return known.tooLong();
    }

    private boolean isLong(Design alone) {
        return planner.plan(alone).stacks().stream()
                .flatMap(s -> s.resources().stream())
                .anyMatch(r ->
                        r instanceof Resource.Role role && isLong(PolicySize.of(role.policies())));
    }
}
