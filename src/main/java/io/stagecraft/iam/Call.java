package io.stagecraft.iam;

import java.util.List;
import java.util.Map;

/// One call to AWS, as IAM looks at it.
///
/// @param action such as `codebuild:StartBuild`
/// @param resource an ARN, or `*` for a call that has no resource
/// @param context condition keys and what the call has for them; a key that is not there is absent from the call
public record Call(String action, String resource, Map<String, List<String>> context) {
    public Call {
        context = Map.copyOf(context);
    }

    public Call(String action, String resource) {
        this(action, resource, Map.of());
    }
}
