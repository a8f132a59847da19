package io.stagecraft.validate.places;

import io.stagecraft.edit.ChangeDesign;
import io.stagecraft.model.ArtifactStore;
import io.stagecraft.model.Literal;
import io.stagecraft.model.Origin;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class BucketNamesAreLegal implements Rule {
    private static final Info INFO =
            new Info(
                    "SC806",
                    Severity.ERROR,
                    "Bucket names are legal",
                    "A bucket has a name of 3 to 63 letters, digits, dots and hyphens.",
                    Guide.API_STORE);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.design().stores().stream()
                .filter(s ->
                        s.bucket() instanceof Origin.Existing(var id)
                                && Literal.is(id)
                                && !id.replaceFirst("^arn:aws[a-z-]*:s3:::", "")
                                        .matches("[a-zA-Z0-9.-]{3,63}"))
                .map(s ->
                        INFO.at(
                                About.of("stores", s.region()),
                                "The artifact store"
                                        + (s.region().isEmpty() ? "" : " of " + s.region())
                                        + " names no bucket that there can be.",
                                new Fix(
                                        "Create one",
                                        new ChangeDesign(
                                                "Create artifact store",
                                                d ->
                                                        d.withStores(
                                                                d.stores().stream()
                                                                        .map(x ->
                                                                                x == s
                                                                                        ? new ArtifactStore(
                                                                                                x
                                                                                                        .region(),
                                                                                                Origin
                                                                                                        .CREATE,
                                                                                                x
                                                                                                        .key(),
                                                                                                x
                                                                                                        .extras())
                                                                                        : x)
                                                                        .toList())))));
    }
}
