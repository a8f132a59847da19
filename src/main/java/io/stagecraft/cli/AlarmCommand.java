package io.stagecraft.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.Map;

@Command(
        name = "alarm",
        description =
                "Set a CloudWatch alarm of the Practice account, for conditions that watch it.")
final class AlarmCommand extends Job {
    @Parameters(index = "0", paramLabel = "NAME", description = "the alarm")
    private String name = "";

    @Parameters(index = "1", paramLabel = "STATE", description = "OK, ALARM or INSUFFICIENT_DATA")
    private String state = "";

    @Option(
            names = "--region",
            paramLabel = "R",
            defaultValue = "eu-west-1",
            description = "where the alarm is (default: ${DEFAULT-VALUE})")
    private String region = "";

    @Mixin private Door door = new Door();

    @Override
    public Integer call() throws Exception {
        door.ask("alarm", Map.of("name", name, "region", region, "state", state));
        return Cli.FINE;
    }
}
