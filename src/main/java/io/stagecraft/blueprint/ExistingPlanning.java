package io.stagecraft.blueprint;

import io.stagecraft.iam.Holder;
import io.stagecraft.iam.Redundancy;
import io.stagecraft.model.Design;

import java.util.ArrayList;
import java.util.List;

/// Gathers what the roles have to grant that are there already.
final class ExistingPlanning {
    private final Drafting draft;
    private final Design design;

    ExistingPlanning(Drafting draft) {
        this.draft = draft;
        this.design = draft.design;
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
                runs(holder),
                Redundancy.without(draft.roles.of(holder)).stream().map(placed::of).toList(),
                draft.roles.unknown(holder),
                draft.ground.stack(draft.views.siteOf(holder)));
    }

    private List<String> runs(Holder.Existing holder) {
        var runs = new ArrayList<String>();
        for (var stage : design.stages()) {
            stage.actions().stream()
                    .filter(a -> a.role().isPresent())
                    .filter(a -> holder.equals(draft.views.ownRole(a)))
                    .forEach(a -> runs.add(stage.name() + "/" + a.name()));
            stage.conditions()
                    .flatMap(c -> c.rules().stream())
                    .filter(r -> r.roleArn().isPresent())
                    .filter(r -> holder.equals(draft.views.roleOf(r)))
                    .forEach(r -> runs.add(stage.name() + "/" + r.name()));
        }
        return runs;
    }
}
