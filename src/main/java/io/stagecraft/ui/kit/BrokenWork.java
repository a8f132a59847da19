package io.stagecraft.ui.kit;

/// Work in the background ended in what no program expects of itself, such as a stack that overflowed.
public final class BrokenWork extends RuntimeException {
    private static final long serialVersionUID = 1;

    private BrokenWork(Throwable cause) {
        super("Something in Stagecraft itself broke (" + named(cause) + ")", cause);
    }

    /// An exception as it is; an error as one of these, in a line that a person can pass on.
    static Exception of(Throwable problem) {
        return problem instanceof Exception known ? known : new BrokenWork(problem);
    }

    private static String named(Throwable cause) {
        var message = cause.getMessage();
        return cause.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }
}
