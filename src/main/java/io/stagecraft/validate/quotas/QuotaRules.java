package io.stagecraft.validate.quotas;

import io.stagecraft.model.Design;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Rule;

import java.util.List;

/// How much AWS takes.
public final class QuotaRules {
    private QuotaRules() {}

    /// Every rule of this kind, by id.
    public static List<Rule> all() {
        return List.of(
                new PartsAreFew("SC701", "stages", About.PIPELINE, Design::stages),
                new ActionsInAStageAreFew(),
                new ActionsAreFew(),
                PartsAreFew.of("SC704", "variables", Design::variables),
                PartsAreFew.of("SC705", "triggers", Design::triggers),
                PartsAreFew.of("SC706", "tags", d -> d.tags().entrySet()),
                new ParallelRunsAreNarrow(),
                new TriggersAreShort(),
                new RolesAreShortEnough());
    }
}
