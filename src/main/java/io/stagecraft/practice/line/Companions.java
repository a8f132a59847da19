package io.stagecraft.practice.line;

import io.stagecraft.practice.account.Thing;
import io.stagecraft.practice.stack.Stacks;

import software.amazon.awssdk.services.codepipeline.model.CreateCustomActionTypeRequest;
import software.amazon.awssdk.services.codepipeline.model.WebhookAuthenticationType;
import software.amazon.awssdk.services.codepipeline.model.WebhookDefinition;

/// What stacks bring along for pipelines: custom action types and webhooks.
record Companions(ActionTypes types, Webhooks webhooks) {
    void keep(Stacks stacks) {
        stacks.keeper(
                "AWS::CodePipeline::CustomActionType",
                thing -> types.create(type(thing)),
                _ -> {},
                thing -> types.delete(thing.region(), type(thing).id()));
        stacks.keeper(
                "AWS::CodePipeline::Webhook",
                this::put,
                this::put,
                thing -> webhooks.delete(thing.region(), thing.name()));
    }

    private static ActionTypes.Custom type(Thing thing) {
        var request = FromTemplate.read(thing, CreateCustomActionTypeRequest.builder()).build();
        return TypeOperations.custom(thing.region(), request);
    }

    private void put(Thing thing) {
        var definition = FromTemplate.read(thing, WebhookDefinition.builder()).build();
        var authentication =
                WebhookAuthenticationType.fromValue(thing.text("Authentication").orElse(""));
        webhooks.put(
                thing.region(),
                definition.toBuilder().authentication(authentication).build(),
                FromTemplate.tags(thing));
    }
}
