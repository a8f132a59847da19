package io.stagecraft.catalog;

import io.stagecraft.model.PipelineType;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What users read of the catalogue: a page in Markdown, printed from the data files, so that it cannot drift.
final class CataloguePage {
    private static final String HEAD =
            """
            # Catalogue

            What Stagecraft knows of every action type and every rule type of stage conditions, each from one data file. Forms, checks,
            roles and the Practice account read the same files. *Unverified* means that no page of AWS says so: the tool shows it and
            refuses nothing because of it.

            Every V2 pipeline costs 0.002 USD for a minute of action execution, each action rounded up; a V1 pipeline 1 USD a month
            when it is in use (list prices in the United States). What a type costs beyond that stands with it.
            """;

    private final StringBuilder page = new StringBuilder(HEAD);

    private CataloguePage() {}

    static String of(List<ActionSpec> actions, List<RuleTypeSpec> rules) {
        var page = new CataloguePage();
        actions.forEach(page::action);
        rules.forEach(page::rule);
        return page.page.toString();
    }

    private void action(ActionSpec s) {
        head(s.type().path(), s.title(), s.summary());
        if (!s.verified()) {
            line("**Unverified**: the entry as a whole. Anything else is taken as it is.");
        }
        if (s.status() != ActionSpec.Status.CURRENT) {
            line("**" + capital(s.status()) + "**.");
        }
        fact("Pipelines", pipelines(s));
        fact("Artifacts", bounds(s.inputs()) + " in, " + bounds(s.outputs()) + " out");
        fact("Other regions", reach(s.crossRegion()));
        fact("Other accounts", reach(s.crossAccount()));
        if (!s.traits().notIn().isEmpty()) {
            fact("Not in", words(s.traits().notIn().stream().sorted()));
        }
        if (!s.traits().onlyIn().isEmpty()) {
            fact("Only in", words(s.traits().onlyIn().stream().sorted()));
        }
        fact(
                "Timeout",
                minutes(s.timeout())
                        + (s.timeoutSettable() ? ", or its own" : "")
                        + doubt(s, Traits.Fact.TIMEOUT));
        s.traits().artifactMegabytes().ifPresent(m -> fact("Largest artifact", m + " MB"));
        s.traits().cost().ifPresent(c -> fact("Cost", c));
        if (!s.members().isEmpty()) {
            fact("Beside the settings", words(s.members().stream().map(CataloguePage::small)));
        }
        fact("Output variables", variables(s));
        fields(s.fields(), s.open());
        permissions(s.permissions());
        notes(s.notes());
        source(s.source(), s.checked());
    }

    private void rule(RuleTypeSpec s) {
        head("Rule/AWS/" + s.provider() + "/" + s.version(), s.title(), s.summary());
        if (!s.verified()) {
            line("**Unverified**: the entry as a whole.");
        }
        fact("Artifacts", bounds(s.inputs()) + " in");
        fact("Timeout", minutes(s.timeout()));
        fact("Can skip a stage", s.canSkip() ? "yes" : "no");
        fact("Commands", s.commands() ? "yes" : "no");
        fields(s.fields(), false);
        permissions(s.permissions());
        notes(s.notes());
        source(s.source(), s.checked());
    }

    private void head(String id, String title, String summary) {
        page.append("\n## ").append(id).append(": ").append(title).append("\n\n");
        page.append(summary).append("\n\n");
    }

    private void fact(String name, String value) {
        page.append("- ").append(name).append(": ").append(value).append('\n');
    }

    private void line(String text) {
        page.append(text).append("\n\n");
    }

    private static String pipelines(ActionSpec s) {
        return words(
                        Stream.of(PipelineType.values())
                                .filter(s.pipelineTypes()::contains)
                                .map(Enum::name))
                + doubt(s, Traits.Fact.PIPELINE_TYPES);
    }

    private static String doubt(ActionSpec s, Traits.Fact fact) {
        return s.traits().unverified().contains(fact) ? " (*unverified*)" : "";
    }

    private static String bounds(Bounds b) {
        return b.min() == b.max() ? "" + b.min() : b.min() + " to " + b.max();
    }

    private static String reach(ActionSpec.Reach reach) {
        return switch (reach) {
            case YES -> "yes";
            case NO -> "no";
            case UNVERIFIED_YES -> "yes (*unverified*)";
            case UNVERIFIED_NO -> "no (*unverified*)";
        };
    }

    private static String minutes(int minutes) {
        return minutes % 1440 == 0
                ? minutes / 1440 + (minutes == 1440 ? " day" : " days")
                : minutes % 60 == 0
                        ? minutes / 60 + (minutes == 60 ? " hour" : " hours")
                        : minutes + " minutes";
    }

