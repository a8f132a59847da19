package io.stagecraft.model.images;

import io.stagecraft.model.Ordered;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// What a buildspec has run, in its order.
///
/// @param oneShell whether all commands run in one shell, so that a variable stays: since version 0.2
/// @param variables those of `env`, `variables`
/// @see <a href="https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html">Build specification reference</a>
public record BuildSteps(
        boolean oneShell, SequencedMap<String, String> variables, List<Step> steps) {
    public BuildSteps {
        variables = Ordered.copy(variables);
        steps = List.copyOf(steps);
    }

    /// One command of a phase, which may have several lines.
    ///
    /// @param phase such as `post_build`
    public record Step(String phase, String command) {}

    private static final List<String> PHASES =
            List.of("install", "pre_build", "build", "post_build");

    /// The steps of a buildspec.
    ///
    /// @param text YAML; a path in the source or the ARN of an object tells nothing
    /// @return empty where it is no buildspec that can be read here
    public static Optional<BuildSteps> in(String text) {
        return tree(text)
                .flatMap(t -> t instanceof Map<?, ?> m ? Optional.of(m) : Optional.empty())
                .map(BuildSteps::of);
    }

    /// Whether it is a buildspec itself, not where one is.
    public static boolean isInline(String text) {
        return text.strip().contains("\n") || text.stripLeading().startsWith("{");
    }

    /// All that a buildspec says, without its comments and the names of its members; of one that cannot be read, all of it.
    public static Stream<String> texts(String text) {
        return isInline(text)
                ? tree(text).map(BuildSteps::leaves).orElseGet(() -> Stream.of(text))
                : Stream.empty();
    }

    private static Optional<Object> tree(String text) {
        return isInline(text) && text.length() <= Nesting.LONGEST
                ? PlainYaml.read(text.startsWith("\uFEFF") ? text.substring(1) : text)
                : Optional.empty();
    }

    private static Stream<String> leaves(Object tree) {
        return switch (tree) {
            case Map<?, ?> map -> map.values().stream().flatMap(BuildSteps::leaves);
            case List<?> list -> list.stream().flatMap(BuildSteps::leaves);
            default -> Stream.of(String.valueOf(tree));
        };
    }

    private static BuildSteps of(Map<?, ?> tree) {
        var variables = new LinkedHashMap<String, String>();
        member(member(tree, "env"), "variables")
                .forEach((name, value) ->
                        variables.put(String.valueOf(name), String.valueOf(value)));
        var phases = member(tree, "phases");
        var steps = new ArrayList<Step>();
        for (var phase : PHASES) {
            var of = member(phases, phase);
            Stream.of(of.get("commands"), of.get("finally"))
                    .flatMap(BuildSteps::commands)
                    .forEach(command -> steps.add(new Step(phase, command)));
        }
        return new BuildSteps(!"0.1".equals(tree.get("version")), variables, steps);
    }

    private static Stream<String> commands(@Nullable Object tree) {
        return switch (tree) {
            case List<?> list ->
                    list.stream().filter(String.class::isInstance).map(String.class::cast);
            case String text -> Stream.of(text);
            case null, default -> Stream.empty();
        };
    }

    private static Map<?, ?> member(Map<?, ?> tree, String name) {
        return tree.get(name) instanceof Map<?, ?> map ? map : Map.of();
    }
}
