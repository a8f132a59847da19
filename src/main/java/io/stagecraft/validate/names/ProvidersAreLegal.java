package io.stagecraft.validate.names;

import io.stagecraft.model.Literal;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.LocalRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.regex.Pattern;
import java.util.stream.Stream;

final class ProvidersAreLegal implements LocalRule {
    private static final Info INFO =
            new Info(
                    "SC214",
                    Severity.ERROR,
                    "Providers and versions are legal",
                    "A provider has 1 to 35 letters, digits, _ and -, a version 1 to 9.",
                    Guide.API_ACTION);

    private static final Pattern PROVIDER = Pattern.compile("[0-9A-Za-z_-]{1,35}");
    private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z_-]{1,9}");

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.seats()
                .map(Drawing.Seat::action)
                .filter(a ->
                        !isLegal(PROVIDER, a.type().provider())
                                || !isLegal(VERSION, a.type().version()))
                .map(a ->
                        INFO.at(
                                About.of(a),
                                "The type of "
                                        + a.name()
                                        + ", "
                                        + a.type().path()
                                        + ", is not one that AWS can have."));
    }

    private static boolean isLegal(Pattern pattern, String text) {
        return !Literal.is(text) || pattern.matcher(text).matches();
    }
}
