package io.stagecraft.practice.line;

import io.stagecraft.catalog.FieldSpec;
import io.stagecraft.catalog.HandedOn;
import io.stagecraft.catalog.Play;
import io.stagecraft.iam.ActionContext;
import io.stagecraft.iam.Text;
import io.stagecraft.model.EnvironmentVariable;
import io.stagecraft.model.images.ImageUses;
import io.stagecraft.model.images.ImageUses.Way;
import io.stagecraft.practice.account.Holdings;
import io.stagecraft.practice.account.Thing;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.codepipeline.model.ArtifactStore;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What the permissions of an action or a rule depend on, as it is deployed.
final class Circumstances {
    private final Holdings holdings;
    private final Targets targets;

    Circumstances(Holdings holdings, Targets targets) {
        this.holdings = holdings;
        this.targets = targets;
    }

    /// @param fields of its type
    ActionContext of(Work work, Play play, List<FieldSpec> fields) {
        var pipeline = work.pipeline();
        var store = pipeline.store(work.region()).map(this::store);
        return new ActionContext(
                pipeline.name(),
                work.stage(),
                work.name(),
                place(pipeline.region),
                place(work.region()),
                texts(work.settings()),
                work.inputs(),
                work.outputs(),
                store,
                work.region().equals(pipeline.region)
                        ? Optional.empty()
                        : pipeline.store(pipeline.region).map(this::store),
                play.part() == Play.Part.RUNS_BUILD
                        ? targets.first(play, work)
                                .map(project ->
                                        known(HandedOn.of(fields, work.settings()), project))
                        : Optional.empty(),
                List.of(),
                sources(work),
                targets.text(play, work, "DeploymentConfigName"));
    }

    private static List<SequencedMap<String, Text>> sources(Work work) {
        return work.execution().declaration.stages().stream()
                .flatMap(s -> s.actions().stream())
                .filter(a ->
                        a.outputArtifacts().stream()
                                .anyMatch(o -> work.inputs().contains(o.name())))
                .map(a -> texts(a.configuration()))
                .toList();
    }

    private static SequencedMap<String, Text> texts(Map<String, String> settings) {
        var texts = new LinkedHashMap<String, Text>();
        settings.forEach((k, v) -> texts.put(k, Text.of(v)));
        return texts;
    }

    private static ActionContext.Place place(String region) {
        return ActionContext.Place.of(Holdings.PARTITION, region, Holdings.ACCOUNT);
    }

    private ActionContext.Store store(ArtifactStore store) {
        return new ActionContext.Store(
                Text.of("arn:" + Holdings.PARTITION + ":s3:::" + store.location()),
                Text.of(Holdings.ACCOUNT),
                Optional.ofNullable(store.encryptionKey())
                        .map(k -> ActionContext.Key.of(Text.of(keyArn(k.id())))));
    }

    /// A key's ARN, whether it is named by ARN, id or alias.
    private String keyArn(String id) {
        var alias =
                holdings.of("AWS::KMS::Alias")
                        .filter(a -> a.arn().equals(id) || a.name().equals(id))
                        .flatMap(a -> a.text("TargetKeyId").stream())
                        .findFirst();
        var key = alias.orElse(id);
        return holdings.of("AWS::KMS::Key")
                .filter(k -> k.arn().equals(key) || k.id().equals(key))
                .map(Thing::arn)
                .findFirst()
                .orElse(key);
    }

    private ActionContext.Project known(HandedOn handed, Thing project) {
        var features = new TreeSet<String>();
        if (project.properties().containsKey("VpcConfig")) {
            features.add("vpc");
        }
        if (project.properties().containsKey("BuildBatchConfig")) {
            features.add("batch");
        }
        if (Buildspec.of(project).hasReports()) {
            features.add("reports");
        }
        var cache = member(project.properties(), "Cache");
        var inS3 = "S3".equals(cache.get("Type"));
        if (inS3) {
            features.add("cache");
        }
        var image = BuildImage.of(project).filter(BuildImage::byRole).map(BuildImage::repository);
        if (image.isPresent()) {
            features.add("private-image");
        }
        var images = images(handed, project);
        var pushesTo = told(images, Way.PUSH);
        if (!pushesTo.isEmpty()) {
            features.add("pushes-image");
        }
        var pullsFrom = told(images, Way.PULL);
        if (!pullsFrom.isEmpty()) {
            features.add("pulls-image");
        }
        var network = member(project.properties(), "VpcConfig");
        return new ActionContext.Project(
                Set.copyOf(features),
                variables(project),
                texts(network.get("Subnets")),
                texts(network.get("SecurityGroupIds")),
                Optional.ofNullable(cache.get("Location")).filter(_ -> inS3).map(String::valueOf),
                image.map(Text::of),
                pushesTo,
                pullsFrom);
    }

    private static ImageUses images(HandedOn handed, Thing project) {
        var variables = Stream.concat(variables(project).stream(), handed.variables().stream());
        return ImageUses.of(
                handed.buildspec().or(() -> Buildspec.text(project)).orElse(""),
                variables.toList(),
                project.region());
    }

    /// Those of the account's own repositories.
    private List<ActionContext.Told> told(ImageUses images, Way way) {
        return holdings.of("AWS::ECR::Repository")
                .flatMap(r ->
                        images.in(Holdings.ACCOUNT, r.region(), r.name())
                                .filter(use -> use.way() == way)
                                .map(use -> new ActionContext.Told(Text.of(r.arn()), use.readIn())))
                .toList();
    }

    private static Map<?, ?> member(Map<?, ?> of, String name) {
        return of.get(name) instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<String> texts(@Nullable Object list) {
        return list instanceof List<?> l ? l.stream().map(String::valueOf).toList() : List.of();
    }

    private static List<EnvironmentVariable> variables(Thing project) {
        if (!(project.properties().get("Environment") instanceof Map<?, ?> environment)
                || !(environment.get("EnvironmentVariables") instanceof List<?> list)) {
            return List.of();
        }
        return list.stream()
                .filter(Map.class::isInstance)
                .map(v -> (Map<?, ?>) v)
                .map(v ->
                        new EnvironmentVariable(
                                String.valueOf(v.get("Name")),
                                String.valueOf(v.get("Value")),
                                EnvironmentVariable.Kind.valueOf(
                                        v.containsKey("Type")
                                                ? String.valueOf(v.get("Type"))
                                                : "PLAINTEXT")))
                .toList();
    }
}
