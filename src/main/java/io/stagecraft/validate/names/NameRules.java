package io.stagecraft.validate.names;

import io.stagecraft.validate.Rule;

import java.util.List;

/// What things may be called.
public final class NameRules {
    private NameRules() {}

    /// Every rule of this kind, by id.
    public static List<Rule> all() {
        return List.of(
                new ThePipelineNameIsLegal(),
                new StageNamesAreLegal(),
                new ActionNamesAreLegal(),
                new ArtifactNamesAreLegal(),
                new NamespacesAreLegal(),
                new VariableNamesAreLegal(),
                new StageNamesAreUnique(),
                new ActionNamesAreUnique(),
                new VariableNamesAreUnique(),
                new VariableTextsAreShortEnough(),
                new ReasonsAreLegal(),
                new ConditionRuleNamesAreLegal(),
                new ConditionRuleNamesAreUnique(),
                new ProvidersAreLegal(),
                new TagsAreLegal());
    }
}
