package io.stagecraft.cli;

import io.stagecraft.aws.LiveRuns;
import io.stagecraft.aws.Pause;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "run",
        description = {
            "Start an execution and follow it to its end, a line per change of state.",
            "Exit code 1 when it fails."
        })
final class RunCommand extends Job {
    @Parameters(paramLabel = "NAME", description = "the pipeline")
    private String pipeline = "";

    @Mixin private StartOptions with = new StartOptions();

    @Option(names = "--no-follow", description = "print the execution's id and stop")
    private boolean alone;

    @Mixin private TargetOptions where = new TargetOptions();
    @Mixin private FollowOptions how = new FollowOptions();

    @Override
    public Integer call() throws Exception {
        if (pipeline.isBlank()) {
            throw Refused.input("Say which pipeline: its name is empty.");
        }
        var target = where.target();
        try (var runs = new LiveRuns(target)) {
            var execution = runs.start(pipeline, with.variables());
            if (alone) {
                out().println(execution);
                return Cli.FINE;
            }
            err().println("Execution " + execution + " of " + pipeline + ", " + target.name());
            return how.follow(
                    runs, Pause.of(target), pipeline, execution, where.words(target), out());
        }
    }
}
