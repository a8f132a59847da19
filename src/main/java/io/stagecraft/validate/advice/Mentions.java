package io.stagecraft.validate.advice;

import io.stagecraft.model.Action;
import io.stagecraft.model.Companion;
import io.stagecraft.model.ConditionRule;
import io.stagecraft.model.Design;
import io.stagecraft.model.EnvironmentVariable;
import io.stagecraft.model.Origin;
import io.stagecraft.model.Variable;
import io.stagecraft.model.images.BuildSteps;
import io.stagecraft.model.images.Buildspecs;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where a companion's name stands in what a design says, whether or not anybody here understands what is done with it.
final class Mentions {
    /// A text of the design, and the companion that says it, if one does.
    private record Said(Optional<Companion> by, String text) {}

    private final Buildspecs buildspecs;
    private final List<Said> all;
    private final boolean filesMay;

    Mentions(Design design, Buildspecs buildspecs) {
        this.buildspecs = buildspecs;
        all =
                Stream.concat(
                                Stream.of(
                                                design.actions().flatMap(this::texts),
                                                design.rules().flatMap(this::texts),
                                                design.variables().stream()
                                                        .flatMap(Mentions::texts))
                                        .flatMap(s -> s)
                                        .map(text -> new Said(Optional.empty(), text)),
                                design.companions().stream()
                                        .flatMap(c ->
                                                ofCompanion(c)
                                                        .map(t -> new Said(Optional.of(c), t))))
                        .toList();
        filesMay = design.companions().stream().anyMatch(this::isByFiles);
    }

    /// Whether a text of the design has the companion's name as a word, or its files may have.
    boolean are(Companion companion) {
        var name = name(companion);
        return all.stream()
                        .anyMatch(said ->
                                hasWord(said.text(), name)
                                        && !said.by().filter(companion::equals).isPresent())
                || companion instanceof Companion.Repository && filesMay;
    }

    private static boolean hasWord(String text, String word) {
        for (int at = text.indexOf(word);
                at >= 0 && at < text.length();
                at = text.indexOf(word, at + 1)) {
            int end = at + word.length();
            if ((at == 0 || !isOfWord(text.charAt(at - 1)))
                    && (end == text.length() || !isOfWord(text.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfWord(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c == '_'
                || c == '-';
    }

    /// What the account calls it.
    private static String name(Companion companion) {
        return companion.origin() instanceof Origin.Existing(var id) && !id.isBlank()
                ? id.strip().replaceFirst("^arn:[^/]*:(?:repository/|project/|role/)?", "")
                : companion.name();
    }

    private Stream<String> texts(Action action) {
        return Stream.of(
                        action.settings().values().stream().map(this::said),
                        action.commands().stream(),
                        action.environmentVariables().stream().map(EnvironmentVariable::value))
                .flatMap(s -> s);
    }

    private Stream<String> texts(ConditionRule rule) {
        return Stream.concat(
                rule.settings().values().stream().map(this::said), rule.commands().stream());
    }

    private static Stream<String> texts(Variable variable) {
        return variable.defaultValue().stream();
    }

    private Stream<String> ofCompanion(Companion companion) {
        return switch (companion) {
            case Companion.BuildProject p ->
                    Stream.concat(
                            Stream.of(said(p.buildspec()), p.image()),
                            p.variables().stream().map(EnvironmentVariable::value));
            case Companion.StackRole r -> r.grants().stream().flatMap(g -> g.resources().stream());
            case Companion.Connection _,
                    Companion.Topic _,
                    Companion.Watch _,
                    Companion.Repository _,
                    Companion.Deployment _ ->
                    Stream.empty();
        };
    }

    /// Of a buildspec what it says, not how it is built.
    private String said(String text) {
        return BuildSteps.isInline(text) ? buildspecs.said(text).texts() : text;
    }

    /// Whether a build works by files that nobody sees: its buildspec, a script, what makes images by a file of its own.
    private boolean isByFiles(Companion companion) {
        return companion instanceof Companion.BuildProject p
                && (p.origin() instanceof Origin.Existing
                        || !BuildSteps.isInline(p.buildspec())
                        || buildspecs.said(p.buildspec()).byFiles());
    }
}
