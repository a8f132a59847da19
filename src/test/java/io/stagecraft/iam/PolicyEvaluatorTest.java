package io.stagecraft.iam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;
import java.util.Optional;

class PolicyEvaluatorTest {
    private static final String PROJECT = "arn:aws:codebuild:eu-west-1:111122223333:project/orders";
    private static final String SESSION =
            "arn:aws:sts::111122223333:assumed-role/pipeline/1700000000";

    private final PolicyEvaluator evaluator = new PolicyEvaluator();

    @Test
    void whatNoStatementAllowsIsRefusedInAwsWords() {
        var call = new Call("codebuild:StartBuild", PROJECT);
        var decision = evaluator.decide(call, List.of(policy(allow("s3:GetObject", "*"))));
        assertEquals(new Decision.NotAllowed(Decision.Layer.IDENTITY), decision);
        assertEquals(
                "User: arn:aws:sts::111122223333:assumed-role/pipeline/1700000000 is not authorized"
                        + " to perform: codebuild:StartBuild on resource: "
                        + PROJECT
                        + " because no identity-based policy allows the codebuild:StartBuild"
                        + " action",
                Refusals.words(SESSION, call, decision));
    }

    @Test
    void aDenyWinsOverEveryAllowAndSaysSo() {
        var call = new Call("codebuild:StartBuild", PROJECT);
        var decision =
                evaluator.decide(
                        call,
                        List.of(
                                policy(allow("*", "*")),
                                policy(
                                        Map.of(
                                                "Sid", "NoBuilds",
                                                "Effect", "Deny",
                                                "Action", "codebuild:*",
                                                "Resource", "*"))));
        assertEquals(new Decision.ExplicitlyDenied("NoBuilds", Decision.Layer.IDENTITY), decision);
        assertTrue(
                Refusals.words(SESSION, call, decision)
                        .endsWith(PROJECT + " with an explicit deny in an identity-based policy"));
    }

    @ParameterizedTest
    @CsvSource({
        "codebuild:StartBuild, arn:aws:codebuild:eu-west-1:111122223333:project/orders, true",
        "CodeBuild:startbuild, arn:aws:codebuild:eu-west-1:111122223333:project/orders, true",
        "codebuild:Start*, arn:aws:codebuild:*:*:project/ord??s, true",
        "codebuild:Stop*, *, false",
        "codebuild:StartBuild, arn:aws:codebuild:eu-west-1:111122223333:project/Orders, false",
        "codebuild:StartBuild, arn:aws:codebuild:eu-west-1:111122223333:project/order, false",
        "codebuild:StartBuil?, arn:aws:codebuild:eu-west-1:111122223333:*, true"
    })
    void actionsKnowNoCaseResourcesDo(String action, String resource, boolean allowed) {
        assertEquals(
                allowed,
                evaluator
                        .decide(
                                new Call("codebuild:StartBuild", PROJECT),
                                List.of(policy(allow(action, resource))))
                        .allowed());
    }

