package io.stagecraft.iam;

import java.util.List;

/// Statements under a name.
public record Policy(String name, List<Statement> statements) {
    /// What IAM allows all inline policies of a role together, in characters without white space.
    ///
    /// @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM quotas</a>
    public static final int ROLE_LIMIT = 10_240;

    public Policy {
        statements = List.copyOf(statements);
    }
}
