package io.stagecraft.project;

import io.stagecraft.json.Json;
import io.stagecraft.model.Action;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.ActionType;
import io.stagecraft.model.ArtifactStore;
import io.stagecraft.model.Category;
import io.stagecraft.model.Condition;
import io.stagecraft.model.ConditionRule;
import io.stagecraft.model.Design;
import io.stagecraft.model.EncryptionKey;
import io.stagecraft.model.Environment;
import io.stagecraft.model.EnvironmentId;
import io.stagecraft.model.EnvironmentVariable;
import io.stagecraft.model.ExecutionMode;
import io.stagecraft.model.Extras;
import io.stagecraft.model.OnFailure;
import io.stagecraft.model.Origin;
import io.stagecraft.model.OutputArtifact;
import io.stagecraft.model.Owner;
import io.stagecraft.model.Patterns;
import io.stagecraft.model.PipelineType;
import io.stagecraft.model.Result;
import io.stagecraft.model.RetryMode;
import io.stagecraft.model.Stage;
import io.stagecraft.model.StageId;
import io.stagecraft.model.Transition;
import io.stagecraft.model.Trigger;
import io.stagecraft.model.Variable;
import io.stagecraft.model.Waiver;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The file's JSON as a design. [DesignWriter] is its mirror.
final class DesignReader {
    private DesignReader() {}

    /// @throws WrongMember when a member does not say what is due there
    static Design read(Json document) {
        var unknown = new LinkedHashMap<String, String>();
        var design = Members.read(document, unknown, DesignReader::design);
        var extras = new LinkedHashMap<>(design.extras().members());
        extras.putAll(unknown);
        var whole = design.withExtras(new Extras(extras));
        var distinct = distinct(whole);
        // unknown members are known by the ids of what they stand in, which they shall follow
        // through a change of name
        return unknown.isEmpty() || distinct.equals(whole)
                ? distinct
                : read(DesignWriter.document(distinct));
    }

    private static Design design(Members file) {
        file.number("stagecraft", ProjectFile.VERSION);
        var environments = file.each("environments", DesignReader::environment);
        var companions = file.each("companions", CompanionReader::companion);
        var waivers = file.each("waivers", DesignReader::waiver);
        return file.maybe("pipeline", DesignReader::pipeline)
                .orElseThrow(() -> file.wrong("pipeline", "is missing."))
                .withEnvironments(environments)
                .withCompanions(companions)
                .withWaivers(waivers);
    }

    private static Design pipeline(Members in) {
        return new Design(
                in.text("name"),
                in.maybeWord("type", PipelineType.class).orElse(PipelineType.V2),
                in.maybeWord("mode", ExecutionMode.class).orElse(ExecutionMode.SUPERSEDED),
                origin(in, "role").orElse(Origin.CREATE),
                in.each("variables", DesignReader::variable),
                in.each("triggers", DesignReader::trigger),
                in.each("stores", DesignReader::store),
                in.each("stages", DesignReader::stage),
                List.of(),
                List.of(),
                in.map("tags"),
                List.of(),
                in.extras());
    }

    private static Waiver waiver(Members in) {
        return new Waiver(in.text("rule"), in.text("reason", ""));
    }

    static Optional<Origin> origin(Members in, String name) {
        return in.either(
                name,
                text -> {
                    if (text.equals("create")) {
                        return Origin.CREATE;
                    }
                    throw in.wrong(name, "has to be \"create\" or {\"existing\": \"…\"}.");
                },
                object -> new Origin.Existing(object.text("existing")));
    }

    private static Variable variable(Members in) {
        return new Variable(in.text("name"), in.maybeText("default"), in.text("description", ""));
    }

    private static Trigger trigger(Members in) {
        return new Trigger(
                in.text("source"),
                in.each(
                        "push",
                        push ->
                                new Trigger.Push(
                                        patterns(push, "tags"),
                                        patterns(push, "branches"),
                                        patterns(push, "filePaths"))),
                in.each(
                        "pullRequests",
                        request ->
                                new Trigger.PullRequest(
                                        request.words("events", Trigger.Event.class),
                                        patterns(request, "branches"),
                                        patterns(request, "filePaths"))),
                in.extras());
    }

    private static Patterns patterns(Members in, String name) {
        return in.maybe(name, p -> new Patterns(p.texts("includes"), p.texts("excludes")))
                .orElse(Patterns.NONE);
    }

    private static ArtifactStore store(Members in) {
        return new ArtifactStore(
                in.text("region", ""),
                origin(in, "bucket").orElse(Origin.CREATE),
                in.either(
                                "key",
                                text ->
                                        switch (text) {
                                            case "create" -> new EncryptionKey.Create();
                                            case "aws-managed" -> new EncryptionKey.AwsManaged();
                                            default ->
                                                    throw in.wrong(
                                                            "key",
                                                            "has to be \"create\", \"aws-managed\""
                                                                    + " or {\"existing\": \"…\"}.");
                                        },
                                object ->
                                        (EncryptionKey)
                                                new EncryptionKey.Existing(object.text("existing")))
                        .orElse(new EncryptionKey.Create()),
                in.extras());
    }

