package io.stagecraft.validate.settings;

import io.stagecraft.validate.Rule;

import java.util.List;

/// What actions and companions are told.
public final class SettingRules {
    private SettingRules() {}

    /// Every rule of this kind, by id.
    public static List<Rule> all() {
        return List.of(
                new RequiredSettingsAreThere(),
                new ChoicesAreAmongTheValues(),
                new FlagsAreTrueOrFalse(),
                new NumbersAreInRange(),
                new TextsMatchTheirPattern(),
                new SettingsHaveALegalLength(),
                new SettingsAreKnown(),
                new ArnsAreArns(),
                new JsonIsJson(),
                new BuildVariablesAreAList(),
                new PathsLeadIntoAnInput(),
                new NamedInputsAreInputs(),
                new ParametersComeFromAnInput(),
                new SecretsAreNotPlainText(),
                new OnlySomeActionsHaveTimeouts(),
                new CommandsAreWritten(),
                new OutputVariablesAreFew(),
                new EnvironmentVariablesAreLegal(),
                new CompanionsAreThere(),
                new CompanionsAreOfTheRightKind(),
                new CompanionNamesAreUnique(),
                new ExistingResourcesAreNamed(),
                new BuildProjectsAreLegal(),
                new SettingsGoTogether(),
                new SettingsHaveAnEffect(),
                new SubscriptionsAreLegal(),
                new LogsAreKeptForAKnownTime(),
                new ConnectionsAreToAKnownHost(),
                new StackRolesHaveGrants(),
                new RepositoriesAreLegal(),
                new DeploymentsAreLegal(),
                new DeploymentsHaveATarget(),
                new NetworkBalancersMoveAtOnce(),
                new ListsAreShortEnough(),
                new JsonHoldsWhatIsAskedFor(),
                new ArnsNameTheRightThing(),
                new PlaceholdersAreKnown());
    }
}
