package io.stagecraft.practice.wire;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a service's model says of required members, lengths, patterns and words, held against a request.
///
/// The data files beside this class are drawn from AWS's own service models.
final class Constraints {
    private final Map<?, ?> inputs;
    private final Map<?, ?> shapes;
    private final boolean lowerCase;

    private Constraints(Map<?, ?> inputs, Map<?, ?> shapes, boolean lowerCase) {
        this.inputs = inputs;
        this.shapes = shapes;
        this.lowerCase = lowerCase;
    }

    /// @param service a data file's name; a service without one has no constraints
    /// @param lowerCase whether messages name members with a small first letter, as Query services do
    static Constraints of(String service, boolean lowerCase) {
        try (var in = Constraints.class.getResourceAsStream(service + ".json")) {
            if (in == null) {
                return new Constraints(Map.of(), Map.of(), lowerCase);
            }
            var data = JsonMapper.shared().readValue(in, Map.class);
            return new Constraints(
                    (Map<?, ?>) Objects.requireNonNull(data.get("inputs")),
                    (Map<?, ?>) Objects.requireNonNull(data.get("shapes")),
                    lowerCase);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What is wrong with a request, in AWS's words; empty when nothing is.
    String complaint(String operation, Map<?, ?> tree) {
        var faults = new ArrayList<String>();
        if (inputs.get(operation) instanceof String shape) {
            check("", shape, tree, faults);
        }
        return switch (faults.size()) {
            case 0 -> "";
            case 1 -> "1 validation error detected: " + faults.getFirst();
            default -> faults.size() + " validation errors detected: " + String.join("; ", faults);
        };
    }

    private void check(String path, String name, Object value, List<String> faults) {
        if (!(shapes.get(name) instanceof Map<?, ?> shape)) {
            return;
        }
        switch (value) {
            case Map<?, ?> map when "map".equals(shape.get("type")) -> {
                size(path, shape, map.size(), "{...}", faults);
                map.forEach((k, v) -> {
                    check(
                            path + "." + k,
                            word(shape.get("key")),
                            Objects.requireNonNull(k),
                            faults);
                    check(path + "." + k + ".member", word(shape.get("value")), v, faults);
                });
            }
            case Map<?, ?> structure -> structure(path, shape, structure, faults);
            case List<?> list -> {
                size(path, shape, list.size(), "[...]", faults);
                for (int i = 0; i < list.size(); i++) {
                    check(
                            path + "." + (i + 1) + ".member",
                            word(shape.get("member")),
                            list.get(i),
                            faults);
                }
            }
            case String text -> text(path, shape, text, faults);
            case Number number -> range(path, shape, number, faults);
            default -> {}
        }
    }

    private void structure(String path, Map<?, ?> shape, Map<?, ?> value, List<String> faults) {
        if (shape.get("required") instanceof List<?> required) {
            for (var member : required) {
                if (value.get(member) == null) {
                    fault(null, path(path, member), "Member must not be null", faults);
                }
            }
        }
        if (shape.get("members") instanceof Map<?, ?> members) {
            members.forEach((member, of) -> {
                var inner = value.get(member);
                if (inner != null) {
                    check(path(path, member), word(of), inner, faults);
                }
            });
        }
    }

    private void text(String path, Map<?, ?> shape, String value, List<String> faults) {
        var shown = shape.containsKey("sensitive") ? "***" : value;
        if (!"string".equals(shape.get("type"))) {
            if (shape.get("type") instanceof String type && !type.equals("boolean")) {
                numberIn(value).ifPresent(n -> range(path, shape, n, faults));
            }
            return;
        }
        size(path, shape, value.length(), shown, faults);
        if (shape.get("pattern") instanceof String pattern
                && !Pattern.compile(pattern).matcher(value).matches()) {
            fault(
                    shown,
                    path,
                    "Member must satisfy regular expression pattern: " + pattern,
                    faults);
        }
        if (shape.get("enum") instanceof List<?> words && !words.contains(value)) {
            fault(
                    shown,
                    path,
                    "Member must satisfy enum value set: [" + joined(words) + "]",
                    faults);
        }
    }

    private static Optional<BigDecimal> numberIn(String text) {
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private void size(String path, Map<?, ?> shape, int size, String shown, List<String> faults) {
        if (shape.get("min") instanceof Number min && size < min.intValue()) {
            fault(shown, path, "Member must have length greater than or equal to " + min, faults);
        }
        if (shape.get("max") instanceof Number max && size > max.intValue()) {
            fault(shown, path, "Member must have length less than or equal to " + max, faults);
        }
    }

    private void range(String path, Map<?, ?> shape, Number value, List<String> faults) {
        var number = new BigDecimal(value.toString());
        if (shape.get("min") instanceof Number min
                && number.compareTo(new BigDecimal(min.toString())) < 0) {
            fault(
                    value.toString(),
                    path,
                    "Member must have value greater than or equal to " + min,
                    faults);
        }
        if (shape.get("max") instanceof Number max
                && number.compareTo(new BigDecimal(max.toString())) > 0) {
            fault(
                    value.toString(),
                    path,
                    "Member must have value less than or equal to " + max,
                    faults);
        }
    }

    private static void fault(
            @Nullable String value, String path, String constraint, List<String> faults) {
        faults.add(
                "Value "
                        + (value == null ? "null" : "'" + value + "'")
                        + " at '"
                        + path
                        + "' failed to satisfy constraint: "
                        + constraint);
    }

    private String path(String path, Object member) {
        var name = member.toString();
        if (lowerCase) {
            name = Character.toLowerCase(name.charAt(0)) + name.substring(1);
        }
        return path.isEmpty() ? name : path + "." + name;
    }

    private static String joined(List<?> words) {
        return String.join(", ", words.stream().map(String::valueOf).toList());
    }

    private static String word(@Nullable Object value) {
        return String.valueOf(value);
    }
}
