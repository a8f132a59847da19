package io.stagecraft.model;

/// An account and a region with a name, such as Tooling, Staging or Production.
///
/// @param account twelve digits, or empty for the account that is deployed to
/// @param region such as `eu-west-1`, or empty for the region that is deployed to
/// @param colour `#rrggbb`, the band on its cards
public record Environment(
        EnvironmentId id, String name, String account, String region, String colour) {
    /// Where a pipeline lives when nobody said otherwise.
    public static final Environment TOOLING =
            new Environment(new EnvironmentId("e1"), "Tooling", "", "", "#8793a6");

    /// Its name, account and region, as far as they are known: `Staging · 222222222222 · eu-west-1`.
    public String words() {
        return name
                + (account.isEmpty() ? "" : " · " + account)
                + (region.isEmpty() ? "" : " · " + region);
    }

    public Environment withName(String name) {
        return new Environment(id, name, account, region, colour);
    }

    public Environment withAccount(String account) {
        return new Environment(id, name, account, region, colour);
    }

    public Environment withRegion(String region) {
        return new Environment(id, name, account, region, colour);
    }

    public Environment withColour(String colour) {
        return new Environment(id, name, account, region, colour);
    }
}
