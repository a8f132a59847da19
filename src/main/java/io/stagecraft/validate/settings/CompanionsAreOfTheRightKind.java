package io.stagecraft.validate.settings;

import io.stagecraft.catalog.FieldSpec;
import io.stagecraft.model.Companion;
import io.stagecraft.model.CompanionRef;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.LocalRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Stream;

final class CompanionsAreOfTheRightKind implements LocalRule {
    private static final Info INFO =
            new Info(
                    "SC420",
                    Severity.ERROR,
                    "What a setting points at is of the right kind",
                    "The setting takes another kind of resource, or none of the design at all.",
                    Guide.ACTION);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return Setting.all(drawing)
                .flatMap(s ->
                        CompanionRef.in(s.value())
                                .flatMap(n -> drawing.design().companion(n))
                                .flatMap(c -> wrong(drawing, s, c))
                                .stream());
    }

    private static Optional<Problem> wrong(Drawing drawing, Setting s, Companion companion) {
        var is = CompanionFixes.kindOf(companion);
        var takes = s.field().companion();
        if (takes.isPresent() && is.equals(takes.map(FieldSpec.CompanionUse::kind))) {
            return Optional.empty();
        }
        var message =
                s.words()
                        + " points at "
                        + companion.name()
                        + ", a "
                        + is.map(CompanionFixes::words).orElse("watch")
                        + "; it takes "
                        + takes.map(t -> "a " + CompanionFixes.words(t.kind())).orElse("text")
                        + ".";
        var fixes = new ArrayList<Fix>();
        takes.ifPresent(t -> {
            CompanionFixes.ofKind(drawing, t.kind())
                    .forEach(c -> fixes.add(s.use(CompanionRef.to(c))));
            fixes.add(CompanionFixes.create(drawing, s.action(), s.field(), t.kind()));
        });
        if (takes.isEmpty()) {
            fixes.add(s.clear());
        }
        return Optional.of(INFO.at(s.about(), message, fixes));
    }
}
