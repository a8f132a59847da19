package io.stagecraft.model;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// One rule of a stage condition, such as an alarm to watch or a variable to compare.
///
/// @param provider CodePipeline's rule type, such as `CloudWatchAlarm`; owner AWS, category Rule
/// @param timeoutMinutes 5–86400; CloudFormation has no word for it
public record ConditionRule(
        String name,
        String provider,
        String version,
        SequencedMap<String, String> settings,
        List<String> commands,
        List<String> inputs,
        Optional<String> region,
        Optional<String> roleArn,
        Optional<Integer> timeoutMinutes,
        Extras extras) {
    public ConditionRule {
        settings = Ordered.copy(settings);
        commands = List.copyOf(commands);
        inputs = List.copyOf(inputs);
    }

    /// The setting's text, or nothing where it is not set.
    public Optional<String> setting(String key) {
        return Optional.ofNullable(settings.get(key));
    }

    public ConditionRule withName(String name) {
        return new ConditionRule(
                name,
                provider,
                version,
                settings,
                commands,
                inputs,
                region,
                roleArn,
                timeoutMinutes,
                extras);
    }

    /// The same rule under another type; settings stay, whoever changes it says which.
    public ConditionRule withType(String provider, String version) {
        return new ConditionRule(
                name,
                provider,
                version,
                settings,
                commands,
                inputs,
                region,
                roleArn,
                timeoutMinutes,
                extras);
    }

    /// The same rule with a setting; an empty one is taken away.
    public ConditionRule withSetting(String key, String value) {
        return withSettings(
                value.isEmpty()
                        ? Ordered.without(settings, key)
                        : Ordered.with(settings, key, value));
    }

    public ConditionRule withSettings(SequencedMap<String, String> settings) {
        return new ConditionRule(
                name,
                provider,
                version,
                settings,
                commands,
                inputs,
                region,
                roleArn,
                timeoutMinutes,
                extras);
    }

    public ConditionRule withCommands(List<String> commands) {
        return new ConditionRule(
                name,
                provider,
                version,
                settings,
                commands,
                inputs,
                region,
                roleArn,
                timeoutMinutes,
                extras);
    }

    public ConditionRule withInputs(List<String> inputs) {
        return new ConditionRule(
                name,
                provider,
                version,
                settings,
                commands,
                inputs,
                region,
                roleArn,
                timeoutMinutes,
                extras);
    }

    public ConditionRule withRegion(Optional<String> region) {
        return new ConditionRule(
                name,
                provider,
                version,
                settings,
                commands,
                inputs,
                region,
                roleArn,
                timeoutMinutes,
                extras);
    }

    public ConditionRule withRoleArn(Optional<String> roleArn) {
        return new ConditionRule(
                name,
                provider,
                version,
                settings,
                commands,
                inputs,
                region,
                roleArn,
                timeoutMinutes,
                extras);
    }

    public ConditionRule withTimeoutMinutes(Optional<Integer> timeoutMinutes) {
        return new ConditionRule(
                name,
                provider,
                version,
                settings,
                commands,
                inputs,
                region,
                roleArn,
                timeoutMinutes,
                extras);
    }
}
