package io.stagecraft.validate.settings;

import io.stagecraft.catalog.FieldKind;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.LocalRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class SecretsAreNotPlainText implements LocalRule {
    private static final Info INFO =
            new Info(
                    "SC414",
                    Severity.WARNING,
                    "Secrets are not plain text",
                    "Whoever can read the pipeline or its template can read the secret; let CloudFormation resolve it from Secrets Manager.",
                    Guide.ACTION_TYPES);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return Setting.literal(drawing, FieldKind.SECRET)
                .map(s ->
                        INFO.at(
                                s.about(),
                                s.words() + " stands in the design as plain text.",
                                s.use(
                                        "{{resolve:secretsmanager:"
                                                + drawing.design().name()
                                                + ":SecretString:"
                                                + s.field().key()
                                                + "}}")));
    }
}
