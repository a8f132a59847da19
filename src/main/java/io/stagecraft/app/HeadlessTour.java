package io.stagecraft.app;

import io.stagecraft.cli.Cli;
import io.stagecraft.practice.PracticeAccount;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/// The main job on the starter without a window: check, export, deploy to a Practice account, follow a run to its end,
/// draw the canvas. Each step is a command that anybody could have typed, and is shown as such.
///
/// @param folder everything it writes lies there
/// @param commands runs a command line and gives its exit code
/// @param speed of the Practice account
record HeadlessTour(
        Path folder, Function<List<String>, Integer> commands, double speed, PrintWriter out) {
    /// @return the exit code of the first step that failed, or 0
    int run() {
        var design = folder.resolve("orders-release.json").toString();
        try (var account = PracticeAccount.open(PracticeAccount.Options.at(speed))) {
            Files.createDirectories(folder);
            for (var step : steps(design, account.endpoint().toString())) {
                out.println();
                out.println("$ stagecraft " + shown(step));
                out.flush();
                int code = commands.apply(step);
                if (code != Cli.FINE) {
                    return code;
                }
            }
            out.println();
            out.println("All of it lies in " + folder + ".");
            return Cli.FINE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<List<String>> steps(String design, String endpoint) {
        return List.of(
                List.of("new", "--template", "release", "--out", design, "--force"),
                List.of("validate", design),
                List.of("export", design, "--to", "cloudformation", "--out", in("cloudformation")),
                List.of("export", design, "--to", "terraform", "--out", in("terraform")),
                List.of("export", design, "--to", "codepipeline", "--out", in("codepipeline")),
                List.of(
                        "deploy",
                        design,
                        "--endpoint-url",
                        endpoint,
                        "--yes",
                        "--run",
                        "--approve",
                        "Approved by the tour itself"),
                List.of("render", design, "--out", in("orders-release.png")));
    }

    private String in(String name) {
        return folder.resolve(name).toString();
    }

    private static String shown(List<String> step) {
        return String.join(
                " ", step.stream().map(a -> a.contains(" ") ? "\"" + a + "\"" : a).toList());
    }
}
