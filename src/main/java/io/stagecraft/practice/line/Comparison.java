package io.stagecraft.practice.line;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// What a variable check asks.
///
/// @param operator `EQ`, `NE`, `CONTAINS` or `MATCHES`, where the last takes a Java regular expression for the whole text
/// @see <a href="https://docs.aws.amazon.com/codepipeline/latest/userguide/rule-reference-VariableCheck.html">VariableCheck</a>
record Comparison(String variable, String operator, String value) {
    boolean holds() {
        return switch (operator) {
            case "EQ" -> variable.equals(value);
            case "NE" -> !variable.equals(value);
            case "CONTAINS" -> variable.contains(value);
            case "MATCHES" -> matches();
            default -> false; // refused when the pipeline was made
        };
    }

    private boolean matches() {
        try {
            return Pattern.matches(value, variable);
        } catch (PatternSyntaxException _) {
            return false; // nothing is like a pattern that is none
        }
    }

    @Override
    public String toString() {
        return variable + " " + operator + " " + value;
    }
}
