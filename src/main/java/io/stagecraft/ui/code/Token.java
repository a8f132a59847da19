package io.stagecraft.ui.code;

/// A piece of a line of code and what it is.
///
/// @param text never empty
public record Token(Kind kind, String text) {
    /// What a piece is; also its style class, in lower case.
    public enum Kind {
        PLAIN,
        KEY,
        STRING,
        NUMBER,
        WORD,
        TAG,
        COMMENT
    }
}
