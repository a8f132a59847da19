package io.stagecraft.practice.line;

import io.stagecraft.practice.account.Thing;
import io.stagecraft.practice.wire.Shapes;

import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.codepipeline.model.PipelineDeclaration;
import software.amazon.awssdk.services.codepipeline.model.Tag;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A pipeline as CloudFormation writes it down, as the API's own structure.
///
/// @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-codepipeline-pipeline.html">AWS::CodePipeline::Pipeline</a>
final class FromTemplate {
    private FromTemplate() {}

    static PipelineDeclaration declaration(Thing thing) {
        var tree = new LinkedHashMap<String, Object>();
        map(lowered(thing.properties())).forEach((k, v) -> tree.put(k.toString(), v));
        tree.put("name", thing.name());
        if (thing.properties().get("ArtifactStores") instanceof List<?> stores) {
            var byRegion = new LinkedHashMap<String, Object>();
            for (var store : stores) {
                var entry = map(lowered(store));
                byRegion.put(String.valueOf(entry.get("region")), entry.get("artifactStore"));
            }
            tree.put("artifactStores", byRegion);
        }
        return Shapes.read(tree, PipelineDeclaration.builder()).build();
    }

    static List<Tag> tags(Thing thing) {
        return thing.properties().get("Tags") instanceof List<?> tags
                ? tags.stream()
                        .map(t -> map(t))
                        .map(t ->
                                Tag.builder()
                                        .key(String.valueOf(t.get("Key")))
                                        .value(String.valueOf(t.get("Value")))
                                        .build())
                        .toList()
                : List.of();
    }

    /// Stages into which the way starts closed, and why.
    static Map<String, String> closed(Thing thing) {
        var closed = new LinkedHashMap<String, String>();
        if (thing.properties().get("DisableInboundStageTransitions") instanceof List<?> stages) {
            stages.forEach(s ->
                    closed.put(
                            String.valueOf(map(s).get("StageName")),
                            String.valueOf(map(s).get("Reason"))));
        }
        return closed;
    }

    /// The same of any other thing whose properties have the API's names, but for their first letters.
    static <B extends SdkPojo> B read(Thing thing, B builder) {
        var tree = new LinkedHashMap<String, Object>();
        map(lowered(thing.properties())).forEach((k, v) -> tree.put(k.toString(), v));
        tree.putIfAbsent("name", thing.name());
        return Shapes.read(tree, builder);
    }

    private static Object lowered(Object tree) {
        return switch (tree) {
            case List<?> list -> list.stream().map(FromTemplate::lowered).toList();
            case Map<?, ?> map -> {
                var lowered = new LinkedHashMap<String, Object>();
                map.forEach((k, v) -> {
                    var key = k.toString();
                    lowered.put(
                            Character.toLowerCase(key.charAt(0)) + key.substring(1),
                            key.equals("Configuration") ? v : lowered(v));
                });
                yield lowered;
            }
            default -> tree;
        };
    }

    private static Map<?, ?> map(Object tree) {
        return tree instanceof Map<?, ?> map ? map : Map.of();
    }
}
