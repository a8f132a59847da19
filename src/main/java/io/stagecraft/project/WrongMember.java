package io.stagecraft.project;

/// A member that does not say what a design needs there.
final class WrongMember extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param at such as `pipeline.stages[2].name`
    WrongMember(String at, String what) {
        super(at + " " + what);
    }
}
