package io.stagecraft.cli;

import io.stagecraft.json.Json;
import io.stagecraft.project.Template;
import io.stagecraft.project.TemplateShelf;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "templates", description = "List the starter designs.")
final class TemplatesCommand extends Job {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json (default: ${DEFAULT-VALUE})")
    private Format format = Format.TEXT;

    @Override
    public Integer call() {
        var templates = TemplateShelf.list();
        switch (format) {
            case TEXT -> templates.forEach(this::print);
            case JSON -> out().print(Doc.list(templates, TemplatesCommand::json).pretty());
        }
        return Cli.FINE;
    }

    private void print(Template template) {
        out().println(template.name() + "  " + template.title());
        out().println(Lines.wrapped(template.paragraph(), "    "));
    }

    private static Json json(Template template) {
        return Doc.of()
                .put("name", template.name())
                .put("title", template.title())
                .put("paragraph", template.paragraph())
                .done();
    }
}
