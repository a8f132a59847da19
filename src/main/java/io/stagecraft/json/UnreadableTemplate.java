package io.stagecraft.json;

/// A text that is neither YAML nor JSON; the message says what is wrong, and where if that is known.
public final class UnreadableTemplate extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableTemplate(String what) {
        super(what);
    }
}
