package io.stagecraft.export;

import io.stagecraft.blueprint.Blueprint;
import io.stagecraft.blueprint.Resource;
import io.stagecraft.blueprint.StackPlan;
import io.stagecraft.model.ConditionRule;
import io.stagecraft.model.Design;

import java.util.ArrayList;
import java.util.Optional;

/// A blueprint as CloudFormation: a template per stack, named after it.
public final class CloudFormationExporter {
    private final Syntax syntax;

    public CloudFormationExporter(Syntax syntax) {
        this.syntax = syntax;
    }

    /// The templates, in the order in which they are deployed, and what they cannot say.
    public Bundle write(Blueprint blueprint) {
        var design = Designs.of(blueprint);
        var files = new ArrayList<Bundle.TextFile>();
        for (var stack : blueprint.stacks()) {
            files.add(
                    new Bundle.TextFile(
                            stack.name() + "." + syntax.extension(), template(stack, design)));
        }
        var notes = notes(blueprint, design);
        var guide = new DeployGuide(blueprint);
        if (guide.isNeeded()) {
            files.add(guide.cloudFormation(syntax));
            notes.add(guide.note());
        }
        return new Bundle(files, notes);
    }

    private String template(StackPlan stack, Design design) {
        var text = new CloudFormationText(stack);
        var template =
                new Doc.Building()
                        .put("AWSTemplateFormatVersion", "2010-09-09")
                        .put("Description", description(stack, design))
                        .maybe("Parameters", parameters(stack))
                        .put(
                                "Resources",
                                new CloudFormationResources(text, design.tags())
                                        .of(stack.resources()));
        if (!stack.outputs().isEmpty()) {
            var outputs = new Doc.Building();
            stack.outputs()
                    .forEach(o ->
                            outputs.put(
                                    o.name(),
                                    new Doc.Building()
                                            .unlessEmpty("Description", shown(o.description()))
                                            .put("Value", text.filled(text.of(o.value())))
                                            .done()));
            template.put("Outputs", outputs.done());
        }
        return switch (syntax) {
            case YAML -> Yaml.print(template.done());
            case JSON -> template.done().json().pretty();
        };
    }

    /// No function may stand in a description: placeholders go by their names.
    private static String description(StackPlan stack, Design design) {
        return description(stack, design, shown(design.name()));
    }

    private static String shown(String text) {
        return text.replaceAll("\\$\\{!?([^{}]*)}", "$1");
    }

    private static String description(StackPlan stack, Design design, String name) {
        return stack.resources().stream().anyMatch(r -> r instanceof Resource.Pipeline)
                ? "Pipeline " + name + " and what it needs, in " + shown(stack.environment().name())
                : "What pipeline " + name + " needs in " + shown(stack.environment().name());
    }

    private static Optional<Doc> parameters(StackPlan stack) {
        var parameters = new Doc.Building();
        for (var parameter : stack.parameters()) {
            var body = new Doc.Building().put("Type", "String");
            body.unlessEmpty("Description", parameter.description());
            body.unlessEmpty("Default", parameter.defaultValue());
            if (parameter.secret()) {
                body.put("NoEcho", Doc.of(true));
            }
            parameters.put(parameter.name(), body.done());
        }
        var done = parameters.done();
        return done.members().isEmpty() ? Optional.empty() : Optional.of(done);
    }

    private static ArrayList<String> notes(Blueprint blueprint, Design design) {
        var notes = new ArrayList<>(blueprint.notes());
        design.rules()
                .filter(rule -> rule.timeoutMinutes().isPresent())
                .map(ConditionRule::name)
                .forEach(name ->
                        notes.add(
                                "CloudFormation has no word for the timeout of rule "
                                        + name
                                        + "; AWS's own holds."));
        var owners = Foreign.owners(design);
        if (!owners.isEmpty()) {
            var members = CloudFormationMembers.load();
            owners.forEach(owner ->
                    members.lost(owner).stream()
                            .filter(way -> Foreign.isMissed(owner, way))
                            .forEach(way ->
                                    notes.add(
                                            "CloudFormation has no word for "
                                                    + way
                                                    + " of "
                                                    + owner.words()
                                                    + "; left out.")));
        }
        return notes;
    }
}
