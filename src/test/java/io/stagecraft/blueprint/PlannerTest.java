package io.stagecraft.blueprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.iam.Statement;
import io.stagecraft.iam.Text;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Collectors;

class PlannerTest {
    private final Blueprint plan = new Planner(SmallCatalog.standard()).plan(Starter.design());

    @Test
    void oneStackHoldsEverythingInAnOrderThatPointsBackwards() {
        assertEquals(1, plan.stacks().size());
        assertEquals("orders-release", plan.home().name());
        assertEquals(
                List.of(
                        "ArtifactKey",
                        "ArtifactBucket",
                        "OrdersGithubConnection",
                        "OrdersBuildLogs",
                        "OrdersBuildRole",
                        "OrdersBuildProject",
                        "OrdersTestLogs",
                        "OrdersTestRole",
                        "OrdersTestProject",
                        "OrdersLintLogs",
                        "OrdersLintRole",
                        "OrdersLintProject",
                        "OrdersApprovalsTopic",
                        "OrdersDeployRole",
                        "PipelineRole",
                        "Pipeline"),
                plan.home().resources().stream().map(Resource::key).toList());
        assertTrue(plan.home().parameters().isEmpty());
    }

    @Test
    void thePipelineRoleMayDoThisAndNothingElse() {
        assertEquals(
                """
                ReadAndWriteArtifacts: s3:PutObject s3:PutObjectTagging s3:GetObject s3:GetObjectVersion s3:GetObjectTagging s3:GetObjectVersionTagging on ${ArtifactBucket.Arn}/orders-release/* if aws:ResourceAccount=${account}
                CheckArtifactBucket: s3:GetBucketVersioning s3:GetBucketAcl s3:GetBucketLocation s3:ListBucket on ${ArtifactBucket.Arn} if aws:ResourceAccount=${account}
                DecryptAndEncryptArtifacts: kms:Encrypt kms:GenerateDataKey kms:GenerateDataKeyWithoutPlaintext kms:ReEncryptFrom kms:ReEncryptTo kms:Decrypt on ${ArtifactKey.Arn} if kms:ViaService=s3.${region}.amazonaws.com|s3.${region}.amazonaws.com.cn
                DescribeArtifactKey: kms:DescribeKey on ${ArtifactKey.Arn}
                UseConnection: codeconnections:UseConnection codestar-connections:UseConnection on ${OrdersGithubConnection.Arn}
                StartBuild: codebuild:StartBuild codebuild:BatchGetBuilds on arn:${partition}:codebuild:${region}:${account}:project/orders-build arn:${partition}:codebuild:${region}:${account}:project/orders-test arn:${partition}:codebuild:${region}:${account}:project/orders-lint
                Publish: sns:Publish on ${OrdersApprovalsTopic.Arn}
                CreateAndExecuteChangeSet: cloudformation:CreateChangeSet cloudformation:DescribeStacks cloudformation:ExecuteChangeSet on arn:${partition}:cloudformation:${region}:${account}:stack/orders/*
                PassRole: iam:PassRole on ${OrdersDeployRole.Arn} if iam:PassedToService=cloudformation.amazonaws.com
                ValidateTemplate: cloudformation:ValidateTemplate on *
                """,
                words(role("PipelineRole")));
    }

    @Test
    void aBuildRoleReadsWritesAndLogsAndNothingElse() {
        assertEquals(
                """
                ReadAndWriteArtifacts: s3:GetObject s3:GetObjectVersion s3:PutObject on ${ArtifactBucket.Arn}/orders-release/* if aws:ResourceAccount=${account}
                CheckArtifactBucket: s3:GetBucketAcl s3:GetBucketLocation on ${ArtifactBucket.Arn} if aws:ResourceAccount=${account}
                DecryptAndEncryptArtifacts: kms:Decrypt kms:Encrypt kms:GenerateDataKey kms:GenerateDataKeyWithoutPlaintext kms:ReEncryptFrom kms:ReEncryptTo on ${ArtifactKey.Arn} if kms:ViaService=s3.${region}.amazonaws.com|s3.${region}.amazonaws.com.cn
                DescribeArtifactKey: kms:DescribeKey on ${ArtifactKey.Arn}
                CreateLogStream: logs:CreateLogStream logs:PutLogEvents on arn:${partition}:logs:${region}:${account}:log-group:/aws/codebuild/orders-build:*
                """,
                words(role("OrdersBuildRole")));
    }

    @Test
    void aTestThatMakesNothingMayNotWriteArtifacts() {
        assertEquals(
                """
                ReadArtifacts: s3:GetObject s3:GetObjectVersion on ${ArtifactBucket.Arn}/orders-release/* if aws:ResourceAccount=${account}
                CheckArtifactBucket: s3:GetBucketAcl s3:GetBucketLocation on ${ArtifactBucket.Arn} if aws:ResourceAccount=${account}
                DecryptArtifacts: kms:Decrypt on ${ArtifactKey.Arn} if kms:ViaService=s3.${region}.amazonaws.com|s3.${region}.amazonaws.com.cn
                DescribeArtifactKey: kms:DescribeKey on ${ArtifactKey.Arn}
                CreateLogStream: logs:CreateLogStream logs:PutLogEvents on arn:${partition}:logs:${region}:${account}:log-group:/aws/codebuild/orders-test:*
                CreateReportGroup: codebuild:CreateReportGroup on arn:${partition}:codebuild:${region}:${account}:report-group/orders-test-*
                """,
                words(role("OrdersTestRole")));
    }

    @Test
    void theStackRoleHoldsItsGrants() {
        assertEquals(
                "CreateQueue: sqs:CreateQueue on"
                        + " arn:${partition}:sqs:${region}:${account}:orders-*\n",
                words(role("OrdersDeployRole")));
    }

    private Resource.Role role(String key) {
        return (Resource.Role)
                plan.home().resources().stream().filter(r -> r.key().equals(key)).findFirst().get();
    }

    private static String words(Resource resource) {
        return resource.statements().stream().map(PlannerTest::words).collect(Collectors.joining());
    }

    private static String words(Statement s) {
        var conditions =
                s.conditions().stream()
                        .map(c ->
                                " if "
                                        + c.key()
                                        + "="
                                        + c.values().stream()
                                                .map(Text::shown)
                                                .collect(Collectors.joining("|")))
                        .collect(Collectors.joining());
        return s.sid()
                + ": "
                + String.join(" ", s.actions())
                + " on "
                + s.resources().stream().map(Text::shown).collect(Collectors.joining(" "))
                + conditions
                + "\n";
    }
}
