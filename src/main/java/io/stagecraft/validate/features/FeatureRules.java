package io.stagecraft.validate.features;

import io.stagecraft.validate.Rule;

import java.util.List;

/// What V2 brings: modes, triggers, conditions.
public final class FeatureRules {
    private FeatureRules() {}

    /// Every rule of this kind, by id.
    public static List<Rule> all() {
        return List.of(
                new ModesFitTheType(),
                new VariablesFitTheType(),
                new TriggersFitTheType(),
                new ConditionsFitTheType(),
                new ActionTypesFitThePipelineType(),
                new TriggersWatchAConnection(),
                new SourcesHaveOneTrigger(),
                new PushFiltersNameTagsOrBranches(),
                new PullRequestFiltersNameBranches(),
                new TriggerFiltersAreFew(),
                new TagsAndBranchesStandApart(),
                new EntryConditionsFailOrSkip(),
                new SkippingHasItsRules(),
                new SuccessConditionsFailOrRollBack(),
                new FailuresRollBackOrRetry(),
                new RetriesStandAlone(),
                new ParallelRunsDoNotRollBack(),
                new SourceStagesDoNotRollBack(),
                new ConditionsHaveAFewRules(),
                new ConditionRulesAreInTime(),
                new RuleTypesAreKnown(),
                new RulesHaveTheirSettings(),
                new RuleSettingsAreLegal(),
                new OnlySomeRulesHaveCommands(),
                new RuleInputsFit(),
                new RuleRolesAreArns(),
                new RuleTypesAreSpelledRight(),
                new TriggersAreOfTheirOneKind(),
                new RuleSettingsHaveAnEffect());
    }
}
