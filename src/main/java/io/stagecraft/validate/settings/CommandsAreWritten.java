package io.stagecraft.validate.settings;

import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.model.Action;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.LocalRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.Optional;
import java.util.stream.Stream;

final class CommandsAreWritten implements LocalRule {
    private static final Info INFO =
            new Info(
                    "SC416",
                    Severity.ERROR,
                    "Commands are 1 to 50 single lines",
                    "An action that runs commands has 1 to 50 of them, each of 1 to 1000 characters on one line.",
                    Guide.API_ACTION);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.seats()
                .filter(s ->
                        s.spec()
                                .filter(x -> x.members().contains(ActionSpec.Member.COMMANDS))
                                .isPresent())
                .map(Drawing.Seat::action)
                .flatMap(a ->
                        complaint(a)
                                .map(c -> INFO.at(About.of(a, "commands"), a.name() + " " + c))
                                .stream());
    }

    private static Optional<String> complaint(Action action) {
        var commands = action.commands();
        if (commands.isEmpty()) {
            return Optional.of("has no command.");
        }
        return commands.size() > 50
                ? Optional.of("has " + commands.size() + " commands; 50 are possible.")
                : commands.stream()
                        .filter(c -> c.isBlank() || c.length() > 1000 || c.contains("\n"))
                        .findFirst()
                        .map(_ ->
                                "has a command that is empty, longer than 1000 characters or on several lines.");
    }
}
