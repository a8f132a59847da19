package io.stagecraft.project;

/// A design that could not be saved: what went wrong, where, and what to do, in one line. What was there before is still there.
public final class UnwritableProject extends Exception {
    private static final long serialVersionUID = 1L;
    private final String line;

    UnwritableProject(String line, Throwable cause) {
        super(line, cause);
        this.line = line;
    }

    @Override
    public String getMessage() {
        return line;
    }
}
