package io.stagecraft.importer;

import io.stagecraft.model.Action;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.ActionType;
import io.stagecraft.model.Category;
import io.stagecraft.model.EnvironmentVariable;
import io.stagecraft.model.Origin;
import io.stagecraft.model.OutputArtifact;
import io.stagecraft.model.Owner;
import io.stagecraft.model.Stage;
import io.stagecraft.model.StageId;
import io.stagecraft.model.Transition;

import java.util.ArrayList;
import java.util.List;

/// Reads stages and their actions, and numbers them.
///
/// @see <a href="https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_ActionDeclaration.html">ActionDeclaration</a>
final class Stages {
    private final Places places;
    private int actions;

    Stages(Places places) {
        this.places = places;
    }

    List<Stage> all(List<Part> parts) {
        var stages = new ArrayList<Stage>();
        for (var part : parts) {
            stages.add(stage(new StageId("s" + (stages.size() + 1)), part));
        }
        return stages;
    }

    private Stage stage(StageId id, Part part) {
        var name = part.neededText("name");
        return new Stage(
                id,
                name,
                part.parts("actions").stream().map(a -> action(a, name)).toList(),
                Transition.OPEN,
                Conditions.at(part, "beforeEntry"),
                Conditions.at(part, "onSuccess"),
                Conditions.onFailure(part),
                part.extras());
    }

    private Action action(Part part, String stage) {
        actions++;
        var region = part.onlyText("region");
        var role = part.onlyText("roleArn");
        var environment = places.of(region, role, stage);
        // an action may name the region that it would have anyway
        region.filter(places::isHome).ifPresent(r -> part.keep("region", r));
        return new Action(
                new ActionId("a" + actions),
                part.neededText("name"),
                type(part.neededPart("actionTypeId")),
                part.number("runOrder").orElse(1),
                part.textByName("configuration"),
                names(part, "inputArtifacts"),
                part.parts("outputArtifacts").stream().map(Stages::output).toList(),
                part.text("namespace"),
                environment,
                role.map(Origin.Existing::new),
                part.number("timeoutInMinutes"),
                part.commands("commands"),
                part.commands("outputVariables"),
                part.parts("environmentVariables").stream().map(Stages::variable).toList(),
                "",
                part.extras());
    }

    private static ActionType type(Part part) {
        var category = part.neededText("category");
        var owner = part.neededText("owner");
        var type =
                new ActionType(
                        part.known("category", category, List.of(Category.values()), Category::word)
                                .orElse(Category.BUILD),
                        part.known("owner", owner, List.of(Owner.values()), Owner::word)
                                .orElse(Owner.AWS),
                        part.neededText("provider"),
                        part.text("version").orElse("1"));
        part.done();
        return type;
    }

    private static OutputArtifact output(Part part) {
        var output = new OutputArtifact(part.neededText("name"), part.texts("files"));
        part.done();
        return output;
    }

    private static EnvironmentVariable variable(Part part) {
        var variable =
                new EnvironmentVariable(
                        part.neededText("name"),
                        part.text("value").orElse(""),
                        part.word("type", EnvironmentVariable.Kind.class)
                                .orElse(EnvironmentVariable.Kind.PLAINTEXT));
        part.done();
        return variable;
    }

    static List<String> names(Part part, String name) {
        var names = new ArrayList<String>();
        for (var artifact : part.parts(name)) {
            names.add(artifact.neededText("name"));
            artifact.done();
        }
        return names;
    }
}
