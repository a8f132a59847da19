package io.stagecraft.importer;

import io.stagecraft.importer.PolicyFile.Place;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Values of a template with its functions worked out as far as the template alone tells: what only a deployment gives gets
/// the logical id for a name.
final class TemplateValues {
    private static final Pattern SLOT = Pattern.compile("\\$\\{([^!}][^}]*)}");

    /// How the ARN of a type begins after the partition, and which property names it. `@` is region and account.
    private record Kind(String arn, String name) {}

    private static final Map<String, Kind> KINDS =
            Map.ofEntries(
                    Map.entry("AWS::S3::Bucket", new Kind("s3:::", "BucketName")),
                    Map.entry("AWS::KMS::Key", new Kind("kms:@key/", "")),
                    Map.entry("AWS::IAM::Role", new Kind("iam::#role/", "RoleName")),
                    Map.entry("AWS::CodeBuild::Project", new Kind("codebuild:@project/", "Name")),
                    Map.entry("AWS::CodePipeline::Pipeline", new Kind("codepipeline:@", "Name")),
                    Map.entry("AWS::SNS::Topic", new Kind("sns:@", "TopicName")),
                    Map.entry(
                            "AWS::Lambda::Function", new Kind("lambda:@function:", "FunctionName")),
                    Map.entry(
                            "AWS::ECR::Repository", new Kind("ecr:@repository/", "RepositoryName")),
                    Map.entry(
                            "AWS::CodeCommit::Repository",
                            new Kind("codecommit:@", "RepositoryName")),
                    Map.entry(
                            "AWS::StepFunctions::StateMachine",
                            new Kind("states:@stateMachine:", "StateMachineName")),
                    Map.entry(
                            "AWS::CodeConnections::Connection",
                            new Kind("codeconnections:@connection/", "")),
                    Map.entry(
                            "AWS::CodeStarConnections::Connection",
                            new Kind("codestar-connections:@connection/", "")),
                    Map.entry("AWS::Logs::LogGroup", new Kind("logs:@log-group:", "LogGroupName")));

    /// Types whose `Ref` is their ARN.
    private static final List<String> REF_IS_ARN =
            List.of(
                    "AWS::SNS::Topic",
                    "AWS::StepFunctions::StateMachine",
                    "AWS::CodeConnections::Connection",
                    "AWS::CodeStarConnections::Connection");

    private final Map<String, Object> parameters;
    private final Map<String, Map<String, Object>> resources;
    private final Place place;

    TemplateValues(
            Map<String, Object> parameters,
            Map<String, Map<String, Object>> resources,
            Place place) {
        this.parameters = parameters;
        this.resources = resources;
        this.place = place;
    }

    String text(@Nullable Object tree) {
        return String.valueOf(value(tree));
    }

    Object value(@Nullable Object tree) {
        return switch (tree) {
            case null -> "";
            case List<?> list -> list.stream().map(this::value).toList();
            case Map<?, ?> map when map.size() == 1 && function(map).isPresent() ->
                    function(map).get();
            case Map<?, ?> map -> {
                var all = new LinkedHashMap<String, Object>();
                map.forEach((k, v) -> all.put(String.valueOf(k), value(v)));
                yield all;
            }
            default -> tree;
        };
    }

    private Optional<Object> function(Map<?, ?> map) {
        var given = map.values().iterator().next();
        return switch (String.valueOf(map.keySet().iterator().next())) {
            case "Ref" -> Optional.of(ref(String.valueOf(given)));
            case "Fn::GetAtt" -> Optional.of(attribute(given));
            case "Fn::Sub" -> Optional.of(substituted(given));
            case "Fn::Join" ->
                    parts(given, 2)
                            .map(p ->
                                    ((List<?>) p.get(1))
                                            .stream()
                                                    .map(this::text)
                                                    .collect(
                                                            Collectors.joining(
                                                                    text(p.getFirst()))));
            // the condition is settled on deployment: its first branch stands for both
            case "Fn::If" -> parts(given, 3).map(p -> value(p.get(1)));
            case "Fn::Select" ->
                    parts(given, 2)
                            .filter(p -> value(p.get(1)) instanceof List<?>)
                            .map(p -> ((List<?>) value(p.get(1))).getFirst());
            case "Fn::ImportValue" -> Optional.of("imported");
            default -> Optional.empty();
        };
    }

    private static Optional<List<?>> parts(Object given, int count) {
        return given instanceof List<?> list
                        && list.size() == count
                        && (count == 3
                                || list.get(1) instanceof List<?>
                                || list.get(1) instanceof Map<?, ?>)
                ? Optional.of(list)
                : Optional.empty();
    }

    private String ref(String name) {
        return switch (name) {
            case "AWS::Partition" -> place.partition();
            case "AWS::Region" -> place.region();
            case "AWS::AccountId" -> place.account();
            case "AWS::URLSuffix" -> "amazonaws.com";
            default ->
                    parameters.get(name) instanceof Map<?, ?> p && p.get("Default") != null
                            ? String.valueOf(p.get("Default"))
                            : REF_IS_ARN.contains(type(name)) ? arn(name) : called(name);
        };
    }

    private String attribute(Object given) {
        var parts =
                given instanceof List<?> list
                        ? list.stream().map(String::valueOf).toList()
                        : List.of(String.valueOf(given).split("\\.", 2));
        return parts.size() == 2
                        && Stream.of("Arn", "TopicArn", "ConnectionArn")
                                .anyMatch(parts.get(1)::equals)
                ? arn(parts.getFirst())
                        + (type(parts.getFirst()).equals("AWS::Logs::LogGroup") ? ":*" : "")
                : called(parts.getFirst());
    }

    private String substituted(Object given) {
        var list = given instanceof List<?> l ? l : List.of(given);
        var own = list.size() == 2 && list.get(1) instanceof Map<?, ?> m ? m : Map.of();
        return SLOT.matcher(String.valueOf(list.getFirst()))
                .replaceAll(m -> Matcher.quoteReplacement(slot(m.group(1), own)));
    }

    private String slot(String name, Map<?, ?> own) {
        if (own.containsKey(name)) {
            return text(own.get(name));
        }
        return name.contains(".") ? attribute(name) : ref(name);
    }

    private String type(String id) {
        return String.valueOf(resources.getOrDefault(id, Map.of()).get("Type"));
    }

    private String called(String id) {
        var kind = KINDS.get(type(id));
        var properties = resources.getOrDefault(id, Map.of()).get("Properties");
        var name = kind != null && properties instanceof Map<?, ?> p ? p.get(kind.name()) : null;
        return name == null ? id.toLowerCase(Locale.ROOT) : text(name);
    }

    private String arn(String id) {
        var kind = KINDS.get(type(id));
        var start = kind == null ? service(type(id)) + ":@" : kind.arn();
        return "arn:"
                + place.partition()
                + ":"
                + start.replace("@", place.region() + ":" + place.account() + ":")
                        .replace("#", place.account() + ":")
                + called(id);
    }

    /// `AWS::Kinesis::Stream` gives `kinesis`.
    private static String service(String type) {
        var parts = type.split("::");
        return parts.length == 3 ? parts[1].toLowerCase(Locale.ROOT) : "unknown";
    }
}
