package io.stagecraft.cli;

import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.catalog.FieldSpec;
import io.stagecraft.catalog.RuleTypeSpec;
import io.stagecraft.json.Json;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

@Command(
        name = "providers",
        description = "Every action type and rule type, with its settings and sources.")
final class ProvidersCommand extends Job {
    /// What both kinds of types have in common.
    private record Known(
            String id,
            String title,
            String summary,
            String source,
            String checked,
            List<FieldSpec> fields) {}

    private final Tools tools;

    @Parameters(
            arity = "0..1",
            paramLabel = "ID",
            description = "one of them, such as Build/AWS/CodeBuild/1, or just CodeBuild")
    private String id = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json (default: ${DEFAULT-VALUE})")
    private Format format = Format.TEXT;

    ProvidersCommand(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() {
        var found = all().stream().filter(this::isAsked).toList();
        if (found.isEmpty()) {
            throw Refused.input(
                    "There is no provider " + id + ". `stagecraft providers` lists them.");
        }
        switch (format) {
            case TEXT -> found.forEach(id.isEmpty() ? this::line : this::page);
            case JSON -> out().print(Doc.list(found, ProvidersCommand::json).pretty());
        }
        return Cli.FINE;
    }

    private List<Known> all() {
        var all = new ArrayList<Known>();
        tools.catalog().get().all().forEach(s -> all.add(of(s)));
        CatalogFiles.rules().all().forEach(s -> all.add(of(s)));
        return all;
    }

    private static Known of(ActionSpec s) {
        return new Known(
                s.type().path(), s.title(), s.summary(), s.source(), s.checked(), s.fields());
    }

    private static Known of(RuleTypeSpec s) {
        return new Known(
                "Rule/AWS/" + s.provider() + "/" + s.version(),
                s.title(),
                s.summary(),
                s.source(),
                s.checked(),
                s.fields());
    }

    private boolean isAsked(Known known) {
        return id.isEmpty()
                || known.id().equalsIgnoreCase(id)
                || known.id()
                        .toLowerCase(Locale.ROOT)
                        .contains("/" + id.toLowerCase(Locale.ROOT) + "/");
    }

    private void line(Known known) {
        out().println("%-45s %s".formatted(known.id(), known.title()));
    }

    private void page(Known known) {
        out().println(known.id() + "  " + known.title());
        out().println(Lines.wrapped(known.summary(), "    "));
        out().println("    " + known.source() + " (read " + known.checked() + ")");
        known.fields()
                .forEach(f -> {
                    out().println(
                                    "  "
                                            + f.key()
                                            + (f.required().isPresent() ? " (required)" : "")
                                            + (f.values().isEmpty()
                                                    ? ""
                                                    : ": " + String.join(" | ", f.values())));
                    out().println(Lines.wrapped(f.help(), "      "));
                });
    }

    private static Json json(Known known) {
        return Doc.of()
                .put("id", known.id())
                .put("title", known.title())
                .put("summary", known.summary())
                .put("source", known.source())
                .put("checked", known.checked())
                .put("settings", Doc.list(known.fields(), ProvidersCommand::json))
                .done();
    }

    private static Json json(FieldSpec field) {
        return Doc.of()
                .put("key", field.key())
                .put("label", field.label())
                .put("kind", field.kind().name().toLowerCase(Locale.ROOT))
                .put("help", field.help())
                .put("required", field.required().isPresent())
                .put("values", field.values())
                .maybe("default", field.defaultValue())
                .done();
    }
}
