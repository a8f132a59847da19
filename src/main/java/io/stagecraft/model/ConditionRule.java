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
}
