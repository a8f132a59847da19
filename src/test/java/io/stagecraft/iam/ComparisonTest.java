package io.stagecraft.iam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.iam.Comparison.Excess;
import io.stagecraft.iam.Comparison.Given;
import io.stagecraft.iam.Statement.Clause;
import io.stagecraft.iam.Statement.Effect;
import io.stagecraft.iam.Statement.Reason;
import io.stagecraft.json.TemplateText;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Policies as they are met in accounts, held against a build, a stack and the way to the artifacts.
class ComparisonTest {
    private static final Comparison.Setting HERE =
            new Comparison.Setting("aws", "eu-west-1", "111122223333", "2026-11-21T12:00:00Z");
    private static final String PROJECT = "arn:aws:codebuild:eu-west-1:111122223333:project/orders";
    private static final String STACKS = "arn:aws:iam::111122223333:role/stacks";

    private static final List<Statement> NEEDED =
            List.of(
                    need(
                            "StartBuild",
                            List.of(),
                            PROJECT,
                            "codebuild:StartBuild",
                            "codebuild:BatchGetBuilds"),
                    need(
                            "ReadArtifacts",
                            List.of(
                                    new Clause(
                                            "StringEquals",
                                            "aws:ResourceAccount",
                                            List.of(Text.of("111122223333")))),
                            "arn:aws:s3:::artifacts/orders/*",
                            "s3:GetObject",
                            "s3:GetObjectVersion"),
                    need(
                            "PassRole",
                            List.of(
                                    new Clause(
                                            "StringEqualsIfExists",
                                            "iam:PassedToService",
                                            List.of(Text.of("cloudformation.amazonaws.com")))),
                            STACKS,
                            "iam:PassRole"),
                    need(
                            "CreateLogStream",
                            List.of(),
                            "arn:aws:logs:eu-west-1:111122223333:log-group:/aws/codebuild/orders:*",
                            "logs:CreateLogStream"));

    /// [AdministratorAccess](https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AdministratorAccess.html).
    private static final String ADMINISTRATOR = allow("\"*\"", "\"*\"");

    /// [PowerUserAccess](https://docs.aws.amazon.com/aws-managed-policy/latest/reference/PowerUserAccess.html).
    private static final String POWER_USER =
            """
            {"Effect": "Allow", "NotAction": ["iam:*", "organizations:*", "account:*"], "Resource": "*"},
            {"Effect": "Allow",
             "Action": ["account:GetAccountInformation", "account:GetPrimaryEmail", "account:ListRegions",
                "iam:CreateServiceLinkedRole", "iam:DeleteServiceLinkedRole", "iam:ListRoles",
                "organizations:DescribeOrganization"],
             "Resource": "*"}\
            """;

    /// What the console's wizard wrote into service roles for years.
    private static final String WIZARD =
            """
            {"Action": ["iam:PassRole"], "Resource": "*", "Effect": "Allow",
             "Condition": {"StringEqualsIfExists": {"iam:PassedToService": ["cloudformation.amazonaws.com",
                "elasticbeanstalk.amazonaws.com", "ec2.amazonaws.com", "ecs-tasks.amazonaws.com"]}}},
            {"Action": ["codedeploy:CreateDeployment", "codedeploy:GetApplication"],
             "Resource": "*", "Effect": "Allow"},
            {"Action": ["elasticbeanstalk:*", "ec2:*", "elasticloadbalancing:*", "autoscaling:*", "cloudwatch:*",
                "s3:*", "sns:*", "cloudformation:*", "rds:*", "sqs:*", "ecs:*", "logs:*"],
             "Resource": "*", "Effect": "Allow"},
            {"Action": ["codebuild:BatchGetBuilds", "codebuild:StartBuild"], "Resource": "*", "Effect": "Allow"}\
            """;

    @Test
    void theExactPolicyLacksNothingAndHoldsNothingElse() {
        var exact =
                allow(
                                "[\"codebuild:StartBuild\", \"codebuild:BatchGetBuilds\"]",
                                "\"" + PROJECT + "\"")
                        + ","
                        + "{\"Effect\": \"Allow\", \"Action\": [\"s3:GetObject\", \"s3:GetObjectVersion\"],"
                        + " \"Resource\": \"arn:aws:s3:::artifacts/orders/*\","
                        + " \"Condition\": {\"StringEquals\": {\"aws:ResourceAccount\": \"111122223333\"}}},"
                        + "{\"Effect\": \"Allow\", \"Action\": \"iam:PassRole\", \"Resource\": \""
                        + STACKS
                        + "\", \"Condition\": {\"StringEquals\":"
                        + " {\"iam:PassedToService\": \"cloudformation.amazonaws.com\"}}},"
                        + allow(
                                "\"logs:CreateLogStream\"",
                                "\"arn:aws:logs:eu-west-1:111122223333:log-group:/aws/codebuild/orders:*\"");
        assertEquals(new Comparison(List.of(), List.of(), List.of()), compared(exact));
    }

