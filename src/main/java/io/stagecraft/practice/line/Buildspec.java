package io.stagecraft.practice.line;

import io.stagecraft.practice.account.Thing;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

import java.util.List;
import java.util.Map;

/// What a build project's inline buildspec says, as far as playing it needs.
record Buildspec(Map<?, ?> tree) {
    static Buildspec of(Thing project) {
        if (project.properties().get("Source") instanceof Map<?, ?> source
                && source.get("BuildSpec") instanceof String text
                && text.contains("\n")) {
            try {
                if (new Load(LoadSettings.builder().build()).loadFromString(text)
                        instanceof Map<?, ?> tree) {
                    return new Buildspec(tree);
                }
            } catch (YamlEngineException e) {
                return new Buildspec(
                        Map.of()); // CodeBuild itself would complain; nothing is read from it here
            }
        }
        return new Buildspec(Map.of());
    }

    /// Whether it stands in the project; otherwise it is a file in the source, which nobody has here.
    boolean isKnown() {
        return !tree.isEmpty();
    }

    boolean hasReports() {
        return tree.containsKey("reports");
    }

    /// Names of variables the build hands on.
    List<String> exported() {
        return tree.get("env") instanceof Map<?, ?> env
                        && env.get("exported-variables") instanceof List<?> names
                ? names.stream().map(String::valueOf).toList()
                : List.of();
    }
}