    private static String variables(ActionSpec s) {
        var fixed = words(s.variables().stream().map(v -> "`" + v + "`"));
        var further = s.dynamicVariables().orElse("");
        return fixed.isEmpty() && further.isEmpty()
                ? "none"
                : Stream.of(fixed, further)
                        .filter(t -> !t.isEmpty())
                        .collect(Collectors.joining("; "));
    }

    private void fields(List<FieldSpec> fields, boolean open) {
        if (fields.isEmpty()) {
            line(open ? "\nSettings: AWS publishes none; any are taken." : "\nSettings: none.");
            return;
        }
        page.append("\n| setting | required | takes | usual | |\n|---|---|---|---|---|\n");
        for (var f : fields) {
            page.append("| `" + f.key() + "` | " + f.required().map(Words::of).orElse("") + " | ");
            page.append(takes(f) + " | " + f.defaultValue().map(v -> "`" + v + "`").orElse(""));
            page.append(" | " + f.help().replace("|", "\\|") + " |\n");
        }
        page.append('\n');
    }

    private static String takes(FieldSpec f) {
        return f.values().isEmpty()
                ? small(f.kind())
                        + f.json().map(CataloguePage::json).orElse("")
                        + f.min().map(n -> " from " + n).orElse("")
                        + f.max()
                                .map(n ->
                                        f.kind() == FieldKind.LIST
                                                ? " of at most " + n
                                                : " to " + n)
                                .orElse("")
                : words(f.values().stream().map(v -> "`" + v + "`"));
    }

    private static String json(FieldSpec.JsonForm form) {
        var members = words(form.members().keySet().stream().map(m -> "`" + m + "`"));
        return (form.list() ? ", a list of objects" : ", an object")
                + (members.isEmpty() ? "" : " with " + members);
    }

    private void permissions(List<PermissionSpec> permissions) {
        for (var p : permissions) {
            page.append("- " + capital(p.who()) + " " + p.why() + ": ");
            page.append(words(p.allow().stream().map(a -> "`" + a + "`")));
            page.append(" on " + words(p.on().stream().map(o -> "`" + o + "`")));
            page.append(p.when().equals(When.ALWAYS) ? "" : ", " + Words.of(p.when()));
            page.append(p.optional() ? " (helpful, not granted)" : "");
            page.append(p.verified() ? "\n" : " (*unverified*)\n");
        }
        page.append(permissions.isEmpty() ? "" : "\n");
    }

    private void notes(List<String> notes) {
        notes.forEach(n -> page.append("> " + n + "\n>\n"));
        page.append(notes.isEmpty() ? "" : "\n");
    }

    private void source(String source, String checked) {
        page.append("[Source](" + source + "), read " + checked + ".\n");
    }

    private static String words(Stream<String> words) {
        return words.collect(Collectors.joining(", "));
    }

    private static String small(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String capital(Enum<?> word) {
        var small = small(word);
        return small.substring(0, 1).toUpperCase(Locale.ROOT) + small.substring(1);
    }

    /// A circumstance, in words.
    private static final class Words {
        private static final Map<String, String> FEATURES =
                Map.of("reports", "reports", "vpc", "a network", "batch", "batches");

        static String of(When when) {
            return switch (when) {
                case When.SettingIs(var key, var values) ->
                        "when `" + key + "` is " + String.join(" or ", values);
                case When.SettingIsNot(var key, var values) ->
                        "when `" + key + "` is not " + String.join(" or ", values);
                case When.SettingHas(var key, var values) ->
                        "when `" + key + "` holds " + String.join(" or ", values);
                case When.SettingIsNo(var key, var form) ->
                        "when `" + key + "` is no " + small(form);
                case When.SettingPresent(var key) -> "when `" + key + "` is set";
                case When.SettingAbsent(var key) -> "when `" + key + "` is not set";
                case When.Inputs(var n) -> "with " + n + " inputs or more";
                case When.NoInputs() -> "without inputs";
                case When.Outputs(var n) -> "with " + n + " outputs or more";
                case When.NoOutputs() -> "without outputs";
                case When.StoreEncrypted() -> "when the store has a key of its own";
                case When.ProjectHas(var f) ->
                        "when the project has " + Optional.ofNullable(FEATURES.get(f)).orElse(f);
                case When.VariableOfKind(var kind) -> "when a variable is of kind " + kind;
                case When.InputMadeWith(var key, var value) ->
                        "when an input was made with `" + key + "` " + value;
                case When.All(var parts) ->
                        parts.isEmpty()
                                ? "always"
                                : parts.stream()
                                        .map(Words::of)
                                        .collect(Collectors.joining(" and "));
                case When.Judged(var words) -> words;
            };
        }
    }
}