    private static Stage stage(Members in) {
        return new Stage(
                new StageId(in.text("id", "")),
                in.text("name"),
                in.each("actions", DesignReader::action),
                in.maybeText("closed")
                        .<Transition>map(Transition.Closed::new)
                        .orElse(Transition.OPEN),
                in.maybe("beforeEntry", DesignReader::condition),
                in.maybe("onSuccess", DesignReader::condition),
                in.maybe("onFailure", DesignReader::onFailure),
                in.extras());
    }

    private static OnFailure onFailure(Members in) {
        return new OnFailure(
                in.maybeWord("result", Result.class),
                in.maybeWord("retry", RetryMode.class),
                in.maybe("condition", DesignReader::condition),
                in.extras());
    }

    private static Condition condition(Members in) {
        return new Condition(
                in.maybeWord("result", Result.class),
                in.each("rules", DesignReader::rule),
                in.extras());
    }

    private static ConditionRule rule(Members in) {
        return new ConditionRule(
                in.text("name"),
                in.text("provider"),
                in.text("version", "1"),
                in.map("settings"),
                in.texts("commands"),
                in.texts("inputs"),
                in.maybeText("region"),
                in.maybeText("role"),
                in.maybeNumber("timeoutMinutes"),
                in.extras());
    }

    private static Action action(Members in) {
        return new Action(
                new ActionId(in.text("id", "")),
                in.text("name"),
                in.either("type", text -> type(in, text), DesignReader::type)
                        .orElseThrow(() -> in.wrong("type", "is missing.")),
                in.number("runOrder", 1),
                in.map("settings"),
                in.texts("inputs"),
                in.each(
                        "outputs",
                        OutputArtifact::new,
                        output -> new OutputArtifact(output.text("name"), output.texts("files"))),
                in.maybeText("namespace"),
                in.maybeText("environment").map(EnvironmentId::new),
                origin(in, "role"),
                in.maybeNumber("timeoutMinutes"),
                in.texts("commands"),
                in.texts("outputVariables"),
                in.each("environmentVariables", DesignReader::environmentVariable),
                in.lines("notes"),
                in.extras());
    }

    private static ActionType type(Members in, String path) {
        var owner = path.indexOf('/') + 1;
        var provider = path.indexOf('/', owner) + 1;
        var version = path.lastIndexOf('/') + 1;
        if (owner == 0 || provider == 0 || version <= provider) {
            throw in.wrong(
                    "type",
                    "is \"" + path + "\"; an action type is written like Build/AWS/CodeBuild/1.");
        }
        return new ActionType(
                category(in, "type", path.substring(0, owner - 1)),
                owner(in, "type", path.substring(owner, provider - 1)),
                path.substring(provider, version - 1),
                path.substring(version));
    }

    private static ActionType type(Members in) {
        return new ActionType(
                category(in, "category", in.text("category")),
                owner(in, "owner", in.text("owner")),
                in.text("provider"),
                in.text("version"));
    }

    private static Category category(Members in, String name, String word) {
        return Category.of(word)
                .orElseThrow(() ->
                        in.wrong(
                                name,
                                "names the category \""
                                        + word
                                        + "\"; there are Source, Build, Test, Approval, Deploy,"
                                        + " Invoke and Compute."));
    }

    private static Owner owner(Members in, String name, String word) {
        return Owner.of(word)
                .orElseThrow(() ->
                        in.wrong(
                                name,
                                "names the owner \""
                                        + word
                                        + "\"; there are AWS, ThirdParty and Custom."));
    }

    static EnvironmentVariable environmentVariable(Members in) {
        return new EnvironmentVariable(
                in.text("name"),
                in.text("value"),
                in.maybeWord("kind", EnvironmentVariable.Kind.class)
                        .orElse(EnvironmentVariable.Kind.PLAINTEXT));
    }

    private static Environment environment(Members in) {
        return new Environment(
                new EnvironmentId(in.text("id")),
                in.text("name"),
                in.text("account", ""),
                in.text("region", ""),
                in.text("colour", ""));
    }

    /// Who copies a stage in an editor copies its ids too, and who writes one gives it none: each gets one of its own.
    private static Design distinct(Design design) {
        Set<String> taken = new HashSet<>();
        for (var stage : design.stages()) {
            if (stage.id().value().isEmpty() || !taken.add(stage.id().value())) {
                return distinct(replace(design, stage));
            }
        }
        taken.clear();
        for (var stage : design.stages()) {
            for (var action : stage.actions()) {
                if (action.id().value().isEmpty() || !taken.add(action.id().value())) {
                    return distinct(replace(design, stage, action));
                }
            }
        }
        return design;
    }

    private static Design replace(Design design, Stage stage) {
        return design.withStages(
                design.stages().stream()
                        .map(s -> s == stage ? s.withId(design.nextStageId()) : s)
                        .toList());
    }

    private static Design replace(Design design, Stage stage, Action action) {
        return design.withStages(
                design.stages().stream()
                        .map(s ->
                                s != stage
                                        ? s
                                        : s.withActions(
                                                s.actions().stream()
                                                        .map(a ->
                                                                a == action
                                                                        ? a.withId(
                                                                                design
                                                                                        .nextActionId())
                                                                        : a)
                                                        .toList()))
                        .toList());
    }
}
