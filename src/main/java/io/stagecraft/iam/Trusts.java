package io.stagecraft.iam;

import io.stagecraft.iam.Statement.Clause;
import io.stagecraft.iam.Statement.Effect;
import io.stagecraft.iam.Statement.Reason;
import io.stagecraft.iam.Statement.Who;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Who may assume a role, and on whose behalf only.
///
/// @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html">The confused deputy problem</a>
public final class Trusts {
    private Trusts() {}

    /// A service, acting for `account` only and, where it is known, for one resource only.
    ///
    /// @param sourceArn what the service acts for; `*` in it matches anything
    public static Policy service(
            String service, Text account, Optional<Text> sourceArn, String why) {
        var conditions = new ArrayList<Clause>();
        conditions.add(new Clause("StringEquals", "aws:SourceAccount", List.of(account)));
        sourceArn.ifPresent(
                arn -> conditions.add(new Clause("ArnLike", "aws:SourceArn", List.of(arn))));
        return trust(new Who.Service(Text.of(service)), conditions, why);
    }

    /// CloudFormation working on stacks. It does not say for which account it assumes a stack's role, and need not: a role can
    /// only be passed inside its own account, by a caller with `iam:PassRole` on it.
    ///
    /// @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html">Service role</a>
    public static Policy cloudFormation(String why) {
        return trust(new Who.Service(Text.of("cloudformation.amazonaws.com")), List.of(), why);
    }

    /// One role of the same stack.
    public static Policy role(Text arn, String why) {
        return trust(new Who.Arn(arn), List.of(), why);
    }

    /// One role of another account that may not exist yet: IAM refuses to name such a one, so its account is named and the
    /// caller held to the role.
    public static Policy roleToBe(Text accountRoot, Text arn, String why) {
        return trust(
                new Who.Arn(accountRoot),
                List.of(new Clause("ArnEquals", "aws:PrincipalArn", List.of(arn))),
                why);
    }

    private static Policy trust(Who who, List<Clause> conditions, String why) {
        return new Policy(
                "trust",
                List.of(
                        new Statement(
                                "Trust",
                                Effect.ALLOW,
                                List.of(who),
                                List.of("sts:AssumeRole"),
                                List.of(),
                                conditions,
                                List.of(new Reason(Optional.empty(), why)),
                                Optional.empty())));
    }
}
