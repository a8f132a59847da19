package io.stagecraft.cli;

/// A command cannot go on: one line for standard error says what, where and what to do.
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int code;

    /// @param code the program's exit code
    public Refused(int code, String line) {
        super(line);
        this.code = code;
    }

    /// Wrong usage, or input that cannot be read.
    public static Refused input(String line) {
        return new Refused(Cli.WRONG_USAGE, line);
    }

    /// The job was understood and did not succeed.
    public static Refused failed(String line) {
        return new Refused(Cli.FAILED, line);
    }

    public int code() {
        return code;
    }
}
