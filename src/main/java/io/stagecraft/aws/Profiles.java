package io.stagecraft.aws;

import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileProperty;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The accounts and regions that the AWS configuration on this machine names. Reads files; keeps no credentials.
public final class Profiles {
    private Profiles() {}

    /// A target per profile that names a region, by name; none where there is no configuration.
    public static List<Target> targets() {
        var targets = new ArrayList<Target>();
        try {
            ProfileFile.defaultProfileFile().profiles().values().stream()
                    .sorted(Comparator.comparing(Profile::name))
                    .forEach(profile -> target(profile).ifPresent(targets::add));
        } catch (
                RuntimeException
                        _) { // a configuration that the SDK cannot read: there is nothing to offer
            return List.of();
        }
        return List.copyOf(targets);
    }

    private static Optional<Target> target(Profile profile) {
        return profile.property(ProfileProperty.REGION)
                .map(region ->
                        new Target(
                                profile.name() + " · " + region,
                                region,
                                Optional.of(profile.name()),
                                Optional.empty()));
    }
}
