package io.stagecraft.cli;

import io.stagecraft.aws.LiveRuns;
import io.stagecraft.aws.Pause;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.Optional;

@Command(
        name = "watch",
        description = {
            "Follow the newest execution to its end, a line per change of state.",
            "Exit code 1 when it fails."
        })
final class WatchCommand extends Job {
    @Parameters(paramLabel = "NAME", description = "the pipeline")
    private String pipeline = "";

    @Option(names = "--execution", paramLabel = "ID", description = "another than the newest")
    private Optional<String> asked = Optional.empty();

    @Mixin private TargetOptions where = new TargetOptions();
    @Mixin private FollowOptions how = new FollowOptions();

    @Override
    public Integer call() throws Exception {
        if (pipeline.isBlank()) {
            throw Refused.input("Say which pipeline: its name is empty.");
        }
        var target = where.target();
        try (var runs = new LiveRuns(target)) {
            var execution =
                    asked.isPresent()
                            ? asked.get()
                            : runs.read(pipeline).executions().stream()
                                    .findFirst()
                                    .orElseThrow(() ->
                                            Refused.failed(
                                                    pipeline
                                                            + " has not run yet. Start it with: stagecraft run "
                                                            + pipeline
                                                            + " "
                                                            + where.words(target)))
                                    .id();
            err().println("Execution " + execution + " of " + pipeline + ", " + target.name());
            return how.follow(
                    runs, Pause.of(target), pipeline, execution, where.words(target), out());
        }
    }
}
