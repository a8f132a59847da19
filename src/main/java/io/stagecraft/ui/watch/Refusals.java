package io.stagecraft.ui.watch;

import io.stagecraft.aws.AwsRefusal;
import io.stagecraft.ui.Message;

/// What went wrong behind a call to AWS, as one line for a person.
public final class Refusals {
    private Refusals() {}

    /// The line for a failed piece of background work.
    public static Message line(Exception problem) {
        return problem instanceof AwsRefusal refusal
                ? Message.failure(line(refusal), refusal.advice())
                : Message.failure(
                        "That did not work: " + problem.getMessage(),
                        "Try again, or restart Stagecraft.");
    }

    /// Whoever looks a refusal up needs its code; that a pipeline is not there says itself.
    private static String line(AwsRefusal refusal) {
        return refusal.code().startsWith("PipelineNotFound")
                ? String.valueOf(refusal.getMessage())
                : refusal.code() + ": " + refusal.getMessage();
    }
}
