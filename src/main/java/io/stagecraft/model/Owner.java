package io.stagecraft.model;

import java.util.Optional;
import java.util.stream.Stream;

/// Who provides an action type.
///
/// @see <a href="https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_ActionTypeId.html">ActionTypeId</a>
public enum Owner {
    AWS("AWS"),
    THIRD_PARTY("ThirdParty"),
    CUSTOM("Custom");

    private final String word;

    Owner(String word) {
        this.word = word;
    }

    /// The word that AWS uses.
    public String word() {
        return word;
    }

    /// The owner that AWS writes as `word`, if there is one.
    public static Optional<Owner> of(String word) {
        return Stream.of(values()).filter(o -> o.word.equals(word)).findFirst();
    }
}
