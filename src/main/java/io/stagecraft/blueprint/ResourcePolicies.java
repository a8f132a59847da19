package io.stagecraft.blueprint;

import io.stagecraft.iam.Policy;
import io.stagecraft.iam.Statement;
import io.stagecraft.iam.Statement.Clause;
import io.stagecraft.iam.Statement.Effect;
import io.stagecraft.iam.Statement.Reason;
import io.stagecraft.iam.Statement.Who;
import io.stagecraft.iam.Text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The policies of buckets, keys and topics. Roles of the same account get their access from their own policies; here stand
/// only what nobody may, who administers, and whom of other accounts to let in.
final class ResourcePolicies {
    private static final Optional<String> IN_A_KEY =
            Optional.of("In a key policy * is the key that the policy belongs to.");

    private ResourcePolicies() {}

    /// @param guests roles of other accounts
    static Policy bucket(String key, List<Text> guests) {
        var bucket = Text.arnOf(key);
        var statements = new ArrayList<Statement>();
        statements.add(
                statement(
                        "DenyPlainHttp",
                        Effect.DENY,
                        List.of(new Who.Anyone()),
                        List.of("s3:*"),
                        List.of(bucket, bucket.plus("/*")),
                        List.of(plain()),
                        "keeps artifacts off unencrypted connections"));
        if (!guests.isEmpty()) {
            var who = arns(guests);
            var why = "lets actions of other accounts reach the artifacts";
            statements.add(
                    statement(
                            "LetGuestsCheckTheBucket",
                            Effect.ALLOW,
                            who,
                            List.of(
                                    "s3:GetBucketVersioning",
                                    "s3:GetBucketAcl",
                                    "s3:GetBucketLocation",
                                    "s3:ListBucket"),
                            List.of(bucket),
                            List.of(),
                            why));
            statements.add(
                    statement(
                            "LetGuestsMoveArtifacts",
                            Effect.ALLOW,
                            who,
                            List.of(
                                    "s3:GetObject",
                                    "s3:GetObjectVersion",
                                    "s3:GetObjectTagging",
                                    "s3:GetObjectVersionTagging",
                                    "s3:PutObject",
                                    "s3:PutObjectAcl",
                                    "s3:PutObjectTagging"),
                            List.of(bucket.plus("/*")),
                            List.of(),
                            why));
        }
        return new Policy("bucket", statements);
    }

    /// The default key policy, so that the account's own policies count; then guests, and logs where they are encrypted with it.
    ///
    /// @param logGroups ARNs of log groups that the key encrypts
    /// @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html">Default key policy</a>
    /// @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html">Encrypt log data</a>
    static Policy key(List<Text> guests, List<Text> logGroups) {
        var statements = new ArrayList<Statement>();
        var account =
                Text.of("arn:")
                        .plus(Text.here(Text.Here.PARTITION))
                        .plus(":iam::")
                        .plus(Text.here(Text.Here.ACCOUNT))
                        .plus(":root");
        statements.add(
                ofKey(
                        "LetTheAccountAdminister",
                        List.of(new Who.Arn(account)),
                        List.of("kms:*"),
                        List.of(),
                        "lets the account's own policies say who uses the key"));
        if (!guests.isEmpty()) {
            statements.add(
                    ofKey(
                            "LetGuestsUseTheKey",
                            arns(guests),
                            USE,
                            List.of(),
                            "lets actions of other accounts reach the artifacts"));
        }
        if (!logGroups.isEmpty()) {
            var logs = Text.of("logs.").plus(Text.here(Text.Here.REGION)).plus(".amazonaws.com");
            statements.add(
                    ofKey(
                            "LetLogsUseTheKey",
                            List.of(new Who.Service(logs)),
                            USE,
                            List.of(
                                    new Clause(
                                            "ArnEquals",
                                            "kms:EncryptionContext:aws:logs:arn",
                                            logGroups)),
                            "encrypts the build logs"));
        }
        return new Policy("key", statements);
    }

    private static final List<String> USE =
            List.of(
                    "kms:Decrypt",
                    "kms:DescribeKey",
                    "kms:Encrypt",
                    "kms:GenerateDataKey",
                    "kms:GenerateDataKeyWithoutPlaintext",
                    "kms:ReEncryptFrom",
                    "kms:ReEncryptTo");

