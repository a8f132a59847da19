package io.stagecraft.project;

import io.stagecraft.json.Json;
import io.stagecraft.model.Action;
import io.stagecraft.model.ActionType;
import io.stagecraft.model.ArtifactStore;
import io.stagecraft.model.BuildSurroundings;
import io.stagecraft.model.Companion;
import io.stagecraft.model.Condition;
import io.stagecraft.model.ConditionRule;
import io.stagecraft.model.Design;
import io.stagecraft.model.EncryptionKey;
import io.stagecraft.model.Environment;
import io.stagecraft.model.EnvironmentId;
import io.stagecraft.model.EnvironmentVariable;
import io.stagecraft.model.ExecutionMode;
import io.stagecraft.model.OnFailure;
import io.stagecraft.model.Origin;
import io.stagecraft.model.OutputArtifact;
import io.stagecraft.model.Patterns;
import io.stagecraft.model.PipelineType;
import io.stagecraft.model.Stage;
import io.stagecraft.model.Transition;
import io.stagecraft.model.Trigger;
import io.stagecraft.model.Variable;
import io.stagecraft.model.Waiver;

import java.util.List;

/// A design as the file's JSON. [DesignReader] is its mirror; the published schema says the same.
final class DesignWriter {
    private DesignWriter() {}

    static Json document(Design design) {
        var file = new Values();
        file.put("stagecraft", Json.of(ProjectFile.VERSION));
        file.put("pipeline", pipeline(design));
        if (!design.environments().equals(List.of(Environment.TOOLING))
                || design.extras().members().keySet().stream()
                        .anyMatch(key -> key.startsWith("/environments/"))) {
            file.each("environments", design.environments(), DesignWriter::environment);
        }
        file.each("companions", design.companions(), DesignWriter::companion);
        file.each("waivers", design.waivers(), DesignWriter::waiver);
        return Unknown.putBack(file.done(), design.extras());
    }

    private static Json waiver(Waiver waiver) {
        return new Values()
                .text("rule", waiver.rule())
                .unlessEmpty("reason", waiver.reason())
                .done();
    }

    private static Json pipeline(Design design) {
        var values = new Values().text("name", design.name());
        if (design.type() != PipelineType.V2) {
            values.text("type", Words.of(design.type()));
        }
        if (design.mode() != ExecutionMode.SUPERSEDED) {
            values.text("mode", Words.of(design.mode()));
        }
        if (!design.role().equals(Origin.CREATE)) {
            values.put("role", origin(design.role()));
        }
        return values.each("variables", design.variables(), DesignWriter::variable)
                .each("triggers", design.triggers(), DesignWriter::trigger)
                .each("stores", design.stores(), DesignWriter::store)
                .each("stages", design.stages(), DesignWriter::stage)
                .map("tags", design.tags())
                .extras(design.extras())
                .done();
    }

    private static Json origin(Origin origin) {
        return switch (origin) {
            case Origin.Create() -> Json.of("create");
            case Origin.Existing(var identifier) ->
                    new Values().text("existing", identifier).done();
        };
    }

    private static Json variable(Variable variable) {
        return new Values()
                .text("name", variable.name())
                .maybe("default", variable.defaultValue())
                .unlessEmpty("description", variable.description())
                .done();
    }

    private static Json trigger(Trigger trigger) {
        return new Values()
                .text("source", trigger.source())
                .each(
                        "push",
                        trigger.push(),
                        push ->
                                patterns(
                                                patterns(
                                                        patterns(new Values(), "tags", push.tags()),
                                                        "branches",
                                                        push.branches()),
                                                "filePaths",
                                                push.filePaths())
                                        .done())
                .each(
                        "pullRequests",
                        trigger.pullRequests(),
                        request ->
                                patterns(
                                                patterns(
                                                        new Values()
                                                                .texts(
                                                                        "events",
                                                                        request.events().stream()
                                                                                .map(Words::of)
                                                                                .toList()),
                                                        "branches",
                                                        request.branches()),
                                                "filePaths",
                                                request.filePaths())
                                        .done())
                .extras(trigger.extras())
                .done();
    }

