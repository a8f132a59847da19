package io.stagecraft.practice.stack;

import io.stagecraft.practice.account.Timeline;
import io.stagecraft.practice.wire.Caller;
import io.stagecraft.practice.wire.Refusal;
import io.stagecraft.practice.wire.Service;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.cloudformation.model.*;

import java.util.List;
import java.util.Optional;

/// CloudFormation's operations, as requests and answers.
public final class CloudFormationService {
    private static final int PAGE = 100;

    private final Timeline time;
    private final Stacks stacks;

    public CloudFormationService(Timeline time, Stacks stacks) {
        this.time = time;
        this.stacks = stacks;
    }

    /// What can be asked.
    public Service service() {
        return Service.query("cloudformation", "2010-05-15")
                .can("ValidateTemplate", ValidateTemplateRequest::builder, this::validate)
                .can("GetTemplateSummary", GetTemplateSummaryRequest::builder, this::summary)
                .can("CreateStack", CreateStackRequest::builder, this::create)
                .can("UpdateStack", UpdateStackRequest::builder, this::update)
                .can("CancelUpdateStack", CancelUpdateStackRequest::builder, this::cancel)
                .can(
                        "UpdateTerminationProtection",
                        UpdateTerminationProtectionRequest::builder,
                        this::protect)
                .can("DeleteStack", DeleteStackRequest::builder, this::delete)
                .can("CreateChangeSet", CreateChangeSetRequest::builder, this::createChangeSet)
                .can(
                        "DescribeChangeSet",
                        DescribeChangeSetRequest::builder,
                        this::describeChangeSet)
                .can("ExecuteChangeSet", ExecuteChangeSetRequest::builder, this::executeChangeSet)
                .can("DeleteChangeSet", DeleteChangeSetRequest::builder, this::deleteChangeSet)
                .can("ListChangeSets", ListChangeSetsRequest::builder, this::listChangeSets)
                .can("DescribeStacks", DescribeStacksRequest::builder, this::describe)
                .can("ListStacks", ListStacksRequest::builder, this::list)
                .can("DescribeStackEvents", DescribeStackEventsRequest::builder, this::events)
                .can(
                        "DescribeStackResources",
                        DescribeStackResourcesRequest::builder,
                        this::resources)
                .can("DescribeStackResource", DescribeStackResourceRequest::builder, this::resource)
                .can("ListStackResources", ListStackResourcesRequest::builder, this::listResources)
                .can("GetTemplate", GetTemplateRequest::builder, this::template)
                .can("ListExports", ListExportsRequest::builder, this::exports);
    }