    @Test
    void anAdministratorLacksNothingAndIsTooWideInEveryWay() {
        var compared = compared(ADMINISTRATOR);
        assertTrue(compared.isEnough());
        assertEquals(
                List.of(Excess.WIDE_ACTIONS, Excess.WIDE_RESOURCES, Excess.NO_CONDITION),
                compared.wide().stream().map(Comparison.Wide::excess).toList());
        assertTrue(compared.wide().getFirst().instead().contains("codebuild:StartBuild"));
    }

    @Test
    void aPowerUserMayDoAllButHandARoleOn() {
        var compared = compared(POWER_USER);
        assertEquals(List.of("iam:PassRole on " + STACKS), missing(compared));
        assertEquals("no identity-based policy allows it", compared.missing().getFirst().why());
        assertEquals(Excess.ALL_BUT, compared.wide().getFirst().excess());
        assertTrue(
                compared.wide().stream()
                        .anyMatch(w ->
                                w.excess() == Excess.UNNEEDED_ACTIONS
                                        && w.what().contains("iam:CreateServiceLinkedRole")));
    }

    @Test
    void theWizardsPolicyWorksAndIsTakenApartStatementByStatement() {
        var compared = compared(WIZARD);
        assertTrue(compared.isEnough(), compared.missing().toString());
        var said =
                compared.wide().stream()
                        .map(w ->
                                w.statement() + " " + w.excess() + " " + String.join(",", w.what()))
                        .toList();
        assertTrue(said.contains("statement 1 WIDE_RESOURCES *"), said.toString());
        assertTrue(
                said.contains(
                        "statement 2 UNNEEDED_ACTIONS codedeploy:CreateDeployment,codedeploy:GetApplication"),
                said.toString());
        assertTrue(said.contains("statement 3 WIDE_ACTIONS s3:*"), said.toString());
        assertTrue(
                said.stream()
                        .anyMatch(s ->
                                s.startsWith(
                                        "statement 3 UNNEEDED_ACTIONS elasticbeanstalk:*,ec2:*")),
                said.toString());
        assertTrue(said.contains("statement 4 WIDE_RESOURCES *"), said.toString());
    }

    @Test
    void aGuardrailThatDeniesIsNamed() {
        var compared =
                compared(
                        ADMINISTRATOR,
                        "{\"Sid\": \"NoPassing\", \"Effect\": \"Deny\", \"Action\": \"iam:Pass*\", \"Resource\": \"*\"}");
        assertEquals(List.of("iam:PassRole on " + STACKS), missing(compared));
        assertEquals(
                "denied by NoPassing of the identity-based policy",
                compared.missing().getFirst().why());
    }

