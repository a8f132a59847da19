package io.stagecraft.export;

import io.stagecraft.blueprint.Resource;
import io.stagecraft.iam.Text;
import io.stagecraft.model.Action;
import io.stagecraft.model.ActionType;
import io.stagecraft.model.OutputArtifact;
import io.stagecraft.model.Patterns;
import io.stagecraft.model.Stage;
import io.stagecraft.model.Trigger;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The pipeline's structure, in CloudFormation's spelling or in that of the API: the same members, another first letter.
///
/// @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-codepipeline-pipeline.html">CloudFormation</a>
/// @see <a href="https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_PipelineDeclaration.html">API</a>
final class PipelineBody {
    /// Kept from an import where it named the pipeline's own region; an action that was moved since has another.
    private static final String REGION = "region";

    private final Spelling spelling;
    private final ConditionsBody conditions;
    private final Resource.Pipeline pipeline;
    private final Function<Text, Doc> texts;

    /// @param texts what becomes of a text that only deployment fills
    PipelineBody(Spelling spelling, Resource.Pipeline pipeline, Function<Text, Doc> texts) {
        this.spelling = spelling;
        this.conditions = new ConditionsBody(spelling, pipeline, texts);
        this.pipeline = pipeline;
        this.texts = texts;
    }

    /// The members that both spellings have.
    Doc.Building members() {
        return Doc.Building.from(whole());
    }

    private Doc.Obj whole() {
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
        return spelling.with(body, Foreign.Owner.pipeline(design.extras()));
    }

    private void stores(Doc.Building body) {
        if (pipeline.stores().size() == 1 && pipeline.stores().getFirst().region().isEmpty()) {
            body.put(k("ArtifactStore"), store(pipeline.stores().getFirst()));
        } else if (spelling.isCloudFormation()) {
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
        var body =
                new Doc.Building()
                        .put(k("Type"), "S3")
                        .put(k("Location"), texts.apply(store.bucket()))
                        .maybe(
                                k("EncryptionKey"),
                                store.encryptionKey()
                                        .map(key ->
                                                new Doc.Building()
                                                        .put(k("Id"), texts.apply(key))
                                                        .put(k("Type"), "KMS")
                                                        .done()));
        return spelling.with(
                body,
                new Foreign.Owner(List.of("ArtifactStore"), "the artifact store", store.extras()));
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
        return spelling.with(
                new Doc.Building()
                        .put(k("ProviderType"), Trigger.PROVIDER)
                        .put(k("GitConfiguration"), git),
                Foreign.Owner.of(trigger));
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
        return spelling.with(
                new Doc.Building()
                        .put(k("Name"), stage.name())
                        .maybe(
                                k("BeforeEntry"),
                                stage.beforeEntry().map(c -> conditions.entry(stage, c)))
                        .put(
                                k("Actions"),
                                new Doc.Arr(stage.actions().stream().map(this::action).toList()))
                        .maybe(
                                k("OnSuccess"),
                                stage.onSuccess().map(c -> conditions.success(stage, c)))
                        .maybe(
                                k("OnFailure"),
                                stage.onFailure().map(f -> conditions.failure(stage, f))),
                Foreign.Owner.of(stage));
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
        var owner = Foreign.Owner.of(action);
        if (resolved != null) {
            owner = resolved.region().isPresent() ? owner.without(REGION) : owner;
            body.maybeText(k("Region"), resolved.region())
                    .maybe(k("RoleArn"), resolved.role().map(texts));
        }
        return spelling.with(body, owner);
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
        return spelling.named(name);
    }

    private Doc output(OutputArtifact output) {
        return new Doc.Building()
                .put(k("Name"), output.name())
                .strings(k("Files"), output.files())
                .done();
    }

    private String k(String name) {
        return spelling.of(name);
    }
}
