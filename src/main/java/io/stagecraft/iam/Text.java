package io.stagecraft.iam;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A text whose parts may only be known once something is deployed, such as the ARN of a bucket yet to be created.
///
/// @param parts never two literals in a row
public record Text(List<Part> parts) {
    /// A piece of a text.
    public sealed interface Part {}

    /// Letters.
    public record Literal(String text) implements Part {}

    /// An attribute of a resource of the same stack, by its key.
    public record Attribute(String resource, Of of) implements Part {}

    /// Something about the account and region that the stack is deployed to.
    public record Pseudo(Here here) implements Part {}

    /// What only the user knows, asked for on deployment.
    public record Parameter(String name) implements Part {}

    /// Which attribute.
    public enum Of {
        ARN,
        NAME,
        ID
    }

    /// Which fact about the surroundings.
    public enum Here {
        PARTITION,
        REGION,
        ACCOUNT,
        /// The end of host names, such as `amazonaws.com`.
        SUFFIX
    }

    public Text {
        parts = List.copyOf(joined(parts));
    }

    /// Plain letters.
    public static Text of(String literal) {
        return new Text(List.of(new Literal(literal)));
    }

    public static Text arnOf(String resource) {
        return new Text(List.of(new Attribute(resource, Of.ARN)));
    }

    public static Text nameOf(String resource) {
        return new Text(List.of(new Attribute(resource, Of.NAME)));
    }

    public static Text parameter(String name) {
        return new Text(List.of(new Parameter(name)));
    }

    public static Text here(Here here) {
        return new Text(List.of(new Pseudo(here)));
    }

    public Text plus(Text more) {
        var all = new ArrayList<>(parts);
        all.addAll(more.parts);
        return new Text(all);
    }

    public Text plus(String literal) {
        return plus(of(literal));
    }

    /// Whether every part is known today.
    public boolean isLiteral() {
        return parts.stream().allMatch(Literal.class::isInstance);
    }

    /// For people: what is not known yet stands in `${…}`.
    public String shown() {
        return parts.stream().map(Text::shown).collect(Collectors.joining());
    }

    private static String shown(Part part) {
        return switch (part) {
            case Literal(var text) -> text;
            case Attribute(var resource, var of) ->
                    "${" + resource + (of == Of.ARN ? ".Arn" : "") + "}";
            case Pseudo(var here) -> "${" + here.name().toLowerCase(Locale.ROOT) + "}";
            case Parameter(var name) -> "${" + name + "}";
        };
    }

    private static List<Part> joined(List<Part> parts) {
        return isJoined(parts) ? parts : join(parts);
    }

    private static boolean isJoined(List<Part> parts) {
        boolean afterLetters = false;
        for (var part : parts) {
            boolean letters = part instanceof Literal;
            if (letters && (afterLetters || ((Literal) part).text().isEmpty())) {
                return false;
            }
            afterLetters = letters;
        }
        return true;
    }

    private static List<Part> join(List<Part> parts) {
        var joined = new ArrayList<Part>();
        for (var part : parts) {
            if (part instanceof Literal(var more)
                    && !joined.isEmpty()
                    && joined.getLast() instanceof Literal(var text)) {
                joined.set(joined.size() - 1, new Literal(text + more));
            } else if (!(part instanceof Literal(var text) && text.isEmpty())) {
                joined.add(part);
            }
        }
        return joined;
    }
}
