package io.stagecraft.practice.stack;

import io.stagecraft.practice.account.Timeline;
import io.stagecraft.practice.wire.Caller;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.cloudformation.model.*;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// Operations that make, change, protect, remove and show stacks.
final class StackOperations {
    private final Timeline time;
    private final Stacks stacks;

    StackOperations(Timeline time, Stacks stacks) {
        this.time = time;
        this.stacks = stacks;
    }

    CreateStackResponse create(Caller caller, CreateStackRequest request) {
        return time.ask(() -> {
            var policy = policy(request.stackPolicyBody(), request.stackPolicyURL());
            boolean keeps =
                    Boolean.TRUE.equals(request.disableRollback())
                            || request.onFailure() == OnFailure.DO_NOTHING;
            var id =
                    stacks.create(
                            new Stacks.Wish(
                                    caller.region(),
                                    request.stackName(),
                                    Wording.body(request.templateBody(), request.templateURL()),
                                    request.parameters(),
                                    request.capabilitiesAsStrings(),
                                    Trees.text(request.roleARN()),
                                    request.tags()),
                            keeps,
                            () -> {});
            var stack = stacks.shelf().get(caller.region(), id);
            stack.policy = policy;
            stack.isProtected = Boolean.TRUE.equals(request.enableTerminationProtection());
            return CreateStackResponse.builder().stackId(id).build();
        });
    }

    /// @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_UpdateStack.html">UpdateStack</a>
    UpdateStackResponse update(Caller caller, UpdateStackRequest request) {
        return time.ask(() -> {
            var now = policy(request.stackPolicyBody(), request.stackPolicyURL());
            var during =
                    policy(
                            request.stackPolicyDuringUpdateBody(),
                            request.stackPolicyDuringUpdateURL());
            var id =
                    stacks.update(
                            new Stacks.Wish(
                                    caller.region(),
                                    request.stackName(),
                                    Boolean.TRUE.equals(request.usePreviousTemplate())
                                            ? ""
                                            : Wording.body(
                                                    request.templateBody(), request.templateURL()),
                                    request.parameters(),
                                    request.capabilitiesAsStrings(),
                                    Trees.text(request.roleARN()),
                                    request.tags()),
                            during,
                            () -> {});
            now.ifPresent(p -> stacks.shelf().get(caller.region(), id).policy = Optional.of(p));
            return UpdateStackResponse.builder().stackId(id).build();
        });
    }

    private static Optional<StackPolicy> policy(@Nullable String body, @Nullable String url) {
        var written = Wording.body(body, url);
        return written.isEmpty() ? Optional.empty() : Optional.of(StackPolicy.of(written));
    }

    CancelUpdateStackResponse cancel(Caller caller, CancelUpdateStackRequest request) {
        return time.ask(() -> {
            stacks.cancelUpdate(caller.region(), request.stackName());
            return CancelUpdateStackResponse.builder().build();
        });
    }

    ContinueUpdateRollbackResponse continueRollback(
            Caller caller, ContinueUpdateRollbackRequest request) {
        return time.ask(() -> {
            stacks.goOnRollingBack(
                    caller.region(),
                    request.stackName(),
                    new LinkedHashSet<>(request.resourcesToSkip()));
            return ContinueUpdateRollbackResponse.builder().build();
        });
    }

    DeleteStackResponse delete(Caller caller, DeleteStackRequest request) {
        return time.ask(() -> {
            stacks.delete(
                    caller.region(),
                    request.stackName(),
                    new LinkedHashSet<>(request.retainResources()),
                    () -> {});
            return DeleteStackResponse.builder().build();
        });
    }

    DescribeStacksResponse describe(Caller caller, DescribeStacksRequest request) {
        return time.ask(() -> {
            var found =
                    request.stackName() == null
                            ? stacks.shelf().in(caller.region()).filter(s -> !s.isGone()).toList()
                            : List.of(stacks.shelf().get(caller.region(), request.stackName()));
            return DescribeStacksResponse.builder()
                    .stacks(found.stream().map(this::described).toList())
                    .build();
        });
    }

    ListStacksResponse list(Caller caller, ListStacksRequest request) {
        return time.ask(() ->
                ListStacksResponse.builder()
                        .stackSummaries(
                                stacks.shelf()
                                        .in(caller.region())
                                        .filter(s ->
                                                request.stackStatusFilters().isEmpty()
                                                        || request.stackStatusFilters()
                                                                .contains(s.status))
                                        .map(s ->
                                                StackSummary.builder()
                                                        .stackId(s.id)
                                                        .stackName(s.name)
                                                        .creationTime(s.created)
                                                        .lastUpdatedTime(s.updated)
                                                        .deletionTime(s.deleted)
                                                        .stackStatus(s.status)
                                                        .stackStatusReason(Wording.orNull(s.reason))
                                                        .build())
                                        .toList())
                        .build());
    }

    private software.amazon.awssdk.services.cloudformation.model.Stack described(Stack stack) {
        var plan = Optional.ofNullable(stack.plan);
        return software.amazon.awssdk.services.cloudformation.model.Stack.builder()
                .stackId(stack.id)
                .stackName(stack.name)
                .description(Wording.orNull(plan.map(p -> p.template().description()).orElse("")))
                .parameters(plan.map(Wording::shown).orElse(List.of()))
                .creationTime(stack.created)
                .lastUpdatedTime(stack.updated)
                .deletionTime(stack.deleted)
                .stackStatus(stack.status)
                .stackStatusReason(Wording.orNull(stack.reason))
                .disableRollback(stack.keepsFailures)
                .enableTerminationProtection(stack.isProtected)
                .capabilitiesWithStrings(plan.map(Stack.Plan::capabilities).orElse(List.of()))
                .outputs(stack.outputs)
                .roleARN(Wording.orNull(plan.map(Stack.Plan::role).orElse("")))
                .tags(plan.map(Stack.Plan::tags).orElse(List.of()))
                .driftInformation(
                        StackDriftInformation.builder()
                                .stackDriftStatus(StackDriftStatus.NOT_CHECKED)
                                .build())
                .build();
    }
}
