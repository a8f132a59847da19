package io.stagecraft.practice.line;

import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.catalog.Bounds;
import io.stagecraft.practice.wire.Refusal;

import software.amazon.awssdk.services.codepipeline.model.ActionConfigurationProperty;
import software.amazon.awssdk.services.codepipeline.model.ActionDeclaration;
import software.amazon.awssdk.services.codepipeline.model.StageDeclaration;

import java.util.Locale;

/// What AWS refuses of an action's declaration: its type, its artifacts, its configuration.
final class Declarations {
    private final ActionTypes types;

    Declarations(ActionTypes types) {
        this.types = types;
    }

    /// @throws Refusal `InvalidActionDeclarationException`
    void check(ActionDeclaration action, StageDeclaration stage, String region) {
        var offer =
                types.find(action.actionTypeId(), region)
                        .orElseThrow(() -> unavailable(action, region));
        count(action, stage, "input", action.inputArtifacts().size(), offer.inputs());
        count(action, stage, "output", action.outputArtifacts().size(), offer.outputs());
        if (offer.custom().isPresent()) {
            offer.custom().get().properties().forEach(p -> given(action, p));
            if (!offer.isLent()) {
                offer.custom().ifPresent(c -> known(action, c));
            }
        } else {
            offer.spec().ifPresent(spec -> configuration(action, spec));
        }
    }

    /// As AWS says it, see <https://github.com/aws-samples/aws-codepipeline-third-party-git-repositories/issues/3>.
    private static Refusal unavailable(ActionDeclaration action, String region) {
        var type = action.actionTypeId();
        return declaration(
                "ActionType (Category: '"
                        + type.categoryAsString()
                        + "', Provider: '"
                        + type.provider()
                        + "', Owner: '"
                        + type.ownerAsString()
                        + "', Version: '"
                        + type.version()
                        + "') in action '"
                        + action.name()
                        + "' is not available in region '"
                        + region.toUpperCase(Locale.ROOT).replace('-', '_')
                        + "'");
    }

    private static void given(ActionDeclaration action, ActionConfigurationProperty property) {
        if (Boolean.TRUE.equals(property.required())
                && action.configuration().getOrDefault(property.name(), "").isEmpty()) {
            throw missing(action, property.name());
        }
    }

    private static void known(ActionDeclaration action, ActionTypes.Custom type) {
        action.configuration().keySet().stream()
                .filter(key -> type.properties().stream().noneMatch(p -> p.name().equals(key)))
                .findFirst()
                .ifPresent(key -> {
                    throw unknown(action, key);
                });
    }

    private static void configuration(ActionDeclaration action, ActionSpec spec) {
        var declared = Declared.of(action, spec.fields());
        declared.missing()
                .ifPresent(key -> {
                    throw missing(action, key);
                });
        if (!spec.fields().isEmpty() && !spec.open()) {
            declared.unknown()
                    .ifPresent(key -> {
                        throw unknown(action, key);
                    });
        }
    }

    private static Refusal missing(ActionDeclaration action, String key) {
        return declaration(
                "Action configuration for action '"
                        + action.name()
                        + "' is missing required configuration '"
                        + key
                        + "'");
    }

    private static Refusal unknown(ActionDeclaration action, String key) {
        return declaration(
                "Action configuration for action '"
                        + action.name()
                        + "' contains unknown configuration '"
                        + key
                        + "'");
    }

    private static void count(
            ActionDeclaration action, StageDeclaration stage, String kind, int is, Bounds bounds) {
        if (!bounds.allows(is)) {
            throw declaration(
                    "Action '"
                            + action.name()
                            + "' in Stage '"
                            + stage.name()
                            + "' was provided "
                            + is
                            + " "
                            + kind
                            + " artifacts, but must have "
                            + (is < bounds.min()
                                    ? "a minimum of " + bounds.min()
                                    : "a maximum of " + bounds.max())
                            + ".");
        }
    }

    private static Refusal declaration(String message) {
        return new Refusal("InvalidActionDeclarationException", message);
    }
}
