package io.stagecraft.cli;

import io.stagecraft.iam.Statement;
import io.stagecraft.iam.Statement.Group;
import io.stagecraft.iam.Statement.Reason;
import io.stagecraft.iam.Text;
import io.stagecraft.json.Json;
import io.stagecraft.model.Design;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Statements in words and as JSON: each resource with its own reasons, and what is a reason for all of them once.
///
/// @param design knows the names of the actions in the reasons
record Grants(Design design) {
    /// A statement, indented by two.
    List<String> lines(Statement statement) {
        var lines = new ArrayList<String>();
        lines.add("  " + statement.effect().word() + " " + String.join(", ", statement.actions()));
        statement.principals().forEach(who -> lines.add("    to " + who(who)));
        var shared = shared(statement);
        for (var group : statement.groups()) {
            group.resources().forEach(on -> lines.add("    on " + on.shown()));
            group.reasons().stream()
                    .filter(r -> !shared.contains(r))
                    .forEach(r -> lines.add("      for " + reason(r)));
        }
        statement.conditions().forEach(c -> lines.add("    if " + clause(c)));
        statement.unscoped().ifPresent(why -> lines.add("    any resource: " + why));
        shared.forEach(r -> lines.add("    for " + reason(r)));
        return lines;
    }

    /// What is a reason for every resource; all there is where the statement names none.
    private static List<Reason> shared(Statement statement) {
        var groups = statement.groups();
        return statement.reasons().stream()
                .filter(r -> groups.stream().allMatch(g -> g.reasons().contains(r)))
                .toList();
    }

    private static String who(Statement.Who who) {
        return switch (who) {
            case Statement.Who.Service(var name) -> name.shown();
            case Statement.Who.Arn(var arn) -> arn.shown();
            case Statement.Who.Anyone() -> "anyone";
        };
    }

    static String clause(Statement.Clause clause) {
        return clause.key()
                + " "
                + clause.operator()
                + " "
                + clause.values().stream().map(Text::shown).collect(Collectors.joining(" or "));
    }

    /// Such as `Build/Package: starts and follows the build`.
    String reason(Reason reason) {
        return Stream.concat(
                                reason.rule().stream(),
                                reason.action().stream()
                                        .flatMap(id ->
                                                design.stageOf(id).stream()
                                                        .flatMap(s ->
                                                                design.action(id).stream()
                                                                        .map(a ->
                                                                                s.name()
                                                                                        + "/"
                                                                                        + a
                                                                                                .name()))))
                        .map(place -> place + ": ")
                        .collect(Collectors.joining())
                + reason.words();
    }

    Json json(Statement statement) {
        return Doc.of()
                .put("sid", statement.sid())
                .put("effect", statement.effect().word())
                .put("principals", statement.principals().stream().map(Grants::who).toList())
                .put("actions", statement.actions())
                .put("resources", statement.resources().stream().map(Text::shown).toList())
                .put("conditions", statement.conditions().stream().map(Grants::clause).toList())
                .put("for", statement.reasons().stream().map(this::reason).toList())
                .put("each", Doc.list(statement.groups(), this::json))
                .maybe("unscoped", statement.unscoped())
                .done();
    }

    private Json json(Group group) {
        return Doc.of()
                .put("resources", group.resources().stream().map(Text::shown).toList())
                .put("for", group.reasons().stream().map(this::reason).toList())
                .done();
    }
}
