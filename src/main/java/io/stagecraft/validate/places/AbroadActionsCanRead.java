package io.stagecraft.validate.places;

import io.stagecraft.edit.ChangeDesign;
import io.stagecraft.model.ArtifactStore;
import io.stagecraft.model.EncryptionKey;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class AbroadActionsCanRead implements Rule {
    private static final Info INFO =
            new Info(
                    "SC802",
                    Severity.ERROR,
                    "Stores that other accounts read have a key of their own",
                    "The key that S3 keeps itself is of no use to another account, so its actions could not read any artifact.",
                    Guide.CROSS_ACCOUNT);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.seats().noneMatch(drawing::isAbroad)
                ? Stream.empty()
                : drawing.design().stores().stream()
                        .filter(s -> s.key() instanceof EncryptionKey.AwsManaged)
                        .map(s ->
                                INFO.at(
                                        About.of("stores", s.region()),
                                        "Other accounts take part, but the artifact store"
                                                + (s.region().isEmpty() ? "" : " in " + s.region())
                                                + " is encrypted with the key of S3.",
                                        new Fix(
                                                "Create a key",
                                                new ChangeDesign(
                                                        "Create a key for artifacts",
                                                        d ->
                                                                d.withStores(
                                                                        d.stores().stream()
                                                                                .map(x ->
                                                                                        x.equals(s)
                                                                                                ? new ArtifactStore(
                                                                                                        x
                                                                                                                .region(),
                                                                                                        x
                                                                                                                .bucket(),
                                                                                                        new EncryptionKey
                                                                                                                .Create(),
                                                                                                        x
                                                                                                                .extras())
                                                                                                : x)
                                                                                .toList())))));
    }
}
