package io.stagecraft.iam;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.Optional;

class RefusalsTest {
    @Test
    void whatWasRefusedIsReadBackFromTheWords() {
        var words =
                Refusals.words(
                        "arn:aws:sts::111122223333:assumed-role/PipelineRole/1767",
                        new Call(
                                "codebuild:StartBuild",
                                "arn:aws:codebuild:eu-west-1:111122223333:project/orders"),
                        new Decision.NotAllowed(Decision.Layer.IDENTITY));
        assertEquals(
                Optional.of(new Refusals.Denied("codebuild:StartBuild", "PipelineRole")),
                Refusals.denied(words));
        assertEquals(Optional.empty(), Refusals.denied("The build failed."));
    }
}
