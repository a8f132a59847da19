package io.stagecraft.validate.places;

import io.stagecraft.validate.Rule;

import java.util.List;

/// Accounts, regions and artifact stores.
public final class PlaceRules {
    private PlaceRules() {}

    /// Every rule of this kind, by id.
    public static List<Rule> all() {
        return List.of(
                new AbroadActionsHaveARole(),
                new AbroadActionsCanRead(),
                new AbroadKeysAreArns(),
                new StoresCoverEveryRegion(),
                new RegionsHaveOneStore(),
                new BucketNamesAreLegal(),
                new RemoteActionsCanBe(),
                new AbroadActionsCanBe(),
                new OnlyAwsActionsHaveRoles(),
                new AccountsAreTwelveDigits(),
                new RegionsAreRegions(),
                new EnvironmentsAreThere(),
                new RolesAreArns(),
                new EnvironmentNamesAreUnique(),
                new PassedRolesAreInTheSameAccount(),
                new RolesAreInTheirAccount(),
                new KeysAreInTheRegionOfTheirStore(),
                new SettingsNameWhatIsHere(),
                new TheHomeAccountIsKnown(),
                new ProvidersAreInTheRegion(),
                new ForeignImagesAreShared());
    }
}
