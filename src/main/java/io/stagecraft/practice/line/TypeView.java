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

    /// A type as GetActionType tells it.
    static ActionTypeDeclaration declaration(ActionTypes.Custom type) {
        return ActionTypeDeclaration.builder()
                .id(
                        ActionTypeIdentifier.builder()
                                .category(type.id().category())
                                .owner(type.id().ownerAsString())
                                .provider(type.id().provider())
                                .version(type.id().version())
                                .build())
                .executor(e ->
                        e.type(ExecutorType.JOB_WORKER)
                                .configuration(c -> c.jobWorkerExecutorConfiguration(_ -> {})))
                .inputArtifactDetails(
                        a -> a.minimumCount(type.inputs().min()).maximumCount(type.inputs().max()))
                .outputArtifactDetails(a ->
                        a.minimumCount(type.outputs().min()).maximumCount(type.outputs().max()))
                .properties(type.properties().stream().map(TypeView::declared).toList())
                .urls(type.url().isEmpty() ? null : urls(type.url()))
                .build();
    }

    private static ActionTypeUrls urls(String url) {
        return ActionTypeUrls.builder().executionUrlTemplate(url).build();
    }

    private static ActionTypeProperty declared(ActionConfigurationProperty property) {
        return ActionTypeProperty.builder()
                .name(property.name())
                .optional(!Boolean.TRUE.equals(property.required()))
                .key(property.key())
                .noEcho(property.secret())
                .queryable(property.queryable())
                .description(property.description())
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
