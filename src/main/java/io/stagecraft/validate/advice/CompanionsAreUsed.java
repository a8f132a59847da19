package io.stagecraft.validate.advice;

import io.stagecraft.edit.RemoveCompanion;
import io.stagecraft.model.Companion;
import io.stagecraft.model.CompanionRef;
import io.stagecraft.model.EcrImage;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.stream.Collectors;
import java.util.stream.Stream;

final class CompanionsAreUsed implements Rule {
    private static final Info INFO =
            new Info(
                    "SC902",
                    Severity.HINT,
                    "Companions are used",
                    "A resource that nothing points at is created for nothing.",
                    Guide.ACTION);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        if (drawing.design().companions().isEmpty()) {
            return Stream.empty();
        }
        var named =
                Stream.concat(
                                drawing.seats()
                                        .flatMap(s -> s.action().settings().values().stream()),
                                drawing.gateRules()
                                        .flatMap(x -> x.rule().settings().values().stream()))
                        .flatMap(v -> CompanionRef.in(v).stream());
        var mentions = new Mentions(drawing.design(), drawing.buildspecs());
        var used = Stream.concat(named, images(drawing)).collect(Collectors.toSet());
        return drawing.design().companions().stream()
                .filter(c -> !(c instanceof Companion.Watch)) // it looks on; nothing points at one
                .filter(c -> !used.contains(c.name()) && !mentions.are(c))
                .map(Companion::name)
                .distinct()
                .map(n ->
                        INFO.at(
                                About.of("companions", n),
                                "Nothing points at " + n + ".",
                                new Fix("Remove it", new RemoveCompanion(n))));
    }

    /// Repositories that builds take their image from.
    private static Stream<String> images(Drawing drawing) {
        return drawing.design().companions().stream()
                .flatMap(c ->
                        c instanceof Companion.BuildProject p
                                        && EcrImage.in(p.image()).orElse(null)
                                                instanceof EcrImage.OfCompanion(var name, _)
                                ? Stream.of(name)
                                : Stream.empty());
    }
}
