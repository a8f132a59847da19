package io.stagecraft.catalog;

import java.util.List;
import java.util.Optional;

/// A permission that an action type needs.
///
/// Resources and condition values are patterns: `{ProjectName}` stands for a setting; words in lower case for the
/// surroundings: `{partition}`, `{region}`, `{account}` (of the action), `{pipeline}`, `{stage}`, `{action}`,
/// `{home-region}`, `{home-account}` (of the pipeline). A resource that is a setting alone, such as `{RoleArn}`, is the ARN it holds.
///
/// @param allow IAM actions, written out, without `*`
/// @param on ARN patterns, or `*` where the service knows no resource for the call
/// @param conditions all of which must hold
/// @param why a few words, such as "starts and follows the build"
/// @param when in which circumstance it is needed
/// @param optional helpful but not needed; left out of synthesised roles
/// @param verified whether a primary source confirms it
/// @param unscoped why the resource has to be `*`, where it is
public record PermissionSpec(
        Principal who,
        List<String> allow,
        List<String> on,
        List<Clause> conditions,
        String why,
        When when,
        boolean optional,
        boolean verified,
        Optional<String> unscoped) {
    public PermissionSpec {
        allow = List.copyOf(allow);
        on = List.copyOf(on);
        conditions = List.copyOf(conditions);
    }

    /// One IAM condition.
    ///
    /// @param operator such as `StringEquals`
    /// @param key such as `iam:PassedToService`
    public record Clause(String operator, String key, List<String> values) {
        public Clause {
            values = List.copyOf(values);
        }
    }
}
