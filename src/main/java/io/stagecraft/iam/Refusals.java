package io.stagecraft.iam;

/// The words in which AWS refuses.
///
/// @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">Access denied messages</a>
public final class Refusals {
    private Refusals() {}

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
