package io.stagecraft.aws;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// An account and region to deploy to and run in. The Practice account is a target like any other, with an endpoint.
///
/// @param name what the window shows, such as "Practice account" or "profile tooling · eu-west-1"
/// @param region such as `eu-west-1`
/// @param profile of the AWS configuration; empty for the SDK's default chain
/// @param endpoint empty for AWS itself
public record Target(String name, String region, Optional<String> profile, Optional<URI> endpoint) {
    /// The Practice account at an address on this machine.
    public static Target practice(URI endpoint) {
        return new Target("Practice account", "eu-west-1", Optional.empty(), Optional.of(endpoint));
    }

    /// The same account in the region where a design's pipeline is; an empty one leaves it here.
    public Target in(String region) {
        return region.isEmpty() || region.equals(this.region)
                ? this
                : new Target(name, region, profile, endpoint);
    }

    /// Whether it is on this machine, as a Practice account is.
    public boolean isHere() {
        return Clients.isHere(this);
    }

    /// How often its state is worth reading while something runs there.
    public Duration pace() {
        return endpoint.isPresent() ? Duration.ofMillis(400) : Duration.ofSeconds(5);
    }
}
