package io.stagecraft.export;

import io.stagecraft.blueprint.Resource;
import io.stagecraft.iam.Text;
import io.stagecraft.json.Json;
import io.stagecraft.json.UnreadableJson;
import io.stagecraft.model.Action;
import io.stagecraft.model.Condition;
import io.stagecraft.model.ConditionRule;
import io.stagecraft.model.OnFailure;
import io.stagecraft.model.Patterns;
import io.stagecraft.model.Stage;
import io.stagecraft.model.Transition;
import io.stagecraft.model.Trigger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// `aws_codepipeline`. What the provider has no argument for stands there as a comment, and is noted.
final class TerraformPipeline {
    private static final String REGION = "region";

    private final TerraformText text;
    private final Resource.Pipeline pipeline;
    private final List<String> notes;

    TerraformPipeline(TerraformText text, Resource.Pipeline pipeline, List<String> notes) {
        this.text = text;
        this.pipeline = pipeline;
        this.notes = notes;
    }

    /// @param after addresses of what must be there first
    Hcl body(List<String> after) {
        var design = pipeline.design();
        var body =
                new Hcl()
                        .attribute("name", Hcl.quoted(design.name()))
                        .attribute("role_arn", text.of(pipeline.role()))
                        .attribute("pipeline_type", Hcl.quoted(design.type().name()))
                        .attribute("execution_mode", Hcl.quoted(design.mode().name()));
        pipeline.stores().forEach(store -> body.block("artifact_store", store(store)));
        for (var variable : design.variables()) {
            var block = new Hcl().attribute("name", Hcl.quoted(variable.name()));
            variable.defaultValue()
                    .ifPresent(value -> block.attribute("default_value", Hcl.quoted(value)));
            if (!variable.description().isEmpty()) {
                block.attribute("description", Hcl.quoted(variable.description()));
            }
            body.block("variable", block);
        }
        design.triggers().forEach(trigger -> body.block("trigger", trigger(trigger)));
        design.stages().forEach(stage -> stage(body, stage));
        return body.list("depends_on", after);
    }

    private Hcl store(Resource.Store store) {
        var block =
                new Hcl()
                        .attribute("type", Hcl.quoted("S3"))
                        .attribute("location", text.of(store.bucket()));
        if (pipeline.stores().size() > 1) { // the provider refuses it for a single one
            block.attribute("region", Hcl.quoted(store.region()));
        }
        store.encryptionKey()
                .ifPresent(key ->
                        block.block(
                                "encryption_key",
                                new Hcl()
                                        .attribute("id", text.of(key))
                                        .attribute("type", Hcl.quoted("KMS"))));
        return block;
    }

    private static Hcl trigger(Trigger trigger) {
        var git = new Hcl().attribute("source_action_name", Hcl.quoted(trigger.source()));
        for (var push : trigger.push()) {
            var block = new Hcl();
            patterns(block, "tags", push.tags());
            patterns(block, "branches", push.branches());
            patterns(block, "file_paths", push.filePaths());
            git.block("push", block);
        }
        for (var request : trigger.pullRequests()) {
            var block =
                    new Hcl()
                            .list(
                                    "events",
                                    request.events().stream()
                                            .map(e -> Hcl.quoted(e.name()))
                                            .toList());
            patterns(block, "branches", request.branches());
            patterns(block, "file_paths", request.filePaths());
            git.block("pull_request", block);
        }
        return new Hcl()
                .attribute("provider_type", Hcl.quoted(Trigger.PROVIDER))
                .block("git_configuration", git);
    }

    private static void patterns(Hcl body, String name, Patterns patterns) {
        if (!patterns.isEmpty()) {
            body.block(
                    name,
                    new Hcl()
                            .list("includes", quoted(patterns.includes()))
                            .list("excludes", quoted(patterns.excludes())));
        }
    }

    private void stage(Hcl body, Stage stage) {
        if (stage.inbound() instanceof Transition.Closed(var reason)) {
            unsaid(
                    body,
                    "the closed transition into " + stage.name() + " (" + reason + ")",
                    "close it with `aws codepipeline disable-stage-transition`");
        }
        var block = new Hcl().attribute("name", Hcl.quoted(stage.name()));
        stage.beforeEntry().ifPresent(c -> block.block("before_entry", condition(c)));
        stage.actions().forEach(action -> action(block, action));
        stage.onSuccess().ifPresent(c -> block.block("on_success", condition(c)));
        stage.onFailure().ifPresent(f -> block.block("on_failure", onFailure(f)));
        body.block("stage", block);
    }

    private void action(Hcl stage, Action action) {
        var resolved = pipeline.actions().get(action.id());
        var type = action.type();
        unsaid(stage, action);
        var block =
                new Hcl()
                        .attribute("name", Hcl.quoted(action.name()))
                        .attribute("category", Hcl.quoted(type.category().word()))
                        .attribute("owner", Hcl.quoted(type.owner().word()))
                        .attribute("provider", Hcl.quoted(type.provider()))
                        .attribute("version", Hcl.quoted(type.version()))
                        .attribute("run_order", Integer.toString(action.runOrder()));
        if (resolved != null) {
            resolved.region()
                    .or(() -> namedHome(action))
                    .ifPresent(r -> block.attribute("region", Hcl.quoted(r)));
            resolved.role().ifPresent(r -> block.attribute("role_arn", text.of(r)));
        }
        action.namespace().ifPresent(n -> block.attribute("namespace", Hcl.quoted(n)));
        action.timeoutMinutes()
                .ifPresent(t -> block.attribute("timeout_in_minutes", Integer.toString(t)));
        block.list("input_artifacts", quoted(action.inputs()))
                .list("output_artifacts", quoted(action.outputNames()));
        if (resolved != null && !resolved.settings().isEmpty()) {
            var settings = new LinkedHashMap<String, List<String>>();
            resolved.settings().forEach((key, value) -> settings.put(key, setting(value)));
            block.attribute("configuration", Hcl.object(settings));
        }
        stage.block("action", block);
    }

