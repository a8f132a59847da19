package io.stagecraft.validate.advice;

import io.stagecraft.model.Action;
import io.stagecraft.model.Companion;
import io.stagecraft.model.ConditionRule;
import io.stagecraft.model.Design;
import io.stagecraft.model.EnvironmentVariable;
import io.stagecraft.model.Origin;
import io.stagecraft.model.Variable;
import io.stagecraft.model.images.BuildSteps;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Where a companion's name stands in what a design says, whether or not anybody here understands what is done with it.
final class Mentions {
    /// What works by files of the source, which nobody has here.
    private static final Pattern SCRIPT =
            Pattern.compile(
                    "(?:^|[\\s;&|(\"'])(?:\\.{1,2}/\\S|\\S+\\.(?:sh|bash|py|ps1)\\b|make\\b|just\\b|"
                            + "npm run\\b|yarn\\b|skaffold\\b|docker[ -]compose\\b|docker buildx bake\\b)");

    private final Design design;

    Mentions(Design design) {
        this.design = design;
    }

    /// Whether a text of the design has the companion's name as a word, or its files may have.
    boolean are(Companion companion) {
        var word =
                Pattern.compile(
                        "(?<![A-Za-z0-9_-])"
                                + Pattern.quote(name(companion))
                                + "(?![A-Za-z0-9_-])");
        return texts(companion).anyMatch(text -> word.matcher(text).find())
                || companion instanceof Companion.Repository && filesMay();
    }

    /// What the account calls it.
    private static String name(Companion companion) {
        return companion.origin() instanceof Origin.Existing(var id) && !id.isBlank()
                ? id.strip().replaceFirst("^arn:[^/]*:(?:repository/|project/|role/)?", "")
                : companion.name();
    }

    private Stream<String> texts(Companion about) {
        return Stream.of(
                        design.actions().flatMap(Mentions::texts),
                        design.rules().flatMap(Mentions::texts),
                        design.variables().stream().flatMap(Mentions::texts),
                        design.companions().stream()
                                .filter(c -> !c.equals(about))
                                .flatMap(Mentions::ofCompanion))
                .flatMap(s -> s);
    }

    private static Stream<String> texts(Action action) {
        return Stream.of(
                        action.settings().values().stream().flatMap(Mentions::said),
                        action.commands().stream(),
                        action.environmentVariables().stream().map(EnvironmentVariable::value))
                .flatMap(s -> s);
    }

    private static Stream<String> texts(ConditionRule rule) {
        return Stream.concat(
                rule.settings().values().stream().flatMap(Mentions::said),
                rule.commands().stream());
    }

    private static Stream<String> texts(Variable variable) {
        return variable.defaultValue().stream();
    }

    private static Stream<String> ofCompanion(Companion companion) {
        return switch (companion) {
            case Companion.BuildProject p ->
                    Stream.concat(
                            Stream.concat(said(p.buildspec()), Stream.of(p.image())),
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
    private static Stream<String> said(String text) {
        return BuildSteps.in(text).isPresent() ? BuildSteps.texts(text) : Stream.of(text);
    }

    /// Whether a build works by files that nobody sees: its buildspec, a script, what makes images by a file of its own.
    private boolean filesMay() {
        return design.companions().stream()
                .anyMatch(c ->
                        c instanceof Companion.BuildProject p
                                && (p.origin() instanceof Origin.Existing
                                        || !BuildSteps.isInline(p.buildspec())
                                        || commands(p.buildspec())));
    }

    private static boolean commands(String buildspec) {
        return BuildSteps.in(buildspec).map(BuildSteps::steps).orElse(List.of()).stream()
                .anyMatch(step -> SCRIPT.matcher(step.command()).find());
    }
}
