package io.stagecraft.practice.stack;

import static io.stagecraft.practice.stack.Trees.list;
import static io.stagecraft.practice.stack.Trees.map;
import static io.stagecraft.practice.stack.Trees.text;

import io.stagecraft.practice.wire.Refusal;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// CloudFormation's intrinsic functions, worked out for one stack.
///
/// @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html">Intrinsic functions</a>
final class Functions {
    /// Stands for `AWS::NoValue`: the property that holds it is left out.
    private static final Object NOTHING = new Object();

    private static final Pattern PLACE = Pattern.compile("\\$\\{(!?)([^}]*)}");

    /// What names mean: parameters, pseudo parameters, resources, exports.
    interface Names {
        /// What `Ref` gives; null for a name that means nothing.
        @Nullable Object ref(String name);

        /// What `Fn::GetAtt` gives.
        Object attribute(String resource, String attribute);

        /// What another stack exports.
        String imported(String export);
    }

    private final Names names;
    private final Map<String, Object> mappings;
    private final Map<String, Object> conditions;

    Functions(Names names, Map<String, Object> mappings, Map<String, Object> conditions) {
        this.names = names;
        this.mappings = mappings;
        this.conditions = conditions;
    }

    /// The value of a tree; empty text where it comes to `AWS::NoValue`.
    Object value(@Nullable Object tree) {
        var value = work(tree);
        return value == NOTHING ? "" : value;
    }

    /// Whether a condition holds.
    boolean holds(String condition) {
        if (!conditions.containsKey(condition)) {
            throw error("unresolved condition dependency " + condition);
        }
        return truth(conditions.get(condition));
    }

    private Object work(@Nullable Object tree) {
        return switch (tree) {
            case null -> NOTHING;
            case List<?> list -> {
                var worked = new ArrayList<Object>();
                list.stream().map(this::work).filter(v -> v != NOTHING).forEach(worked::add);
                yield worked;
            }
            case Map<?, ?> map when isFunction(map) -> {
                var entry = map.entrySet().iterator().next();
                yield function(text(entry.getKey()), entry.getValue());
            }
            case Map<?, ?> map -> {
                var worked = new LinkedHashMap<String, Object>();
                map.forEach((k, v) -> {
                    var value = work(v);
                    if (value != NOTHING) {
                        worked.put(text(k), value);
                    }
                });
                yield worked;
            }
            default -> tree;
        };
    }

    /// Whether a map is a call of a function. `Condition` is one only in conditions: policies have a key of that name.
    static boolean isFunction(Map<?, ?> map) {
        if (map.size() != 1) {
            return false;
        }
        var key = text(map.keySet().iterator().next());
        return key.equals("Ref") || key.startsWith("Fn::");
    }

    private Object function(String name, Object argument) {
        return switch (name) {
            case "Ref" -> ref(text(argument));
            case "Fn::GetAtt" -> {
                var path =
                        argument instanceof String dotted
                                ? List.of(dotted.split("\\.", 2))
                                : list(argument);
                if (path.size() != 2) {
                    throw error(
                            "Fn::GetAtt object requires two non-empty parameters, the resource name and the resource attribute");
                }
                yield names.attribute(text(path.getFirst()), text(value(path.getLast())));
            }
            case "Fn::Sub" -> sub(argument);
            case "Fn::Join" -> {
                var parts = arguments(name, argument, 2);
                yield String.join(
                        text(parts.getFirst()),
                        list(value(parts.getLast())).stream().map(Trees::text).toList());
            }
            case "Fn::Select" -> {
                var parts = arguments(name, argument, 2);
                var items = list(value(parts.getLast()));
                int index = number(name, value(parts.getFirst()));
                if (index < 0 || index >= items.size()) {
                    throw error("Fn::Select cannot select nonexistent value at index " + index);
                }
                yield items.get(index);
            }
            case "Fn::Split" -> {
                var parts = arguments(name, argument, 2);
                yield List.of(
                        text(value(parts.getLast()))
                                .split(Pattern.quote(text(parts.getFirst())), -1));
            }
            case "Fn::If" -> {
                var parts = arguments(name, argument, 3);
                yield work(holds(text(parts.getFirst())) ? parts.get(1) : parts.get(2));
            }
            case "Fn::FindInMap" -> found(arguments(name, argument, 3));
            case "Fn::Base64" ->
                    Base64.getEncoder()
                            .encodeToString(text(value(argument)).getBytes(StandardCharsets.UTF_8));
            case "Fn::ImportValue" -> names.imported(text(value(argument)));
            case "Fn::GetAZs" -> {
                var region = text(value(argument));
                var here = region.isEmpty() ? text(ref("AWS::Region")) : region;
                yield List.of(here + "a", here + "b", here + "c");
            }
            case "Fn::Cidr" -> {
                var parts = arguments(name, argument, 2);
                yield Cidr.within(
                        text(value(parts.getFirst())),
                        number(name, value(parts.get(1))),
                        parts.size() > 2 ? number(name, value(parts.get(2))) : 8);
            }
            case "Fn::Length" -> (long) list(value(argument)).size();
            case "Fn::ToJsonString" -> JsonMapper.shared().writeValueAsString(value(argument));
            case "Fn::Equals", "Fn::And", "Fn::Or", "Fn::Not" -> truth(Map.of(name, argument));
            default -> throw error("Unsupported function " + name);
        };
    }

