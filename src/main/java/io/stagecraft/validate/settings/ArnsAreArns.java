package io.stagecraft.validate.settings;

import io.stagecraft.catalog.FieldKind;
import io.stagecraft.model.CompanionRef;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.LocalRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

final class ArnsAreArns implements LocalRule {
    private static final Info INFO =
            new Info(
                    "SC408",
                    Severity.ERROR,
                    "ARNs are ARNs",
                    "AWS wants the whole Amazon resource name here, as in arn:aws:sns:eu-west-1:111122223333:topic.",
                    Guide.ACTION_TYPES);

    @Override
    public Info info() {
        return INFO;
    }

    private static final Pattern FORM =
            Pattern.compile("arn:aws[a-z0-9-]*:[a-z0-9-]+:[a-z0-9-]*:\\d{0,12}:.+");

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return Setting.literal(drawing, FieldKind.ARN)
                .filter(s -> !FORM.matcher(s.value()).matches())
                .map(s ->
                        INFO.at(
                                s.about(),
                                s.words() + " is \"" + s.value() + "\", which is no ARN.",
                                fixes(drawing, s)));
    }

    private static List<Fix> fixes(Drawing drawing, Setting s) {
        return s.field()
                .companion()
                .filter(c ->
                        drawing.design()
                                .companion(s.value())
                                .filter(x ->
                                        CompanionFixes.kindOf(x)
                                                .filter(c.kind()::equals)
                                                .isPresent())
                                .isPresent())
                .map(_ -> List.of(s.use(CompanionRef.to(s.value()))))
                .orElse(List.of());
    }
}
