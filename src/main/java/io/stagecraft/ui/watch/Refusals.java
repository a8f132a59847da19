package io.stagecraft.ui.watch;

import io.stagecraft.aws.AwsRefusal;
import io.stagecraft.ui.Message;

/// What went wrong behind a call to AWS, as one line for a person.
public final class Refusals {
    private Refusals() {}

    /// The line for a failed piece of background work.
    public static Message line(Exception problem) {
        return problem instanceof AwsRefusal refusal
                ? Message.failure(refusal.said(), refusal.advice())
                : Message.failure(
                        "That did not work: " + problem.getMessage(),
                        "Try again, or restart Stagecraft.");
    }
}