    private Object ref(String name) {
        if (name.equals("AWS::NoValue")) {
            return NOTHING;
        }
        var value = names.ref(name);
        if (value == null) {
            throw error(
                    "Unresolved resource dependencies ["
                            + name
                            + "] in the Resources block of the template");
        }
        return value;
    }

    private Object sub(Object argument) {
        var own =
                argument instanceof List<?> list && list.size() == 2
                        ? map(list.getLast())
                        : Map.<String, Object>of();
        var pattern = text(argument instanceof List<?> list ? list.getFirst() : argument);
        return PLACE.matcher(pattern)
                .replaceAll(m -> {
                    var name = m.group(2).strip();
                    if (!m.group(1).isEmpty()) {
                        return Matcher.quoteReplacement("${" + m.group(2) + "}");
                    }
                    var value =
                            own.containsKey(name)
                                    ? value(own.get(name))
                                    : name.contains(".") ? function("Fn::GetAtt", name) : ref(name);
                    return Matcher.quoteReplacement(text(value));
                });
    }

    private Object found(List<?> path) {
        var keys = path.stream().limit(3).map(this::value).map(Trees::text).toList();
        var found = map(map(mappings.get(keys.get(0))).get(keys.get(1))).get(keys.get(2));
        if (found == null) {
            throw error("Unable to get mapping for " + String.join("::", keys));
        }
        return found;
    }

    private boolean truth(@Nullable Object tree) {
        if (!(tree instanceof Map<?, ?> call) || call.size() != 1) {
            return "true".equals(text(tree));
        }
        var entry = call.entrySet().iterator().next();
        var name = text(entry.getKey());
        var argument = entry.getValue();
        return switch (name) {
            case "Condition" -> holds(text(argument));
            case "Fn::Equals" -> {
                var parts = arguments(name, argument, 2);
                yield text(value(parts.getFirst())).equals(text(value(parts.getLast())));
            }
            case "Fn::And" -> list(argument).stream().allMatch(this::truth);
            case "Fn::Or" -> list(argument).stream().anyMatch(this::truth);
            case "Fn::Not" -> !truth(list(argument).getFirst());
            default -> "true".equals(text(value(tree)));
        };
    }

    private static int number(String name, Object value) {
        var text = text(value);
        if (!text.matches("-?\\d{1,9}")) {
            throw error("every " + name + " object takes whole numbers, and " + text + " is none");
        }
        return Integer.parseInt(text);
    }

    private static List<?> arguments(String name, Object argument, int count) {
        var arguments = list(argument);
        if (arguments.size() < count) {
            throw error("every " + name + " object requires " + count + " arguments");
        }
        return arguments;
    }

    private static Refusal error(String what) {
        return new Refusal(
                "ValidationError",
                (what.startsWith("Unresolved") ? "Template format error: " : "Template error: ")
                        + what);
    }
}
