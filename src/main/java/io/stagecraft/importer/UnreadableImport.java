package io.stagecraft.importer;

/// A text that cannot become a design: one line with what is wrong, where, and what to do.
public final class UnreadableImport extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableImport(String message) {
        super(message);
    }
}
