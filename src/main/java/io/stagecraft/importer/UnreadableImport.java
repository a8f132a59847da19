package io.stagecraft.importer;

/// A text that cannot become a design: what is wrong, where, and what to do, a line for each.
public final class UnreadableImport extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String lines;

    UnreadableImport(String lines) {
        super(lines);
        this.lines = lines;
    }

    @Override
    public String getMessage() {
        return lines;
    }
}
