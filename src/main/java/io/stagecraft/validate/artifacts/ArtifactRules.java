package io.stagecraft.validate.artifacts;

import io.stagecraft.validate.Rule;

import java.util.List;

/// Who makes what, who reads it, and whether it is there by then.
public final class ArtifactRules {
    private ArtifactRules() {}

    /// Every rule of this kind, by id.
    public static List<Rule> all() {
        return List.of(
                new InputsAreMade(),
                new InputsAreMadeEarlier(),
                new ArtifactNamesAreUnique(),
                new InputCountsFit(),
                new OutputCountsFit(),
                new InputsAreNamedOnce(),
                new OnlySomeActionsHaveCommands(),
                new OutputFilesAreFew(),
                new ConditionInputsAreMadeEarlier(),
                new ArtifactsDoNotCrossTwoAccounts(),
                new BuildsAbroadKeepTheirOutputs(),
                new ClonesAreReadByBuilds(),
                new FilesAreInTheirArtifact(),
                new SmallArtifactsAreEnough());
    }
}
