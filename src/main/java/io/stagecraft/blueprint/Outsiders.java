package io.stagecraft.blueprint;

import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.catalog.CompanionKind;
import io.stagecraft.model.Action;
import io.stagecraft.model.Companion;
import io.stagecraft.model.CompanionRef;
import io.stagecraft.model.Design;
import io.stagecraft.model.Origin;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a design uses and does not bring along: it has to be in the account already.
///
/// @param roles ARNs
/// @param buckets names
/// @param projects names of CodeBuild projects
public record Outsiders(List<String> roles, List<String> buckets, List<String> projects) {
    private static final Pattern ROLE = Pattern.compile("arn:[^:]+:iam::\\d{12}:role/.+");

    public Outsiders {
        roles = List.copyOf(roles);
        buckets = List.copyOf(buckets);
        projects = List.copyOf(projects);
    }

    /// What `design` takes as given.
    public static Outsiders of(Design design, ActionCatalog catalog) {
        var roles = new LinkedHashSet<String>();
        named(Optional.of(design.role()), roles);
        design.actions().forEach(a -> named(a.role(), roles));
        design.actions()
                .flatMap(a -> a.settings().values().stream())
                .filter(v -> ROLE.matcher(v).matches())
                .forEach(roles::add);
        design.companions().stream()
                .filter(Companion.StackRole.class::isInstance)
                .forEach(c -> named(Optional.of(c.origin()), roles));
        var buckets = new LinkedHashSet<String>();
        design.stores().forEach(s -> named(Optional.of(s.bucket()), buckets));
        var projects =
                design.actions()
                        .flatMap(a -> projects(a, design, catalog))
                        .map(p -> p.substring(p.lastIndexOf('/') + 1))
                        .distinct()
                        .toList();
        return new Outsiders(List.copyOf(roles), List.copyOf(buckets), projects);
    }

    private static void named(Optional<Origin> origin, Set<String> names) {
        if (origin.orElse(Origin.CREATE) instanceof Origin.Existing(var name) && !name.isBlank()) {
            names.add(name);
        }
    }

    private static Stream<String> projects(Action action, Design design, ActionCatalog catalog) {
        return catalog.find(action.type()).stream()
                .flatMap(spec -> spec.fields().stream())
                .filter(f ->
                        f.companion()
                                .filter(c -> c.kind() == CompanionKind.BUILD_PROJECT)
                                .isPresent())
                .flatMap(f -> action.setting(f.key()).stream())
                .flatMap(value -> existing(value, design).stream());
    }

    /// The name that a setting stands for, unless it is a companion that comes along.
    private static Optional<String> existing(String value, Design design) {
        var companion = CompanionRef.in(value);
        if (companion.isEmpty()) {
            return Optional.of(value);
        }
        return companion
                .flatMap(design::companion)
                .map(Companion::origin)
                .flatMap(o ->
                        o instanceof Origin.Existing(var name)
                                ? Optional.of(name)
                                : Optional.empty());
    }
}
