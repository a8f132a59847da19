package io.stagecraft.validate.features;

import io.stagecraft.catalog.RuleTypeSpec;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class OnlySomeRulesHaveCommands implements Rule {
    private static final Info INFO =
            new Info(
                    "SC624",
                    Severity.ERROR,
                    "Commands stand only in rules that run them",
                    "A rule that runs commands has 1 to 50 single lines of at most 1000 characters; CodePipeline refuses commands in any other.",
                    Guide.API_RULE);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.gateRules()
                .flatMap(r -> drawing.ruleType(r.rule()).stream().flatMap(t -> of(r, t)));
    }

    private static Stream<Problem> of(Drawing.GateRule r, RuleTypeSpec type) {
        var commands = r.rule().commands();
        var what =
                !type.commands() && !commands.isEmpty()
                        ? "has commands, which " + type.title() + " does not run"
                        : type.commands() && commands.isEmpty()
                                ? "has no command"
                                : commands.size() > 50
                                                || commands.stream()
                                                        .anyMatch(c ->
                                                                c.isEmpty()
                                                                        || c.length() > 1000
                                                                        || c.contains("\n"))
                                        ? "has more than 50 commands, or one that is empty, longer than 1000 characters or on several lines"
                                        : "";
        return what.isEmpty()
                ? Stream.empty()
                : Stream.of(INFO.at(About.of(r, "commands"), r.words() + " " + what + "."));
    }
}
