package io.stagecraft.validate.names;

import io.stagecraft.edit.ChangeDesign;
import io.stagecraft.model.Ordered;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.Locale;
import java.util.stream.Stream;

final class TagsAreLegal implements Rule {
    private static final Info INFO =
            new Info(
                    "SC215",
                    Severity.ERROR,
                    "Tags are legal",
                    "A tag has a key of 1 to 128 characters and a value of at most 256; keys that begin with aws: are for AWS.",
                    Guide.API_TAG);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.design().tags().entrySet().stream()
                .filter(t ->
                        t.getKey().isEmpty()
                                || t.getKey().length() > 128
                                || t.getValue().length() > 256
                                || t.getKey().toLowerCase(Locale.ROOT).startsWith("aws:"))
                .map(t ->
                        INFO.at(
                                About.of("tags", t.getKey()),
                                "Tag \"" + t.getKey() + "\" is not one that AWS takes.",
                                new Fix(
                                        "Remove it",
                                        new ChangeDesign(
                                                "Remove tag " + t.getKey(),
                                                d ->
                                                        d.withTags(
                                                                Ordered.without(
                                                                        d.tags(), t.getKey()))))));
    }
}
