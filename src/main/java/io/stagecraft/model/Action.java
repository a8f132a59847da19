package io.stagecraft.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;

/// One box on the canvas: what runs, on which artifacts, and when within its stage.
///
/// @param id never shown, exported or changed, so a rename breaks nothing that points here
/// @param name 1–100 of `[A-Za-z0-9.@_-]`, unique in its stage
/// @param runOrder 1–999; actions of one stage with equal numbers run side by side
/// @param settings CodePipeline's `configuration`, in the order written; values are text, as AWS takes them, and may hold `#{namespace.key}` or a [CompanionRef]
/// @param inputs names of artifacts it reads
/// @param outputs artifacts it makes
/// @param namespace the name under which others use its output variables
/// @param environment the account and region it works in; none is the pipeline's own
/// @param role the role it runs under; none is the pipeline's own role
/// @param timeoutMinutes 5–86400; only manual approvals take one
/// @param commands the shell lines of a Commands action
/// @param outputVariables names that a Commands action exports
/// @param environmentVariables variables handed to a Commands or EKS action
/// @param notes for people; never exported
public record Action(
        ActionId id,
        String name,
        ActionType type,
        int runOrder,
        SequencedMap<String, String> settings,
        List<String> inputs,
        List<OutputArtifact> outputs,
        Optional<String> namespace,
        Optional<EnvironmentId> environment,
        Optional<Origin> role,
        Optional<Integer> timeoutMinutes,
        List<String> commands,
        List<String> outputVariables,
        List<EnvironmentVariable> environmentVariables,
        String notes,
        Extras extras) {
    public Action {
        settings = Ordered.copy(settings);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        commands = List.copyOf(commands);
        outputVariables = List.copyOf(outputVariables);
        environmentVariables = List.copyOf(environmentVariables);
    }

    /// A bare action in the first row, with no settings and no artifacts.
    public static Action of(ActionId id, String name, ActionType type) {
        return new Action(
                id,
                name,
                type,
                1,
                new LinkedHashMap<>(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                "",
                Extras.NONE);
    }

    /// The setting's text, or nothing where it is not set.
    public Optional<String> setting(String key) {
        return Optional.ofNullable(settings.get(key));
    }

    public List<String> outputNames() {
        return outputs.isEmpty() ? List.of() : outputs.stream().map(OutputArtifact::name).toList();
    }

    public Action withId(ActionId id) {
        return copy(id, name, type, runOrder, settings, inputs, outputs);
    }

    public Action withName(String name) {
        return copy(id, name, type, runOrder, settings, inputs, outputs);
    }

    public Action withType(ActionType type) {
        return copy(id, name, type, runOrder, settings, inputs, outputs);
    }

    public Action withRunOrder(int runOrder) {
        return copy(id, name, type, runOrder, settings, inputs, outputs);
    }

    public Action withSettings(SequencedMap<String, String> settings) {
        return copy(id, name, type, runOrder, settings, inputs, outputs);
    }

    public Action withSetting(String key, String value) {
        return withSettings(Ordered.with(settings, key, value));
    }

    public Action withoutSetting(String key) {
        return withSettings(Ordered.without(settings, key));
    }

    public Action withInputs(List<String> inputs) {
        return copy(id, name, type, runOrder, settings, inputs, outputs);
    }

    public Action withOutputs(List<OutputArtifact> outputs) {
        return copy(id, name, type, runOrder, settings, inputs, outputs);
    }

    private Action copy(
            ActionId id,
            String name,
            ActionType type,
            int runOrder,
            SequencedMap<String, String> settings,
            List<String> inputs,
            List<OutputArtifact> outputs) {
        return new Action(
                id,
                name,
                type,
                runOrder,
                settings,
                inputs,
                outputs,
                namespace,
                environment,
                role,
                timeoutMinutes,
                commands,
                outputVariables,
                environmentVariables,
                notes,
                extras);
    }

    public Action withNamespace(Optional<String> namespace) {
        return placed(namespace, environment, role, timeoutMinutes, notes, extras);
    }

    public Action withEnvironment(Optional<EnvironmentId> environment) {
        return placed(namespace, environment, role, timeoutMinutes, notes, extras);
    }

    public Action withRole(Optional<Origin> role) {
        return placed(namespace, environment, role, timeoutMinutes, notes, extras);
    }

    public Action withTimeoutMinutes(Optional<Integer> timeoutMinutes) {
        return placed(namespace, environment, role, timeoutMinutes, notes, extras);
    }

    public Action withNotes(String notes) {
        return placed(namespace, environment, role, timeoutMinutes, notes, extras);
    }

    public Action withExtras(Extras extras) {
        return placed(namespace, environment, role, timeoutMinutes, notes, extras);
    }

    private Action placed(
            Optional<String> namespace,
            Optional<EnvironmentId> environment,
            Optional<Origin> role,
            Optional<Integer> timeoutMinutes,
            String notes,
            Extras extras) {
        return new Action(
                id,
                name,
                type,
                runOrder,
                settings,
                inputs,
                outputs,
                namespace,
                environment,
                role,
                timeoutMinutes,
                commands,
                outputVariables,
                environmentVariables,
                notes,
                extras);
    }

    public Action withCommands(List<String> commands) {
        return computing(commands, outputVariables, environmentVariables);
    }

    public Action withOutputVariables(List<String> outputVariables) {
        return computing(commands, outputVariables, environmentVariables);
    }

    public Action withEnvironmentVariables(List<EnvironmentVariable> environmentVariables) {
        return computing(commands, outputVariables, environmentVariables);
    }

    private Action computing(
            List<String> commands,
            List<String> outputVariables,
            List<EnvironmentVariable> environmentVariables) {
        return new Action(
                id,
                name,
                type,
                runOrder,
                settings,
                inputs,
                outputs,
                namespace,
                environment,
                role,
                timeoutMinutes,
                commands,
                outputVariables,
                environmentVariables,
                notes,
                extras);
    }

    /// Whether a setting, a command or the value of an environment variable is such. Plain loops: rules ask this of every action
    /// after every edit.
    public boolean anyText(Predicate<String> such) {
        for (var value : settings.values()) {
            if (such.test(value)) {
                return true;
            }
        }
        for (var command : commands) {
            if (such.test(command)) {
                return true;
            }
        }
        for (var variable : environmentVariables) {
            if (such.test(variable.value())) {
                return true;
            }
        }
        return false;
    }
}
