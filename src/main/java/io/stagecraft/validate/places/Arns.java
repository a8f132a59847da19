package io.stagecraft.validate.places;

import io.stagecraft.model.Literal;

import java.util.Optional;
import java.util.regex.Pattern;

/// The parts of an ARN that say where something is.
final class Arns {
    private static final Pattern FORM = Pattern.compile("arn:[^:]+:[^:]+:([^:]*):([^:]*):.+");

    private Arns() {}

    /// Nothing where the text is no literal ARN, or the ARN names no region.
    static Optional<String> region(String arn) {
        return part(arn, 1);
    }

    /// Nothing where the text is no literal ARN, or the ARN names no account.
    static Optional<String> account(String arn) {
        return part(arn, 2);
    }

    private static Optional<String> part(String arn, int group) {
        var match = FORM.matcher(arn);
        return Literal.is(arn) && match.matches()
                ? Optional.of(match.group(group)).filter(p -> !p.isEmpty())
                : Optional.empty();
    }
}
