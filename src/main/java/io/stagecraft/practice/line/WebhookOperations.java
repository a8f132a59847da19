package io.stagecraft.practice.line;

import io.stagecraft.practice.wire.Caller;
import io.stagecraft.practice.wire.Refusal;
import io.stagecraft.practice.wire.Service;

import software.amazon.awssdk.services.codepipeline.model.*;

/// Webhooks, in their simple form.
record WebhookOperations(Desk desk) implements CodePipelineService.Operations {
    private static final int MOST = 100;

    @Override
    public void join(Service service) {
        service.can("PutWebhook", PutWebhookRequest::builder, this::put)
                .can("ListWebhooks", ListWebhooksRequest::builder, this::list)
                .can("DeleteWebhook", DeleteWebhookRequest::builder, this::delete)
                .can(
                        "RegisterWebhookWithThirdParty",
                        RegisterWebhookWithThirdPartyRequest::builder,
                        this::register)
                .can(
                        "DeregisterWebhookWithThirdParty",
                        DeregisterWebhookWithThirdPartyRequest::builder,
                        this::deregister);
    }

    private Webhooks webhooks() {
        return desk.pipelines().webhooks;
    }

    private PutWebhookResponse put(Caller caller, PutWebhookRequest request) {
        return desk.ask(() -> {
            var definition = request.webhook();
            var pipeline = desk.pipeline(caller, definition.targetPipeline());
            var target =
                    pipeline.declaration.stages().getFirst().actions().stream()
                            .filter(a -> a.name().equals(definition.targetAction()))
                            .findFirst();
            if (target.isEmpty()) {
                throw new Refusal(
                        "ValidationException",
                        "The pipeline "
                                + pipeline.name()
                                + " has no source action named "
                                + definition.targetAction());
            }
            return PutWebhookResponse.builder()
                    .webhook(webhooks().put(caller.region(), definition, request.tags()))
                    .build();
        });
    }

    private ListWebhooksResponse list(Caller caller, ListWebhooksRequest request) {
        return desk.ask(() -> {
            var page =
                    Page.of(
                            webhooks().in(caller.region()),
                            request.maxResults(),
                            MOST,
                            request.nextToken());
            return ListWebhooksResponse.builder()
                    .webhooks(page.items())
                    .nextToken(page.next())
                    .build();
        });
    }

    private DeleteWebhookResponse delete(Caller caller, DeleteWebhookRequest request) {
        return desk.ask(() -> {
            webhooks().delete(caller.region(), request.name());
            return DeleteWebhookResponse.builder().build();
        });
    }

    private RegisterWebhookWithThirdPartyResponse register(
            Caller caller, RegisterWebhookWithThirdPartyRequest request) {
        return desk.ask(() -> {
            webhooks().find(caller.region(), request.webhookName());
            return RegisterWebhookWithThirdPartyResponse.builder().build();
        });
    }

    private DeregisterWebhookWithThirdPartyResponse deregister(
            Caller caller, DeregisterWebhookWithThirdPartyRequest request) {
        return desk.ask(() -> {
            webhooks().find(caller.region(), request.webhookName());
            return DeregisterWebhookWithThirdPartyResponse.builder().build();
        });
    }
}
