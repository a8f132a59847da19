package io.stagecraft.practice.stack;

import static io.stagecraft.practice.stack.Trees.list;
import static io.stagecraft.practice.stack.Trees.map;
import static io.stagecraft.practice.stack.Trees.text;

import io.stagecraft.practice.wire.Refusal;

import software.amazon.awssdk.services.cloudformation.model.Parameter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Values for a template's parameters, held against what the template says of them.
final class Parameters {
    private Parameters() {}

    /// A value for every parameter: as given, as before, or the default.
    ///
    /// @param before what a stack has now; empty for a new one
    /// @throws Refusal `ValidationError` in AWS's words
    static Map<String, String> of(
            Template template, List<Parameter> given, Map<String, String> before) {
        var declared = template.section("Parameters");
        var strange =
                given.stream()
                        .map(Parameter::parameterKey)
                        .filter(k -> !declared.containsKey(k))
                        .toList();
        if (!strange.isEmpty()) {
            throw invalid("Parameters: " + strange + " do not exist in the template");
        }
        var values = new LinkedHashMap<String, String>();
        var missing = new ArrayList<String>();
        declared.forEach((name, body) -> {
            var parameter = map(body);
            var mine = given.stream().filter(p -> p.parameterKey().equals(name)).findFirst();
            boolean previous =
                    mine.map(p -> Boolean.TRUE.equals(p.usePreviousValue())).orElse(false);
            if (previous && before.containsKey(name)) {
                values.put(name, before.getOrDefault(name, ""));
            } else if (mine.isPresent() && mine.get().parameterValue() != null) {
                values.put(name, mine.get().parameterValue());
            } else if (parameter.containsKey("Default")) {
                values.put(name, text(parameter.get("Default")));
            } else {
                missing.add(name);
            }
        });
        if (!missing.isEmpty()) {
            throw invalid("Parameters: " + missing + " must have values");
        }
        values.forEach((name, value) -> check(name, value, map(declared.get(name))));
        return values;
    }

    private static void check(String name, String value, Map<String, Object> parameter) {
        var allowed = list(parameter.get("AllowedValues")).stream().map(Trees::text).toList();
        if (!allowed.isEmpty() && !allowed.contains(value)) {
            throw broken(name, parameter, "Parameter '" + name + "' must be one of AllowedValues");
        }
        var pattern = text(parameter.get("AllowedPattern"));
        if (!pattern.isEmpty() && !value.matches(pattern)) {
            throw broken(
                    name,
                    parameter,
                    "Parameter " + name + " failed to satisfy constraint: " + pattern);
        }
        long shortest = number(parameter, "MinLength", 0);
        long longest = number(parameter, "MaxLength", Long.MAX_VALUE);
        if (value.length() < shortest || value.length() > longest) {
            throw broken(
                    name,
                    parameter,
                    "Parameter '"
                            + name
                            + "' must contain "
                            + (value.length() < shortest
                                    ? "at least " + shortest
                                    : "at most " + longest)
                            + " characters");
        }
        if (text(parameter.get("Type")).equals("Number") && !value.matches("-?\\d+(\\.\\d+)?")) {
            throw invalid("Parameter '" + name + "' must be a number.");
        }
    }

    private static long number(Map<String, Object> parameter, String key, long otherwise) {
        var text = text(parameter.get(key));
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : otherwise;
    }

    private static Refusal broken(String name, Map<String, Object> parameter, String otherwise) {
        var words = text(parameter.get("ConstraintDescription"));
        return invalid(
                words.isEmpty()
                        ? otherwise
                        : "Parameter '" + name + "' failed to satisfy constraint: " + words);
    }

    /// Whether a parameter's value is never shown.
    static boolean isSecret(Template template, String name) {
        return "true".equals(text(map(template.section("Parameters").get(name)).get("NoEcho")));
    }

    private static Refusal invalid(String what) {
        return new Refusal("ValidationError", what);
    }
}
