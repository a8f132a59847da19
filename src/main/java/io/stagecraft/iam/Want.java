package io.stagecraft.iam;

import io.stagecraft.iam.Comparison.Known;
import io.stagecraft.iam.Comparison.Setting;
import io.stagecraft.iam.Statement.Clause;
import io.stagecraft.model.Literal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A statement that is needed, as it reads in one account and region.
///
/// @param resources patterns, in the order of the statement's resources
/// @param named whether the resource's name is known before deployment, for each of them
/// @param contexts what each call has for condition keys, whatever it is on: one for each choice of the conditions' values
record Want(
        Statement statement,
        List<String> resources,
        List<Boolean> named,
        List<Map<String, List<String>>> contexts,
        Setting setting) {
    private static final Pattern LOG_GROUP = Pattern.compile("(.*:log-group:.*):\\*");

    static Want of(Statement statement, Setting setting, Known known) {
        var service = service(statement.actions().getFirst());
        var context = new HashMap<String, List<String>>();
        context.put("aws:CurrentTime", List.of(setting.now()));
        context.put("aws:SecureTransport", List.of("true"));
        context.put("aws:PrincipalAccount", List.of(setting.account()));
        context.put("aws:PrincipalType", List.of("AssumedRole"));
        context.put("kms:CallerAccount", List.of(setting.account()));
        var contexts = List.<Map<String, List<String>>>of(context);
        for (var clause : statement.conditions()) {
            contexts = contexts.stream().flatMap(c -> each(clause, c, known)).toList();
        }
        return new Want(
                statement,
                statement.resources().stream()
                        .map(text -> arn(known.of(text), service, setting))
                        .toList(),
                statement.resources().stream().map(Want::isNamed).toList(),
                contexts,
                setting);
    }

    /// A context for each value of the clause: calls are made with all of them.
    private static Stream<Map<String, List<String>>> each(
            Clause clause, Map<String, List<String>> context, Known known) {
        return clause.values().stream()
                .map(value -> {
                    var with = new HashMap<>(context);
                    with.put(clause.key(), List.of(sample(known.of(value))));
                    return with;
                });
    }

    /// The resources for people: a name that is made up for what AWS will name is of no use to them.
    List<String> shown() {
        return IntStream.range(0, resources.size())
                .mapToObj(
                        i -> named.get(i) ? resources.get(i) : statement.resources().get(i).shown())
                .toList();
    }

    static String service(String action) {
        return action.substring(0, Math.max(0, action.indexOf(':')));
    }

    private static boolean isNamed(Text text) {
        return text.parts().stream()
                .noneMatch(p ->
                        p instanceof Text.Attribute
                                || p instanceof Text.Parameter
                                || p instanceof Text.Literal(var letters)
                                        && Literal.isTemplate(letters));
    }

    /// What is known by its name only gets an ARN around it.
    private static String arn(String text, String service, Setting setting) {
        return text.equals("*") || text.startsWith("arn:")
                ? text
                : "arn:%s:%s:%s:%s:%s"
                        .formatted(
                                setting.partition(),
                                service,
                                setting.region(),
                                setting.account(),
                                text);
    }

    /// The calls as they will be made on `resource`.
    List<Call> calls(String action, String resource) {
        return contexts.stream().map(context -> call(action, resource, context)).toList();
    }

    /// What sets a call apart from the others of its statement, in words; empty where there is one only.
    String apart(Call call) {
        return statement.conditions().stream()
                .filter(c -> c.values().size() > 1)
                .map(c ->
                        c.key()
                                + " is "
                                + call.context().getOrDefault(c.key(), List.of()).getFirst())
                .collect(Collectors.joining(" and "));
    }

    private Call call(String action, String resource, Map<String, List<String>> context) {
        var on = sample(resource);
        var parts = on.split(":", 6);
        var all = new HashMap<>(context);
        boolean placed = parts.length == 6;
        all.put(
                "aws:RequestedRegion",
                List.of(placed && !parts[3].isEmpty() ? parts[3] : setting.region()));
        all.putIfAbsent(
                "aws:ResourceAccount",
                List.of(placed && parts[4].matches("\\d{12}") ? parts[4] : setting.account()));
        return new Call(action, on, all);
    }

    /// An example of what a pattern stands for.
    static String sample(String pattern) {
        if (pattern.equals("*")) {
            return pattern;
        }
        return LOG_GROUP
                .matcher(pattern)
                .replaceAll("$1:log-stream:sample")
                .replace("*", "sample")
                .replace('?', 'a');
    }
}
