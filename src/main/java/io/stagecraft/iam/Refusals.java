package io.stagecraft.iam;

import java.util.Optional;
import java.util.regex.Pattern;

/// The words in which AWS refuses.
///
/// @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">Access denied messages</a>
public final class Refusals {
    private static final Pattern CALL =
            Pattern.compile("is not authorized to perform: ([A-Za-z0-9-]+:[A-Za-z0-9]+)");
    private static final Pattern ROLE = Pattern.compile(":assumed-role/([^/\\s]+)/");

    private Refusals() {}

    /// What a message of AWS's says was refused.
    ///
    /// @param call such as `codebuild:StartBuild`
    /// @param role the name of the role that asked; empty where it was none
    public record Denied(String call, String role) {}

    /// The call that a message says was refused; nothing where it is about something else.
    public static Optional<Denied> denied(String message) {
        var call = CALL.matcher(message);
        var role = ROLE.matcher(message);
        return call.find()
                ? Optional.of(new Denied(call.group(1), role.find() ? role.group(1) : ""))
                : Optional.empty();
    }

    /// What AWS says to `principal`; empty where the call is allowed.
    ///
    /// @param principal the session's ARN, `arn:aws:sts::…:assumed-role/X/session`
    public static String words(String principal, Call call, Decision decision) {
        var start =
                "User: "
                        + principal
                        + " is not authorized to perform: "
                        + call.action()
                        + " on resource: "
                        + call.resource();
        return switch (decision) {
            case Decision.Allowed _ -> "";
            case Decision.ExplicitlyDenied(_, var layer) ->
                    start + " with an explicit deny in " + article(layer) + layer.words();
            case Decision.NotAllowed(var layer) ->
                    start
                            + " because no "
                            + layer.words()
                            + " allows the "
                            + call.action()
                            + " action";
        };
    }

    private static String article(Decision.Layer layer) {
        return layer == Decision.Layer.IDENTITY ? "an " : "a ";
    }
}
