package io.stagecraft.project;

/// A file that is no design this program can read: what is wrong, where, and what to do, in one line. The file stays as it was.
public final class UnreadableProject extends Exception {
    private static final long serialVersionUID = 1L;
    private final String line;

    UnreadableProject(String line) {
        super(line);
        this.line = line;
    }

    UnreadableProject(String line, Throwable cause) {
        super(line, cause);
        this.line = line;
    }

    @Override
    public String getMessage() {
        return line;
    }
}
