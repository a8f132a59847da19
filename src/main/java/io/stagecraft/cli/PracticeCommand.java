package io.stagecraft.cli;

import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.model.Design;
import io.stagecraft.practice.PracticeAccount;
import io.stagecraft.practice.PracticeClock;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

@Command(
        name = "practice",
        description = {
            "The Practice account alone, for the aws CLI, SDKs and scripts.",
            "It prints its address and stays until Ctrl+C; everything in it is in memory.",
            "A trainer breaks its actions with the fault command, sets its alarms with the alarm command and its Git connections with the connection command."
        },
        subcommands = {FaultCommand.class, AlarmCommand.class, ConnectionCommand.class})
final class PracticeCommand extends Job {
    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "" + TargetOptions.PORT,
            description = "where it listens, 0 for any that is free (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--speed",
            paramLabel = "X",
            defaultValue = "1",
            description = "1 to 1000 times as fast as on the wall (default: ${DEFAULT-VALUE})")
    private double speed;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "another seed, another story")
    private long seed;

    @Option(
            names = "--hold",
            paramLabel = "FILE",
            description =
                    "a design for whose existing roles, buckets, projects, functions and so on the account holds stand-ins")
    private List<Path> held = List.of();

    private final Tools tools;

    PracticeCommand(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() throws Exception {
        if (port < 0 || port > 65_535) {
            throw Refused.input("--port " + port + " is no port: they go from 0 to 65535.");
        }
        var designs = new ArrayList<Design>();
        for (var file : held) {
            designs.add(design(file));
        }
        try (var account = open(port, speed, seed, tools.catalog().get())) {
            designs.forEach(d -> account.hold(Lending.of(d, tools.catalog().get())));
            out().println(account.endpoint());
            out().flush();
            err().println(
                            "Try: aws --endpoint-url "
                                    + account.endpoint()
                                    + " codepipeline list-pipelines (with any keys, and any region). Ctrl+C ends it.");
            new CountDownLatch(1).await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return Cli.FINE;
    }

    /// @throws Refused when the speed is none, or somebody else listens there
    static PracticeAccount open(int port, double speed, long seed, ActionCatalog catalog) {
        if (!(speed >= 1 && speed <= 1000)) {
            throw Refused.input("--speed " + speed + " is out of range: 1 to 1000.");
        }
        try {
            return PracticeAccount.open(
                    new PracticeAccount.Options(port, seed, PracticeClock.real(speed)), catalog);
        } catch (IOException _) {
            throw Refused.input(
                    "Somebody listens at 127.0.0.1:"
                            + port
                            + " already. Choose another port with --port.");
        }
    }
}
