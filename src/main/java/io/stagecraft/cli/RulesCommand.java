package io.stagecraft.cli;

import io.stagecraft.json.Json;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Validator;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.Locale;

@Command(
        name = "rules",
        description = "What designs are checked for: every rule with why and source.")
final class RulesCommand extends Job {
    @Parameters(arity = "0..1", paramLabel = "ID", description = "one rule, such as SC101")
    private String id = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json (default: ${DEFAULT-VALUE})")
    private Format format = Format.TEXT;

    @Override
    public Integer call() {
        var rules =
                Validator.rules().stream()
                        .map(Rule::info)
                        .filter(i -> id.isEmpty() || i.id().equalsIgnoreCase(id))
                        .toList();
        if (rules.isEmpty()) {
            throw Refused.input("There is no rule " + id + ". `stagecraft rules` lists them.");
        }
        switch (format) {
            case TEXT -> text(rules);
            case JSON -> out().print(Doc.list(rules, RulesCommand::json).pretty());
        }
        return Cli.FINE;
    }

    private void text(List<Info> rules) {
        for (var rule : rules) {
            out().println(rule.id() + "  " + severity(rule) + "  " + rule.title());
            out().println(Lines.wrapped(rule.why(), "    "));
            out().println("    " + rule.source());
        }
    }

    private static String severity(Info rule) {
        return rule.severity().name().toLowerCase(Locale.ROOT);
    }

    private static Json json(Info rule) {
        return Doc.of()
                .put("id", rule.id())
                .put("severity", severity(rule))
                .put("title", rule.title())
                .put("why", rule.why())
                .put("source", rule.source())
                .done();
    }
}
