package io.stagecraft.export;

import io.stagecraft.blueprint.Resource;
import io.stagecraft.iam.Text;
import io.stagecraft.json.Json;
import io.stagecraft.json.UnreadableJson;
import io.stagecraft.model.Action;
import io.stagecraft.model.ActionType;
import io.stagecraft.model.Condition;
import io.stagecraft.model.ConditionRule;
import io.stagecraft.model.Design;
import io.stagecraft.model.Extras;
import io.stagecraft.model.OnFailure;
import io.stagecraft.model.OutputArtifact;
import io.stagecraft.model.Patterns;
import io.stagecraft.model.Stage;
import io.stagecraft.model.Trigger;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;

/// The pipeline's structure, in CloudFormation's spelling or in that of the API: the same members, another first letter.
///
/// @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-codepipeline-pipeline.html">CloudFormation</a>
/// @see <a href="https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_PipelineDeclaration.html">API</a>
final class PipelineBody {
    /// Whose spelling.
    enum Spelling {
        CLOUDFORMATION,
        API
    }

    private final Spelling spelling;
    private final Resource.Pipeline pipeline;
    private final Function<Text, Doc> texts;

    /// @param texts what becomes of a text that only deployment fills
    PipelineBody(Spelling spelling, Resource.Pipeline pipeline, Function<Text, Doc> texts) {
        this.spelling = spelling;
        this.pipeline = pipeline;
        this.texts = texts;
    }

    /// The members that both spellings have.
    Doc.Building members() {
        var design = pipeline.design();
        var body =
                new Doc.Building()
                        .put(k("Name"), design.name())
                        .put(k("PipelineType"), design.type().name())
                        .put(k("ExecutionMode"), design.mode().name())
                        .put(k("RoleArn"), texts.apply(pipeline.role()));
        stores(body);
        body.each(
                        k("Variables"),
                        design.variables(),
                        v ->
                                new Doc.Building()
                                        .put(k("Name"), v.name())
                                        .maybeText(k("DefaultValue"), v.defaultValue())
                                        .unlessEmpty(k("Description"), v.description())
                                        .done())
                .each(k("Triggers"), design.triggers(), this::trigger)
                .each(k("Stages"), design.stages(), this::stage);
        return extras(body, design.extras());
    }

    private void stores(Doc.Building body) {
        if (pipeline.stores().size() == 1) {
            body.put(k("ArtifactStore"), store(pipeline.stores().getFirst()));
        } else if (spelling == Spelling.CLOUDFORMATION) {
            body.each(
                    "ArtifactStores",
                    pipeline.stores(),
                    s ->
                            new Doc.Building()
                                    .put("Region", s.region())
                                    .put("ArtifactStore", store(s))
                                    .done());
        } else {
            var byRegion = new Doc.Building();
            pipeline.stores().forEach(s -> byRegion.put(s.region(), store(s)));
            body.put("artifactStores", byRegion.done());
        }
    }

    private Doc store(Resource.Store store) {
        return new Doc.Building()
                .put(k("Type"), "S3")
                .put(k("Location"), texts.apply(store.bucket()))
                .maybe(
                        k("EncryptionKey"),
                        store.encryptionKey()
                                .map(key ->
                                        new Doc.Building()
                                                .put(k("Id"), texts.apply(key))
                                                .put(k("Type"), "KMS")
                                                .done()))
                .done();
    }

    private Doc trigger(Trigger trigger) {
        var git =
                new Doc.Building()
                        .put(k("SourceActionName"), trigger.source())
                        .each(
                                k("Push"),
                                trigger.push(),
                                push ->
                                        new Doc.Building()
                                                .maybe(k("Tags"), patterns(push.tags()))
                                                .maybe(k("Branches"), patterns(push.branches()))
                                                .maybe(k("FilePaths"), patterns(push.filePaths()))
                                                .done())
                        .each(
                                k("PullRequest"),
                                trigger.pullRequests(),
                                request ->
                                        new Doc.Building()
                                                .strings(
                                                        k("Events"),
                                                        request.events().stream()
                                                                .map(Enum::name)
                                                                .toList())
                                                .maybe(k("Branches"), patterns(request.branches()))
                                                .maybe(
                                                        k("FilePaths"),
                                                        patterns(request.filePaths()))
                                                .done())
                        .done();
        return extras(
                        new Doc.Building()
                                .put(k("ProviderType"), Trigger.PROVIDER)
                                .put(k("GitConfiguration"), git),
                        trigger.extras())
                .done();
    }

