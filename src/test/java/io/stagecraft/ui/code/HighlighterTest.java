package io.stagecraft.ui.code;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stagecraft.ui.code.Token.Kind;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Collectors;

class HighlighterTest {
    @Test
    void yamlKeysTagsAndCommentsStandApart() {
        assertEquals(
                List.of(
                        new Token(Kind.PLAIN, "    "),
                        new Token(Kind.KEY, "RoleArn"),
                        new Token(Kind.PLAIN, ": "),
                        new Token(Kind.TAG, "!GetAtt"),
                        new Token(Kind.PLAIN, " PipelineRole.Arn")),
                Highlighter.YAML.tokens("    RoleArn: !GetAtt PipelineRole.Arn"));
        assertEquals(Kind.COMMENT, Highlighter.YAML.tokens("a: 1 # why").getLast().kind());
    }

    @Test
    void aVariableIsNoComment() {
        assertEquals(
                List.of(),
                Highlighter.YAML.tokens("CustomData: Release #{SourceVariables.CommitId}").stream()
                        .filter(t -> t.kind() == Kind.COMMENT)
                        .toList());
    }

    @Test
    void hclBlocksAndArgumentsStandApart() {
        var kinds =
                Highlighter.HCL.tokens("resource \"aws_iam_role\" \"pipeline\" {").stream()
                        .map(Token::kind)
                        .filter(k -> k != Kind.PLAIN)
                        .toList();
        assertEquals(List.of(Kind.TAG, Kind.STRING, Kind.STRING), kinds);
        assertEquals(Kind.KEY, Highlighter.HCL.tokens("  role_arn = var.role").get(1).kind());
    }

    @Test
    void jsonKeysAreNoValues() {
        var tokens = Highlighter.JSON.tokens("  \"runOrder\": 2, \"name\": \"Build\"");
        assertEquals(
                List.of(Kind.KEY, Kind.NUMBER, Kind.KEY, Kind.STRING),
                tokens.stream().map(Token::kind).filter(k -> k != Kind.PLAIN).toList());
    }

    @Property
    void thePiecesJoinToTheLineAgain(@ForAll String line, @ForAll Highlighter highlighter) {
        var oneLine = line.replaceAll("\\R", " ");
        assertEquals(
                oneLine,
                highlighter.tokens(oneLine).stream()
                        .map(Token::text)
                        .collect(Collectors.joining()));
    }
}