    @Test
    void notActionAndNotResourceMeanAllOthers() {
        var others =
                policy(
                        Map.of(
                                "Effect", "Allow",
                                "NotAction", List.of("iam:*"),
                                "NotResource", List.of("arn:aws:s3:::secret*")));
        assertTrue(allowed(others, new Call("s3:GetObject", "arn:aws:s3:::open/x")));
        assertFalse(allowed(others, new Call("s3:GetObject", "arn:aws:s3:::secret/x")));
        assertFalse(allowed(others, new Call("iam:PassRole", "arn:aws:iam::1:role/x")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "StringEquals | a | a | true",
                "StringEquals | a | A | false",
                "StringEquals | a* | ab | false",
                "StringEqualsIgnoreCase | a | A | true",
                "StringLike | a*c | abc | true",
                "StringNotEquals | a | b | true",
                "StringNotEquals | a | a | false",
                "StringNotLike | a* | abc | false",
                "StringNotEquals | b | a;b | false",
                "StringEqualsIfExists | a | b | false",
                "Bool | true | TRUE | true",
                "Bool | true | false | false",
                "NumericLessThan | 10 | 9.5 | true",
                "NumericLessThan | 10 | 10 | false",
                "NumericLessThanEquals | 10 | 10 | true",
                "NumericGreaterThan | 10 | 10 | false",
                "NumericGreaterThanEquals | 10 | 10 | true",
                "NumericEquals | 10 | ten | false",
                "DateGreaterThan | 2026-01-01T00:00:00Z | 2026-01-02 | true",
                "DateGreaterThan | 2026-01-01T00:00:00Z | 2026-01-01 | false",
                "DateGreaterThanEquals | 2026-01-01T00:00:00Z | 2026-01-01 | true",
                "DateLessThan | 2026-01-01T00:00:00Z | 1767225601 | false",
                "DateLessThan | 2026-01-01T00:00:00Z | 1767225600 | false",
                "DateLessThanEquals | 2026-01-01T00:00:00Z | 1767225600 | true",
                "DateEquals | 2026-01-01T00:00:00Z | 1767225600 | true",
                "IpAddress | 203.0.113.0/24 | 203.0.113.77 | true",
                "IpAddress | 203.0.113.0/25 | 203.0.113.200 | false",
                "NotIpAddress | 203.0.113.0/25 | 203.0.113.200 | true",
                "IpAddress | 2001:db8::/32 | 2001:db8::1 | true",
                "IpAddress | example.org | 203.0.113.1 | false",
                "IpAddress | 127.0.0.0/8 | localhost | false",
                "ArnLike | arn:aws:codebuild:*:111122223333:project/* |"
                        + " arn:aws:codebuild:eu-west-1:111122223333:project/x | true",
                "ArnEquals | arn:aws:*:project/x | arn:aws:codebuild:eu-west-1:1:project/x | false",
                "ArnNotEquals | arn:aws:iam::1:role/x | arn:aws:iam::1:role/y | true",
                "ForAnyValue:StringEquals | b | a;b | true",
                "ForAllValues:StringEquals | b | a;b | false",
                "ForAllValues:StringLike | ? | a;b | true",
                "Null | false | x | true",
                "Null | true | x | false"
            })
    void everyOperatorComparesAsAwsDoes(
            String operator, String wanted, String given, boolean allowed) {
        assertEquals(
                allowed,
                allowed(
                        conditional(operator, "aws:Key", wanted),
                        new Call("x:Do", "*", Map.of("AWS:key", List.of(given.split(";"))))));
    }

    @ParameterizedTest
    @CsvSource({
        "StringEquals, false",
        "StringEqualsIfExists, true",
        "StringNotEquals, true",
        "ForAllValues:StringEquals, true",
        "ForAnyValue:StringEquals, false",
        "NotIpAddress, true",
        "Bool, false"
    })
    void aKeyThatTheCallLacks(String operator, boolean allowed) {
        assertEquals(
                allowed,
                allowed(conditional(operator, "aws:Key", "1.2.3.4"), new Call("x:Do", "*")));
    }

    @Test
    void nullTrueAsksForTheKeysAbsence() {
        assertTrue(allowed(conditional("Null", "aws:Key", "true"), new Call("x:Do", "*")));
    }

    @Test
    void everyConditionOfAStatementHasToHold() {
        var ours =
                policy(
                        Map.of(
                                "Effect", "Allow",
                                "Action", "x:Do",
                                "Resource", "*",
                                "Condition",
                                        Map.of(
                                                "StringEquals",
                                                Map.of("aws:One", "1", "aws:Two", "2"),
                                                "Bool",
                                                Map.of("aws:SecureTransport", "true"))));
        assertTrue(allowed(ours, given("1", "2", "true")));
        assertFalse(allowed(ours, given("0", "2", "true")));
        assertFalse(allowed(ours, given("1", "0", "true")));
        assertFalse(allowed(ours, given("1", "2", "false")));
    }

    private static Call given(String one, String two, String secure) {
        return new Call(
                "x:Do",
                "*",
                Map.of(
                        "aws:One", List.of(one),
                        "aws:Two", List.of(two),
                        "aws:SecureTransport", List.of(secure)));
    }

    @Test
    void variablesStandForWhatTheCallHas() {
        var own = policy(allow("s3:GetObject", "arn:aws:s3:::home/${aws:username}/*"));
        var ada = Map.of("aws:username", List.of("ada"));
        assertTrue(allowed(own, new Call("s3:GetObject", "arn:aws:s3:::home/ada/x", ada)));
        assertFalse(allowed(own, new Call("s3:GetObject", "arn:aws:s3:::home/bob/x", ada)));
        assertFalse(allowed(own, new Call("s3:GetObject", "arn:aws:s3:::home//x")));
        var star = Map.of("aws:username", List.of("*"));
        assertFalse(allowed(own, new Call("s3:GetObject", "arn:aws:s3:::home/bob/x", star)));
    }

    @Test
    void aBoundaryHasToAllowToo() {
        var decision =
                evaluator.decide(
                        new Call("x:Do", "*"),
                        List.of(policy(allow("x:Do", "*"))),
                        Optional.of(policy(allow("y:*", "*"))),
                        Optional.empty(),
                        SESSION);
        assertEquals(new Decision.NotAllowed(Decision.Layer.BOUNDARY), decision);
    }

    @Test
    void aDenyInABoundaryWinsOverItsAllow() {
        var decision =
                evaluator.decide(
                        new Call("x:Do", "*"),
                        List.of(policy(allow("x:Do", "*"))),
                        Optional.of(
                                policy(
                                        allow("*", "*"),
                                        Map.of(
                                                "Sid", "NotThat",
                                                "Effect", "Deny",
                                                "Action", "x:*",
                                                "Resource", "*"))),
                        Optional.empty(),
                        SESSION);
        assertEquals(new Decision.ExplicitlyDenied("NotThat", Decision.Layer.BOUNDARY), decision);
    }

    @ParameterizedTest
    @CsvSource({
        "Principal, arn:aws:iam::111122223333:role/pipeline, false",
        "Principal, arn:aws:iam::111122223333:role/other, true",
        "Principal, arn:aws:iam::444455556666:root, true",
        "Principal, 111122223333, false",
        "NotPrincipal, arn:aws:iam::111122223333:role/pipeline, true",
        "NotPrincipal, arn:aws:iam::111122223333:role/other, false"
    })
    void aBucketsPolicyDeniesOnlyWhomItMeans(String member, String who, boolean allowed) {
        var bucket =
                policy(
                        Map.of(
                                "Effect",
                                "Deny",
                                "Action",
                                "s3:*",
                                "Resource",
                                "arn:aws:s3:::b/*",
                                member,
                                Map.of("AWS", who)));
        var decision =
                evaluator.decide(
                        new Call("s3:GetObject", "arn:aws:s3:::b/x"),
                        List.of(policy(allow("s3:*", "*"))),
                        Optional.empty(),
                        Optional.of(bucket),
                        SESSION);
        assertEquals(allowed, decision.allowed());
    }

    @Test
    void aBucketsPolicyAllowsWhomItNamesButNotAWholeAccount() {
        var call = new Call("s3:GetObject", "arn:aws:s3:::b/x");
        var role = "arn:aws:iam::111122223333:role/pipeline";
        assertTrue(decide(call, guarding("Allow", role)).allowed());
        assertFalse(decide(call, guarding("Allow", "arn:aws:iam::111122223333:root")).allowed());
        assertFalse(decide(call, guarding("Allow", role + "2")).allowed());
        assertEquals(
                new Decision.ExplicitlyDenied("statement 1", Decision.Layer.RESOURCE),
                decide(call, guarding("Deny", "arn:aws:iam::111122223333:root")));
    }

    @Test
    void aTrustNamesItsServiceAndHoldsItToTheAccount() {
        var trust =
                policy(
                        Map.of(
                                "Effect",
                                "Allow",
                                "Action",
                                "sts:AssumeRole",
                                "Principal",
                                Map.of("Service", "codepipeline.amazonaws.com"),
                                "Condition",
                                Map.of(
                                        "StringEquals",
                                        Map.of("aws:SourceAccount", "111122223333"))));
        var ours =
                new Call(
                        "sts:AssumeRole",
                        "*",
                        Map.of("aws:SourceAccount", List.of("111122223333")));
        var theirs =
                new Call(
                        "sts:AssumeRole",
                        "*",
                        Map.of("aws:SourceAccount", List.of("444455556666")));
        assertTrue(evaluator.trusts(trust, ours, "codepipeline.amazonaws.com").allowed());
        assertFalse(evaluator.trusts(trust, theirs, "codepipeline.amazonaws.com").allowed());
        assertFalse(evaluator.trusts(trust, ours, "codebuild.amazonaws.com").allowed());
    }

    @Test
    void aTrustThatDeniesIsNone() {
        var anyone = Map.of("Effect", "Allow", "Action", "sts:AssumeRole", "Principal", "*");
        var butNot =
                Map.of(
                        "Sid", "NotBuilds",
                        "Effect", "Deny",
                        "Action", "sts:AssumeRole",
                        "Principal", Map.of("Service", "codebuild.amazonaws.com"));
        var trust = policy(anyone, butNot);
        var call = new Call("sts:AssumeRole", "*");
        assertTrue(evaluator.trusts(trust, call, "codepipeline.amazonaws.com").allowed());
        assertEquals(
                new Decision.ExplicitlyDenied("NotBuilds", Decision.Layer.RESOURCE),
                evaluator.trusts(trust, call, "codebuild.amazonaws.com"));
    }

    @Test
    void whatIsNoPolicySaysWhere() {
        var wrong =
                assertThrows(
                        IllegalArgumentException.class,
                        () ->
                                policy(
                                        allow("x:Do", "*"),
                                        Map.of(
                                                "Effect", "Allow",
                                                "Action", "x:Do",
                                                "Condition", Map.of("Looks", Map.of("a", "b")))));
        assertEquals("statement 2: Looks is no condition operator.", wrong.getMessage());
    }

    private Decision decide(Call call, PolicyDocument bucket) {
        return evaluator.decide(call, List.of(), Optional.empty(), Optional.of(bucket), SESSION);
    }

    private static PolicyDocument guarding(String effect, String principal) {
        return policy(
                Map.of(
                        "Effect",
                        effect,
                        "Action",
                        "s3:*",
                        "Resource",
                        "arn:aws:s3:::b/*",
                        "Principal",
                        Map.of("AWS", principal)));
    }

    private boolean allowed(PolicyDocument policy, Call call) {
        return evaluator.decide(call, List.of(policy)).allowed();
    }

    private static PolicyDocument conditional(String operator, String key, String value) {
        return policy(
                Map.of(
                        "Effect", "Allow",
                        "Action", "x:Do",
                        "Resource", "*",
                        "Condition", Map.of(operator, Map.of(key, value))));
    }

    private static Map<String, Object> allow(String action, String resource) {
        return Map.of("Effect", "Allow", "Action", action, "Resource", List.of(resource));
    }

    private static PolicyDocument policy(Map<?, ?>... statements) {
        return PolicyDocument.of(Map.of("Version", "2012-10-17", "Statement", List.of(statements)));
    }
}
