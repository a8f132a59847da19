package io.stagecraft.iam;

import io.stagecraft.model.ActionId;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One statement of a policy, and for whom it is there.
///
/// @param sid letters and digits, unique in its policy
/// @param principals who may; only bucket, key, topic and trust policies name any
/// @param resources ARNs, or `*` where the service knows no resource for the call
/// @param unscoped why the resource is `*`, where it is
/// @param shares what came together in it, each with who needs it and why; never empty in a synthesised role
public record Statement(
        String sid,
        Effect effect,
        List<Who> principals,
        List<String> actions,
        List<Text> resources,
        List<Clause> conditions,
        Optional<String> unscoped,
        List<Share> shares) {
    public Statement {
        principals = List.copyOf(principals);
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
        conditions = List.copyOf(conditions);
        shares = List.copyOf(shares);
    }

    /// A statement that is one thing from the start: every reason is for all of it.
    public Statement(
            String sid,
            Effect effect,
            List<Who> principals,
            List<String> actions,
            List<Text> resources,
            List<Clause> conditions,
            List<Reason> reasons,
            Optional<String> unscoped) {
        this(
                sid,
                effect,
                principals,
                actions,
                resources,
                conditions,
                unscoped,
                List.of(new Share(actions, resources, reasons)));
    }

    /// Who needs any of it, and why; each once.
    public List<Reason> reasons() {
        return shares.stream().flatMap(s -> s.reasons().stream()).distinct().toList();
    }

    /// Who needs one of `actions` on `resource`, and why; each once.
    public List<Reason> reasons(Collection<String> actions, Text resource) {
        return shares.stream()
                .filter(s -> s.resources().contains(resource))
                .filter(s -> s.actions().stream().anyMatch(actions::contains))
                .flatMap(s -> s.reasons().stream())
                .distinct()
                .toList();
    }

    /// Resources that the same reasons are there for.
    public record Group(List<Text> resources, List<Reason> reasons) {
        public Group {
            resources = List.copyOf(resources);
            reasons = List.copyOf(reasons);
        }
    }

    /// The resources, those of the same reasons together, in the order of the statement.
    public List<Group> groups() {
        var reasons = new LinkedHashMap<Text, Set<Reason>>();
        resources.forEach(resource -> reasons.put(resource, new LinkedHashSet<>()));
        for (var share : shares) {
            for (var resource : share.resources()) {
                reasons.getOrDefault(resource, new LinkedHashSet<>()).addAll(share.reasons());
            }
        }
        var groups = new LinkedHashMap<List<Reason>, List<Text>>();
        reasons.forEach((resource, its) ->
                groups.computeIfAbsent(List.copyOf(its), _ -> new ArrayList<>()).add(resource));
        return groups.entrySet().stream().map(e -> new Group(e.getValue(), e.getKey())).toList();
    }

    /// What came into a statement as one.
    public record Share(List<String> actions, List<Text> resources, List<Reason> reasons) {
        public Share {
            actions = List.copyOf(actions);
            resources = List.copyOf(resources);
            reasons = List.copyOf(reasons);
        }
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
    /// @param rule whose need it is, as `Deploy/Quiet hours`; none where no rule of a condition needs it
    /// @param words such as "reads SourceOutput"
    public record Reason(Optional<ActionId> action, Optional<String> rule, String words) {
        public Reason(Optional<ActionId> action, String words) {
            this(action, Optional.empty(), words);
        }
    }

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
