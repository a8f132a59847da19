package io.stagecraft.practice.stack;

import static io.stagecraft.practice.stack.Trees.list;
import static io.stagecraft.practice.stack.Trees.map;
import static io.stagecraft.practice.stack.Trees.text;

import io.stagecraft.practice.wire.Refusal;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What an update may do to the resources of a stack. With a policy all is forbidden that no statement allows.
///
/// @param written as it came
/// @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/protect-stack-resources.html">Prevent updates to stack resources</a>
record StackPolicy(String written, List<Statement> statements) {
    /// What an update does to one resource.
    enum Act {
        MODIFY("Update:Modify"),
        REPLACE("Update:Replace"),
        DELETE("Update:Delete");

        private final String word;

        Act(String word) {
            this.word = word;
        }
    }

    /// @param types patterns; none means any type
    private record Statement(boolean allows, Names acts, Names resources, List<String> types) {
        boolean covers(Act act, String key, String type) {
            return acts.holds(act.word)
                    && resources.holds("LogicalResourceId/" + key)
                    && (types.isEmpty() || new Names(types, false).holds(type));
        }
    }

    /// @param except whether all but these are meant
    private record Names(List<String> patterns, boolean except) {
        boolean holds(String name) {
            return except != patterns.stream().anyMatch(p -> matches(p, name));
        }

        private static boolean matches(String pattern, String name) {
            var letters =
                    Arrays.stream(pattern.split("\\*", -1))
                            .map(Pattern::quote)
                            .collect(Collectors.joining(".*"));
            return name.matches(letters);
        }
    }

    /// Reads a policy.
    ///
    /// @throws Refusal `ValidationError` when it is none
    static StackPolicy of(String written) {
        try {
            var tree = map(JsonMapper.shared().readValue(written, Object.class));
            var statements = new ArrayList<Statement>();
            list(tree.get("Statement")).forEach(s -> statements.add(statement(map(s))));
            if (statements.isEmpty()) {
                throw invalid();
            }
            return new StackPolicy(written, statements);
        } catch (JacksonException e) {
            throw invalid();
        }
    }

    private static Statement statement(Map<String, Object> body) {
        var effect = text(body.get("Effect"));
        if (!effect.equals("Allow") && !effect.equals("Deny")
                || !text(body.get("Principal")).equals("*")) {
            throw invalid();
        }
        var types = new ArrayList<String>();
        map(body.get("Condition"))
                .values()
                .forEach(keys -> types.addAll(texts(map(keys).get("ResourceType"))));
        return new Statement(
                effect.equals("Allow"), names(body, "Action"), names(body, "Resource"), types);
    }

    private static Names names(Map<String, Object> body, String member) {
        if (body.containsKey(member)) {
            return new Names(texts(body.get(member)), false);
        }
        if (!body.containsKey("Not" + member)) {
            throw invalid();
        }
        return new Names(texts(body.get("Not" + member)), true);
    }

    /// Why an update may not do that to a resource; nothing when it may.
    Optional<String> whyNot(Act act, String key, String type) {
        for (int i = 0; i < statements.size(); i++) {
            if (!statements.get(i).allows() && statements.get(i).covers(act, key, type)) {
                return Optional.of(
                        "Action denied by stack policy: Statement [#"
                                + (i + 1)
                                + "] does not allow ["
                                + act.word
                                + "] for resource [LogicalResourceId/"
                                + key
                                + "]");
            }
        }
        return statements.stream().anyMatch(s -> s.allows() && s.covers(act, key, type))
                ? Optional.empty()
                : Optional.of("Action not allowed by stack policy");
    }

    private static List<String> texts(@Nullable Object value) {
        return list(value).stream().map(Trees::text).toList();
    }

    private static Refusal invalid() {
        return Wording.invalid("Error validating stack policy: Invalid stack policy");
    }
}
