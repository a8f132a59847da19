package io.stagecraft.cli;

import picocli.CommandLine.Option;

import java.util.LinkedHashMap;
import java.util.Map;

/// What an execution is started with, the same for `run` and `deploy --run`.
final class StartOptions {
    @Option(
            names = "--variable",
            paramLabel = "NAME=VALUE",
            description = "what a variable of the pipeline is this time")
    private Map<String, String> variables = new LinkedHashMap<>();

    Map<String, String> variables() {
        return variables;
    }
}
