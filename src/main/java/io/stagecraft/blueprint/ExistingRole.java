package io.stagecraft.blueprint;

import io.stagecraft.iam.Statement;

import java.util.List;

/// A role that is there already: nothing here creates it, so whoever owns it has to grant what runs under it needs.
///
/// @param role its ARN; `${…}` where a part is not known
/// @param isPipelines whether it is the pipeline's service role
/// @param runs the actions and rules that run under it, as `Deploy/Api`
/// @param statements what all of those need together
/// @param unknown what could not be worked out, in sentences
/// @param stack what would stand beside it where it works
public record ExistingRole(
        String role,
        boolean isPipelines,
        List<String> runs,
        List<Statement> statements,
        List<String> unknown,
        StackPlan stack) {
    public ExistingRole {
        runs = List.copyOf(runs);
        statements = List.copyOf(statements);
        unknown = List.copyOf(unknown);
    }
}
