package io.stagecraft.practice.stack;

import io.stagecraft.practice.account.Timeline;
import io.stagecraft.practice.wire.Caller;
import io.stagecraft.practice.wire.Refusal;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.cloudformation.model.*;

import java.util.Optional;

/// Operations that show what a stack holds and what happened to it.
final class ResourceOperations {
    private static final int PAGE = 100;

    private final Timeline time;
    private final Stacks stacks;

    ResourceOperations(Timeline time, Stacks stacks) {
        this.time = time;
        this.stacks = stacks;
    }

    DescribeStackEventsResponse events(Caller caller, DescribeStackEventsRequest request) {
        return time.ask(() -> {
            var all = stacks.shelf().get(caller.region(), request.stackName()).events;
            // a token counts from the oldest event, so that newer ones do not shift a page
            int end = token(request.nextToken()).orElse(all.size());
            int start = Math.max(0, Math.min(end, all.size()) - PAGE);
            return DescribeStackEventsResponse.builder()
                    .stackEvents(all.subList(start, Math.min(end, all.size())).reversed())
                    .nextToken(start > 0 ? String.valueOf(start) : null)
                    .build();
        });
    }

    DescribeStackResourcesResponse resources(Caller caller, DescribeStackResourcesRequest request) {
        return time.ask(() -> {
            var stack = holding(caller, request);
            return DescribeStackResourcesResponse.builder()
                    .stackResources(
                            stack.resources.values().stream()
                                    .filter(h ->
                                            request.logicalResourceId() == null
                                                    || request.logicalResourceId().equals(h.key))
                                    .map(h ->
                                            StackResource.builder()
                                                    .stackId(stack.id)
                                                    .stackName(stack.name)
                                                    .logicalResourceId(h.key)
                                                    .physicalResourceId(Wording.orNull(h.id))
                                                    .resourceType(h.type)
                                                    .resourceStatus(h.status)
                                                    .resourceStatusReason(Wording.orNull(h.reason))
                                                    .timestamp(h.changed)
                                                    .build())
                                    .toList())
                    .build();
        });
    }

    DescribeStackResourceResponse resource(Caller caller, DescribeStackResourceRequest request) {
        return time.ask(() -> {
            var stack = stacks.shelf().get(caller.region(), request.stackName());
            var held = stack.resources.get(request.logicalResourceId());
            if (held == null) {
                throw new Refusal(
                        "ValidationError",
                        "Resource "
                                + request.logicalResourceId()
                                + " does not exist for stack "
                                + stack.name);
            }
            return DescribeStackResourceResponse.builder()
                    .stackResourceDetail(
                            StackResourceDetail.builder()
                                    .stackId(stack.id)
                                    .stackName(stack.name)
                                    .logicalResourceId(held.key)
                                    .physicalResourceId(Wording.orNull(held.id))
                                    .resourceType(held.type)
                                    .resourceStatus(held.status)
                                    .resourceStatusReason(Wording.orNull(held.reason))
                                    .lastUpdatedTimestamp(held.changed)
                                    .build())
                    .build();
        });
    }

    ListStackResourcesResponse listResources(Caller caller, ListStackResourcesRequest request) {
        return time.ask(() ->
                ListStackResourcesResponse.builder()
                        .stackResourceSummaries(
                                stacks
                                        .shelf()
                                        .get(caller.region(), request.stackName())
                                        .resources
                                        .values()
                                        .stream()
                                        .map(h ->
                                                StackResourceSummary.builder()
                                                        .logicalResourceId(h.key)
                                                        .physicalResourceId(Wording.orNull(h.id))
                                                        .resourceType(h.type)
                                                        .resourceStatus(h.status)
                                                        .resourceStatusReason(
                                                                Wording.orNull(h.reason))
                                                        .lastUpdatedTimestamp(h.changed)
                                                        .build())
                                        .toList())
                        .build());
    }

    private static Optional<Integer> token(@Nullable String token) {
        if (token == null) {
            return Optional.empty();
        }
        if (!token.matches("\\d{1,9}")) {
            throw new Refusal("ValidationError", "Unable to parse the nextToken.");
        }
        return Optional.of(Integer.parseInt(token));
    }

    private Stack holding(Caller caller, DescribeStackResourcesRequest request) {
        if (request.stackName() != null) {
            return stacks.shelf().get(caller.region(), request.stackName());
        }
        return stacks.shelf()
                .in(caller.region())
                .filter(s ->
                        s.resources.values().stream()
                                .anyMatch(h -> h.id.equals(request.physicalResourceId())))
                .findFirst()
                .orElseThrow(() ->
                        new Refusal(
                                "ValidationError",
                                "Stack for " + request.physicalResourceId() + " does not exist"));
    }
}
