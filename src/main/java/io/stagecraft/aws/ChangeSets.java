package io.stagecraft.aws;

import io.stagecraft.aws.Deployments.Change;
import io.stagecraft.aws.Deployments.StackChange;
import io.stagecraft.blueprint.StackPlan;

import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetStatus;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Replacement;
import software.amazon.awssdk.services.cloudformation.model.ResourceChange;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes, reads, executes and deletes the change sets of one account and region.
///
/// @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateChangeSet.html">CreateChangeSet</a>
record ChangeSets(CloudFormationClient aws, Refusals refusals, Pause pause) {
    /// What CloudFormation takes in a request; longer templates have to lie in S3.
    ///
    /// @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html">Quotas</a>
    static final int MAX_TEMPLATE_BYTES = 51_200;

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    /// A change set that was made, and what it would do.
    record Made(StackChange stack, List<Change> changes) {}

    Made make(StackPlan plan, String template, Map<String, String> values, String name)
            throws AwsRefusal {
        checkSize(plan, template);
        var doing = "planning stack " + plan.name();
        var standing = refusals.asking(doing, () -> existing(plan.name()));
        var created =
                standing.isEmpty()
                        || standing.get().stackStatus() == StackStatus.REVIEW_IN_PROGRESS;
        if (standing.isPresent() && standing.get().stackStatus() == StackStatus.ROLLBACK_COMPLETE) {
            throw AwsRefusal.alone(
                    "ROLLBACK_COMPLETE",
                    "Stack " + plan.name() + " is left over from a creation that failed.",
                    "Delete it (stagecraft deploy --remove), then deploy again.");
        }
        var parameters = parameters(plan, values, created);
        var id =
                refusals.asking(
                        doing,
                        () ->
                                aws.createChangeSet(r ->
                                                r.stackName(plan.name())
                                                        .changeSetName(name)
                                                        .changeSetType(
                                                                created
                                                                        ? ChangeSetType.CREATE
                                                                        : ChangeSetType.UPDATE)
                                                        .templateBody(template)
                                                        .capabilities(
                                                                Capability.CAPABILITY_NAMED_IAM)
                                                        .parameters(parameters))
                                        .id());
        return settled(plan.name(), id, created);
    }

    private static void checkSize(StackPlan plan, String template) throws AwsRefusal {
        var bytes = template.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_TEMPLATE_BYTES) {
            throw AwsRefusal.alone(
                    "TemplateTooLong",
                    "The template of stack "
                            + plan.name()
                            + " has "
                            + bytes
                            + " bytes; CloudFormation takes "
                            + MAX_TEMPLATE_BYTES
                            + " in a request.",
                    "Export it and deploy it from a bucket: aws cloudformation deploy --s3-bucket.");
        }
    }

    private Optional<Stack> existing(String name) {
        try {
            return aws.describeStacks(r -> r.stackName(name)).stacks().stream().findFirst();
        } catch (CloudFormationException problem) {
            if (isMissing(problem)) {
                return Optional.empty();
            }
            throw problem;
        }
    }

    /// CloudFormation has no code of its own for a stack that is not there.
    static boolean isMissing(CloudFormationException problem) {
        return String.valueOf(problem.getMessage()).contains("does not exist");
    }

    private static List<Parameter> parameters(
            StackPlan plan, Map<String, String> values, boolean created) throws AwsRefusal {
        var given = new ArrayList<Parameter>();
        for (var parameter : plan.parameters()) {
            var value = values.get(parameter.name());
            var one = Parameter.builder().parameterKey(parameter.name());
            if (value != null) {
                given.add(one.parameterValue(value).build());
            } else if (!created) {
                given.add(one.usePreviousValue(true).build());
            } else if (parameter.defaultValue().isEmpty()) {
                throw AwsRefusal.alone(
                        "MissingParameter",
                        "Stack "
                                + plan.name()
                                + " needs a value for "
                                + parameter.name()
                                + " ("
                                + parameter.description()
                                + ").",
                        "Give it with --set " + parameter.name() + "=VALUE.");
            }
        }
        return given;
    }

    private Made settled(String stack, String id, boolean created) throws AwsRefusal {
        while (true) {
            var set = describe(id, null);
            switch (set.status()) {
                case ChangeSetStatus.CREATE_COMPLETE -> {
                    return new Made(new StackChange(stack, id, created), changes(stack, id, set));
                }
                case ChangeSetStatus.FAILED -> {
                    delete(new StackChange(stack, id, created));
                    if (hasNoChanges(set)) {
                        return new Made(new StackChange(stack, "", false), List.of());
                    }
                    throw AwsRefusal.alone(
                            "ChangeSetFailed",
                            "Planning stack " + stack + ": " + set.statusReason() + ".",
                            "Nothing was changed.");
                }
                default -> rest();
            }
        }
    }

    private static boolean hasNoChanges(DescribeChangeSetResponse set) {
        var reason = String.valueOf(set.statusReason());
        return reason.contains("didn't contain changes")
                || reason.contains("No updates are to be performed");
    }

    private List<Change> changes(String stack, String id, DescribeChangeSetResponse first)
            throws AwsRefusal {
        var changes = new ArrayList<Change>();
        for (var page = first; ; page = describe(id, page.nextToken())) {
            page.changes().forEach(c -> changes.add(change(stack, c.resourceChange())));
            if (page.nextToken() == null) {
                return changes;
            }
        }
    }

    private static Change change(String stack, ResourceChange change) {
        return new Change(
                stack,
                change.actionAsString(),
                change.logicalResourceId(),
                change.resourceType(),
                change.replacement() == Replacement.TRUE);
    }

    private DescribeChangeSetResponse describe(
            String id, @org.jspecify.annotations.Nullable String token) throws AwsRefusal {
        return refusals.asking(
                "reading change set " + id,
                () -> aws.describeChangeSet(r -> r.changeSetName(id).nextToken(token)));
    }

    void execute(StackChange change) throws AwsRefusal {
        refusals.asking(
                "deploying stack " + change.stack(),
                () -> aws.executeChangeSet(r -> r.changeSetName(change.changeSet())));
    }

    /// Deletes the change set, and the stack too when there is nothing in it yet.
    void delete(StackChange change) throws AwsRefusal {
        refusals.asking(
                "giving up the plan for stack " + change.stack(),
                () -> aws.deleteChangeSet(r -> r.changeSetName(change.changeSet())));
        if (change.created()) {
            refusals.asking(
                    "giving up stack " + change.stack(),
                    () -> aws.deleteStack(r -> r.stackName(change.stack())));
        }
    }

    private void rest() throws AwsRefusal {
        pause.rest(BETWEEN_LOOKS);
        if (Thread.currentThread().isInterrupted()) {
            throw AwsRefusal.alone(
                    "Interrupted", "Planning was interrupted.", "Nothing was changed.");
        }
    }
}
