package io.stagecraft.iam;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class PolicySizeTest {
    @Test
    void countsWhatIamCountsAndNoWhiteSpace() {
        var statement =
                new Statement(
                        "StartBuilds",
                        Statement.Effect.ALLOW,
                        List.of(),
                        List.of("codebuild:StartBuild", "codebuild:BatchGetBuilds"),
                        List.of(Text.of("arn:aws:codebuild:eu-west-1:111111111111:project/orders")),
                        List.of(
                                new Statement.Clause(
                                        "StringEquals",
                                        "aws:ResourceAccount",
                                        List.of(Text.of("1")))),
                        List.of(),
                        Optional.empty());
        var asIamStoresIt =
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"StartBuilds\",\"Effect\":\"Allow\","
                        + "\"Action\":[\"codebuild:StartBuild\",\"codebuild:BatchGetBuilds\"],"
                        + "\"Resource\":\"arn:aws:codebuild:eu-west-1:111111111111:project/orders\","
                        + "\"Condition\":{\"StringEquals\":{\"aws:ResourceAccount\":\"1\"}}}]}";
        assertEquals(
                asIamStoresIt.length(),
                PolicySize.of(List.of(new Policy("pipeline", List.of(statement)))));
    }

    @Test
    void aResourceYetToBeMadeCountsAsLongAsItsNameWillBe() {
        var one = size(Text.of(""));
        assertEquals(one + 90, size(Text.arnOf("ArtifactBucket")));
        assertEquals(one + 12, size(Text.here(Text.Here.ACCOUNT)));
    }

    private static int size(Text resource) {
        var statement =
                new Statement(
                        "S",
                        Statement.Effect.ALLOW,
                        List.of(),
                        List.of("s3:GetObject"),
                        List.of(resource),
                        List.of(),
                        List.of(),
                        Optional.empty());
        return PolicySize.of(List.of(new Policy("p", List.of(statement))));
    }
}
