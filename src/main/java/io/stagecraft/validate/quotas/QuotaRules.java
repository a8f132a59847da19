package io.stagecraft.validate.quotas;

import io.stagecraft.validate.Rule;

import java.util.List;

/// How much AWS takes.
public final class QuotaRules {
    private QuotaRules() {}

    /// Every rule of this kind, by id.
    public static List<Rule> all() {
        return List.of(
                new StagesAreFew(),
                new ActionsInAStageAreFew(),
                new ActionsAreFew(),
                new VariablesAreFew(),
                new TriggersAreFew(),
                new TagsAreFew(),
                new ParallelRunsAreNarrow(),
                new TriggersAreShort(),
                new RolesAreShortEnough());
    }
}
