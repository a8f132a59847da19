package io.stagecraft.validate.settings;

import io.stagecraft.model.Action;
import io.stagecraft.model.Placeholder;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.LocalRule;
import io.stagecraft.validate.Nearest;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class PlaceholdersAreKnown implements LocalRule {
    private static final Info INFO =
            new Info(
                    "SC437",
                    Severity.WARNING,
                    "Facts of the template are known",
                    "An exported template fills in ${AWS::Region} and a few others; any other ${AWS::…} reaches AWS as it is written.",
                    Guide.ACTION_TYPES);

    /// `${!AWS::…}` and `$${AWS::…}` are meant to stay letters.
    private static final Pattern FACT = Pattern.compile("(?<!\\$)\\$\\{\\s*(AWS::[^{}]*?)\\s*}");

    private static final List<String> KNOWN =
            Stream.of(Placeholder.Fact.values()).map(Placeholder.Fact::word).toList();

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.seats()
                .map(Drawing.Seat::action)
                .flatMap(a ->
                        a.settings().entrySet().stream()
                                .flatMap(e -> of(a, e.getKey(), e.getValue())));
    }

    private static Stream<Problem> of(Action action, String key, String text) {
        return !text.contains("${")
                ? Stream.empty()
                : FACT.matcher(text)
                        .results()
                        .map(m -> m.group(1))
                        .filter(word -> !KNOWN.contains(word))
                        .distinct()
                        .map(word -> INFO.at(About.of(action, key), words(action, key, word)));
    }

    private static String words(Action action, String key, String word) {
        return key
                + " of "
                + action.name()
                + " has ${"
                + word
                + "}, which stays as it is written. "
                + Nearest.to(word, KNOWN)
                        .map(near -> "It may mean ${" + near + "}.")
                        .orElseGet(() ->
                                "A template fills in "
                                        + KNOWN.stream()
                                                .map(k -> "${" + k + "}")
                                                .collect(Collectors.joining(", "))
                                        + ".");
    }
}
