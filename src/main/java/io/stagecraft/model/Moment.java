package io.stagecraft.model;

/// When a stage looks at a condition.
///
/// @see <a href="https://docs.aws.amazon.com/codepipeline/latest/userguide/concepts-how-it-works-conditions.html">How conditions work</a>
public enum Moment {
    /// Before an execution comes in.
    ENTRY("entry"),
    /// When all its actions have succeeded.
    SUCCESS("success"),
    /// When one of its actions has failed.
    FAILURE("failure");

    private final String word;

    Moment(String word) {
        this.word = word;
    }

    /// As people are told of it, such as `entry`.
    public String word() {
        return word;
    }
}
