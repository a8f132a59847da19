package io.stagecraft.iam;

import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.catalog.ActionSpec.Mover;
import io.stagecraft.catalog.CompanionKind;
import io.stagecraft.catalog.FieldSpec;
import io.stagecraft.catalog.PermissionSpec;
import io.stagecraft.catalog.RuleTypeSpec;

import java.util.List;
import java.util.Optional;

/// What permissions depend on in an action type or in a rule type of stage conditions: the two have it in common.
record Kind(
        String provider,
        String version,
        List<FieldSpec> fields,
        List<PermissionSpec> permissions,
        Mover moves) {
    static Kind of(ActionSpec spec) {
        return new Kind(
                spec.type().provider(),
                spec.type().version(),
                spec.fields(),
                spec.permissions(),
                spec.moves());
    }

    /// A rule that starts a build leaves the artifacts to the build, as an action does.
    static Kind of(RuleTypeSpec spec) {
        boolean builds =
                spec.fields().stream()
                        .flatMap(f -> f.companion().stream())
                        .anyMatch(use -> use.kind() == CompanionKind.BUILD_PROJECT);
        return new Kind(
                spec.provider(),
                spec.version(),
                spec.fields(),
                spec.permissions(),
                builds ? Mover.BUILD_PROJECT_ROLE : Mover.ACTION_ROLE);
    }

    Optional<FieldSpec> field(String key) {
        return fields.stream().filter(f -> f.key().equals(key)).findFirst();
    }
}
