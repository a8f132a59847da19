package io.stagecraft.model;

import java.util.Optional;
import java.util.regex.Pattern;

/// A setting that points at a companion: `@{orders-build}`. What it becomes, a name or an ARN, the catalogue's field says.
public final class CompanionRef {
    private static final Pattern FORM = Pattern.compile("@\\{([^}]+)}");

    private CompanionRef() {}

    /// The companion's name, if `value` is such a reference and nothing else.
    public static Optional<String> in(String value) {
        if (!value.startsWith("@{")) {
            return Optional.empty();
        }
        var match = FORM.matcher(value);
        return match.matches() ? Optional.of(match.group(1)) : Optional.empty();
    }

    /// The reference to the companion of that name.
    public static String to(String name) {
        return "@{" + name + "}";
    }
}
