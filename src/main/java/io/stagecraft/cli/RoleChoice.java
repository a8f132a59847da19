package io.stagecraft.cli;

import io.stagecraft.blueprint.ExistingRoles.Subject;
import io.stagecraft.model.Design;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which role of a design somebody means: by its ARN or logical id, by its name, or by what runs under it.
record RoleChoice(Design design, List<Subject> subjects) {
    /// The pipeline's, where nobody says which.
    ///
    /// @throws Refused where nothing needs anything
    Subject first() {
        if (subjects.isEmpty()) {
            throw Refused.input("No role of this design needs anything yet. Draw an action first.");
        }
        return subjects.getFirst();
    }

    Optional<Subject> named(String name) {
        return subjects.stream().filter(s -> s.name().equals(name)).findFirst();
    }

    /// @throws Refused where no role is meant, or several
    Subject of(String word) {
        first();
        return Stream.<Predicate<Subject>>of(
                        s -> s.name().equals(word),
                        s -> s.isPipelines() && word.equals("PipelineRole"),
                        s -> s.exists() && path(s).equals(word),
                        s -> s.exists() && name(s).equals(word),
                        s -> runs(s).contains(word),
                        s -> runs(s).stream().anyMatch(place -> place.endsWith("/" + word)))
                .map(means -> subjects.stream().filter(means).toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .map(found -> only(word, found))
                .orElseThrow(() -> Refused.input(unknown(word)));
    }

    private static Subject only(String word, List<Subject> found) {
        if (found.size() > 1) {
            throw Refused.input(
                    word
                            + " may mean "
                            + found.stream().map(Subject::name).collect(Collectors.joining(" or "))
                            + ". Give one of these to --of.");
        }
        return found.getFirst();
    }

    private String unknown(String word) {
        return "No role here goes by "
                + word
                + ". Give --of one of "
                + subjects.stream().map(Subject::name).collect(Collectors.joining(", "))
                + places().findFirst().map(a -> "; or an action, such as " + a).orElse("")
                + ".";
    }

    private Stream<String> places() {
        return subjects.stream().flatMap(s -> runs(s).stream());
    }

    /// What has no role of its own runs under the pipeline's.
    private List<String> runs(Subject subject) {
        var runs = new ArrayList<>(subject.runs());
        if (subject.isPipelines()) {
            for (var stage : design.stages()) {
                stage.actions().stream()
                        .filter(a -> a.role().isEmpty())
                        .forEach(a -> runs.add(stage.name() + "/" + a.name()));
            }
        }
        return runs;
    }

    /// What stands behind `role/` in its ARN.
    private static String path(Subject subject) {
        return subject.name()
                .substring(subject.name().indexOf(":role/") + 1)
                .replaceFirst("^role/", "");
    }

    private static String name(Subject subject) {
        return subject.name().substring(subject.name().lastIndexOf('/') + 1);
    }
}
