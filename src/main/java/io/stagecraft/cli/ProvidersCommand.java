package io.stagecraft.cli;

import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.catalog.FieldSpec;
import io.stagecraft.catalog.OwnTypes;
import io.stagecraft.catalog.RuleTypeSpec;
import io.stagecraft.catalog.UnreadableCatalog;
import io.stagecraft.disk.WholeFile;
import io.stagecraft.json.Json;
import io.stagecraft.json.TemplateText;
import io.stagecraft.json.UnreadableTemplate;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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

    @Option(
            names = "--add",
            paramLabel = "FILE",
            description =
                    "take in a provider of your own: a data file, or a template with an"
                            + " AWS::CodePipeline::CustomActionType")
    private Optional<Path> add = Optional.empty();

    @Option(
            names = "--into",
            paramLabel = "FOLDER",
            description =
                    "where providers of your own are kept (default: $STAGECRAFT_ACTIONS, or"
                            + " ~/.config/stagecraft/actions)")
    private Path into = OwnTypes.here();

    ProvidersCommand(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() throws IOException {
        return add.isPresent() ? add(add.get()) : list();
    }

    private int add(Path file) throws IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw Refused.input(file + " cannot be read.");
        }
        for (var found : own(file)) {
            var spec = known(found);
            Files.createDirectories(into);
            var target = into.resolve(found.file());
            WholeFile.write(target, found.content());
            out().println(spec.type().path() + " is known now, from " + target);
        }
        return Cli.FINE;
    }

    /// A data file as it is, or those made of a template.
    private List<CustomTypes.Found> own(Path file) throws IOException {
        var text = Files.readString(file);
        var name = file.getFileName().toString();
        try {
            if (TemplateText.parse(text).containsKey("type")) {
                return List.of(new CustomTypes.Found(name, text));
            }
            var found = CustomTypes.in(text, checked());
            if (found.isEmpty()) {
                throw Refused.input(
                        name + " holds no custom action type, and is no data file of a provider.");
            }
            return found;
        } catch (UnreadableTemplate e) {
            throw Refused.input(name + ": " + e.getMessage());
        }
    }

    /// The day that AWS's page on custom actions was read.
    private String checked() {
        return tools.catalog().get().all().stream()
                .filter(s -> s.isShared())
                .map(ActionSpec::checked)
                .findFirst()
                .orElse("");
    }

    private static ActionSpec known(CustomTypes.Found found) {
        try {
            return CatalogFiles.read(
                    found.file(), found.content().getBytes(StandardCharsets.UTF_8));
        } catch (UnreadableCatalog e) {
            throw Refused.input(e.getMessage() + ".");
        }
    }

    private int list() {
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
