package io.stagecraft.validate;

import io.stagecraft.model.Ordered;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// How secrets look, by the names they get and by their letters.
///
/// @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html">IAM identifiers</a>
public final class Secrets {
    private static final Pattern NAME =
            Pattern.compile("(?i).*(passw(or)?d|secret|token|api_?key|private_?key|access_?key).*");

    /// What each looks like, in the order they are looked for.
    private static final Map<String, Pattern> KINDS = Ordered.copy(kinds());

    private static final int SHORTEST = 15;
    private static final List<String> BEGINNINGS =
            List.of("AKIA", "ASIA", "gh", "github_pat_", "glpat-", "xox", "-----BEGIN");

    private Secrets() {}

    private static LinkedHashMap<String, Pattern> kinds() {
        var kinds = new LinkedHashMap<String, Pattern>();
        kinds.put(
                "an AWS access key",
                Pattern.compile("(?<![A-Z0-9])(AKIA|ASIA)[A-Z2-7]{16}(?![A-Z0-9])"));
        kinds.put(
                "a GitHub token",
                Pattern.compile(
                        "(?<![A-Za-z0-9_])(gh[pousr]_[A-Za-z0-9]{30,}|github_pat_[A-Za-z0-9_]{30,})"));
        kinds.put("a GitLab token", Pattern.compile("(?<![A-Za-z0-9_-])glpat-[A-Za-z0-9_-]{20,}"));
        kinds.put("a Slack token", Pattern.compile("(?<![A-Za-z0-9])xox[abprs]-[A-Za-z0-9-]{10,}"));
        kinds.put("a private key", Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----"));
        return kinds;
    }

    /// Whether people call a secret so.
    public static boolean isCalledSo(String name) {
        return NAME.matcher(name).matches();
    }

    /// Whether it is worth the while to look with [#in]; nearly never, and sooner than five patterns know it.
    public static boolean mayBeIn(String text) {
        if (text.length() >= SHORTEST) {
            for (var beginning : BEGINNINGS) {
                if (text.contains(beginning)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// What kind of secret stands in the text, in words.
    public static Optional<String> in(String text) {
        if (!mayBeIn(text)) {
            return Optional.empty();
        }
        return KINDS.entrySet().stream()
                .filter(k -> k.getValue().matcher(text).find())
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
