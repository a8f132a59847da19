package io.stagecraft.validate.advice;

import io.stagecraft.model.Action;
import io.stagecraft.model.Companion;
import io.stagecraft.model.CompanionRef;
import io.stagecraft.validate.Drawing;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The build projects of the design that actions start.
final class Builds {
    private Builds() {}

    static Stream<Companion.BuildProject> of(Drawing drawing, Action action) {
        return action.settings().values().stream()
                .flatMap(v -> CompanionRef.in(v).stream())
                .flatMap(n -> drawing.companions().getOrDefault(n, List.of()).stream())
                .flatMap(
                        c -> c instanceof Companion.BuildProject p ? Stream.of(p) : Stream.empty());
    }

    /// Whether the action's name, its commands or its builds speak of `what`.
    static boolean speakOf(Pattern what, Drawing drawing, Action action) {
        return Stream.concat(
                        Stream.concat(Stream.of(action.name()), action.commands().stream()),
                        of(drawing, action).map(p -> p.buildspec().replace('\n', ' ')))
                .anyMatch(text -> what.matcher(text).matches());
    }

    /// Those that the design brings along.
    static Stream<Companion.BuildProject> created(Drawing drawing) {
        return drawing.made(Companion.BuildProject.class);
    }
}
