package io.stagecraft.json;

/// A text that is no JSON, and where it stops being any.
public final class UnreadableJson extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int line;
    private final int column;

    UnreadableJson(String what, int line, int column) {
        super(what);
        this.line = line;
        this.column = column;
    }

    /// Counted from 1.
    public int line() {
        return line;
    }

    /// Counted from 1.
    public int column() {
        return column;
    }
}
