package io.stagecraft.practice.account;

import java.util.LinkedHashMap;
import java.util.Set;
import java.util.stream.Stream;

/// Connections to Git hosts. Here one is `AVAILABLE` once it is made; on AWS it is `PENDING` until somebody completes its
/// handshake in the console, which a trainer can have here too.
///
/// @see <a href="https://docs.aws.amazon.com/dtconsole/latest/userguide/welcome-connections-workflow.html">Workflow to create connections</a>
public final class Connections {
    /// The states there are.
    public static final Set<String> STATES = Set.of("AVAILABLE", "PENDING", "ERROR");

    private static final String STATUS = "ConnectionStatus";

    private final Holdings holdings;

    public Connections(Holdings holdings) {
        this.holdings = holdings;
    }

    /// Sets how a connection stands.
    ///
    /// @param name or ARN
    /// @return whether there is one that a stack made
    public boolean set(String name, String region, String status) {
        var found =
                Stream.of(
                                "AWS::CodeConnections::Connection",
                                "AWS::CodeStarConnections::Connection")
                        .flatMap(holdings::of)
                        .filter(c -> !c.isLent() && c.region().equals(region))
                        .filter(c -> c.name().equals(name) || c.arn().equals(name))
                        .findFirst();
        found.ifPresent(connection -> holdings.replace(connection, with(connection, status)));
        return found.isPresent();
    }

    private static Thing with(Thing connection, String status) {
        var attributes = new LinkedHashMap<>(connection.attributes());
        attributes.put(STATUS, status);
        return new Thing(
                connection.type(),
                connection.id(),
                connection.name(),
                connection.arn(),
                connection.region(),
                connection.properties(),
                attributes,
                connection.owner());
    }
}
