package io.stagecraft.practice.wire;

/// What AWS answers when it will not do something.
///
/// @see Service for how each protocol writes it
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;

    /// @param code AWS's error code, such as `PipelineNotFoundException`
    /// @param message in AWS's words
    public Refusal(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    public String code() {
        return code;
    }

    /// Says `message` where it is not already said.
    public String words() {
        var message = getMessage();
        return message == null ? code : message;
    }
}
