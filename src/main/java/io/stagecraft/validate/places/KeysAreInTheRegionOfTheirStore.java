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

final class KeysAreInTheRegionOfTheirStore implements Rule {
    private static final Info INFO =
            new Info(
                    "SC817",
                    Severity.WARNING,
                    "Keys are in the region of their store",
                    "S3 encrypts with keys of its own region only, so nothing can be written to the bucket with this key.",
                    Guide.API_KEY);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.design().stores().stream()
                .flatMap(s -> {
                    var here = s.region().isEmpty() ? drawing.design().home().region() : s.region();
                    return s.key() instanceof EncryptionKey.Existing(var id)
                                    && !here.isEmpty()
                                    && Literal.is(here)
                            ? Arns.region(id)
                                    .filter(r -> !r.equals(here))
                                    .map(r ->
                                            INFO.at(
                                                    About.of("stores", s.region()),
                                                    "The store of "
                                                            + here
                                                            + " has a key of "
                                                            + r
                                                            + "."))
                                    .stream()
                            : Stream.empty();
                });
    }
}