    /// Roles of other accounts that pull images. ECR refuses a role that is not there yet, and theirs come after the
    /// repository, so their accounts are named and the caller is held to the roles. ECR takes no resource here.
    ///
    /// @param roots the accounts
    /// @param calls what a pull takes, as the catalogue has it
    /// @see <a href="https://docs.aws.amazon.com/codebuild/latest/userguide/sample-ecr.html">CodeBuild and ECR</a>
    static Statement pullers(List<Text> roots, List<Text> roles, List<String> calls) {
        return guests(
                "LetBuildsPull",
                roots,
                roles,
                calls,
                "lets builds of other accounts pull its images");
    }

    /// Roles of other accounts that push images.
    ///
    /// @param calls what a push takes, as the catalogue has it
    static Statement pushers(List<Text> roots, List<Text> roles, List<String> calls) {
        return guests(
                "LetBuildsPush", roots, roles, calls, "lets builds of other accounts push to it");
    }

    private static Statement guests(
            String id, List<Text> roots, List<Text> roles, List<String> actions, String why) {
        return statement(
                id,
                Effect.ALLOW,
                arns(roots),
                actions,
                List.of(),
                List.of(new Clause("ArnEquals", "aws:PrincipalArn", roles)),
                why);
    }

    static Policy topic(String key) {
        return new Policy(
                "topic",
                List.of(
                        statement(
                                "DenyPlainHttp",
                                Effect.DENY,
                                List.of(new Who.Anyone()),
                                List.of("sns:Publish"),
                                List.of(Text.arnOf(key)),
                                List.of(plain()),
                                "keeps messages off unencrypted connections")));
    }

    /// A topic that hears from EventBridge and from alarms. AWS's page on EventBridge and SNS knows no condition for the first.
    ///
    /// @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-sns-permissions">EventBridge</a>
    /// @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html">Alarms</a>
    static Policy watchTopic(String key, List<Text> alarms) {
        var statements = new ArrayList<>(topic(key).statements());
        statements.add(
                statement(
                        "LetEventsPublish",
                        Effect.ALLOW,
                        List.of(new Who.Service(Text.of("events.amazonaws.com"))),
                        List.of("sns:Publish"),
                        List.of(Text.arnOf(key)),
                        List.of(),
                        "tells of runs that fail"));
        statements.add(
                statement(
                        "LetAlarmsPublish",
                        Effect.ALLOW,
                        List.of(new Who.Service(Text.of("cloudwatch.amazonaws.com"))),
                        List.of("sns:Publish"),
                        List.of(Text.arnOf(key)),
                        List.of(
                                new Clause(
                                        "StringEquals",
                                        "aws:SourceAccount",
                                        List.of(Text.here(Text.Here.ACCOUNT))),
                                new Clause("ArnEquals", "aws:SourceArn", alarms)),
                        "tells of alarms"));
        return new Policy("topic", statements);
    }

    /// The key of such a topic: the one that SNS keeps admits neither EventBridge nor alarms.
    ///
    /// @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html">SNS key management</a>
    static Policy watchKey(Text topic) {
        var statements = new ArrayList<>(key(List.of(), List.of()).statements());
        statements.add(
                ofKey(
                        "LetNoticesUseTheKey",
                        List.of(
                                new Who.Service(Text.of("events.amazonaws.com")),
                                new Who.Service(Text.of("cloudwatch.amazonaws.com"))),
                        List.of("kms:Decrypt", "kms:GenerateDataKey"),
                        List.of(
                                new Clause(
                                        "StringEquals",
                                        "kms:EncryptionContext:aws:sns:topicArn",
                                        List.of(topic))),
                        "encrypts what is told"));
        return new Policy("key", statements);
    }

    private static Clause plain() {
        return new Clause("Bool", "aws:SecureTransport", List.of(Text.of("false")));
    }

    private static List<Who> arns(List<Text> guests) {
        return guests.stream().<Who>map(Who.Arn::new).toList();
    }

    private static Statement ofKey(
            String sid, List<Who> who, List<String> actions, List<Clause> conditions, String why) {
        return new Statement(
                sid,
                Effect.ALLOW,
                who,
                actions,
                List.of(Text.of("*")),
                conditions,
                List.of(new Reason(Optional.empty(), why)),
                IN_A_KEY);
    }

    private static Statement statement(
            String sid,
            Effect effect,
            List<Who> who,
            List<String> actions,
            List<Text> resources,
            List<Clause> conditions,
            String why) {
        return new Statement(
                sid,
                effect,
                who,
                actions,
                resources,
                conditions,
                List.of(new Reason(Optional.empty(), why)),
                Optional.empty());
    }
}
