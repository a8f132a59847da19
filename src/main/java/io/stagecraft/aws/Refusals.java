package io.stagecraft.aws;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

import java.io.IOException;
import java.util.function.Supplier;

/// Turns what the SDK throws into an [AwsRefusal]: code, what, and what to do about it.
final class Refusals {
    /// The code of a refusal where nobody answers at all.
    static final String UNREACHABLE = "Unreachable";

    private static final String NO_PIPELINE = "PipelineNotFound";

    private final Target target;

    Refusals(Target target) {
        this.target = target;
    }

    /// Asks AWS something.
    ///
    /// @param doing what is asked, such as "reading pipeline orders-release"
    <T> T asking(String doing, Supplier<T> call) throws AwsRefusal {
        try {
            return call.get();
        } catch (SdkException problem) {
            throw of(doing, problem);
        }
    }

    AwsRefusal of(String doing, SdkException problem) {
        return switch (problem) {
            case AwsServiceException said when said.awsErrorDetails() != null -> said(doing, said);
            case ApiCallTimeoutException _, ApiCallAttemptTimeoutException _ -> unreachable(doing);
            case SdkClientException client -> client(doing, client);
            default -> AwsRefusal.alone("Unknown", sentence(doing, problem), "Try again.");
        };
    }

    private AwsRefusal said(String doing, AwsServiceException problem) {
        var details = problem.awsErrorDetails();
        var code = String.valueOf(details.errorCode());
        if (code.startsWith(NO_PIPELINE)) {
            return AwsRefusal.alone(
                    code,
                    end(doing + ": no pipeline of that name in " + place()),
                    "Deploy it there first, or choose the account and region where it runs.");
        }
        return new AwsRefusal(
                code, end(doing + ": " + details.errorMessage()), advice(code, problem));
    }

    private String advice(String code, AwsServiceException problem) {
        return switch (code.replaceAll("Exception$", "")) {
            case "AccessDenied", "UnauthorizedOperation", "AuthorizationError" ->
                    "Ask for the permission that the message names, or use a profile that has it.";
            case "ExpiredToken", "RequestExpired" ->
                    "Sign in again (aws sso login, or new keys), then repeat.";
            case "InvalidClientTokenId",
                    "UnrecognizedClient",
                    "SignatureDoesNotMatch",
                    "IncompleteSignature",
                    "MissingAuthenticationToken" ->
                    "These credentials are unknown there: check the profile and its keys.";
            case "StageNotFound", "ActionNotFound", "PipelineExecutionNotFound" ->
                    "The pipeline has changed since: read it again.";
            case "InvalidApprovalToken", "ApprovalAlreadyCompleted" ->
                    "Somebody else answered, or it ran again: read the pipeline again.";
            case "NotLatestPipelineExecution", "StageNotRetryable" ->
                    "Only the newest failed or stopped execution of a stage can be run again: start a new one.";
            case "ConcurrentPipelineExecutionsLimitExceeded" ->
                    "Wait until one of the running executions has ended.";
            case "Conflict", "ConcurrentModification", "OperationInProgress" ->
                    "Something else is changing it: wait a moment, then repeat.";
            case "Throttling", "ThrottledException", "RequestLimitExceeded", "TooManyRequests" ->
                    "Too many calls at once: wait a moment, then repeat.";
            case "LimitExceeded" -> "Ask for a higher quota, or delete what is no longer used.";
            case "InsufficientCapabilities", "InsufficientCapabilitiesException" ->
                    "The template makes IAM roles and has to be deployed with CAPABILITY_NAMED_IAM.";
            case "AlreadyExists", "PipelineNameInUse" ->
                    "Choose another name, or delete the one that is there.";
            default ->
                    problem.isThrottlingException()
                            ? "Too many calls at once: wait a moment, then repeat."
                            : problem.statusCode() >= 500
                                    ? "The service has a problem of its own: try again in a moment."
                                    : "";
        };
    }

    private AwsRefusal client(String doing, SdkClientException problem) {
        if (causedBy(problem, IOException.class)) {
            return unreachable(doing);
        }
        var text = String.valueOf(problem.getMessage());
        if (text.contains("credentials") || text.contains("profile")) {
            return AwsRefusal.alone(
                    "NoCredentials",
                    end(doing + ": no credentials for " + where()),
                    "Sign in (aws configure, aws sso login) or name a profile; to try things out, use the Practice account.");
        }
        return AwsRefusal.alone("Unknown", sentence(doing, problem), "");
    }

    private AwsRefusal unreachable(String doing) {
        return AwsRefusal.alone(
                UNREACHABLE,
                end(doing + ": no answer from " + where()),
                Clients.isHere(target)
                        ? "Is the Practice account running there? `stagecraft practice` starts one."
                        : "Check the network, proxy and region.");
    }

    private String where() {
        return target.endpoint()
                .map(Object::toString)
                .orElse(
                        "AWS in "
                                + target.region()
                                + target.profile().map(p -> ", profile " + p).orElse(""));
    }

    /// The account by the name that the window has for it, and its region.
    private String place() {
        return target.name().contains(target.region())
                ? target.name()
                : target.name() + ", " + target.region();
    }

    private static boolean causedBy(Throwable problem, Class<?> kind) {
        for (Throwable at = problem; at != null; at = at.getCause()) {
            if (kind.isInstance(at)) {
                return true;
            }
        }
        return false;
    }

    private static String sentence(String doing, Exception problem) {
        return end(
                doing + ": " + String.valueOf(problem.getMessage()).lines().findFirst().orElse(""));
    }

    private static String end(String text) {
        var trimmed = text.strip();
        var begun = Character.toUpperCase(trimmed.charAt(0)) + trimmed.substring(1);
        return begun.endsWith(".") ? begun : begun + ".";
    }
}