    private Optional<Doc> patterns(Patterns patterns) {
        return patterns.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Doc.Building()
                                .strings(k("Includes"), patterns.includes())
                                .strings(k("Excludes"), patterns.excludes())
                                .done());
    }

    private Doc stage(Stage stage) {
        return extras(
                        new Doc.Building()
                                .put(k("Name"), stage.name())
                                .maybe(k("BeforeEntry"), stage.beforeEntry().map(this::conditions))
                                .put(
                                        k("Actions"),
                                        new Doc.Arr(
                                                stage.actions().stream()
                                                        .map(this::action)
                                                        .toList()))
                                .maybe(k("OnSuccess"), stage.onSuccess().map(this::conditions))
                                .maybe(k("OnFailure"), stage.onFailure().map(this::onFailure)),
                        stage.extras())
                .done();
    }

    private Doc action(Action action) {
        var resolved = pipeline.actions().get(action.id());
        var body =
                new Doc.Building()
                        .put(k("Name"), action.name())
                        .put(k("ActionTypeId"), type(action.type()))
                        .put(k("RunOrder"), Doc.of(action.runOrder()));
        if (resolved != null && !resolved.settings().isEmpty()) {
            var settings = new Doc.Building();
            resolved.settings().forEach((key, value) -> settings.put(key, texts.apply(value)));
            body.put(k("Configuration"), settings.done());
        }
        body.strings(k("Commands"), action.commands())
                .each(
                        k("EnvironmentVariables"),
                        action.environmentVariables(),
                        v ->
                                new Doc.Building()
                                        .put(k("Name"), v.name())
                                        .put(k("Value"), v.value())
                                        .put(k("Type"), v.kind().name())
                                        .done())
                .each(k("InputArtifacts"), action.inputs(), this::named)
                .each(k("OutputArtifacts"), action.outputs(), this::output)
                .strings(k("OutputVariables"), action.outputVariables())
                .maybeText(k("Namespace"), action.namespace())
                .maybeNumber(k("TimeoutInMinutes"), action.timeoutMinutes());
        if (resolved != null) {
            body.maybeText(k("Region"), resolved.region())
                    .maybe(k("RoleArn"), resolved.role().map(texts));
        }
        return extras(body, action.extras()).done();
    }

    private Doc type(ActionType type) {
        return new Doc.Building()
                .put(k("Category"), type.category().word())
                .put(k("Owner"), type.owner().word())
                .put(k("Provider"), type.provider())
                .put(k("Version"), type.version())
                .done();
    }

    private Doc named(String name) {
        return new Doc.Building().put(k("Name"), name).done();
    }

    private Doc output(OutputArtifact output) {
        return new Doc.Building()
                .put(k("Name"), output.name())
                .strings(k("Files"), output.files())
                .done();
    }

    private Doc onFailure(OnFailure onFailure) {
        return extras(
                        new Doc.Building()
                                .maybeText(k("Result"), onFailure.result().map(Enum::name))
                                .maybe(
                                        k("RetryConfiguration"),
                                        onFailure
                                                .retryMode()
                                                .map(mode ->
                                                        new Doc.Building()
                                                                .put(k("RetryMode"), mode.name())
                                                                .done()))
                                .maybe(
                                        k("Conditions"),
                                        onFailure
                                                .condition()
                                                .map(c -> new Doc.Arr(List.of(condition(c))))),
                        onFailure.extras())
                .done();
    }

    private Doc conditions(Condition condition) {
        return new Doc.Building()
                .put(k("Conditions"), new Doc.Arr(List.of(condition(condition))))
                .done();
    }

    private Doc condition(Condition condition) {
        return extras(
                        new Doc.Building()
                                .maybeText(k("Result"), condition.result().map(Enum::name))
                                .each(k("Rules"), condition.rules(), this::rule),
                        condition.extras())
                .done();
    }

    private Doc rule(ConditionRule rule) {
        var body =
                new Doc.Building()
                        .put(k("Name"), rule.name())
                        .put(
                                k("RuleTypeId"),
                                new Doc.Building()
                                        .put(k("Category"), "Rule")
                                        .put(k("Owner"), "AWS")
                                        .put(k("Provider"), rule.provider())
                                        .put(k("Version"), rule.version())
                                        .done())
                        .maybe(k("Configuration"), settings(rule.settings()))
                        .strings(k("Commands"), rule.commands())
                        .each(k("InputArtifacts"), rule.inputs(), this::named)
                        .maybeText(k("Region"), rule.region())
                        .maybeText(k("RoleArn"), rule.roleArn());
        if (spelling == Spelling.API) {
            body.maybeNumber("timeoutInMinutes", rule.timeoutMinutes());
        }
        return extras(body, rule.extras()).done();
    }

    private static Optional<Doc> settings(SequencedMap<String, String> settings) {
        var body = new Doc.Building();
        settings.forEach(body::put);
        return settings.isEmpty() ? Optional.empty() : Optional.of(body.done());
    }

    /// What an import brought along goes back only into the spelling it came in.
    private Doc.Building extras(Doc.Building body, Extras extras) {
        if (spelling == Spelling.API) {
            extras.members()
                    .forEach((name, json) -> {
                        if (!name.startsWith("/")) {
                            body.put(name, parsed(json));
                        }
                    });
        }
        return body;
    }

    private static Doc parsed(String json) {
        try {
            return Doc.of(Json.parse(json));
        } catch (UnreadableJson _) {
            return Doc.of(json);
        }
    }

    private String k(String name) {
        return spelling == Spelling.CLOUDFORMATION
                ? name
                : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /// Where in a design there are members that only the API knows, in words.
    static List<String> foreign(Design design) {
        var found = new java.util.ArrayList<String>();
        note(found, design.extras(), "the pipeline");
        design.triggers().forEach(t -> note(found, t.extras(), "the trigger on " + t.source()));
        for (var stage : design.stages()) {
            note(found, stage.extras(), "stage " + stage.name());
            stage.actions().forEach(a -> note(found, a.extras(), "action " + a.name()));
        }
        return found;
    }

    private static void note(List<String> found, Extras extras, String where) {
        extras.members().keySet().stream()
                .filter(name -> !name.startsWith("/"))
                .forEach(name -> found.add(name + " of " + where));
    }
}
