package io.stagecraft.cli;

import io.stagecraft.aws.AwsRefusal;
import io.stagecraft.aws.Pause;
import io.stagecraft.aws.Runs;
import io.stagecraft.run.RunStatus;

import picocli.CommandLine.Option;

import java.io.PrintWriter;
import java.util.Optional;

/// How a run is followed, the same for `run`, `watch` and `deploy --run`.
final class FollowOptions {
    @Option(
            names = "--approve",
            arity = "0..1",
            paramLabel = "COMMENT",
            fallbackValue = "Approved on the command line",
            description = "say yes to every approval that this execution waits for")
    private Optional<String> approve = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, or json for an object a line (default: ${DEFAULT-VALUE})")
    private Job.Format format = Job.Format.TEXT;

    boolean isJson() {
        return format == Job.Format.JSON;
    }

    /// Follows an execution to its end, a line per change.
    ///
    /// @param where the options that name the account, for a command to copy
    /// @return the program's exit code
    int follow(
            Runs runs,
            Pause pause,
            String pipeline,
            String execution,
            String where,
            PrintWriter out)
            throws AwsRefusal {
        var follower =
                new Follower(
                        runs,
                        pause,
                        change -> {
                            out.println(isJson() ? json(change) : change.line());
                            out.flush();
                        },
                        approve,
                        where);
        return follower.follow(pipeline, execution) == RunStatus.SUCCEEDED ? Cli.FINE : Cli.FAILED;
    }

    private static String json(Follower.Change change) {
        return Doc.of()
                .put("at", change.at())
                .put("where", change.where())
                .put("status", change.status().words())
                .put("words", change.words())
                .done()
                .compact();
    }
}
