package io.stagecraft.iam;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A policy as IAM reads it, whoever wrote it.
///
/// @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Policy grammar</a>
public record PolicyDocument(List<Rule> rules) {
    public PolicyDocument {
        rules = List.copyOf(rules);
    }

    /// One statement.
    ///
    /// @param name its Sid, or `statement 2`
    /// @param resources nothing where the policy belongs to a resource and names none
    /// @param principals nothing in an identity's policy
    public record Rule(
            String name,
            boolean allows,
            Patterns actions,
            Optional<Patterns> resources,
            Optional<Principals> principals,
            List<Condition> conditions) {
        public Rule {
            conditions = List.copyOf(conditions);
        }
    }

    /// Patterns with `*` and `?`.
    ///
    /// @param except whether all but these are meant
    public record Patterns(List<String> patterns, boolean except) {
        public Patterns {
            patterns = List.copyOf(patterns);
        }
    }

    /// @param names ARNs, account ids, service names or `*`
    /// @param except whether all but these are meant
    public record Principals(List<String> names, boolean except) {
        public Principals {
            names = List.copyOf(names);
        }
    }

    /// Reads a policy from its parsed JSON: maps, lists and texts.
    ///
    /// @throws IllegalArgumentException in one line, when it is no policy
    public static PolicyDocument of(Map<?, ?> tree) {
        var rules = new ArrayList<Rule>();
        var statements = list(tree.get("Statement"));
        if (statements.isEmpty()) {
            throw new IllegalArgumentException("The policy has no Statement.");
        }
        for (int i = 0; i < statements.size(); i++) {
            var where = "statement " + (i + 1);
            if (!(statements.get(i) instanceof Map<?, ?> statement)) {
                throw new IllegalArgumentException(where + " is no object.");
            }
            rules.add(rule(statement, where));
        }
        return new PolicyDocument(rules);
    }

    private static Rule rule(Map<?, ?> statement, String where) {
        var effect = String.valueOf(statement.get("Effect"));
        if (!effect.equals("Allow") && !effect.equals("Deny")) {
            throw new IllegalArgumentException(where + ": Effect has to be Allow or Deny.");
        }
        var actions =
                patterns(statement, "Action")
                        .orElseThrow(() -> new IllegalArgumentException(where + " has no Action."));
        return new Rule(
                statement.get("Sid") instanceof String sid && !sid.isEmpty() ? sid : where,
                effect.equals("Allow"),
                actions,
                patterns(statement, "Resource"),
                principals(statement),
                conditions(statement.get("Condition"), where));
    }

    private static Optional<Patterns> patterns(Map<?, ?> statement, String member) {
        if (statement.get(member) != null) {
            return Optional.of(new Patterns(texts(statement.get(member)), false));
        }
        return statement.get("Not" + member) == null
                ? Optional.empty()
                : Optional.of(new Patterns(texts(statement.get("Not" + member)), true));
    }

    private static Optional<Principals> principals(Map<?, ?> statement) {
        boolean except = statement.get("Principal") == null;
        var who = except ? statement.get("NotPrincipal") : statement.get("Principal");
        if (who == null) {
            return Optional.empty();
        }
        var names =
                who instanceof Map<?, ?> kinds
                        ? kinds.values().stream().flatMap(v -> texts(v).stream()).toList()
                        : texts(who);
        return Optional.of(new Principals(names, except));
    }

    private static List<Condition> conditions(@Nullable Object block, String where) {
        var conditions = new ArrayList<Condition>();
        if (block instanceof Map<?, ?> operators) {
            operators.forEach((operator, keys) -> {
                if (!(keys instanceof Map<?, ?> byKey)) {
                    throw new IllegalArgumentException(
                            where + ": " + operator + " has to hold condition keys.");
                }
                byKey.forEach((key, values) ->
                        conditions.add(
                                Condition.of(
                                        String.valueOf(operator),
                                        String.valueOf(key),
                                        texts(values),
                                        where)));
            });
        }
        return conditions;
    }

    private static List<?> list(@Nullable Object value) {
        return switch (value) {
            case null -> List.of();
            case List<?> several -> several;
            default -> List.of(value);
        };
    }

    private static List<String> texts(@Nullable Object value) {
        return list(value).stream().map(String::valueOf).toList();
    }
}
