package io.stagecraft.blueprint;

import io.stagecraft.blueprint.Ground.Site;
import io.stagecraft.iam.Holder;
import io.stagecraft.iam.Redundancy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Gathers what the roles have to grant that are there already.
final class ExistingPlanning {
    private final Drafting draft;
    private final Runs runs;
    private final Map<Site, StackPlan> stacks = new HashMap<>();

    ExistingPlanning(Drafting draft, Runs runs) {
        this.draft = draft;
        this.runs = runs;
    }

    /// The pipeline's first, then as drawn.
    List<ExistingRole> roles() {
        return draft.roles.statements().keySet().stream()
                .filter(Holder.Existing.class::isInstance)
                .map(Holder.Existing.class::cast)
                .map(this::role)
                .sorted((a, b) -> Boolean.compare(b.isPipelines(), a.isPipelines()))
                .toList();
    }

    private ExistingRole role(Holder.Existing holder) {
        var placed = draft.views.placed(holder);
        return new ExistingRole(
                placed.of(holder.role()).shown(),
                holder.equals(draft.views.pipelineRole()),
                runs.under(holder),
                Redundancy.without(draft.roles.of(holder)).stream().map(placed::of).toList(),
                draft.roles.unknown(holder),
                // a stack reads the whole design for what it asks for: once for all of its roles
                stacks.computeIfAbsent(draft.views.siteOf(holder), draft.ground::stack));
    }
}