    @Test
    void aBoundaryHasToAllowToo() {
        var compared =
                Comparison.of(
                        NEEDED,
                        List.of(given(ADMINISTRATOR)),
                        Optional.of(
                                given(allow("[\"s3:*\", \"logs:*\", \"iam:*\"]", "\"*\""))
                                        .document()),
                        HERE,
                        Text::shown);
        assertEquals(
                List.of("codebuild:StartBuild,codebuild:BatchGetBuilds on " + PROJECT),
                missing(compared));
        assertEquals("no permissions boundary allows it", compared.missing().getFirst().why());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"DateLessThan\": {\"aws:CurrentTime\": \"2026-01-01T00:00:00Z\"}} | missing",
                "{\"DateGreaterThan\": {\"aws:CurrentTime\": \"2026-01-01T00:00:00Z\"}} | fine",
                "{\"StringEquals\": {\"aws:RequestedRegion\": [\"eu-west-1\", \"eu-central-1\"]}} | fine",
                "{\"StringEquals\": {\"aws:RequestedRegion\": \"us-east-1\"}} | missing",
                "{\"Bool\": {\"aws:SecureTransport\": \"true\"}} | fine",
                "{\"Bool\": {\"aws:SecureTransport\": \"false\"}} | missing",
                "{\"StringEquals\": {\"aws:SourceVpce\": \"vpce-1\"}} | open",
                "{\"IpAddress\": {\"aws:SourceIp\": \"10.0.0.0/8\"}} | open",
                "{\"IpAddressIfExists\": {\"aws:SourceIp\": \"10.0.0.0/8\"}} | fine",
                "{\"Null\": {\"aws:SourceVpce\": \"true\"}} | fine",
                "{\"ForAnyValue:StringLike\": {\"codebuild:buildTags\": \"x*\"}} | open",
                "{\"ForAllValues:StringEquals\": {\"aws:TagKeys\": \"team\"}} | fine",
                "{\"StringEquals\": {\"s3:prefix\": \"x\"}} | missing",
                "{\"ArnLike\": {\"aws:PrincipalArn\": \"arn:aws:iam::*:role/x\"}} | open",
                "{\"NumericLessThan\": {\"s3:max-keys\": \"10\"}} | missing"
            })
    void aConditionIsMetOrNotOrCannotBeTold(String condition, String outcome) {
        var policy =
                "{\"Effect\": \"Allow\", \"Action\": \"codebuild:*\", \"Resource\": \"*\", \"Condition\": "
                        + condition
                        + "}";
        var compared =
                Comparison.of(
                        NEEDED.subList(0, 1),
                        List.of(given(policy)),
                        Optional.empty(),
                        HERE,
                        Text::shown);
        assertEquals(
                outcome,
                !compared.missing().isEmpty()
                        ? "missing"
                        : compared.open().isEmpty() ? "fine" : "open");
    }

    @Test
    void oneDenialUnderAnUnknownKeyIsNoRefusal() {
        var compared =
                compared(
                        ADMINISTRATOR,
                        "{\"Effect\": \"Deny\", \"Action\": \"*\", \"Resource\": \"*\", \"Condition\":"
                                + " {\"StringNotEquals\": {\"aws:PrincipalOrgID\": \"o-1\"}}}");
        assertEquals(List.of(), missing(compared));
        assertEquals(4, compared.open().size());
        assertTrue(compared.open().getFirst().on().contains("aws:PrincipalOrgID"));
    }

    @Test
    void aResourceBesideTheOnesNeededIsTooWideAndANarrowerOneIsMissing() {
        var wider =
                compared(
                        ADMINISTRATOR.replace(
                                "\"*\"}", "[\"" + PROJECT + "\", \"" + PROJECT + "*\"]}"));
        assertTrue(
                wider.wide().stream()
                        .anyMatch(w ->
                                w.excess() == Excess.WIDE_RESOURCES
                                        && w.what().equals(List.of(PROJECT + "*"))
                                        && w.instead().equals(List.of(PROJECT))),
                wider.wide().toString());
        var other = compared(allow("\"codebuild:*\"", "\"" + PROJECT + "-other\""));
        assertTrue(
                missing(other)
                        .contains("codebuild:StartBuild,codebuild:BatchGetBuilds on " + PROJECT));
    }

    @Test
    void whatIsOnlyNamedOnDeploymentIsLeftOpenWhereSomethingAllowsTheCall() {
        var needed =
                List.of(
                        new Statement(
                                "Read",
                                Effect.ALLOW,
                                List.of(),
                                List.of("s3:GetObject"),
                                List.of(Text.arnOf("ArtifactBucket").plus("/*")),
                                List.of(),
                                List.of(new Reason(Optional.empty(), "reads")),
                                Optional.empty()));
        var known = (Comparison.Known) _ -> "arn:aws:s3:::artifactbucket/*";
        var some =
                Comparison.of(
                        needed,
                        List.of(given(allow("\"s3:Get*\"", "\"arn:aws:s3:::mine/*\""))),
                        Optional.empty(),
                        HERE,
                        known);
        assertEquals(1, some.open().size());
        var none =
                Comparison.of(
                        needed,
                        List.of(given(allow("\"sns:*\"", "\"*\""))),
                        Optional.empty(),
                        HERE,
                        known);
        assertEquals(1, none.missing().size());
    }

    @Test
    void everyValueOfAConditionHasToBeAdmitted() {
        var needed =
                List.of(
                        need(
                                "PassRole",
                                List.of(
                                        new Clause(
                                                "StringEquals",
                                                "iam:PassedToService",
                                                List.of(
                                                        Text.of("ecs.amazonaws.com"),
                                                        Text.of("ecs-tasks.amazonaws.com")))),
                                STACKS,
                                "iam:PassRole"));
        var one = held(needed, passing("\"ecs.amazonaws.com\""));
        assertEquals(List.of("iam:PassRole on " + STACKS), missing(one));
        assertEquals(
                "no identity-based policy allows it where iam:PassedToService is ecs-tasks.amazonaws.com;"
                        + " statement 1 allows it only where iam:PassedToService is ecs.amazonaws.com",
                one.missing().getFirst().why());
        var both = passing("[\"ecs.amazonaws.com\", \"ecs-tasks.amazonaws.com\"]");
        assertTrue(held(needed, both).isEnough());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "StringEquals | iam:PassedToService | codebuild.amazonaws.com | is codebuild.amazonaws.com",
                "StringNotLike | iam:PassedToService | cloudf* | is not like cloudf*",
                "StringEquals | aws:RequestedRegion | us-east-1 | is us-east-1",
                "DateLessThan | aws:CurrentTime | 2026-01-01T00:00:00Z | is before 2026-01-01T00:00:00Z",
                "Null | iam:PassedToService | true | is not there"
            })
    void whatIsAllowedUnderAConditionThatNeverHoldsServesNothingAndIsSaid(
            String operator, String key, String value, String words) {
        var condition =
                ", \"Condition\": {\"%s\": {\"%s\": \"%s\"}}}".formatted(operator, key, value);
        var compared =
                held(
                        NEEDED.subList(2, 3),
                        allow("\"iam:PassRole\"", "\"*\"").replaceFirst("}$", "") + condition);
        assertEquals(List.of("iam:PassRole on " + STACKS), missing(compared));
        assertEquals(
                "no identity-based policy allows it; statement 1 allows it only where "
                        + key
                        + " "
                        + words,
                compared.missing().getFirst().why());
        assertEquals(
                List.of(
                        new Comparison.Wide(
                                Excess.UNNEEDED_ACTIONS,
                                "policy",
                                "statement 1",
                                List.of("iam:PassRole"),
                                List.of())),
                compared.wide());
    }

    @Test
    void whatIsAllowedUnderAConditionNobodyKnowsMayServeSomething() {
        var compared =
                held(
                        NEEDED.subList(0, 1),
                        allow("\"codebuild:*\"", "\"*\"").replaceFirst("}$", "")
                                + ", \"Condition\": {\"StringEquals\": {\"aws:SourceVpce\": \"vpce-1\"}}}");
        assertEquals(List.of(), missing(compared));
        assertEquals(
                List.of(Excess.WIDE_ACTIONS, Excess.WIDE_RESOURCES),
                compared.wide().stream().map(Comparison.Wide::excess).toList());
    }

    @Test
    void allButSomethingServesNothingWhereItsConditionNeverHolds() {
        var elsewhere =
                POWER_USER.replaceFirst(
                        "\"Resource\": \"\\*\"}",
                        "\"Resource\": \"*\", \"Condition\": {\"StringEquals\":"
                                + " {\"aws:RequestedRegion\": \"us-east-1\"}}}");
        var compared = held(NEEDED.subList(0, 1), elsewhere);
        assertEquals(
                "no identity-based policy allows it; statement 1 allows it only where"
                        + " aws:RequestedRegion is us-east-1",
                compared.missing().getFirst().why());
        var first = compared.wide().getFirst();
        assertEquals(Excess.UNNEEDED_ACTIONS, first.excess());
        assertEquals(List.of("all but iam:*, organizations:*, account:*"), first.what());
    }

    @Test
    void onlyWhatAConditionLetsThroughIsEnough() {
        var other = PROJECT.replace("eu-west-1", "us-east-1");
        var needed =
                List.of(NEEDED.getFirst(), need("There", List.of(), other, "codebuild:StartBuild"));
        var compared =
                held(
                        needed,
                        allow("\"codebuild:StartBuild\"", "\"*\"").replaceFirst("}$", "")
                                + ", \"Condition\": {\"StringEquals\": {\"aws:RequestedRegion\": \"us-east-1\"}}}");
        assertEquals(List.of(other), compared.wide().getFirst().instead());
        assertTrue(missing(compared).stream().noneMatch(m -> m.endsWith(other)));
    }

    @Test
    void whatIsNeededAndTakenOutIsNotServed() {
        var compared =
                held(
                        NEEDED.subList(2, 3),
                        "{\"Effect\": \"Allow\", \"Action\": \"iam:PassRole\", \"NotResource\": \""
                                + STACKS
                                + "\"}");
        assertEquals(List.of("iam:PassRole on " + STACKS), missing(compared));
        assertEquals(
                List.of(Excess.UNNEEDED_ACTIONS),
                compared.wide().stream().map(Comparison.Wide::excess).toList());
    }

    @Test
    void aCallWithoutAResourceIsNotServedByANamedOne() {
        var compared =
                held(
                        List.of(need("Check", List.of(), "*", "cloudformation:ValidateTemplate")),
                        allow(
                                "\"cloudformation:*\"",
                                "\"arn:aws:cloudformation:eu-west-1:111122223333:stack/s*\""));
        assertEquals(List.of("cloudformation:ValidateTemplate on *"), missing(compared));
        assertEquals(
                List.of(Excess.UNNEEDED_ACTIONS),
                compared.wide().stream().map(Comparison.Wide::excess).toList());
    }

    private static String passing(String services) {
        return "{\"Effect\": \"Allow\", \"Action\": \"iam:PassRole\", \"Resource\": \""
                + STACKS
                + "\", \"Condition\": {\"StringEquals\": {\"iam:PassedToService\": "
                + services
                + "}}}";
    }

    private static Comparison held(List<Statement> needed, String statements) {
        return Comparison.of(
                needed, List.of(given(statements)), Optional.empty(), HERE, Text::shown);
    }

    @Test
    void whatIsNeededWithoutAConditionIsNotAskedForUnderOneToo() {
        var tag = new Clause("StringEquals", "aws:ResourceTag/app", List.of(Text.of("shop")));
        var document = "arn:aws:ssm:eu-west-1:*:document/AWS-RunShellScript";
        var instances = "arn:aws:ec2:eu-west-1:111122223333:instance/*";
        var tagged =
                new Statement(
                        "Tagged",
                        Effect.ALLOW,
                        List.of(),
                        List.of("ssm:SendCommand"),
                        List.of(Text.of(instances), Text.of(document)),
                        List.of(tag),
                        List.of(new Reason(Optional.empty(), "runs scripts")),
                        Optional.empty());
        var needed = List.of(tagged, need("Document", List.of(), document, "ssm:SendCommand"));
        assertEquals(
                List.of("ssm:SendCommand on " + instances, "ssm:SendCommand on " + document),
                missing(against(needed, allow("\"polly:*\"", "\"*\""))));
        var asAwsWritesIt =
                "{\"Effect\": \"Allow\", \"Action\": \"ssm:SendCommand\", \"Resource\": \""
                        + instances
                        + "\", \"Condition\": {\"StringEquals\": {\"aws:ResourceTag/app\": \"shop\"}}},"
                        + allow("\"ssm:SendCommand\"", "\"" + document + "\"");
        assertEquals(
                new Comparison(List.of(), List.of(), List.of()), against(needed, asAwsWritesIt));
    }

    @Test
    void whatMayServeSomethingThatHasNoNameYetIsNotCalledUnneeded() {
        var bucket = Text.arnOf("ArtifactBucket");
        var needed =
                List.of(
                        new Statement(
                                "Read",
                                Effect.ALLOW,
                                List.of(),
                                List.of("s3:GetObject"),
                                List.of(bucket.plus("/orders/*")),
                                List.of(),
                                List.of(new Reason(Optional.empty(), "reads")),
                                Optional.empty()));
        var compared =
                Comparison.of(
                        needed,
                        List.of(given(allow("\"s3:GetObject\"", "\"arn:aws:s3:::real/*\""))),
                        Optional.empty(),
                        HERE,
                        _ -> "arn:aws:s3:::artifactbucket/orders/*");
        assertEquals(List.of(), compared.wide());
        assertEquals("${ArtifactBucket.Arn}/orders/*", compared.open().getFirst().resource());
    }

    private static Comparison against(List<Statement> needed, String statements) {
        return Comparison.of(
                needed, List.of(given(statements)), Optional.empty(), HERE, Text::shown);
    }

    private static Comparison compared(String... statements) {
        return Comparison.of(
                NEEDED,
                List.of(given(String.join(",", statements))),
                Optional.empty(),
                HERE,
                Text::shown);
    }

    private static Given given(String statements) {
        return new Given(
                "policy",
                PolicyDocument.of(
                        TemplateText.parse(
                                "{\"Version\": \"2012-10-17\", \"Statement\": ["
                                        + statements
                                        + "]}")));
    }

    private static List<String> missing(Comparison compared) {
        return compared.missing().stream()
                .map(m -> String.join(",", m.actions()) + " on " + m.resource())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static String allow(String actions, String resources) {
        return "{\"Effect\": \"Allow\", \"Action\": "
                + actions
                + ", \"Resource\": "
                + resources
                + "}";
    }

    private static Statement need(
            String sid, List<Clause> conditions, String resource, String... actions) {
        return new Statement(
                sid,
                Effect.ALLOW,
                List.of(),
                Stream.of(actions).toList(),
                List.of(Text.of(resource)),
                conditions,
                List.of(new Reason(Optional.empty(), sid)),
                Optional.empty());
    }
}
