package io.stagecraft.blueprint;

import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.catalog.FieldSpec;
import io.stagecraft.catalog.HandedOn;
import io.stagecraft.catalog.PermissionSpec;
import io.stagecraft.catalog.RuleTypeCatalog;
import io.stagecraft.catalog.RuleTypeSpec;
import io.stagecraft.model.Companion;
import io.stagecraft.model.CompanionRef;
import io.stagecraft.model.Design;
import io.stagecraft.model.EcrImage;
import io.stagecraft.model.Environment;
import io.stagecraft.model.EnvironmentId;
import io.stagecraft.model.EnvironmentVariable;
import io.stagecraft.model.Origin;
import io.stagecraft.model.images.Buildspecs;
import io.stagecraft.model.images.ImageUses;
import io.stagecraft.model.images.ImageUses.Way;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The repositories that builds push to and pull from: those of the design, and those that a reference names in full.
record BuildImages(Design design, Buildspecs buildspecs) {
    private static final Pattern ARN =
            Pattern.compile("arn:[^:]*:ecr:([^:]*):([^:]*):repository/(.+)");

    /// @param repository of the design, or in an account and region
    /// @param readIn the phase, and how the command begins
    record Used(EcrImage repository, Way way, String readIn) {
        boolean isOf(String companion) {
            return repository.equals(new EcrImage.OfCompanion(companion, ""));
        }
    }

    /// Those of a build that is started in this way.
    List<Used> of(Companion.BuildProject project, HandedOn handed) {
        var repositories =
                design.companions().stream()
                        .flatMap(c ->
                                c instanceof Companion.Repository r ? Stream.of(r) : Stream.empty())
                        .toList();
        var variables =
                Stream.<EnvironmentVariable>concat(
                        project.variables().stream(), handed.variables().stream());
        var images =
                buildspecs.uses(
                        handed.buildspec().orElse(project.buildspec()),
                        variables.toList(),
                        region(project.environment()));
        var drawn = new LinkedHashSet<ImageUses.Use>();
        var used = new LinkedHashSet<Used>();
        for (var repository : repositories) {
            in(images, repository)
                    .forEach(use -> {
                        drawn.add(use);
                        used.add(
                                new Used(
                                        new EcrImage.OfCompanion(repository.name(), ""),
                                        use.way(),
                                        use.readIn()));
                    });
        }
        images.all()
                .filter(Predicate.not(drawn::contains))
                .flatMap(use ->
                        EcrImage.in(use.reference())
                                .map(image -> new Used(image, use.way(), use.readIn()))
                                .stream())
                .forEach(used::add);
        return List.copyOf(used);
    }

    /// Those of all builds of a project, whoever starts them.
    Stream<Used> of(Companion.BuildProject project, ActionCatalog catalog, RuleTypeCatalog rules) {
        var byActions =
                design.actions()
                        .filter(a -> starts(a.settings(), project))
                        .map(a ->
                                HandedOn.of(
                                        fields(catalog.find(a.type()), ActionSpec::fields),
                                        a.settings()));
        var byRules =
                design.rules()
                        .filter(r -> starts(r.settings(), project))
                        .map(r ->
                                HandedOn.of(
                                        fields(
                                                rules.find(r.provider(), r.version()),
                                                RuleTypeSpec::fields),
                                        r.settings()));
        return Stream.concat(byActions, byRules)
                .distinct()
                .flatMap(handed -> of(project, handed).stream());
    }

    private static <T> List<FieldSpec> fields(
            Optional<T> spec, Function<T, List<FieldSpec>> fields) {
        return spec.map(fields).orElse(List.of());
    }

    private static boolean starts(Map<String, String> settings, Companion.BuildProject project) {
        return settings.containsValue(CompanionRef.to(project.name()));
    }

    private Stream<ImageUses.Use> in(ImageUses images, Companion.Repository repository) {
        var account = place(repository.environment(), Environment::account);
        var region = region(repository.environment());
        if (repository.origin() instanceof Origin.Existing(var id)) {
            var arn = ARN.matcher(id.strip());
            return arn.matches()
                    ? images.in(arn.group(2), arn.group(1), arn.group(3))
                    : images.in(account, region, id.strip());
        }
        return images.in(account, region, repository.name());
    }

    private String region(Optional<EnvironmentId> environment) {
        return place(environment, Environment::region);
    }

    /// What an environment leaves open is the pipeline's own.
    private String place(Optional<EnvironmentId> environment, Function<Environment, String> part) {
        return environment
                .flatMap(design::environment)
                .map(part)
                .filter(Predicate.not(String::isEmpty))
                .orElseGet(() -> part.apply(design.home()));
    }

    /// What the catalogue has a build allowed on a repository of this kind: a slot of [PermissionSpec].
    static List<String> calls(ActionCatalog catalog, String slot) {
        return catalog.all().stream()
                .flatMap(spec -> spec.permissions().stream())
                .filter(permission -> permission.on().contains(slot))
                .flatMap(permission -> permission.allow().stream())
                .distinct()
                .toList();
    }
}
