package io.stagecraft.cli;

import io.stagecraft.model.Design;
import io.stagecraft.project.ProjectFile;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/// What every command has: `--help`, somewhere to print, and an exit code.
@Command(mixinStandardHelpOptions = true)
abstract class Job implements Callable<Integer> {
    /// How results are printed.
    enum Format {
        TEXT,
        JSON
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
    private CommandSpec spec;

    /// Results.
    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /// What a person should know and a program should not read.
    final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /// Throws what [Cli] turns into a line and an exit code.
    @Override
    public abstract Integer call() throws Exception;

    /// The design in a file.
    static Design design(Path file) throws Exception {
        return ProjectFile.read(file);
    }
}