    private static Values patterns(Values values, String name, Patterns patterns) {
        return patterns.isEmpty()
                ? values
                : values.put(
                        name,
                        new Values()
                                .texts("includes", patterns.includes())
                                .texts("excludes", patterns.excludes())
                                .done());
    }

    private static Json store(ArtifactStore store) {
        return new Values()
                .unlessEmpty("region", store.region())
                .put("bucket", origin(store.bucket()))
                .put("key", key(store.key()))
                .extras(store.extras())
                .done();
    }

    private static Json key(EncryptionKey key) {
        return switch (key) {
            case EncryptionKey.Create() -> Json.of("create");
            case EncryptionKey.AwsManaged() -> Json.of("aws-managed");
            case EncryptionKey.Existing(var id) -> new Values().text("existing", id).done();
        };
    }

    private static Json stage(Stage stage) {
        var values = new Values().text("id", stage.id().value()).text("name", stage.name());
        if (stage.inbound() instanceof Transition.Closed(var reason)) {
            values.text("closed", reason);
        }
        return values.maybe("beforeEntry", stage.beforeEntry(), DesignWriter::condition)
                .each("actions", stage.actions(), DesignWriter::action)
                .maybe("onSuccess", stage.onSuccess(), DesignWriter::condition)
                .maybe("onFailure", stage.onFailure(), DesignWriter::onFailure)
                .extras(stage.extras())
                .done();
    }

    private static Json onFailure(OnFailure onFailure) {
        return new Values()
                .maybeWord("result", onFailure.result())
                .maybeWord("retry", onFailure.retryMode())
                .maybe("condition", onFailure.condition(), DesignWriter::condition)
                .extras(onFailure.extras())
                .done();
    }

    private static Json condition(Condition condition) {
        return new Values()
                .maybeWord("result", condition.result())
                .each("rules", condition.rules(), DesignWriter::rule)
                .extras(condition.extras())
                .done();
    }

    private static Json rule(ConditionRule rule) {
        return new Values()
                .text("name", rule.name())
                .text("provider", rule.provider())
                .unlessEmpty("version", rule.version().equals("1") ? "" : rule.version())
                .map("settings", rule.settings())
                .texts("commands", rule.commands())
                .texts("inputs", rule.inputs())
                .maybe("region", rule.region())
                .maybe("role", rule.roleArn())
                .maybeNumber("timeoutMinutes", rule.timeoutMinutes())
                .extras(rule.extras())
                .done();
    }

    private static Json action(Action action) {
        var values =
                new Values()
                        .text("id", action.id().value())
                        .text("name", action.name())
                        .put("type", type(action.type()));
        if (action.runOrder() != 1) {
            values.put("runOrder", Json.of(action.runOrder()));
        }
        return values.map("settings", action.settings())
                .texts("inputs", action.inputs())
                .each("outputs", action.outputs(), DesignWriter::output)
                .maybe("namespace", action.namespace())
                .maybe("environment", action.environment().map(EnvironmentId::value))
                .maybe("role", action.role(), DesignWriter::origin)
                .maybeNumber("timeoutMinutes", action.timeoutMinutes())
                .texts("commands", action.commands())
                .texts("outputVariables", action.outputVariables())
                .each(
                        "environmentVariables",
                        action.environmentVariables(),
                        DesignWriter::environmentVariable)
                .lines("notes", action.notes())
                .extras(action.extras())
                .done();
    }

    private static Json type(ActionType type) {
        return type.version().contains("/")
                ? new Values()
                        .text("category", type.category().word())
                        .text("owner", type.owner().word())
                        .text("provider", type.provider())
                        .text("version", type.version())
                        .done()
                : Json.of(type.path());
    }

    private static Json output(OutputArtifact output) {
        return output.files().isEmpty()
                ? Json.of(output.name())
                : new Values().text("name", output.name()).texts("files", output.files()).done();
    }

    private static Json environmentVariable(EnvironmentVariable variable) {
        var values = new Values().text("name", variable.name()).text("value", variable.value());
        if (variable.kind() != EnvironmentVariable.Kind.PLAINTEXT) {
            values.text("kind", Words.of(variable.kind()));
        }
        return values.done();
    }

