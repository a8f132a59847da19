package io.stagecraft.model.images;

import java.util.regex.Pattern;

/// What works by files of the source, which nobody has here.
final class SourceFiles {
    private static final Pattern SCRIPT =
            Pattern.compile(
                    "(?:^|[\\s;&|(\"'])(?:\\.{1,2}/\\S|\\S+\\.(?:sh|bash|py|ps1)\\b|make\\b|just\\b|"
                            + "npm run\\b|yarn\\b|skaffold\\b|docker[ -]compose\\b|docker buildx bake\\b)");

    private SourceFiles() {}

    /// Whether a command does.
    static boolean are(String command) {
        return SCRIPT.matcher(command).find();
    }
}
