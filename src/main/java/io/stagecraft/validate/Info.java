package io.stagecraft.validate;

import java.util.List;

/// What a rule is about, for its users.
///
/// @param id such as `SC101`; outlives the rule's severity and wording
/// @param title what is true when all is well, such as "Sources come first"
/// @param why what happens otherwise
/// @param source the page that says so
public record Info(String id, Severity severity, String title, String why, String source) {
    /// A problem of this kind.
    ///
    /// @param fixes best first
    public Problem at(About about, String message, Fix... fixes) {
        return new Problem(this, about, message, List.of(fixes));
    }

    /// A problem of this kind.
    ///
    /// @param fixes best first
    public Problem at(About about, String message, List<Fix> fixes) {
        return new Problem(this, about, message, fixes);
    }
}
