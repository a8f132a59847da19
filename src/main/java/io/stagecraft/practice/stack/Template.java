package io.stagecraft.practice.stack;

import static io.stagecraft.practice.stack.Trees.list;
import static io.stagecraft.practice.stack.Trees.map;
import static io.stagecraft.practice.stack.Trees.text;

import io.stagecraft.json.TemplateText;
import io.stagecraft.json.UnreadableTemplate;
import io.stagecraft.practice.wire.Refusal;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A template that is whole in itself: every name in it means something and nothing waits for itself.
///
/// @param written as it came
/// @param sections its top-level members
record Template(String written, Map<String, Object> sections) {
    private static final Set<String> SECTIONS =
            Set.of(
                    "AWSTemplateFormatVersion",
                    "Description",
                    "Metadata",
                    "Parameters",
                    "Mappings",
                    "Conditions",
                    "Rules",
                    "Transform",
                    "Hooks",
                    "Resources",
                    "Outputs");
    private static final Set<String> PSEUDO =
            Set.of(
                    "AWS::AccountId",
                    "AWS::NotificationARNs",
                    "AWS::NoValue",
                    "AWS::Partition",
                    "AWS::Region",
                    "AWS::StackId",
                    "AWS::StackName",
                    "AWS::URLSuffix");

    /// One resource as the template has it, functions unworked.
    record Declared(String key, Map<String, Object> body) {
        String type() {
            return text(body.get("Type"));
        }

        Map<String, Object> properties() {
            return map(body.get("Properties"));
        }

        Optional<String> condition() {
            return Optional.ofNullable(body.get("Condition")).map(Trees::text);
        }

        /// Whether the resource stays when it leaves the stack, or the stack goes.
        boolean isRetained() {
            return text(body.get("DeletionPolicy")).startsWith("Retain");
        }
    }

    /// Reads and checks.
    ///
    /// @throws Refusal `ValidationError` in AWS's words
    static Template of(String text, ResourceTypes types) {
        var template = new Template(text, parsed(text));
        template.checkSections();
        template.checkResources(types);
        template.checkNames();
        template.checkCircles();
        return template;
    }

    private static Map<String, Object> parsed(String text) {
        try {
            return TemplateText.parse(text);
        } catch (UnreadableTemplate e) {
            throw new Refusal("ValidationError", "Template format error: " + e.getMessage());
        }
    }

    Map<String, Object> section(String name) {
        return map(sections.get(name));
    }

    List<Declared> resources() {
        return section("Resources").entrySet().stream()
                .map(e -> new Declared(e.getKey(), map(e.getValue())))
                .toList();
    }

    String description() {
        return text(sections.get("Description"));
    }

    /// The IAM capabilities that the template asks for: none, `CAPABILITY_IAM` or `CAPABILITY_NAMED_IAM`.
    Optional<String> capability(ResourceTypes types) {
        var iam = resources().stream().filter(r -> types.of(r.type()).isIam()).toList();
        if (iam.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                iam.stream().anyMatch(r -> r.properties().containsKey(types.of(r.type()).naming()))
                        ? "CAPABILITY_NAMED_IAM"
                        : "CAPABILITY_IAM");
    }

    /// The keys of the resources that one waits for.
    Set<String> before(Declared resource) {
        var keys = section("Resources").keySet();
        var needed = new LinkedHashSet<String>();
        list(resource.body().get("DependsOn")).forEach(k -> needed.add(text(k)));
        mentioned(resource.body().get("Properties"), needed);
        needed.retainAll(keys);
        return needed;
    }

    private void checkSections() {
        var unknown = new TreeSet<>(sections.keySet());
        unknown.removeAll(SECTIONS);
        if (!unknown.isEmpty()) {
            throw invalid("Invalid template property or properties " + unknown);
        }
        if (section("Resources").isEmpty()) {
            throw malformed("At least one Resources member must be defined.");
        }
        list(sections.get("Transform")).stream()
                .map(Trees::text)
                .filter(t -> !t.equals("AWS::LanguageExtensions"))
                .findFirst()
                .ifPresent(t -> {
                    throw invalid("No transform named " + t + " found.");
                });
    }

    private void checkResources(ResourceTypes types) {
        for (var resource : resources()) {
            if (!resource.key().matches("[A-Za-z0-9]{1,255}")) {
                throw malformed("Resource name " + resource.key() + " is non alphanumeric.");
            }
            if (resource.type().isEmpty()) {
                throw malformed(
                        "[/Resources/"
                                + resource.key()
                                + "] Every Resources object must contain a Type member.");
            }
        }
        var unknown =
                resources().stream()
                        .map(Declared::type)
                        .filter(t -> types.find(t).isEmpty())
                        .distinct()
                        .collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            throw malformed("Unrecognized resource types: [" + unknown + "]");
        }
    }

    private void checkNames() {
        var known = new TreeSet<>(section("Resources").keySet());
        known.addAll(section("Parameters").keySet());
        known.addAll(PSEUDO);
        for (var resource : resources()) {
            var used = new LinkedHashSet<String>();
            list(resource.body().get("DependsOn")).forEach(k -> used.add(text(k)));
            mentioned(resource.body().get("Properties"), used);
            refuseUnknown(used, known, "Resources");
            resource.condition()
                    .filter(c -> !section("Conditions").containsKey(c))
                    .ifPresent(c -> {
                        throw malformed(
                                "Unresolved condition dependency "
                                        + c
                                        + " in the Resources block of the template");
                    });
        }
        var used = new LinkedHashSet<String>();
        section("Outputs").values().forEach(o -> mentioned(map(o).get("Value"), used));
        refuseUnknown(used, known, "Outputs");
    }

    private static void refuseUnknown(Set<String> used, Set<String> known, String block) {
        var unknown = new TreeSet<>(used);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw malformed(
                    "Unresolved resource dependencies "
                            + unknown
                            + " in the "
                            + block
                            + " block of the template");
        }
    }

    private void checkCircles() {
        var waiting = new LinkedHashMap<String, Set<String>>();
        resources().forEach(r -> waiting.put(r.key(), new LinkedHashSet<>(before(r))));
        var free =
                new ArrayDeque<>(
                        waiting.keySet().stream()
                                .filter(k -> waiting.get(k) instanceof Set<String> s && s.isEmpty())
                                .toList());
        while (!free.isEmpty()) {
            var done = free.remove();
            waiting.remove(done);
            waiting.forEach((key, needs) -> {
                if (needs.remove(done) && needs.isEmpty()) {
                    free.add(key);
                }
            });
        }
        if (!waiting.isEmpty()) {
            throw invalid(
                    "Circular dependency between resources: " + new ArrayList<>(waiting.keySet()));
        }
    }

    private static void mentioned(@Nullable Object tree, Set<String> names) {
        References.in(tree).forEach(r -> names.add(r.name()));
    }

    private static Refusal malformed(String what) {
        return invalid("Template format error: " + what);
    }

    private static Refusal invalid(String what) {
        return new Refusal("ValidationError", what);
    }
}
