package io.stagecraft.ui;

/// One line to the person: what happened, where, and what to do.
///
/// @param advice what to do; may be empty
public record Message(Kind kind, String text, String advice) {
    /// How it is marked.
    public enum Kind {
        DONE,
        INFO,
        WARNING,
        FAILURE
    }

    public static Message done(String text) {
        return new Message(Kind.DONE, text, "");
    }

    public static Message info(String text) {
        return info(text, "");
    }

    public static Message info(String text, String advice) {
        return new Message(Kind.INFO, text, advice);
    }

    public static Message failure(String text, String advice) {
        return new Message(Kind.FAILURE, text, advice);
    }
}
