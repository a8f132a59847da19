package io.stagecraft.practice.line;

import static io.stagecraft.practice.line.RunView.orNull;

import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.catalog.Bounds;
import io.stagecraft.catalog.FieldKind;
import io.stagecraft.catalog.FieldSpec;
import io.stagecraft.catalog.RuleTypeSpec;
import io.stagecraft.catalog.When;

import software.amazon.awssdk.services.codepipeline.model.*;

/// How action types and rule types look in answers.
final class TypeView {
    private TypeView() {}

    static ActionType type(ActionSpec spec) {
        return ActionType.builder()
                .id(id(spec))
                .inputArtifactDetails(details(spec.inputs()))
                .outputArtifactDetails(details(spec.outputs()))
                .actionConfigurationProperties(
                        spec.fields().stream().map(TypeView::property).toList())
                .build();
    }

    static ActionType type(ActionTypes.Custom type) {
        return ActionType.builder()
                .id(type.id())
                .settings(
                        type.url().isEmpty()
                                ? null
                                : ActionTypeSettings.builder()
                                        .executionUrlTemplate(type.url())
                                        .build())
                .inputArtifactDetails(details(type.inputs()))
                .outputArtifactDetails(details(type.outputs()))
                .actionConfigurationProperties(type.properties())
                .build();
    }

    static RuleType type(RuleTypeSpec spec) {
        return RuleType.builder()
                .id(i ->
                        i.category(RuleCategory.RULE)
                                .owner(RuleOwner.AWS)
                                .provider(spec.provider())
                                .version(spec.version()))
                .inputArtifactDetails(details(spec.inputs()))
                .ruleConfigurationProperties(spec.fields().stream().map(TypeView::asked).toList())
                .build();
    }

    private static RuleConfigurationProperty asked(FieldSpec field) {
        return RuleConfigurationProperty.builder()
                .name(field.key())
                .key(true)
                .required(isAlways(field))
                .secret(field.kind() == FieldKind.SECRET)
                .description(orNull(field.help()))
                .build();
    }

    private static ActionConfigurationProperty property(FieldSpec field) {
        return ActionConfigurationProperty.builder()
                .name(field.key())
                .key(true)
                .required(isAlways(field))
                .secret(field.kind() == FieldKind.SECRET)
                .build();
    }

    private static boolean isAlways(FieldSpec field) {
        return field.required().filter(When.ALWAYS::equals).isPresent();
    }

    private static ActionTypeId id(ActionSpec spec) {
        return ActionTypeId.builder()
                .category(spec.type().category().word())
                .owner(spec.type().owner().word())
                .provider(spec.type().provider())
                .version(spec.type().version())
                .build();
    }

    private static ArtifactDetails details(Bounds bounds) {
        return ArtifactDetails.builder()
                .minimumCount(bounds.min())
                .maximumCount(bounds.max())
                .build();
    }
}
