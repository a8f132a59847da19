package io.stagecraft.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class PlaceholderTest {
    @ParameterizedTest
    @CsvSource({
        "AWS::Region, REGION",
        "AWS::AccountId, ACCOUNT",
        "AWS::StackName, STACK",
        "data.aws_region.current.name, REGION",
        "data.aws_caller_identity.current.account_id, ACCOUNT",
        "data.aws_partition.current.dns_suffix, SUFFIX",
    })
    void factsHaveANameInBothLanguages(String name, Placeholder.Fact fact) {
        assertTrue(Placeholder.is("${" + name + "}", fact));
        assertFalse(Placeholder.is("${" + name + "}-x", fact));
    }

    @ParameterizedTest
    @CsvSource({
        "Branch, Branch",
        "branch, branch",
        "BRANCH_NAME, BRANCHNAME",
        "var.branch_name, BranchName",
        "' var.branch ', Branch",
        "Role.Arn, RoleArn",
        "aws_s3_bucket.site.id, AwsS3BucketSiteId",
        "local.2fa, ''",
    })
    void otherNamesAreAskedFor(String name, String parameter) {
        var written = "${" + name + "}";
        assertEquals(
                List.of(
                        parameter.isEmpty()
                                ? new Placeholder.Letters(written)
                                : new Placeholder.Asked(written, parameter)),
                Placeholder.in(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${aws:username}",
                "${HOME:-x}",
                "${x%.*}",
                "${jsonencode(local.env)}",
                "${AWS::NoSuchThing}",
                "${_}",
                "${}",
                "$HOME {x}",
                "#{Src.BranchName} @{orders-build}"
            })
    void whatIsNoNameStaysLetters(String text) {
        assertEquals(List.of(new Placeholder.Letters(text)), Placeholder.in(text));
    }

    @Test
    void anEscapedOneIsItsLetters() {
        assertEquals(
                List.of(new Placeholder.Letters("a ${B} ${C}")), Placeholder.in("a ${!B} $${C}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"${B}", "${!B}", "$${B}", "$${!B}", "a${!!B}b$$${C}"})
    void whatAnImportEscapesIsTheSameLettersAgain(String text) {
        assertEquals(
                List.of(new Placeholder.Letters(text)), Placeholder.in(Placeholder.letters(text)));
        var back =
                Placeholder.fill(
                        Placeholder.unescaped(text),
                        piece ->
                                switch (piece) {
                                    case Placeholder.Letters(var letters) -> letters;
                                    case Placeholder.Here(var written, _) -> written;
                                    case Placeholder.Asked(var written, _) -> written;
                                });
        assertEquals(text, back);
    }

    @Test
    void theColonsOfAPlaceholderAreNoneOfAnArns() {
        assertEquals(
                "arn:aws:iam::xxxxxxxxxxxxxxxxx:role/x",
                Placeholder.masked("arn:aws:iam::${AWS::AccountId}:role/x"));
    }
}
