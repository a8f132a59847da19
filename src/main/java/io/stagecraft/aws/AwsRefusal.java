package io.stagecraft.aws;

/// AWS, or the way to it, said no.
public final class AwsRefusal extends Exception {
    private static final long serialVersionUID = 1;

    private final String code;
    private final String advice;

    /// @param code AWS's error code, such as `AccessDeniedException`, or `Unreachable`
    /// @param what what was refused, to which thing, in AWS's words
    /// @param advice what to do about it
    public AwsRefusal(String code, String what, String advice) {
        super(what);
        this.code = code;
        this.advice = advice;
    }

    public String code() {
        return code;
    }

    public String advice() {
        return advice;
    }

    /// What, where and what to do, in one line.
    public String line() {
        return code + ": " + getMessage() + " " + advice;
    }
}
