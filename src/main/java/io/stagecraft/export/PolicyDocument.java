package io.stagecraft.export;

import io.stagecraft.iam.Policy;
import io.stagecraft.iam.Statement;
import io.stagecraft.iam.Text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;

/// A policy as IAM's JSON has it, each statement with the reasons it is there for.
final class PolicyDocument {
    private final Function<Text, Doc> texts;

    PolicyDocument(Function<Text, Doc> texts) {
        this.texts = texts;
    }

    Doc of(Policy policy) {
        return new Doc.Building()
                .put("Version", "2012-10-17")
                .put(
                        "Statement",
                        new Doc.Arr(policy.statements().stream().map(this::statement).toList()))
                .done();
    }

    private Doc statement(Statement statement) {
        var body = new Doc.Building().put("Sid", statement.sid());
        body.put("Effect", statement.effect().word());
        if (!statement.principals().isEmpty()) {
            body.put("Principal", principal(statement.principals()));
        }
        body.put("Action", oneOrMany(statement.actions().stream().map(Doc::of).toList()));
        if (!statement.resources().isEmpty()) {
            body.put("Resource", oneOrMany(statement.resources().stream().map(texts).toList()));
        }
        if (!statement.conditions().isEmpty()) {
            body.put("Condition", conditions(statement.conditions()));
        }
        var remarks = remarks(statement);
        return remarks.isEmpty() ? body.done() : new Doc.Noted(remarks, body.done());
    }

    /// Why the statement is there, and why it is as wide as it is; each said once.
    static List<String> remarks(Statement statement) {
        var remarks = new LinkedHashSet<String>();
        statement.reasons().forEach(r -> remarks.add(r.words()));
        statement.unscoped().ifPresent(why -> remarks.add("On *: " + why));
        return List.copyOf(remarks);
    }

    private Doc principal(List<Statement.Who> who) {
        var services = new ArrayList<Doc>();
        var arns = new ArrayList<Doc>();
        for (var one : who) {
            switch (one) {
                case Statement.Who.Service(var name) -> services.add(texts.apply(name));
                case Statement.Who.Arn(var arn) -> arns.add(texts.apply(arn));
                case Statement.Who.Anyone() -> arns.add(Doc.of("*"));
            }
        }
        var body = new Doc.Building();
        if (!arns.isEmpty()) {
            body.put("AWS", oneOrMany(arns));
        }
        if (!services.isEmpty()) {
            body.put("Service", oneOrMany(services));
        }
        return body.done();
    }

    private Doc conditions(List<Statement.Clause> clauses) {
        var byOperator = new LinkedHashMap<String, Doc.Building>();
        for (var clause : clauses) {
            byOperator
                    .computeIfAbsent(clause.operator(), _ -> new Doc.Building())
                    .put(clause.key(), oneOrMany(clause.values().stream().map(texts).toList()));
        }
        var body = new Doc.Building();
        byOperator.forEach((operator, keys) -> body.put(operator, keys.done()));
        return body.done();
    }

    private static Doc oneOrMany(List<Doc> docs) {
        return docs.size() == 1 ? docs.getFirst() : new Doc.Arr(docs);
    }
}