    private static Json environment(Environment environment) {
        return new Values()
                .text("id", environment.id().value())
                .text("name", environment.name())
                .unlessEmpty("account", environment.account())
                .unlessEmpty("region", environment.region())
                .unlessEmpty("colour", environment.colour())
                .done();
    }

    private static Json companion(Companion companion) {
        var values = new Values().text("name", companion.name());
        values.text("kind", kind(companion));
        if (!companion.origin().equals(Origin.CREATE)) {
            values.put("origin", origin(companion.origin()));
        }
        values.maybe("environment", companion.environment().map(EnvironmentId::value));
        switch (companion) {
            case Companion.BuildProject project -> project(values, project);
            case Companion.Connection connection ->
                    values.text("providerType", connection.providerType());
            case Companion.Topic topic ->
                    values.each("subscriptions", topic.subscriptions(), DesignWriter::subscription);
            case Companion.Watch watch -> {
                values.each("subscriptions", watch.subscriptions(), DesignWriter::subscription);
                if (watch.slowMinutes() != 0) {
                    values.put("slowMinutes", Json.of(watch.slowMinutes()));
                }
            }
            case Companion.Repository repository -> {
                values.texts("movingTags", repository.movingTags());
                if (repository.keepImages() != 0) {
                    values.put("keepImages", Json.of(repository.keepImages()));
                }
                if (repository.ownKey()) {
                    values.put("ownKey", Json.of(true));
                }
            }
            case Companion.Deployment deployment -> DeploymentReader.write(values, deployment);
            case Companion.StackRole role ->
                    values.each(
                            "grants",
                            role.grants(),
                            g ->
                                    new Values()
                                            .texts("actions", g.actions())
                                            .texts("resources", g.resources())
                                            .unlessEmpty("why", g.why())
                                            .done());
        }
        return values.done();
    }

    private static Json subscription(Companion.Subscription subscription) {
        return new Values()
                .text("protocol", subscription.protocol())
                .text("endpoint", subscription.endpoint())
                .done();
    }

    private static String kind(Companion companion) {
        return switch (companion) {
            case Companion.BuildProject _ -> "build-project";
            case Companion.Connection _ -> "connection";
            case Companion.Topic _ -> "topic";
            case Companion.Watch _ -> "watch";
            case Companion.Repository _ -> "repository";
            case Companion.Deployment _ -> "deployment";
            case Companion.StackRole _ -> "stack-role";
        };
    }

    private static void project(Values values, Companion.BuildProject project) {
        values.text("environmentType", project.environmentType())
                .text("image", project.image())
                .text("computeType", project.computeType());
        if (project.privileged()) {
            values.put("privileged", Json.of(true));
        }
        values.put("timeoutMinutes", Json.of(project.timeoutMinutes()))
                .put("logRetentionDays", Json.of(project.logRetentionDays()));
        if (project.reports()) {
            values.put("reports", Json.of(true));
        }
        surroundings(values, project.surroundings());
        values.each("variables", project.variables(), DesignWriter::environmentVariable)
                .lines("buildspec", project.buildspec());
    }

    private static void surroundings(Values values, BuildSurroundings around) {
        values.maybe(
                "network",
                around.network(),
                n ->
                        new Values()
                                .text("vpc", n.vpc())
                                .texts("subnets", n.subnets())
                                .texts("securityGroups", n.securityGroups())
                                .done());
        switch (around.cache()) {
            case BuildSurroundings.Cache.None() -> {}
            case BuildSurroundings.Cache.InS3(var location) ->
                    values.put("cache", new Values().text("s3", location).done());
            case BuildSurroundings.Cache.Local(var modes) ->
                    values.put(
                            "cache",
                            new Values()
                                    .put(
                                            "local",
                                            Json.strings(modes.stream().map(Words::of).toList()))
                                    .done());
        }
        if (around.queuedMinutes() != BuildSurroundings.USUAL.queuedMinutes()) {
            values.put("queuedMinutes", Json.of(around.queuedMinutes()));
        }
    }
}
