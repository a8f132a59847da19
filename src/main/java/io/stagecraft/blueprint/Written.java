package io.stagecraft.blueprint;

import io.stagecraft.iam.Text;
import io.stagecraft.model.BuildSurroundings;
import io.stagecraft.model.Companion;
import io.stagecraft.model.Condition;
import io.stagecraft.model.ConditionRule;
import io.stagecraft.model.DeploymentTarget;
import io.stagecraft.model.Design;
import io.stagecraft.model.OnFailure;
import io.stagecraft.model.Patterns;
import io.stagecraft.model.Placeholder;
import io.stagecraft.model.Stage;
import io.stagecraft.model.Trigger;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/// The placeholders that a person wrote into what becomes a stack. Commands and build specifications have none: their `${…}` is
/// the shell's.
final class Written {
    private Written() {}

    /// The names that whoever deploys has to give, in the order written, each with the forms that stand in the design.
    static SequencedMap<String, Set<String>> asked(Design design, StackPlan stack) {
        var asked = new LinkedHashMap<String, Set<String>>();
        Stream.of(
                        stack.resources().stream().flatMap(Written::texts),
                        stack.outputs().stream().flatMap(o -> letters(o.value())),
                        design.tags().values().stream())
                .flatMap(texts -> texts)
                .flatMap(text -> Placeholder.in(text).stream())
                .forEach(piece -> {
                    if (piece instanceof Placeholder.Asked(var written, var name)) {
                        asked.computeIfAbsent(name, _ -> new LinkedHashSet<>()).add(written);
                    }
                });
        return asked;
    }

    private static Stream<String> texts(Resource resource) {
        return Stream.concat(Mentioned.texts(resource).flatMap(Written::letters), plain(resource));
    }

    private static Stream<String> letters(Text text) {
        return text.parts().stream()
                .filter(Text.Literal.class::isInstance)
                .map(part -> ((Text.Literal) part).text());
    }

    /// What reaches a template as it was written.
    private static Stream<String> plain(Resource resource) {
        return switch (resource) {
            case Resource.EncryptionKey key -> Stream.of(key.description(), key.alias());
            case Resource.Role role ->
                    Stream.concat(role.name().stream(), Stream.of(role.description()));
            case Resource.BuildProject project -> project(project.project());
            case Resource.Connection c -> Stream.of(c.name(), c.providerType());
            case Resource.Topic topic ->
                    topic.subscriptions().stream()
                            .flatMap(s -> Stream.of(s.protocol(), s.endpoint()));
            case Resource.Repository r ->
                    Stream.concat(r.movingTags().stream(), Stream.of(r.lifecycle()));
            case Resource.DeployApplication a -> Stream.of(a.name());
            case Resource.DeployPace pace -> Stream.of(pace.name());
            case Resource.DeployGroup group ->
                    Stream.concat(Stream.of(group.name()), target(group.target()));
            case Resource.BusAccess access -> Stream.of(access.statement());
            case Resource.StartRule rule -> Stream.of(rule.description());
            case Resource.Notice n -> Stream.of(n.name(), n.description());
            case Resource.Alarm a -> Stream.of(a.name(), a.description(), a.dimension().getValue());
            case Resource.Dashboard dashboard -> Stream.of(dashboard.name());
            case Resource.Pipeline pipeline -> pipeline(pipeline);
            case Resource.ArtifactBucket _, Resource.LogGroup _ -> Stream.empty();
        };
    }

    private static Stream<String> project(Companion.BuildProject project) {
        var around = project.surroundings();
        return Stream.of(
                        Stream.of(project.environmentType(), project.computeType()),
                        project.variables().stream().flatMap(v -> Stream.of(v.name(), v.value())),
                        around.network().stream()
                                .flatMap(n ->
                                        Stream.of(List.of(n.vpc()), n.subnets(), n.securityGroups())
                                                .flatMap(Collection::stream)),
                        around.cache() instanceof BuildSurroundings.Cache.InS3(var location)
                                ? Stream.of(location)
                                : Stream.<String>empty())
                .flatMap(texts -> texts);
    }

    private static Stream<String> target(DeploymentTarget target) {
        return target instanceof DeploymentTarget.Instances i
                ? Stream.of(
                                i.tags().keySet(),
                                i.tags().values(),
                                i.autoScalingGroups(),
                                List.of(i.targetGroup()))
                        .flatMap(Collection::stream)
                : Stream.empty();
    }

    private static Stream<String> pipeline(Resource.Pipeline pipeline) {
        var design = pipeline.design();
        return Stream.of(
                        Stream.of(design.name()),
                        design.variables().stream()
                                .flatMap(v ->
                                        Stream.concat(
                                                Stream.of(v.name(), v.description()),
                                                v.defaultValue().stream())),
                        pipeline.stores().stream().map(Resource.Store::region),
                        pipeline.actions().values().stream().flatMap(a -> a.region().stream()),
                        design.triggers().stream().flatMap(Written::trigger),
                        design.stages().stream().flatMap(Written::stage),
                        design.extras().foreign().values().stream())
                .flatMap(texts -> texts);
    }

    private static Stream<String> trigger(Trigger trigger) {
        var patterns =
                Stream.concat(
                        trigger.push().stream()
                                .flatMap(p -> Stream.of(p.tags(), p.branches(), p.filePaths())),
                        trigger.pullRequests().stream()
                                .flatMap(p -> Stream.of(p.branches(), p.filePaths())));
        return Stream.concat(
                Stream.of(trigger.source()),
                patterns.map(Patterns.class::cast)
                        .flatMap(p -> Stream.of(p.includes(), p.excludes()))
                        .flatMap(Collection::stream));
    }

    private static Stream<String> stage(Stage stage) {
        var conditions =
                Stream.of(
                                stage.beforeEntry(),
                                stage.onSuccess(),
                                stage.onFailure().flatMap(OnFailure::condition))
                        .flatMap(Optional::stream);
        return Stream.of(
                        Stream.of(stage.name()),
                        stage.extras().foreign().values().stream(),
                        conditions
                                .map(Condition::rules)
                                .flatMap(List::stream)
                                .flatMap(Written::rule),
                        stage.actions().stream()
                                .flatMap(a ->
                                        Stream.of(
                                                        List.of(
                                                                a.name(),
                                                                a.type().provider(),
                                                                a.type().version()),
                                                        a.inputs(),
                                                        a.outputNames(),
                                                        a.outputs().stream()
                                                                .flatMap(o -> o.files().stream())
                                                                .toList(),
                                                        a.namespace().stream().toList(),
                                                        a.environmentVariables().stream()
                                                                .flatMap(v ->
                                                                        Stream.of(
                                                                                v.name(),
                                                                                v.value()))
                                                                .toList(),
                                                        a.extras().foreign().values())
                                                .flatMap(Collection::stream)))
                .flatMap(texts -> texts);
    }

    private static Stream<String> rule(ConditionRule rule) {
        return Stream.of(
                        List.of(rule.name(), rule.provider(), rule.version()),
                        rule.inputs(),
                        rule.region().stream().toList(),
                        rule.roleArn().stream().toList())
                .flatMap(Collection::stream);
    }
}
