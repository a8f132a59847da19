package io.stagecraft.validate.advice;

import io.stagecraft.validate.Rule;

import java.util.List;

/// What would be nicer, or hurts though it runs.
public final class AdviceRules {
    private AdviceRules() {}

    /// Every rule of this kind, by id.
    public static List<Rule> all() {
        return List.of(
                new ArtifactsAreRead(),
                new CompanionsAreUsed(),
                new SourcesDoNotPoll(),
                new ProvidersAreCurrent(),
                new ConnectionsAreShared(),
                new EnvironmentsAreUsed(),
                new HandedSecretsAreReferences(),
                new ChangeSetsAreExecuted(),
                new ProductionIsApproved(),
                new ProductionIsTested(),
                new ProductionIsNotTheFirst(),
                new ProductionIsScanned(),
                new SecretsAreLookedFor(),
                new FailuresAreTold(),
                new ProductionGoesBack(),
                new KeysAreNowhereInTheDesign(),
                new RolesStandInForKeys(),
                new SettingsAreSafe(),
                new OnlyDockerIsPrivileged(),
                new BuildImagesAreCurrent(),
                new RuntimesAreCurrent(),
                new ApprovalsTellSomebody(),
                new DeploymentsWaitForTheApproval(),
                new NothingIsChangedTwiceAtOnce(),
                new WhatIsTakenIsMadeEarlier(),
                new RepositoriesAreWatchedOnce(),
                new CompanionsAreNotDoubled(),
                new BuildsShareTheKey(),
                new ImagesArePinned(),
                new TopicsHaveListeners(),
                new LocalCachesHaveAMachine(),
                new MembersAreKnown());
    }
}
