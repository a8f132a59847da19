package io.stagecraft.practice.stack;

import io.stagecraft.practice.account.Timeline;
import io.stagecraft.practice.wire.Caller;
import io.stagecraft.practice.wire.Refusal;

import software.amazon.awssdk.services.cloudformation.model.*;

import java.util.List;

/// Operations on change sets.
final class ChangeSetOperations {
    private final Timeline time;
    private final Stacks stacks;

    ChangeSetOperations(Timeline time, Stacks stacks) {
        this.time = time;
        this.stacks = stacks;
    }

    CreateChangeSetResponse createChangeSet(Caller caller, CreateChangeSetRequest request) {
        return time.ask(() -> {
            var made =
                    stacks.changeSets()
                            .create(
                                    new Stacks.Wish(
                                            caller.region(),
                                            request.stackName(),
                                            Boolean.TRUE.equals(request.usePreviousTemplate())
                                                    ? ""
                                                    : Wording.body(
                                                            request.templateBody(),
                                                            request.templateURL()),
                                            request.parameters(),
                                            request.capabilitiesAsStrings(),
                                            Trees.text(request.roleARN()),
                                            request.tags()),
                                    request.changeSetName(),
                                    request.changeSetType() == null
                                            ? ChangeSetType.UPDATE
                                            : request.changeSetType(),
                                    Trees.text(request.description()),
                                    () -> {});
            return CreateChangeSetResponse.builder()
                    .stackId(made.getKey())
                    .id(made.getValue())
                    .build();
        });
    }

    DescribeChangeSetResponse describeChangeSet(Caller caller, DescribeChangeSetRequest request) {
        return time.ask(() -> {
            var set =
                    stacks.shelf()
                            .changeSet(
                                    caller.region(), request.changeSetName(), request.stackName());
            var stack = stacks.shelf().holding(caller.region(), set);
            return DescribeChangeSetResponse.builder()
                    .changeSetName(set.name)
                    .changeSetId(set.id)
                    .stackId(stack.id)
                    .stackName(stack.name)
                    .description(Wording.orNull(set.description))
                    .creationTime(set.created)
                    .status(set.status)
                    .statusReason(Wording.orNull(set.reason))
                    .executionStatus(set.execution)
                    .parameters(Wording.shown(set.plan))
                    .capabilitiesWithStrings(set.plan.capabilities())
                    .tags(set.plan.tags())
                    .changes(
                            set.status == ChangeSetStatus.CREATE_COMPLETE ? set.changes : List.of())
                    .build();
        });
    }

    ExecuteChangeSetResponse executeChangeSet(Caller caller, ExecuteChangeSetRequest request) {
        return time.ask(() -> {
            stacks.changeSets()
                    .execute(
                            caller.region(),
                            request.changeSetName(),
                            request.stackName(),
                            () -> {});
            return ExecuteChangeSetResponse.builder().build();
        });
    }

    DeleteChangeSetResponse deleteChangeSet(Caller caller, DeleteChangeSetRequest request) {
        return time.ask(() -> {
            try {
                var set =
                        stacks.shelf()
                                .changeSet(
                                        caller.region(),
                                        request.changeSetName(),
                                        request.stackName());
                stacks.shelf().holding(caller.region(), set).changeSets.remove(set.name);
            } catch (Refusal gone) {
                // deleting what is not there is no error on AWS either
            }
            return DeleteChangeSetResponse.builder().build();
        });
    }

    ListChangeSetsResponse listChangeSets(Caller caller, ListChangeSetsRequest request) {
        return time.ask(() -> {
            var stack = stacks.shelf().get(caller.region(), request.stackName());
            return ListChangeSetsResponse.builder()
                    .summaries(
                            stack.changeSets.values().stream()
                                    .map(c ->
                                            ChangeSetSummary.builder()
                                                    .stackId(stack.id)
                                                    .stackName(stack.name)
                                                    .changeSetId(c.id)
                                                    .changeSetName(c.name)
                                                    .status(c.status)
                                                    .statusReason(Wording.orNull(c.reason))
                                                    .executionStatus(c.execution)
                                                    .creationTime(c.created)
                                                    .description(Wording.orNull(c.description))
                                                    .build())
                                    .toList())
                    .build();
        });
    }
}
