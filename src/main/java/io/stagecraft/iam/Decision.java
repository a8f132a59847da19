package io.stagecraft.iam;

/// What IAM says to a call.
public sealed interface Decision {
    /// @param by the statement's Sid, or `statement 2`
    record Allowed(String by) implements Decision {}

    /// A statement forbids it, whatever others allow.
    ///
    /// @param by the statement's Sid, or `statement 2`
    record ExplicitlyDenied(String by, Layer layer) implements Decision {}

    /// Nobody forbids it, but nobody allows it either.
    ///
    /// @param layer the policies that would have to allow it
    record NotAllowed(Layer layer) implements Decision {}

    /// Which policies are meant, in the words of AWS's refusals.
    enum Layer {
        IDENTITY("identity-based policy"),
        RESOURCE("resource-based policy"),
        BOUNDARY("permissions boundary");

        private final String words;

        Layer(String words) {
            this.words = words;
        }

        /// As refusals spell it.
        public String words() {
            return words;
        }
    }

    /// Whether the call goes through.
    default boolean allowed() {
        return this instanceof Allowed;
    }
}
