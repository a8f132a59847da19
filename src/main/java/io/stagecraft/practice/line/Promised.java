package io.stagecraft.practice.line;

import io.stagecraft.model.VariableRef;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.codepipeline.model.ActionDeclaration;
import software.amazon.awssdk.services.codepipeline.model.StageDeclaration;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Variables that an action hands on although nobody here can know them, because no build, script or template really runs:
/// those that it declares, and those that others of its pipeline ask of it.
final class Promised {
    private Promised() {}

    /// The names of what an action of its own making hands on: declared, or asked for.
    static Set<String> by(StageRun.ActionRun run) {
        var names = new LinkedHashSet<>(run.action.outputVariables());
        return names.isEmpty() ? asked(run) : names;
    }

    /// The names that other actions of the pipeline ask of this one.
    static Set<String> asked(StageRun.ActionRun run) {
        return asked(run.action.namespace(), run);
    }

    /// The names that the run's pipeline asks of a namespace.
    static Set<String> asked(@Nullable String namespace, StageRun.ActionRun run) {
        var names = new LinkedHashSet<String>();
        if (namespace != null) {
            run.stage.execution.declaration.stages().stream()
                    .flatMap(stage -> Stream.concat(settings(stage), rules(stage)))
                    .flatMap(settings -> settings.values().stream())
                    .flatMap(value -> VariableRef.in(value).stream())
                    .filter(ref -> ref.namespace().equals(namespace))
                    .forEach(ref -> names.add(ref.key()));
        }
        return names;
    }

    private static Stream<Map<String, String>> settings(StageDeclaration stage) {
        return stage.actions().stream().map(ActionDeclaration::configuration);
    }

    private static Stream<Map<String, String>> rules(StageDeclaration stage) {
        return Stream.of(
                        Stream.ofNullable(stage.beforeEntry())
                                .flatMap(b -> b.conditions().stream()),
                        Stream.ofNullable(stage.onSuccess()).flatMap(s -> s.conditions().stream()),
                        Stream.ofNullable(stage.onFailure()).flatMap(f -> f.conditions().stream()))
                .flatMap(conditions -> conditions)
                .flatMap(condition -> condition.rules().stream())
                .map(rule -> rule.configuration());
    }

    /// A value that shows by itself where it comes from.
    static String value(String name, StageRun.ActionRun run) {
        return name.toLowerCase(Locale.ROOT) + "-" + run.id.substring(0, 8);
    }
}
