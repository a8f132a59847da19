package io.stagecraft.aws;

import io.stagecraft.aws.Deployments.Event;

import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Follows one stack to the end of what is being done to it.
final class StackWatch {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    private static final String STACK = "AWS::CloudFormation::Stack";
    private static final int PATIENCE = 30; // looks without an answer: a minute and more

    private final CloudFormationClient aws;
    private final Refusals refusals;
    private final Pause pause;
    private final Set<String> seen = new HashSet<>();
    private final String name;
    private String stack;
    private String status = "";
    private String failure = "";
    private Instant latest = Instant.EPOCH;
    private int silent;

    StackWatch(CloudFormationClient aws, Refusals refusals, Pause pause, String name) {
        this.aws = aws;
        this.refusals = refusals;
        this.pause = pause;
        this.name = name;
        stack = name;
    }

    /// Events from before are nobody's business.
    void skipOldEvents() throws AwsRefusal {
        newEvents();
    }

    /// Asks for the stack to be deleted.
    ///
    /// @return false where there is none
    boolean startDeleting() throws AwsRefusal {
        var standing = find();
        if (standing.isEmpty()) {
            return false;
        }
        stack = standing.get().stackId(); // a deleted stack answers to its id only
        skipOldEvents();
        refusals.asking("deleting stack " + name, () -> aws.deleteStack(r -> r.stackName(stack)));
        return true;
    }

    /// Tells each event until the stack says that it rests. Its status alone would not do: for a moment after the
    /// start it is still the one from before.
    ///
    /// @return what went wrong first, in AWS's words; empty when all went well
    Optional<String> follow(Consumer<Event> events, BooleanSupplier cancelled) throws AwsRefusal {
        while (true) {
            newEventsOrSilence(events).forEach(e -> tell(e, events));
            if (!status.isEmpty() && !status.endsWith("_IN_PROGRESS")) {
                return outcome();
            }
            if (cancelled.getAsBoolean() || Thread.currentThread().isInterrupted()) {
                cancel();
                return Optional.of("Cancelled.");
            }
            pause.rest(BETWEEN_LOOKS);
        }
    }

    private Optional<String> outcome() {
        return switch (status) {
            case "CREATE_COMPLETE", "UPDATE_COMPLETE", "DELETE_COMPLETE", "IMPORT_COMPLETE" ->
                    Optional.empty();
            default ->
                    Optional.of(
                            failure.isEmpty() ? "Stack " + name + ": " + status + "." : failure);
        };
    }

    /// A stack that is being created has nothing to go back to, so it goes as a whole.
    private void cancel() throws AwsRefusal {
        refusals.asking(
                "cancelling the deployment of stack " + name,
                () ->
                        status.startsWith("UPDATE")
                                ? aws.cancelUpdateStack(r -> r.stackName(stack))
                                : aws.deleteStack(r -> r.stackName(stack)));
    }

    private void tell(StackEvent event, Consumer<Event> events) {
        var reason = Optional.ofNullable(event.resourceStatusReason()).orElse("");
        var said = event.resourceStatusAsString();
        if (isOwn(event)) {
            status = said;
        }
        if (failure.isEmpty() && said.endsWith("_FAILED")) {
            failure = event.logicalResourceId() + " (" + event.resourceType() + "): " + reason;
        }
        latest = Optional.ofNullable(event.timestamp()).orElse(latest);
        events.accept(
                new Event(
                        latest,
                        name,
                        event.logicalResourceId(),
                        event.resourceType(),
                        said,
                        reason));
    }

    /// Whether it is about the stack as a whole; nested stacks have other names.
    private boolean isOwn(StackEvent event) {
        return event.resourceType().equals(STACK) && event.logicalResourceId().equals(name);
    }

    /// CloudFormation carries on whether anybody looks or not, so a way that is down for a while ends nothing here.
    private List<StackEvent> newEventsOrSilence(Consumer<Event> events) throws AwsRefusal {
        try {
            var found = newEvents();
            silent = 0;
            return found;
        } catch (AwsRefusal refusal) {
            if (!refusal.code().equals(Refusals.UNREACHABLE)) {
                throw refusal;
            }
            var said = String.valueOf(refusal.getMessage());
            if (++silent > PATIENCE) {
                throw refusal.advising(
                        "What has begun goes on there without you: look at the stack before you deploy again. "
                                + refusal.advice());
            }
            if (silent == 1) {
                events.accept(
                        new Event(latest, name, name, STACK, "NO_ANSWER", said + " Asking again."));
            }
            return List.of();
        }
    }

    /// What happened since the last call, oldest first; CloudFormation tells the newest first, page by page.
    private List<StackEvent> newEvents() throws AwsRefusal {
        return refusals.asking(
                "reading the events of stack " + name,
                () -> {
                    var found = new ArrayList<StackEvent>();
                    for (var page : aws.describeStackEventsPaginator(r -> r.stackName(stack))) {
                        var before = found.size();
                        page.stackEvents().stream()
                                .filter(e -> !seen.contains(e.eventId()))
                                .forEach(found::add);
                        if (found.size() < before + page.stackEvents().size()) {
                            break;
                        }
                    }
                    found.forEach(e -> seen.add(e.eventId())); // all of it, or none
                    return found.reversed();
                });
    }

    /// What the stack tells, by output name; nothing where the stack is gone.
    Map<String, String> outputs() throws AwsRefusal {
        var outputs = new LinkedHashMap<String, String>();
        find().ifPresent(
                        s -> s.outputs().forEach(o -> outputs.put(o.outputKey(), o.outputValue())));
        return outputs;
    }

    private Optional<Stack> find() throws AwsRefusal {
        return refusals.asking(
                "reading stack " + name,
                () -> {
                    try {
                        return aws.describeStacks(r -> r.stackName(stack)).stacks().stream()
                                .findFirst();
                    } catch (CloudFormationException problem) {
                        if (ChangeSets.isMissing(problem)) {
                            return Optional.empty();
                        }
                        throw problem;
                    }
                });
    }
}
