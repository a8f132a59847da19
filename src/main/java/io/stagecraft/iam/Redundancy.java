package io.stagecraft.iam;

import io.stagecraft.iam.Statement.Share;

import java.util.List;

/// Statements ask for some things twice, once under a condition, since policy checkers want it so. Whoever only has to grant what
/// is needed need not hear of it: what is asked for without a condition is granted under any.
public final class Redundancy {
    private Redundancy() {}

    /// `statements` without the resources that another allows for all the same actions and without a condition.
    public static List<Statement> without(List<Statement> statements) {
        var free = statements.stream().filter(s -> s.conditions().isEmpty()).toList();
        return statements.stream()
                .map(s -> s.conditions().isEmpty() ? s : narrowed(s, free))
                .filter(s -> !s.resources().isEmpty())
                .toList();
    }

    private static Statement narrowed(Statement statement, List<Statement> free) {
        var kept = kept(statement.resources(), statement, free);
        return kept.size() == statement.resources().size()
                ? statement
                : new Statement(
                        statement.sid(),
                        statement.effect(),
                        statement.principals(),
                        statement.actions(),
                        kept,
                        statement.conditions(),
                        statement.unscoped(),
                        statement.shares().stream()
                                .map(s ->
                                        new Share(
                                                s.actions(),
                                                kept(s.resources(), statement, free),
                                                s.reasons()))
                                .toList());
    }

    private static List<Text> kept(
            List<Text> resources, Statement statement, List<Statement> free) {
        return resources.stream()
                .filter(on ->
                        free.stream()
                                .noneMatch(f ->
                                        f.resources().contains(on)
                                                && f.actions().containsAll(statement.actions())))
                .toList();
    }
}
