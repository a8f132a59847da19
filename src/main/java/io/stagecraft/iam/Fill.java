package io.stagecraft.iam;

import io.stagecraft.catalog.FieldKind;
import io.stagecraft.model.Placeholder;
import io.stagecraft.model.VariableRef;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Puts what is known of an action into a pattern of the catalogue, such as `…:project/{ProjectName}`.
final class Fill {
    private static final Pattern SLOT =
            Pattern.compile("\\{([A-Za-z][A-Za-z0-9-]*(?::[A-Za-z][A-Za-z0-9-]*)?)}");
    // what follows a dollar a template fills in
    private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)#?\\{[^{}]*}");

    private static final Map<String, String> VARIABLES =
            Map.of("{parameter}", "PARAMETER_STORE", "{secret}", "SECRETS_MANAGER");

    private static final String INPUT = "input:";
    private static final String NAME = ":name";

    private final Holds facts;
    private final ActionContext context;
    private final Kind spec;

    Fill(Kind spec, ActionContext context, Holds facts) {
        this.spec = spec;
        this.context = context;
        this.facts = facts;
    }

    /// The texts that `pattern` stands for: one, or one per element where a slot is a list.
    ///
    /// @return empty where something in it is not known; [#missing] says what
    List<Text> of(String pattern) {
        for (var kind : VARIABLES.entrySet()) {
            if (pattern.contains(kind.getKey())) {
                return facts.held(kind.getValue())
                        .flatMap(held ->
                                held.startsWith("arn:")
                                        ? Stream.of(Text.of(held))
                                        : slots(
                                                pattern.replace(
                                                        kind.getKey(),
                                                        named(held, kind.getValue())))
                                                .stream())
                        .toList();
            }
        }
        return slots(pattern);
    }

    /// A parameter's name without its leading `/`; a secret's name without the key that is picked from it.
    private static String named(String held, String kind) {
        return kind.equals("SECRETS_MANAGER")
                ? held.split(":", 2)[0]
                : held.startsWith("/") ? held.substring(1) : held;
    }

    /// Parts are gathered first and joined once: a large pipeline has thousands of patterns.
    private List<Text> slots(String pattern) {
        var filled = List.<List<Text.Part>>of(List.of());
        var slots = SLOT.matcher(pattern);
        int at = 0;
        while (slots.find()) {
            var before = new Text.Literal(pattern.substring(at, slots.start()));
            filled = each(filled, before, values(slots.group(1)));
            at = slots.end();
        }
        var rest = Text.of(pattern.substring(at));
        return each(filled, new Text.Literal(""), List.of(rest)).stream()
                .map(parts -> anyVariable(new Text(parts)))
                .filter(t -> pattern.equals("*") || !t.equals(Text.of("*")))
                .toList();
    }

    /// Each of `heads` with `between` and each of `values` behind it.
    private static List<List<Text.Part>> each(
            List<List<Text.Part>> heads, Text.Part between, List<Text> values) {
        var all = new ArrayList<List<Text.Part>>(heads.size() * values.size());
        for (var head : heads) {
            for (var value : values) {
                var parts = new ArrayList<>(head);
                parts.add(between);
                parts.addAll(value.parts());
                all.add(parts);
            }
        }
        return all;
    }

    /// The first slot of `pattern` that nothing is known for, or that only a run will know.
    Optional<String> missing(String pattern) {
        return SLOT.matcher(pattern)
                .results()
                .map(m -> m.group(1))
                .filter(slot -> values(slot).isEmpty() || onlyARunKnows(slot))
                .findFirst();
    }

    /// Whether `pattern` asks for what the source of an input says; not every source says it, which is no gap.
    static boolean asksASource(String pattern) {
        return pattern.contains("{" + INPUT);
    }

    private boolean onlyARunKnows(String slot) {
        return values(slot).stream().anyMatch(t -> !VariableRef.in(t.shown()).isEmpty());
    }

    private List<Text> values(String slot) {
        return switch (slot) {
            case "partition" -> List.of(context.here().partition());
            case "region" -> List.of(context.here().region());
            case "account" -> List.of(context.here().account());
            case "home-region" -> List.of(context.home().region());
            case "home-account" -> List.of(context.home().account());
            case "pipeline" -> List.of(Text.of(context.pipeline()));
            case "stage" -> List.of(Text.of(context.stage()));
            case "action" -> List.of(Text.of(context.action()));
            case "provider" -> List.of(Text.of(spec.provider()));
            case "version" -> List.of(Text.of(spec.version()));
            case "artifact-bucket" ->
                    context.store().map(ActionContext.Store::bucketArn).stream().toList();
            case "artifact-folder" -> List.of(Text.of(ArtifactNeeds.folder(context.pipeline())));
            case "artifact-key" ->
                    context.store().flatMap(ActionContext.Store::key).stream()
                            .map(ActionContext.Key::arn)
                            .toList();
            case "project-subnet" -> orAny(ActionContext.Project::subnets);
            case "project-security-group" -> orAny(ActionContext.Project::securityGroups);
            case "deployment-config" -> List.of(Text.of(context.pace().orElse("*")));
            case "project-image" ->
                    context.project().flatMap(ActionContext.Project::image).stream().toList();
            case "project-pushes-to", "project-pulls-from" -> arns(told(slot));
            case "project-cache" ->
                    context.project().flatMap(ActionContext.Project::cache).stream()
                            .map(Text::of)
                            .toList();
            default -> composed(slot);
        };
    }

    /// Where it is read what the slots of `pattern` stand for; empty where settings say it.
    List<String> readIn(String pattern) {
        return SLOT.matcher(pattern)
                .results()
                .flatMap(m -> told(m.group(1)).stream())
                .map(ActionContext.Told::readIn)
                .distinct()
                .toList();
    }

    private List<ActionContext.Told> told(String slot) {
        return context.project().stream()
                .flatMap(p ->
                        switch (slot) {
                            case "project-pushes-to" -> p.pushesTo().stream();
                            case "project-pulls-from" -> p.pullsFrom().stream();
                            default -> Stream.empty();
                        })
                .toList();
    }

    private static List<Text> arns(List<ActionContext.Told> told) {
        return told.stream().map(ActionContext.Told::arn).distinct().toList();
    }

    private List<Text> orAny(Function<ActionContext.Project, List<String>> ids) {
        var known = context.project().map(ids).orElse(List.of());
        return known.isEmpty() ? List.of(Text.of("*")) : known.stream().map(Text::of).toList();
    }

    private List<Text> composed(String slot) {
        if (slot.startsWith(INPUT)) {
            return context.sources().stream()
                    .flatMap(s ->
                            Optional.ofNullable(s.get(slot.substring(INPUT.length()))).stream())
                    .distinct()
                    .toList();
        }
        return slot.endsWith(NAME)
                ? setting(slot.substring(0, slot.length() - NAME.length())).stream()
                        .map(Fill::lastPart)
                        .toList()
                : setting(slot);
    }

    private static Text lastPart(Text text) {
        var parts = new ArrayList<>(text.parts());
        if (parts.isEmpty() || !(parts.getLast() instanceof Text.Literal(var letters))) {
            return text;
        }
        var outside = Placeholder.masked(letters);
        int cut = Math.max(outside.lastIndexOf(':'), outside.lastIndexOf('/'));
        return cut < 0 ? text : Text.of(letters.substring(cut + 1));
    }

    private List<Text> setting(String key) {
        var value = facts.setting(key);
        if (value.isPresent() && isList(key) && value.get().isLiteral()) {
            return Stream.of(value.get().shown().split(","))
                    .map(String::strip)
                    .filter(s -> !s.isEmpty())
                    .map(Text::of)
                    .toList();
        }
        return value.stream().toList();
    }

    private boolean isList(String key) {
        return spec.field(key).filter(f -> f.kind() == FieldKind.LIST).isPresent();
    }

    /// A part that only a run will know matches anything: a variable, or what a provider fills in itself, such as `{datetime}`.
    private static Text anyVariable(Text text) {
        if (text.parts().stream()
                .noneMatch(part -> part instanceof Text.Literal(var l) && l.indexOf('{') >= 0)) {
            return text;
        }
        var parts = new ArrayList<Text.Part>();
        for (var part : text.parts()) {
            parts.add(
                    part instanceof Text.Literal(var letters)
                            ? new Text.Literal(VARIABLE.matcher(letters).replaceAll("*"))
                            : part);
        }
        return new Text(parts);
    }
}