    private ValidateTemplateResponse validate(Caller caller, ValidateTemplateRequest request) {
        return time.ask(() -> {
            var template = stacks.template(body(request.templateBody(), request.templateURL()));
            var answer =
                    ValidateTemplateResponse.builder()
                            .description(orNull(template.description()))
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
                .description(orNull(Trees.text(body.get("Description"))))
                .build();
    }

    private GetTemplateSummaryResponse summary(Caller caller, GetTemplateSummaryRequest request) {
        return time.ask(() -> {
            var template =
                    request.stackName() == null
                            ? stacks.template(body(request.templateBody(), request.templateURL()))
                            : planOf(stacks.get(caller.region(), request.stackName())).template();
            var answer =
                    GetTemplateSummaryResponse.builder()
                            .description(orNull(template.description()))
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

    private static ParameterDeclaration declaration(Template template, String name) {
        var body = Trees.map(template.section("Parameters").get(name));
        return ParameterDeclaration.builder()
                .parameterKey(name)
                .parameterType(Trees.text(body.get("Type")))
                .defaultValue(body.containsKey("Default") ? Trees.text(body.get("Default")) : null)
                .noEcho(Parameters.isSecret(template, name))
                .description(orNull(Trees.text(body.get("Description"))))
                .build();
    }

    private CreateStackResponse create(Caller caller, CreateStackRequest request) {
        return time.ask(() -> {
            boolean keeps =
                    Boolean.TRUE.equals(request.disableRollback())
                            || request.onFailure() == OnFailure.DO_NOTHING;
            var id =
                    stacks.create(
                            new Stacks.Wish(
                                    caller.region(),
                                    request.stackName(),
                                    body(request.templateBody(), request.templateURL()),
                                    request.parameters(),
                                    request.capabilitiesAsStrings(),
                                    Trees.text(request.roleARN()),
                                    request.tags()),
                            keeps,
                            () -> {});
            stacks.get(caller.region(), id).isProtected =
                    Boolean.TRUE.equals(request.enableTerminationProtection());
            return CreateStackResponse.builder().stackId(id).build();
        });
    }

    private UpdateStackResponse update(Caller caller, UpdateStackRequest request) {
        return time.ask(() -> {
            var id =
                    stacks.update(
                            new Stacks.Wish(
                                    caller.region(),
                                    request.stackName(),
                                    Boolean.TRUE.equals(request.usePreviousTemplate())
                                            ? ""
                                            : body(request.templateBody(), request.templateURL()),
                                    request.parameters(),
                                    request.capabilitiesAsStrings(),
                                    Trees.text(request.roleARN()),
                                    request.tags()),
                            () -> {});
            return UpdateStackResponse.builder().stackId(id).build();
        });
    }

    private CancelUpdateStackResponse cancel(Caller caller, CancelUpdateStackRequest request) {
        return time.ask(() -> {
            stacks.cancelUpdate(caller.region(), request.stackName());
            return CancelUpdateStackResponse.builder().build();
        });
    }

    private UpdateTerminationProtectionResponse protect(
            Caller caller, UpdateTerminationProtectionRequest request) {
        return time.ask(() -> {
            var stack = stacks.get(caller.region(), request.stackName());
            stack.isProtected = Boolean.TRUE.equals(request.enableTerminationProtection());
            return UpdateTerminationProtectionResponse.builder().stackId(stack.id).build();
        });
    }

    private DeleteStackResponse delete(Caller caller, DeleteStackRequest request) {
        return time.ask(() -> {
            stacks.delete(caller.region(), request.stackName(), () -> {});
            return DeleteStackResponse.builder().build();
        });
    }

    private CreateChangeSetResponse createChangeSet(Caller caller, CreateChangeSetRequest request) {
        return time.ask(() -> {
            var made =
                    stacks.createChangeSet(
                            new Stacks.Wish(
                                    caller.region(),
                                    request.stackName(),
                                    Boolean.TRUE.equals(request.usePreviousTemplate())
                                            ? ""
                                            : body(request.templateBody(), request.templateURL()),
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

    private DescribeChangeSetResponse describeChangeSet(
            Caller caller, DescribeChangeSetRequest request) {
        return time.ask(() -> {
            var set =
                    stacks.changeSet(caller.region(), request.changeSetName(), request.stackName());
            var stack = stacks.holding(caller.region(), set);
            return DescribeChangeSetResponse.builder()
                    .changeSetName(set.name)
                    .changeSetId(set.id)
                    .stackId(stack.id)
                    .stackName(stack.name)
                    .description(orNull(set.description))
                    .creationTime(set.created)
                    .status(set.status)
                    .statusReason(orNull(set.reason))
                    .executionStatus(set.execution)
                    .parameters(shown(set.plan))
                    .capabilitiesWithStrings(set.plan.capabilities())
                    .tags(set.plan.tags())
                    .changes(
                            set.status == ChangeSetStatus.CREATE_COMPLETE ? set.changes : List.of())
                    .build();
        });
    }

    private ExecuteChangeSetResponse executeChangeSet(
            Caller caller, ExecuteChangeSetRequest request) {
        return time.ask(() -> {
            stacks.execute(caller.region(), request.changeSetName(), request.stackName(), () -> {});
            return ExecuteChangeSetResponse.builder().build();
        });
    }

    private DeleteChangeSetResponse deleteChangeSet(Caller caller, DeleteChangeSetRequest request) {
        return time.ask(() -> {
            try {
                var set =
                        stacks.changeSet(
                                caller.region(), request.changeSetName(), request.stackName());
                stacks.holding(caller.region(), set).changeSets.remove(set.name);
            } catch (Refusal gone) {
                // deleting what is not there is no error on AWS either
            }
            return DeleteChangeSetResponse.builder().build();
        });
    }

    private ListChangeSetsResponse listChangeSets(Caller caller, ListChangeSetsRequest request) {
        return time.ask(() -> {
            var stack = stacks.get(caller.region(), request.stackName());
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
                                                    .statusReason(orNull(c.reason))
                                                    .executionStatus(c.execution)
                                                    .creationTime(c.created)
                                                    .description(orNull(c.description))
                                                    .build())
                                    .toList())
                    .build();
        });
    }

    private DescribeStacksResponse describe(Caller caller, DescribeStacksRequest request) {
        return time.ask(() -> {
            var found =
                    request.stackName() == null
                            ? stacks.in(caller.region()).filter(s -> !s.isGone()).toList()
                            : List.of(stacks.get(caller.region(), request.stackName()));
            return DescribeStacksResponse.builder()
                    .stacks(found.stream().map(this::described).toList())
                    .build();
        });
    }

    private software.amazon.awssdk.services.cloudformation.model.Stack described(Stack stack) {
        var plan = Optional.ofNullable(stack.plan);
        return software.amazon.awssdk.services.cloudformation.model.Stack.builder()
                .stackId(stack.id)
                .stackName(stack.name)
                .description(orNull(plan.map(p -> p.template().description()).orElse("")))
                .parameters(plan.map(CloudFormationService::shown).orElse(List.of()))
                .creationTime(stack.created)
                .lastUpdatedTime(stack.updated)
                .deletionTime(stack.deleted)
                .stackStatus(stack.status)
                .stackStatusReason(orNull(stack.reason))
                .disableRollback(stack.keepsFailures)
                .enableTerminationProtection(stack.isProtected)
                .capabilitiesWithStrings(plan.map(Stack.Plan::capabilities).orElse(List.of()))
                .outputs(stack.outputs)
                .roleARN(orNull(plan.map(Stack.Plan::role).orElse("")))
                .tags(plan.map(Stack.Plan::tags).orElse(List.of()))
                .driftInformation(
                        StackDriftInformation.builder()
                                .stackDriftStatus(StackDriftStatus.NOT_CHECKED)
                                .build())
                .build();
    }

    private static List<Parameter> shown(Stack.Plan plan) {
        return plan.parameters().entrySet().stream()
                .map(e ->
                        Parameter.builder()
                                .parameterKey(e.getKey())
                                .parameterValue(
                                        Parameters.isSecret(plan.template(), e.getKey())
                                                ? "****"
                                                : e.getValue())
                                .build())
                .toList();
    }

    private ListStacksResponse list(Caller caller, ListStacksRequest request) {
        return time.ask(() ->
                ListStacksResponse.builder()
                        .stackSummaries(
                                stacks.in(caller.region())
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
                                                        .stackStatusReason(orNull(s.reason))
                                                        .build())
                                        .toList())
                        .build());
    }

    private DescribeStackEventsResponse events(Caller caller, DescribeStackEventsRequest request) {
        return time.ask(() -> {
            var all = stacks.get(caller.region(), request.stackName()).events;
            // a token counts from the oldest event, so that newer ones do not shift a page
            int end = token(request.nextToken()).orElse(all.size());
            int start = Math.max(0, Math.min(end, all.size()) - PAGE);
            return DescribeStackEventsResponse.builder()
                    .stackEvents(all.subList(start, Math.min(end, all.size())).reversed())
                    .nextToken(start > 0 ? String.valueOf(start) : null)
                    .build();
        });
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

    private DescribeStackResourcesResponse resources(
            Caller caller, DescribeStackResourcesRequest request) {
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
                                                    .physicalResourceId(orNull(h.id))
                                                    .resourceType(h.type)
                                                    .resourceStatus(h.status)
                                                    .resourceStatusReason(orNull(h.reason))
                                                    .timestamp(h.changed)
                                                    .build())
                                    .toList())
                    .build();
        });
    }

    private Stack holding(Caller caller, DescribeStackResourcesRequest request) {
        if (request.stackName() != null) {
            return stacks.get(caller.region(), request.stackName());
        }
        return stacks.in(caller.region())
                .filter(s ->
                        s.resources.values().stream()
                                .anyMatch(h -> h.id.equals(request.physicalResourceId())))
                .findFirst()
                .orElseThrow(() ->
                        new Refusal(
                                "ValidationError",
                                "Stack for " + request.physicalResourceId() + " does not exist"));
    }

    private DescribeStackResourceResponse resource(
            Caller caller, DescribeStackResourceRequest request) {
        return time.ask(() -> {
            var stack = stacks.get(caller.region(), request.stackName());
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
                                    .physicalResourceId(orNull(held.id))
                                    .resourceType(held.type)
                                    .resourceStatus(held.status)
                                    .resourceStatusReason(orNull(held.reason))
                                    .lastUpdatedTimestamp(held.changed)
                                    .build())
                    .build();
        });
    }

    private ListStackResourcesResponse listResources(
            Caller caller, ListStackResourcesRequest request) {
        return time.ask(() ->
                ListStackResourcesResponse.builder()
                        .stackResourceSummaries(
                                stacks
                                        .get(caller.region(), request.stackName())
                                        .resources
                                        .values()
                                        .stream()
                                        .map(h ->
                                                StackResourceSummary.builder()
                                                        .logicalResourceId(h.key)
                                                        .physicalResourceId(orNull(h.id))
                                                        .resourceType(h.type)
                                                        .resourceStatus(h.status)
                                                        .resourceStatusReason(orNull(h.reason))
                                                        .lastUpdatedTimestamp(h.changed)
                                                        .build())
                                        .toList())
                        .build());
    }

    private GetTemplateResponse template(Caller caller, GetTemplateRequest request) {
        return time.ask(() -> {
            var plan =
                    request.changeSetName() == null
                            ? planOf(stacks.get(caller.region(), Trees.text(request.stackName())))
                            : stacks.changeSet(
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

    private static Stack.Plan planOf(Stack stack) {
        if (stack.plan == null) {
            throw new Refusal(
                    "ValidationError", "Stack with id " + stack.name + " has no template yet");
        }
        return stack.plan;
    }

    private ListExportsResponse exports(Caller caller, ListExportsRequest request) {
        return time.ask(() ->
                ListExportsResponse.builder()
                        .exports(
                                stacks.exports(caller.region())
                                        .map(e ->
                                                Export.builder()
                                                        .exportingStackId(e.getKey().id)
                                                        .name(e.getValue().exportName())
                                                        .value(e.getValue().outputValue())
                                                        .build())
                                        .toList())
                        .build());
    }

    private static String body(@Nullable String body, @Nullable String url) {
        if (url != null) {
            throw new Refusal(
                    "ValidationError",
                    "TemplateURL must reference a valid S3 object to which you have access. The Practice account keeps no objects: send the template itself.");
        }
        return Trees.text(body);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
