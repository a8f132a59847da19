package io.stagecraft.validate.structure;

import io.stagecraft.validate.Rule;

import java.util.List;

/// What stages a pipeline has and what stands in them.
public final class StructureRules {
    private StructureRules() {}

    /// Every rule of this kind, by id.
    public static List<Rule> all() {
        return List.of(
                new SourcesComeFirst(),
                new TheFirstStageHoldsOnlySources(),
                new TheFirstStageHasASource(),
                new ThereAreTwoStages(),
                new EveryStageHasAnAction(),
                new RunOrdersAreBetween1And999(),
                new TheWayIntoTheFirstStageIsOpen(),
                new ActionTypesAreKnown(),
                new ProvidersAreStillThere(),
                new ActionTypesAreSpelledRight(),
                new ActionTypesAreOffered());
    }
}
