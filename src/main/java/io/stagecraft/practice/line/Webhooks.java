package io.stagecraft.practice.line;

import io.stagecraft.practice.account.Holdings;
import io.stagecraft.practice.account.Ids;
import io.stagecraft.practice.wire.Refusal;

import software.amazon.awssdk.services.codepipeline.model.ListWebhookItem;
import software.amazon.awssdk.services.codepipeline.model.Tag;
import software.amazon.awssdk.services.codepipeline.model.WebhookDefinition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The webhooks of the account. They are kept and told; nobody calls them here.
final class Webhooks {
    private record Key(String region, String name) {}

    private record Webhook(WebhookDefinition definition, String arn, String url, List<Tag> tags) {}

    private final Ids ids;
    private final Map<Key, Webhook> webhooks = new LinkedHashMap<>();

    Webhooks(Ids ids) {
        this.ids = ids;
    }

    /// Makes a webhook, or changes the one of its name.
    ListWebhookItem put(String region, WebhookDefinition definition, List<Tag> tags) {
        var key = new Key(region, definition.name());
        var old = Optional.ofNullable(webhooks.get(key));
        var arn =
                "arn:"
                        + Holdings.PARTITION
                        + ":codepipeline:"
                        + region
                        + ":"
                        + Holdings.ACCOUNT
                        + ":webhook:"
                        + definition.name();
        var url =
                old.map(Webhook::url)
                        .orElseGet(() ->
                                "https://"
                                        + region
                                        + ".webhooks.aws/trigger?t="
                                        + ids.hex(64)
                                        + "&v=1");
        var webhook = new Webhook(definition, arn, url, new ArrayList<>(tags));
        webhooks.put(key, webhook);
        return item(webhook);
    }

    List<ListWebhookItem> in(String region) {
        return webhooks.entrySet().stream()
                .filter(e -> e.getKey().region().equals(region))
                .map(e -> item(e.getValue()))
                .toList();
    }

    void delete(String region, String name) {
        webhooks.remove(new Key(region, name));
    }

    /// @throws Refusal `WebhookNotFoundException`
    void find(String region, String name) {
        if (!webhooks.containsKey(new Key(region, name))) {
            throw new Refusal("WebhookNotFoundException", "Webhook '" + name + "' was not found");
        }
    }

    /// The tags of the webhook with an ARN, to be changed.
    Optional<List<Tag>> tags(String region, String arn) {
        return webhooks.entrySet().stream()
                .filter(e -> e.getKey().region().equals(region) && e.getValue().arn().equals(arn))
                .map(e -> e.getValue().tags())
                .findFirst();
    }

    private static ListWebhookItem item(Webhook webhook) {
        return ListWebhookItem.builder()
                .definition(webhook.definition())
                .arn(webhook.arn())
                .url(webhook.url())
                .tags(webhook.tags())
                .build();
    }
}
