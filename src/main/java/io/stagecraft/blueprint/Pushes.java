package io.stagecraft.blueprint;

import io.stagecraft.model.Companion;
import io.stagecraft.model.CompanionRef;
import io.stagecraft.model.ConditionRule;
import io.stagecraft.model.Design;
import io.stagecraft.model.EnvironmentVariable;
import io.stagecraft.model.ImagePush;
import io.stagecraft.model.Origin;
import io.stagecraft.model.Stage;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which repositories of a design the builds of its projects push to, as their buildspecs tell.
final class Pushes {
    private static final Pattern ARN =
            Pattern.compile("arn:[^:]*:ecr:([^:]*):([^:]*):repository/(.+)");

    private final Design design;
    private final Ground ground;
    private final Map<String, List<String>> of = new HashMap<>();

    Pushes(Design design, Ground ground) {
        this.design = design;
        this.ground = ground;
    }

    /// Names of companions.
    ///
    /// @param project one whose buildspec is a file of the source tells nothing but what its actions say
    Stream<String> of(Companion.BuildProject project) {
        return of.computeIfAbsent(project.name(), _ -> read(project)).stream();
    }

    private List<String> read(Companion.BuildProject project) {
        var push =
                ImagePush.in(
                        Stream.of(
                                        Stream.of(project.buildspec()),
                                        handed(project.name()),
                                        project.variables().stream()
                                                .map(EnvironmentVariable::assigned))
                                .flatMap(s -> s));
        return design.companions().stream()
                .flatMap(c -> c instanceof Companion.Repository r ? Stream.of(r) : Stream.empty())
                .filter(r -> isTo(push, r))
                .map(Companion::name)
                .distinct()
                .toList();
    }

    /// What those who start the project say to it: another buildspec, more variables.
    private Stream<String> handed(String project) {
        return Stream.of(
                        design.actions().flatMap(a -> said(project, a.settings().values())),
                        design.actions()
                                .filter(a -> names(project, a.settings().values()))
                                .flatMap(a -> a.environmentVariables().stream())
                                .map(EnvironmentVariable::assigned),
                        design.stages().stream()
                                .flatMap(Stage::conditions)
                                .flatMap(c -> c.rules().stream())
                                .map(ConditionRule::settings)
                                .flatMap(s -> said(project, s.values())))
                .flatMap(s -> s);
    }

    private static Stream<String> said(String project, Collection<String> settings) {
        return names(project, settings) ? settings.stream() : Stream.empty();
    }

    private static boolean names(String project, Collection<String> settings) {
        return settings.contains(CompanionRef.to(project));
    }

    private boolean isTo(ImagePush push, Companion.Repository repository) {
        var site = ground.of(repository);
        if (repository.origin() instanceof Origin.Existing(var id)) {
            var arn = ARN.matcher(id.strip());
            return arn.matches()
                    ? push.isTo(arn.group(2), arn.group(1), arn.group(3))
                    : !id.isBlank() && push.isTo(site.account(), site.region(), id.strip());
        }
        return push.isTo(site.account(), site.region(), repository.name());
    }
}
