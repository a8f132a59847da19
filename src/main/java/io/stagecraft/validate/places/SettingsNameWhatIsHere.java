package io.stagecraft.validate.places;

import io.stagecraft.catalog.FieldSpec;
import io.stagecraft.model.Literal;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.LocalRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class SettingsNameWhatIsHere implements LocalRule {
    private static final Info INFO =
            new Info(
                    "SC818",
                    Severity.WARNING,
                    "Settings name what is in the region of the action",
                    "The action looks for it in the region it works in, and does not find it in another.",
                    Guide.ACTION_TYPES);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        var elsewhere =
                new Elsewhere(INFO, FieldSpec::here, Arns::region, s -> region(drawing, s), "in ");
        return drawing.seats().flatMap(elsewhere::of);
    }

    private static String region(Drawing drawing, Drawing.Seat seat) {
        var own = drawing.environment(seat).region();
        var region = own.isEmpty() ? drawing.design().home().region() : own;
        return Literal.is(region) ? region : "";
    }
}
