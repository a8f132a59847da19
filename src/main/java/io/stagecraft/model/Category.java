package io.stagecraft.model;

import java.util.Optional;
import java.util.stream.Stream;

/// The kinds of work an action can do, in the order people meet them.
///
/// @see <a href="https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_ActionTypeId.html">ActionTypeId</a>
public enum Category {
    SOURCE("Source"),
    BUILD("Build"),
    TEST("Test"),
    APPROVAL("Approval"),
    DEPLOY("Deploy"),
    INVOKE("Invoke"),
    COMPUTE("Compute");

    private final String word;

    Category(String word) {
        this.word = word;
    }

    /// The word that AWS and the screen use.
    public String word() {
        return word;
    }

    /// The category that AWS writes as `word`, if there is one.
    public static Optional<Category> of(String word) {
        return Stream.of(values()).filter(c -> c.word.equals(word)).findFirst();
    }
}
