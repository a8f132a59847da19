package io.stagecraft.validate;

import java.util.List;

/// One thing a rule found.
///
/// @param message what is wrong here, with the names involved
/// @param fixes best first; empty where no honest one exists
public record Problem(Info rule, About about, String message, List<Fix> fixes) {
    public Problem {
        fixes = List.copyOf(fixes);
    }

    public Problem(Info rule, About about, String message) {
        this(rule, about, message, List.of());
    }
}
