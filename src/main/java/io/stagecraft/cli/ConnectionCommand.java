package io.stagecraft.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.Map;

@Command(
        name = "connection",
        description = {
            "Set a Git connection of the Practice account.",
            "It is AVAILABLE once it is deployed; on AWS it is PENDING, and its source fails, until somebody completes its handshake in the console."
        })
final class ConnectionCommand extends Job {
    @Parameters(index = "0", paramLabel = "NAME", description = "the connection, or its ARN")
    private String name = "";

    @Parameters(index = "1", paramLabel = "STATE", description = "PENDING, AVAILABLE or ERROR")
    private String state = "";

    @Option(
            names = "--region",
            paramLabel = "R",
            defaultValue = "eu-west-1",
            description = "where the connection is (default: ${DEFAULT-VALUE})")
    private String region = "";

    @Mixin private Door door = new Door();

    @Override
    public Integer call() throws Exception {
        door.ask("connection", Map.of("name", name, "region", region, "state", state));
        return Cli.FINE;
    }
}
