package io.stagecraft.iam;

import io.stagecraft.iam.Text.Attribute;
import io.stagecraft.iam.Text.Literal;
import io.stagecraft.iam.Text.Parameter;
import io.stagecraft.iam.Text.Pseudo;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// How long a role's inline policies are together, as IAM counts: characters of JSON without white space.
///
/// What is only known once deployed counts as long as it usually is: an ARN 90 characters, a name 40.
///
/// @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM quotas</a>
public final class PolicySize {
    private static final int ARN = 90;
    private static final int NAME = 40;
    private static final String REGION = "ap-northeast-1";
    private static final String ACCOUNT = "000000000000";

    private PolicySize() {}

    /// The sum over `policies`, to be held against [Policy#ROLE_LIMIT].
    public static int of(List<Policy> policies) {
        return policies.stream().mapToInt(PolicySize::of).sum();
    }

    private static int of(Policy policy) {
        var statements =
                policy.statements().stream().map(PolicySize::json).collect(Collectors.joining(","));
        return (int)
                ("{\"Version\":\"2012-10-17\",\"Statement\":[" + statements + "]}")
                        .chars()
                        .filter(c -> !Character.isWhitespace(c))
                        .count();
    }

    private static String json(Statement statement) {
        var members = new LinkedHashMap<String, String>();
        members.put("Sid", quoted(statement.sid()));
        members.put("Effect", quoted(statement.effect().word()));
        members.put("Action", list(statement.actions(), Function.identity()));
        members.put("Resource", list(statement.resources(), PolicySize::usual));
        if (!statement.conditions().isEmpty()) {
            members.put("Condition", conditions(statement.conditions()));
        }
        return object(members);
    }

    private static String conditions(List<Statement.Clause> clauses) {
        var operators = new LinkedHashMap<String, String>();
        var names = new LinkedHashSet<String>();
        clauses.forEach(c -> names.add(c.operator()));
        for (var operator : names) {
            var keys = new LinkedHashMap<String, String>();
            clauses.stream()
                    .filter(c -> c.operator().equals(operator))
                    .forEach(c -> keys.put(c.key(), list(c.values(), PolicySize::usual)));
            operators.put(operator, object(keys));
        }
        return object(operators);
    }

    private static String usual(Text text) {
        return text.parts().stream()
                .map(part ->
                        switch (part) {
                            case Literal(var letters) -> letters;
                            case Attribute(_, var of) -> "x".repeat(of == Text.Of.ARN ? ARN : NAME);
                            case Pseudo(var here) -> here(here);
                            case Parameter _ -> "x".repeat(ARN);
                        })
                .collect(Collectors.joining());
    }

    private static String here(Text.Here here) {
        return switch (here) {
            case PARTITION -> "aws";
            case REGION -> REGION;
            case ACCOUNT -> ACCOUNT;
            case SUFFIX -> "amazonaws.com";
        };
    }

    private static <T> String list(List<T> values, Function<T, String> text) {
        var all = values.stream().map(v -> quoted(text.apply(v))).collect(Collectors.joining(","));
        return values.size() == 1 ? all : "[" + all + "]";
    }

    private static String object(LinkedHashMap<String, String> members) {
        return members.entrySet().stream()
                .map(e -> quoted(e.getKey()) + ":" + e.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
