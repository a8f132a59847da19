package io.stagecraft.validate.settings;

import io.stagecraft.catalog.CompanionKind;
import io.stagecraft.catalog.FieldSpec;
import io.stagecraft.edit.Expert;
import io.stagecraft.edit.SetCompanion;
import io.stagecraft.edit.SetSetting;
import io.stagecraft.edit.Several;
import io.stagecraft.model.Action;
import io.stagecraft.model.Companion;
import io.stagecraft.model.CompanionRef;
import io.stagecraft.model.DeploymentTarget;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Mends for settings that should point at a companion.
public final class CompanionFixes {
    private CompanionFixes() {}

    /// Makes a companion of that kind and lets the field point at it.
    public static Fix create(Drawing drawing, Action action, FieldSpec field, CompanionKind kind) {
        var made = new Expert(drawing.catalog()).companion(drawing.design(), action, kind);
        return new Fix(
                "Create " + made.name(),
                new Several(
                        "Create " + made.name() + " for " + action.name(),
                        new SetCompanion(made),
                        new SetSetting(action.id(), field.key(), CompanionRef.to(made.name()))));
    }

    static Optional<CompanionKind> kindOf(Companion companion) {
        return switch (companion) {
            case Companion.BuildProject _ -> Optional.of(CompanionKind.BUILD_PROJECT);
            case Companion.Connection _ -> Optional.of(CompanionKind.CONNECTION);
            case Companion.Topic _ -> Optional.of(CompanionKind.TOPIC);
            case Companion.Watch _ -> Optional.empty(); // no setting points at one
            case Companion.Repository _ -> Optional.of(CompanionKind.REPOSITORY);
            case Companion.Deployment d ->
                    switch (d.target()) {
                        case DeploymentTarget.Instances _ ->
                                Optional.of(CompanionKind.SERVER_DEPLOYMENT);
                        case DeploymentTarget.Service _ ->
                                Optional.of(CompanionKind.SERVICE_DEPLOYMENT);
                        // what deploys functions is no action of a pipeline
                        case DeploymentTarget.Functions _ -> Optional.empty();
                    };
            case Companion.StackRole _ -> Optional.of(CompanionKind.STACK_ROLE);
        };
    }

    static String words(CompanionKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// Those of a kind, that could stand in a setting.
    static List<String> ofKind(Drawing drawing, CompanionKind kind) {
        return drawing.design().companions().stream()
                .filter(c -> kindOf(c).filter(kind::equals).isPresent())
                .map(Companion::name)
                .distinct()
                .toList();
    }
}
