package io.stagecraft.export;

import io.stagecraft.iam.Policy;
import io.stagecraft.iam.Statement;
import io.stagecraft.iam.Text;

import java.util.List;
import java.util.stream.Stream;

/// Policies as `aws_iam_policy_document`, which reviewers read more easily than JSON in quotes.
final class TerraformPolicies {
    private final TerraformText text;

    TerraformPolicies(TerraformText text) {
        this.text = text;
    }

    /// Adds the document to `file`.
    ///
    /// @return the expression for its JSON
    String document(Hcl file, String name, Policy policy) {
        var body = new Hcl();
        for (var statement : policy.statements()) {
            PolicyDocument.remarks(statement).forEach(body::remark);
            body.block("statement", statement(statement));
        }
        file.block("data \"aws_iam_policy_document\" " + Hcl.quoted(name), body);
        return "data.aws_iam_policy_document." + name + ".json";
    }

    private Hcl statement(Statement statement) {
        var body = new Hcl().attribute("sid", Hcl.quoted(statement.sid()));
        body.attribute("effect", Hcl.quoted(statement.effect().word()));
        body.list("actions", statement.actions().stream().map(Hcl::quoted).toList());
        body.list("resources", statement.resources().stream().map(text::of).toList());
        principals(body, statement.principals());
        for (var clause : statement.conditions()) {
            body.block(
                    "condition",
                    new Hcl()
                            .attribute("test", Hcl.quoted(clause.operator()))
                            .attribute("variable", Hcl.quoted(clause.key()))
                            .list("values", clause.values().stream().map(text::of).toList()));
        }
        return body;
    }

    private void principals(Hcl body, List<Statement.Who> who) {
        principals(
                body,
                "Service",
                who.stream()
                        .filter(Statement.Who.Service.class::isInstance)
                        .map(w -> ((Statement.Who.Service) w).name())
                        .toList());
        principals(
                body,
                "AWS",
                who.stream()
                        .flatMap(w ->
                                switch (w) {
                                    case Statement.Who.Arn(var arn) -> Stream.of(arn);
                                    case Statement.Who.Anyone() -> Stream.of(Text.of("*"));
                                    case Statement.Who.Service _ -> Stream.empty();
                                })
                        .toList());
    }

    private void principals(Hcl body, String type, List<Text> identifiers) {
        if (!identifiers.isEmpty()) {
            body.block(
                    "principals",
                    new Hcl()
                            .attribute("type", Hcl.quoted(type))
                            .list("identifiers", identifiers.stream().map(text::of).toList()));
        }
    }
}
