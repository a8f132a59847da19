package io.stagecraft.catalog;

import io.stagecraft.model.Ordered;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// All that is known of one rule type of stage conditions: one data file.
///
/// @param provider such as `CloudWatchAlarm`; owner AWS, category Rule
/// @param title what the form says
/// @param summary a sentence on when the rule succeeds
/// @param icon the name of its picture among the assets
/// @param source the page the facts come from
/// @param checked the day they were read, `YYYY-MM-DD`
/// @param main the setting shown beside the rule's name; empty for none
/// @param commands whether it takes shell lines
/// @param canSkip whether a condition with it may have the result SKIP
/// @param timeout in minutes, as AWS sets it
/// @param permissions where `ACTION_ROLE` is the rule's own role, or else the pipeline's
/// @param checks settings that do not go together, or say what can mean nothing
/// @param settings of a new rule, with sane defaults
/// @param failureSettings those that it has besides in a failure condition, which asks the opposite of the others
/// @param verified whether the entry as a whole could be checked against a primary source
/// @see <a href="https://docs.aws.amazon.com/codepipeline/latest/userguide/rule-reference.html">Rule structure reference</a>
public record RuleTypeSpec(
        String provider,
        String version,
        String title,
        String summary,
        String icon,
        String source,
        String checked,
        Optional<String> main,
        List<FieldSpec> fields,
        boolean commands,
        Bounds inputs,
        boolean canSkip,
        int timeout,
        List<PermissionSpec> permissions,
        List<Traits.Check> checks,
        SequencedMap<String, String> settings,
        SequencedMap<String, String> failureSettings,
        Play play,
        List<String> notes,
        boolean verified) {
    public RuleTypeSpec {
        fields = List.copyOf(fields);
        permissions = List.copyOf(permissions);
        checks = List.copyOf(checks);
        settings = Ordered.copy(settings);
        failureSettings = Ordered.copy(failureSettings);
        notes = List.copyOf(notes);
    }

    /// What a new rule is set to.
    ///
    /// @param onFailure whether its condition is asked after a failure
    public SequencedMap<String, String> settings(boolean onFailure) {
        var all = new LinkedHashMap<>(settings);
        if (onFailure) {
            all.putAll(failureSettings);
        }
        return all;
    }

    public Optional<FieldSpec> field(String key) {
        return fields.stream().filter(f -> f.key().equals(key)).findFirst();
    }
}
