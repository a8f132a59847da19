package io.stagecraft.aws;

/// AWS, or the way to it, said no.
public final class AwsRefusal extends Exception {
    private static final long serialVersionUID = 1;

    private final String code;
    private final String advice;
    private final boolean alone;

    /// @param code AWS's error code, such as `AccessDeniedException`
    /// @param what what was refused, to which thing, in AWS's words
    /// @param advice what to do about it
    public AwsRefusal(String code, String what, String advice) {
        this(code, what, advice, false);
    }

    private AwsRefusal(String code, String what, String advice, boolean alone) {
        super(what);
        this.code = code;
        this.advice = advice;
        this.alone = alone;
    }

    /// One whose message stands alone: nobody has to look its code up.
    public static AwsRefusal alone(String code, String what, String advice) {
        return new AwsRefusal(code, what, advice, true);
    }

    /// The same refusal with other advice.
    AwsRefusal advising(String other) {
        return new AwsRefusal(code, String.valueOf(getMessage()), other, alone);
    }

    public String code() {
        return code;
    }

    public String advice() {
        return advice;
    }

    /// What and where, behind the code that one looks it up by, unless it stands alone.
    public String said() {
        var what = String.valueOf(getMessage());
        return alone ? what : code + ": " + what;
    }

    /// What, where and what to do, in one line.
    public String line() {
        return said() + " " + advice;
    }
}
