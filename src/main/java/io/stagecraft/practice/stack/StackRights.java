package io.stagecraft.practice.stack;

import io.stagecraft.iam.Call;
import io.stagecraft.iam.PolicyDocument;
import io.stagecraft.iam.PolicyEvaluator;
import io.stagecraft.iam.Refusals;
import io.stagecraft.practice.account.Holdings;
import io.stagecraft.practice.account.Roles;
import io.stagecraft.practice.account.Thing;
import io.stagecraft.practice.wire.Refusal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Whether the role that a stack works under may make what its template says, by the policies that the role has as deployed.
///
/// A stack without a role works with the caller's own rights, which nothing limits here.
final class StackRights {
    private final Roles roles;
    private final PolicyEvaluator evaluator = new PolicyEvaluator();

    StackRights(Roles roles) {
        this.roles = roles;
    }

    /// @throws Refusal in the words of the service's resource handler
    void refuseUnlessAllowed(Stack stack, String call, Thing thing) {
        var role = Optional.ofNullable(stack.plan).flatMap(p -> roles.at(p.role()));
        if (call.isEmpty() || role.isEmpty()) {
            return;
        }
        var asked =
                new Call(
                        call,
                        thing.arn().replaceAll(":\\*$", ""),
                        Map.of(
                                "aws:RequestedRegion", List.of(stack.region),
                                "aws:ResourceAccount", List.of(Holdings.ACCOUNT),
                                "aws:PrincipalAccount", List.of(Holdings.ACCOUNT)));
        var identity = roles.policies(role.get()).stream().map(PolicyDocument::of).toList();
        var decision =
                evaluator.decide(
                        asked, identity, Optional.empty(), Optional.empty(), role.get().arn());
        if (!decision.allowed()) {
            throw denied(Refusals.words(session(role.get()), asked, decision), call);
        }
    }

    private static String session(Thing role) {
        return "arn:"
                + Holdings.PARTITION
                + ":sts::"
                + Holdings.ACCOUNT
                + ":assumed-role/"
                + role.name()
                + "/AWSCloudFormation";
    }

    private static Refusal denied(String words, String call) {
        var service = call.substring(0, call.indexOf(':'));
        var named = service.substring(0, 1).toUpperCase(Locale.ROOT) + service.substring(1);
        return Maker.handler(words + " (Service: " + named + ", Status Code: 403)", "AccessDenied");
    }
}
