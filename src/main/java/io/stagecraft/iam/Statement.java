package io.stagecraft.iam;

import io.stagecraft.model.ActionId;

import java.util.List;
import java.util.Optional;

/// One statement of a policy, and for whom it is there.
///
/// @param sid letters and digits, unique in its policy
/// @param principals who may; only bucket, key, topic and trust policies name any
/// @param resources ARNs, or `*` where the service knows no resource for the call
/// @param reasons who needs it and why; never empty in a synthesised role
/// @param unscoped why the resource is `*`, where it is
public record Statement(
        String sid,
        Effect effect,
        List<Who> principals,
        List<String> actions,
        List<Text> resources,
        List<Clause> conditions,
        List<Reason> reasons,
        Optional<String> unscoped) {
    public Statement {
        principals = List.copyOf(principals);
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
        conditions = List.copyOf(conditions);
        reasons = List.copyOf(reasons);
    }

    /// Allow or deny.
    public enum Effect {
        ALLOW("Allow"),
        DENY("Deny");

        private final String word;

        Effect(String word) {
            this.word = word;
        }

        /// As policies spell it.
        public String word() {
            return word;
        }
    }

    /// One IAM condition.
    ///
    /// @param operator such as `StringEquals`
    /// @param key such as `iam:PassedToService`
    public record Clause(String operator, String key, List<Text> values) {
        public Clause {
            values = List.copyOf(values);
        }
    }

    /// Why a statement is there.
    ///
    /// @param action whose need it is; none for the pipeline as a whole
    /// @param words such as "reads SourceOutput"
    public record Reason(Optional<ActionId> action, String words) {}

    /// A principal of a resource policy.
    public sealed interface Who {
        /// An AWS service, such as `codebuild.amazonaws.com`; some have a name per region.
        record Service(Text name) implements Who {}

        /// A role, user or account root, by ARN.
        record Arn(Text arn) implements Who {}

        /// Everybody.
        record Anyone() implements Who {}
    }
}
