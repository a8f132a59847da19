package io.stagecraft.validate.advice;

import io.stagecraft.validate.Nearest;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a design's file calls the things that CodePipeline, CloudFormation, Terraform and people call otherwise.
///
/// @see <a href="https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_PipelineDeclaration.html">PipelineDeclaration</a>
final class OtherWords {
    /// By the other word, as [Nearest#letters] has it.
    private static final Map<String, List<String>> HERE =
            Map.ofEntries(
                    Map.entry("executionmode", List.of("mode")),
                    Map.entry("pipelinetype", List.of("type")),
                    Map.entry("type", List.of("kind", "provider")),
                    Map.entry("kind", List.of("type", "provider")),
                    Map.entry("rolearn", List.of("role")),
                    Map.entry("servicerole", List.of("role")),
                    Map.entry("arn", List.of("existing")),
                    Map.entry("name", List.of("existing")),
                    Map.entry("artifactstore", List.of("stores")),
                    Map.entry("artifactstores", List.of("stores")),
                    Map.entry("location", List.of("bucket", "image")),
                    Map.entry("encryptionkey", List.of("key")),
                    Map.entry("defaultvalue", List.of("default")),
                    Map.entry("gitconfiguration", List.of("push")),
                    Map.entry("sourceactionname", List.of("source")),
                    Map.entry("disableinboundstagetransitions", List.of("closed")),
                    Map.entry("transition", List.of("closed")),
                    Map.entry("conditions", List.of("rules")),
                    Map.entry("retryconfiguration", List.of("retry")),
                    Map.entry("retrymode", List.of("retry")),
                    Map.entry("actiontypeid", List.of("type")),
                    Map.entry("ruletypeid", List.of("provider")),
                    Map.entry("configuration", List.of("settings")),
                    Map.entry("parameters", List.of("settings")),
                    Map.entry("inputartifacts", List.of("inputs")),
                    Map.entry("outputartifacts", List.of("outputs")),
                    Map.entry("timeoutinminutes", List.of("timeoutMinutes")),
                    Map.entry("variablesnamespace", List.of("namespace")),
                    Map.entry("envvars", List.of("environmentVariables", "variables")),
                    Map.entry("environmentvariables", List.of("variables")),
                    Map.entry("comment", List.of("notes")),
                    Map.entry("description", List.of("notes")),
                    Map.entry("vpc", List.of("network")),
                    Map.entry("vpcconfig", List.of("network")),
                    Map.entry("vpcid", List.of("vpc")),
                    Map.entry("privilegedmode", List.of("privileged")),
                    Map.entry("color", List.of("colour")),
                    Map.entry("ignore", List.of("waivers")),
                    Map.entry("off", List.of("waivers")),
                    Map.entry("suppress", List.of("waivers")));

    private OtherWords() {}

    /// What an object that can have these members calls it.
    static Optional<String> of(String word, Collection<String> known) {
        return HERE.getOrDefault(Nearest.letters(word), List.of()).stream()
                .filter(known::contains)
                .findFirst();
    }
}
