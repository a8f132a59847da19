package io.stagecraft.practice.line;

import io.stagecraft.practice.wire.Caller;
import io.stagecraft.practice.wire.Refusal;
import io.stagecraft.practice.wire.Service;

import software.amazon.awssdk.services.codepipeline.model.*;

import java.util.List;

/// Tags of pipelines and webhooks.
record TagOperations(Desk desk) implements CodePipelineService.Operations {
    @Override
    public void join(Service service) {
        service.can("ListTagsForResource", ListTagsForResourceRequest::builder, this::tags)
                .can("TagResource", TagResourceRequest::builder, this::tag)
                .can("UntagResource", UntagResourceRequest::builder, this::untag);
    }

    private ListTagsForResourceResponse tags(Caller caller, ListTagsForResourceRequest request) {
        return desk.ask(() ->
                ListTagsForResourceResponse.builder()
                        .tags(of(caller, request.resourceArn()))
                        .build());
    }

    private TagResourceResponse tag(Caller caller, TagResourceRequest request) {
        return desk.ask(() -> {
            var tags = of(caller, request.resourceArn());
            var now = Tags.with(tags, request.tags());
            tags.clear();
            tags.addAll(now);
            return TagResourceResponse.builder().build();
        });
    }

    private UntagResourceResponse untag(Caller caller, UntagResourceRequest request) {
        return desk.ask(() -> {
            of(caller, request.resourceArn()).removeIf(t -> request.tagKeys().contains(t.key()));
            return UntagResourceResponse.builder().build();
        });
    }

    private List<Tag> of(Caller caller, String arn) {
        return desk.pipelines()
                .in(caller.region())
                .filter(p -> p.arn.equals(arn))
                .findFirst()
                .map(p -> p.tags)
                .or(() -> desk.pipelines().webhooks.tags(caller.region(), arn))
                .orElseThrow(() ->
                        new Refusal(
                                "ResourceNotFoundException",
                                "The resource " + arn + " was not found"));
    }
}
