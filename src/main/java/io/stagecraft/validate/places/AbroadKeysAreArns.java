package io.stagecraft.validate.places;

import io.stagecraft.model.EncryptionKey;
import io.stagecraft.model.Literal;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class AbroadKeysAreArns implements Rule {
    private static final Info INFO =
            new Info(
                    "SC803",
                    Severity.ERROR,
                    "Keys that other accounts use are named by ARN",
                    "An alias means a key only inside its own account.",
                    Guide.API_KEY);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.seats().noneMatch(drawing::isAbroad)
                ? Stream.empty()
                : drawing.design().stores().stream()
                        .filter(s ->
                                s.key() instanceof EncryptionKey.Existing(var id)
                                        && Literal.is(id)
                                        && (id.contains("alias/") || !id.startsWith("arn:")))
                        .map(s ->
                                INFO.at(
                                        About.of("stores", s.region()),
                                        "Other accounts take part, but the key of the artifact store is not named by the ARN of the key itself."));
    }
}
