package io.stagecraft.iam;

import io.stagecraft.iam.PolicyDocument.Rule;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Whether a statement's conditions let a call through, as far as anybody knows what the call has.
final class Fit {
    private Fit() {}

    /// Whether nothing that is known of the call speaks against it.
    static boolean mayHold(Rule rule, Call call) {
        return failing(rule, call).isEmpty();
    }

    /// The conditions that the call surely does not meet.
    static List<Condition> failing(Rule rule, Call call) {
        var context = new CallContext(call.context());
        return rule.conditions().stream()
                .filter(c -> !isUnknown(c.key(), call) && !c.holds(context))
                .toList();
    }

    /// Whether nobody here knows what the call has for the key. A key of another service than the call's is no such one: it is
    /// surely absent.
    static boolean isUnknown(String key, Call call) {
        var service = Want.service(call.action()).toLowerCase(Locale.ROOT);
        return call.context().keySet().stream().noneMatch(key::equalsIgnoreCase)
                && Set.of("aws", service).contains(Want.service(key).toLowerCase(Locale.ROOT));
    }
}
