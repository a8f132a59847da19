package io.stagecraft.blueprint;

import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.catalog.RuleTypeCatalog;
import io.stagecraft.iam.Text;
import io.stagecraft.model.Design;
import io.stagecraft.model.images.Buildspecs;

/// One design on its way to its blueprint. Resources go into their stacks in an order in which each stands behind those it
/// points at.
final class Planning {
    private final Drafting draft;
    private final Runs runs;

    Planning(ActionCatalog catalog, RuleTypeCatalog rules, Buildspecs buildspecs, Design design) {
        draft = new Drafting(catalog, rules, buildspecs, design);
        runs = new Runs(design, draft.views);
    }

    /// Which actions and rules run under which role.
    Runs runs() {
        return runs;
    }

    Blueprint blueprint() {
        draft.stores.all().forEach(new StorePlanning(draft)::store);
        draft.madeOnes().forEach(new CompanionPlanning(draft)::companion);
        var planning = new PipelinePlanning(draft);
        planning.pipelineRole();
        draft.design.actions().forEach(planning::actionRole);
        var pipeline = planning.pipeline();
        draft.home().resources.add(pipeline);
        new Starts(draft.design, draft.catalog, draft.ground, draft.views, draft.keys, draft.notes)
                .plan();
        draft.home()
                .outputs
                .add(
                        new StackPlan.Output(
                                "PipelineName", "The pipeline", Text.nameOf(pipeline.key())));
        draft.notes.addAll(draft.roles.gaps());
        return new Blueprint(
                draft.design.name(),
                // an environment where everything is there already takes no stack; AWS refuses
                // empty ones
                draft.ground.stacks().stream().filter(s -> !s.resources().isEmpty()).toList(),
                new ExistingPlanning(draft, runs).roles(),
                draft.notes.stream().distinct().toList());
    }
}
