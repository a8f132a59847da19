package io.stagecraft.practice.line;

import io.stagecraft.practice.account.Thing;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a build project's inline buildspec says, as far as playing it needs.
///
/// @param fault why CodeBuild cannot read it
/// @see <a href="https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html">Build specification reference</a>
record Buildspec(Map<?, ?> tree, Optional<String> fault) {
    private static final Set<String> PHASES = Set.of("install", "pre_build", "build", "post_build");

    static Buildspec of(Thing project) {
        var text = text(project);
        if (text.isEmpty()) {
            return new Buildspec(Map.of(), Optional.empty());
        }
        try {
            var read = new Load(LoadSettings.builder().build()).loadFromString(text.get());
            return read instanceof Map<?, ?> tree
                    ? new Buildspec(tree, wrongPhase(tree))
                    : new Buildspec(Map.of(), Optional.of("the buildspec is no mapping"));
        } catch (MarkedYamlEngineException e) {
            var line = e.getProblemMark().map(m -> " at line " + (m.getLine() + 1)).orElse("");
            return new Buildspec(Map.of(), Optional.of(e.getProblem() + line));
        } catch (YamlEngineException e) {
            return new Buildspec(Map.of(), Optional.of("the buildspec is no YAML"));
        }
    }

    /// The buildspec itself, where it stands in the project.
    static Optional<String> text(Thing project) {
        return project.properties().get("Source") instanceof Map<?, ?> source
                        && source.get("BuildSpec") instanceof String text
                        && text.contains("\n")
                ? Optional.of(text)
                : Optional.empty();
    }

    /// As CodeBuild says it, names in capitals.
    private static Optional<String> wrongPhase(Map<?, ?> tree) {
        return map(tree.get("phases")).keySet().stream()
                .map(String::valueOf)
                .filter(name -> !PHASES.contains(name))
                .findFirst()
                .map(name ->
                        "Invalid buildspec phase name: "
                                + name.toUpperCase(Locale.ROOT)
                                + ". Expecting: BUILD,INSTALL,POST_BUILD,PRE_BUILD");
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
        return texts(map(tree.get("env")).get("exported-variables"));
    }

    /// The files of an artifact that the build makes, by their paths in it; nothing where only the build knows them.
    ///
    /// @param artifact the output's name, which counts only among several
    /// @param isOnly whether the action has no other
    Optional<Set<String>> files(String artifact, boolean isOnly) {
        var artifacts = map(tree.get("artifacts"));
        var made =
                isOnly ? artifacts : map(map(artifacts.get("secondary-artifacts")).get(artifact));
        var flat = Set.of("yes", "true").contains(String.valueOf(made.get("discard-paths")));
        return known(texts(made.get("files")))
                .map(files ->
                        files.stream()
                                .map(f -> flat ? f.substring(f.lastIndexOf('/') + 1) : f)
                                .collect(Collectors.toSet()));
    }

    /// Files that are named one by one; nothing where a pattern or a variable is among them, or there are none.
    static Optional<Set<String>> known(List<String> files) {
        return files.isEmpty() || files.stream().anyMatch(f -> f.matches(".*[*?$\\[{].*"))
                ? Optional.empty()
                : Optional.of(
                        files.stream()
                                .map(f -> f.replaceFirst("^\\./", ""))
                                .collect(Collectors.toSet()));
    }

    private static Map<?, ?> map(@Nullable Object tree) {
        return tree instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<String> texts(@Nullable Object tree) {
        return tree instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