    /// An action may name the pipeline's own region; imported ones do.
    private static Optional<String> namedHome(Action action) {
        return Optional.ofNullable(action.extras().foreign().get(REGION))
                .map(Foreign::parsed)
                .flatMap(j ->
                        j instanceof Json.Str(var name) ? Optional.of(name) : Optional.empty());
    }

    /// Whether a member that the model has no word for is written here.
    static boolean carries(Foreign.Owner owner, String way) {
        return owner.place().equals(Foreign.Owner.ACTION) && way.equals(REGION);
    }

    /// What provider 6.45 has no argument for.
    private void unsaid(Hcl stage, Action action) {
        var newer = "needs a newer provider: add it there by hand";
        if (!action.commands().isEmpty()) {
            unsaid(
                    stage,
                    "the commands of "
                            + action.name()
                            + " ("
                            + String.join("; ", action.commands())
                            + ")",
                    newer);
        }
        if (!action.outputVariables().isEmpty()) {
            unsaid(
                    stage,
                    "the output variables of "
                            + action.name()
                            + " ("
                            + String.join(", ", action.outputVariables())
                            + ")",
                    newer);
        }
        for (var output : action.outputs()) {
            if (!output.files().isEmpty()) {
                unsaid(
                        stage,
                        "the files of artifact "
                                + output.name()
                                + " ("
                                + String.join(", ", output.files())
                                + ")",
                        newer);
            }
        }
        for (var variable : action.environmentVariables()) {
            unsaid(
                    stage,
                    "the environment variable " + variable.name() + " of " + action.name(),
                    "set it with `aws codepipeline update-pipeline`");
        }
    }

    private void unsaid(Hcl body, String what, String todo) {
        body.remark("No argument for " + what + ": " + todo + ".");
        notes.add("Terraform's provider has no argument for " + what + ": " + todo + ".");
    }

    private List<String> setting(Text value) {
        if (value.isLiteral()) {
            var letters = value.shown();
            if (letters.startsWith("{") || letters.startsWith("[")) {
                try {
                    var json = Json.parse(letters);
                    if (TerraformText.survivesEncoding(json, letters)) {
                        var encoded = new ArrayList<>(text.of(Doc.of(json)));
                        encoded.set(0, "jsonencode(" + encoded.getFirst());
                        encoded.set(encoded.size() - 1, encoded.getLast() + ")");
                        return encoded;
                    }
                } catch (UnreadableJson _) {
                    return List.of(Hcl.quoted(letters));
                }
            }
        }
        return List.of(text.of(value));
    }

    private Hcl onFailure(OnFailure onFailure) {
        var block = new Hcl();
        onFailure.result().ifPresent(r -> block.attribute("result", Hcl.quoted(r.name())));
        onFailure
                .retryMode()
                .ifPresent(mode ->
                        block.block(
                                "retry_configuration",
                                new Hcl().attribute("retry_mode", Hcl.quoted(mode.name()))));
        onFailure.condition().ifPresent(c -> block.block("condition", rules(c)));
        return block;
    }

    private Hcl condition(Condition condition) {
        return new Hcl().block("condition", rules(condition));
    }

    private Hcl rules(Condition condition) {
        var block = new Hcl();
        condition.result().ifPresent(r -> block.attribute("result", Hcl.quoted(r.name())));
        condition.rules().forEach(rule -> block.block("rule", rule(rule)));
        return block;
    }

    private Hcl rule(ConditionRule rule) {
        var block = new Hcl().attribute("name", Hcl.quoted(rule.name()));
        rule.region().ifPresent(r -> block.attribute("region", Hcl.quoted(r)));
        rule.roleArn().ifPresent(r -> block.attribute("role_arn", Hcl.quoted(r)));
        rule.timeoutMinutes()
                .ifPresent(t -> block.attribute("timeout_in_minutes", Integer.toString(t)));
        block.list("commands", quoted(rule.commands()))
                .list("input_artifacts", quoted(rule.inputs()));
        if (!rule.settings().isEmpty()) {
            var settings = new LinkedHashMap<String, List<String>>();
            pipeline.rules()
                    .getOrDefault(rule, new LinkedHashMap<>())
                    .forEach((key, value) -> settings.put(key, setting(value)));
            block.attribute("configuration", Hcl.object(settings));
        }
        return block.block(
                "rule_type_id",
                new Hcl()
                        .attribute("category", Hcl.quoted("Rule"))
                        .attribute("owner", Hcl.quoted("AWS"))
                        .attribute("provider", Hcl.quoted(rule.provider()))
                        .attribute("version", Hcl.quoted(rule.version())));
    }

    private static List<String> quoted(List<String> texts) {
        return texts.stream().map(Hcl::quoted).toList();
    }
}
