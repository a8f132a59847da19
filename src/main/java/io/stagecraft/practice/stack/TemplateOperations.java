package io.stagecraft.practice.stack;

import io.stagecraft.practice.account.Timeline;
import io.stagecraft.practice.wire.Caller;
import io.stagecraft.practice.wire.Refusal;

import software.amazon.awssdk.services.cloudformation.model.*;

/// Operations that read templates: sent along, or of a stack.
final class TemplateOperations {
    private final Timeline time;
    private final Stacks stacks;

    TemplateOperations(Timeline time, Stacks stacks) {
        this.time = time;
        this.stacks = stacks;
    }

    ValidateTemplateResponse validate(Caller caller, ValidateTemplateRequest request) {
        return time.ask(() -> {
            var template =
                    stacks.template(Wording.body(request.templateBody(), request.templateURL()));
            var answer =
                    ValidateTemplateResponse.builder()
                            .description(Wording.orNull(template.description()))
                            .parameters(
                                    template.section("Parameters").entrySet().stream()
                                            .map(p -> parameter(template, p.getKey()))
                                            .toList());
            template.capability(stacks.types())
                    .ifPresent(c ->
                            answer.capabilitiesWithStrings(c).capabilitiesReason(reason(template)));
            return answer.build();
        });
    }

    GetTemplateSummaryResponse summary(Caller caller, GetTemplateSummaryRequest request) {
        return time.ask(() -> {
            var template =
                    request.stackName() == null
                            ? stacks.template(
                                    Wording.body(request.templateBody(), request.templateURL()))
                            : planOf(stacks.shelf().get(caller.region(), request.stackName()))
                                    .template();
            var answer =
                    GetTemplateSummaryResponse.builder()
                            .description(Wording.orNull(template.description()))
                            .resourceTypes(
                                    template.resources().stream()
                                            .map(Template.Declared::type)
                                            .distinct()
                                            .toList())
                            .parameters(
                                    template.section("Parameters").entrySet().stream()
                                            .map(p -> declaration(template, p.getKey()))
                                            .toList());
            template.capability(stacks.types())
                    .ifPresent(c ->
                            answer.capabilitiesWithStrings(c).capabilitiesReason(reason(template)));
            return answer.build();
        });
    }

    GetTemplateResponse template(Caller caller, GetTemplateRequest request) {
        return time.ask(() -> {
            var plan =
                    request.changeSetName() == null
                            ? planOf(
                                    stacks.shelf()
                                            .get(caller.region(), Trees.text(request.stackName())))
                            : stacks.shelf()
                                    .changeSet(
                                            caller.region(),
                                            request.changeSetName(),
                                            request.stackName())
                                    .plan;
            return GetTemplateResponse.builder()
                    .templateBody(plan.template().written())
                    .stagesAvailableWithStrings("Original", "Processed")
                    .build();
        });
    }

    private String reason(Template template) {
        var iam =
                template.resources().stream()
                        .map(Template.Declared::type)
                        .filter(t -> stacks.types().of(t).isIam())
                        .distinct()
                        .toList();
        return "The following resource(s) require capabilities: [" + String.join(", ", iam) + "]";
    }

    private static TemplateParameter parameter(Template template, String name) {
        var body = Trees.map(template.section("Parameters").get(name));
        return TemplateParameter.builder()
                .parameterKey(name)
                .defaultValue(body.containsKey("Default") ? Trees.text(body.get("Default")) : null)
                .noEcho(Parameters.isSecret(template, name))
                .description(Wording.orNull(Trees.text(body.get("Description"))))
                .build();
    }

    private static ParameterDeclaration declaration(Template template, String name) {
        var body = Trees.map(template.section("Parameters").get(name));
        return ParameterDeclaration.builder()
                .parameterKey(name)
                .parameterType(Trees.text(body.get("Type")))
                .defaultValue(body.containsKey("Default") ? Trees.text(body.get("Default")) : null)
                .noEcho(Parameters.isSecret(template, name))
                .description(Wording.orNull(Trees.text(body.get("Description"))))
                .build();
    }

    private static Stack.Plan planOf(Stack stack) {
        if (stack.plan == null) {
            throw new Refusal(
                    "ValidationError", "Stack with id " + stack.name + " has no template yet");
        }
        return stack.plan;
    }
}
