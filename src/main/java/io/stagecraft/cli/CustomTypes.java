package io.stagecraft.cli;

import io.stagecraft.json.Json;
import io.stagecraft.json.TemplateText;
import io.stagecraft.json.UnreadableTemplate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads custom action types from a CloudFormation template, each as a data file of the catalogue.
///
/// @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-codepipeline-customactiontype.html">AWS::CodePipeline::CustomActionType</a>
final class CustomTypes {
    private static final String TYPE = "AWS::CodePipeline::CustomActionType";
    private static final String SOURCE =
            "https://docs.aws.amazon.com/codepipeline/latest/userguide/actions-create-custom-action.html";

    /// One of them.
    ///
    /// @param file how its data file is called
    record Found(String file, String content) {}

    private CustomTypes() {}

    /// Every custom action type of the template, in the order written.
    ///
    /// @param checked the day that the catalogue's own entry on custom types was read
    /// @throws UnreadableTemplate when it is no template
    static List<Found> in(String template, String checked) {
        return map(TemplateText.parse(template), "Resources").values().stream()
                .flatMap(r ->
                        r instanceof Map<?, ?> m && TYPE.equals(m.get("Type"))
                                ? Stream.of(m)
                                : Stream.empty())
                .map(r -> found(map(r, "Properties"), checked))
                .toList();
    }

    private static Found found(Map<?, ?> type, String checked) {
        var category = text(type, "Category").orElseThrow(() -> missing("Category"));
        var provider = text(type, "Provider").orElseThrow(() -> missing("Provider"));
        var version = text(type, "Version").orElse("1");
        var inputs = map(type, "InputArtifactDetails");
        var outputs = map(type, "OutputArtifactDetails");
        var doc =
                Doc.of()
                        .put(
                                "type",
                                Doc.of()
                                        .put("category", category)
                                        .put("owner", "Custom")
                                        .put("provider", provider)
                                        .put("version", version)
                                        .done())
                        .put("title", provider)
                        .put("summary", "Has a worker of your own do it.")
                        .put("icon", "puzzle")
                        .put("source", SOURCE)
                        .put("checked", checked)
                        .put("inputs", bounds(inputs))
                        .put("outputs", bounds(outputs))
                        .put("timeout", 1440)
                        .put("crossRegion", "no")
                        .put("crossAccount", "no")
                        .put("cost", "Not billed in V2 pipelines; the worker costs what it costs.")
                        .put("fields", Doc.list(properties(type), CustomTypes::field))
                        .put(
                                "permissions",
                                Doc.list(List.of(true, false), poll -> worker(category, poll)))
                        .put(
                                "drop",
                                drop(
                                        provider,
                                        number(inputs, "MinimumCount"),
                                        number(outputs, "MinimumCount")))
                        .put("play", Doc.of().put("minSeconds", 10).put("maxSeconds", 60).done());
        var file = (category + "-" + provider + "-" + version).toLowerCase(Locale.ROOT) + ".json";
        return new Found(file, doc.done().pretty());
    }

    private static Refused missing(String member) {
        return Refused.input("A custom action type has no " + member + " that is written out.");
    }

    private static Json bounds(Map<?, ?> details) {
        return Doc.of()
                .put("min", number(details, "MinimumCount"))
                .put("max", number(details, "MaximumCount"))
                .done();
    }

    private static Json drop(String name, int inputs, int outputs) {
        return Doc.of()
                .put("name", name)
                .put("inputs", inputs)
                .put(
                        "outputs",
                        Stream.iterate(1, n -> n + 1)
                                .limit(outputs)
                                .map(n -> name + "Output" + (n == 1 ? "" : n))
                                .toList())
                .done();
    }

    private static Json field(Map<?, ?> property) {
        var name = text(property, "Name").orElseThrow(() -> missing("Name of a property"));
        var doc =
                Doc.of()
                        .put("key", name)
                        .put("label", name)
                        .put("kind", kind(property))
                        .put(
                                "help",
                                text(property, "Description").orElse("A setting of your own."));
        if (isTrue(property, "Required")) {
            doc.put("required", "always");
        }
        if (isTrue(property, "Queryable")) {
            doc.put("pattern", "[A-Za-z0-9_-]{1,20}");
        }
        return doc.done();
    }

    private static String kind(Map<?, ?> property) {
        return isTrue(property, "Secret")
                ? "secret"
                : switch (text(property, "Type").orElse("String")) {
                    case "Number" -> "number";
                    case "Boolean" -> "flag";
                    default -> "text";
                };
    }

    private static Json worker(String category, boolean poll) {
        var doc =
                Doc.of()
                        .put("who", "job-worker")
                        .put(
                                "allow",
                                poll
                                        ? List.of("codepipeline:PollForJobs")
                                        : List.of(
                                                "codepipeline:AcknowledgeJob",
                                                "codepipeline:GetJobDetails",
                                                "codepipeline:PutJobSuccessResult",
                                                "codepipeline:PutJobFailureResult"))
                        .put(
                                "on",
                                poll
                                        ? "arn:{partition}:codepipeline:{home-region}:{home-account}:actiontype:Custom/"
                                                + category
                                                + "/{provider}/{version}"
                                        : "*")
                        .put(
                                "why",
                                poll ? "asks for jobs" : "takes jobs and reports how they went");
        if (!poll) {
            doc.put("unscoped", "CodePipeline's job calls know no resource.");
        }
        return doc.done();
    }

    private static List<Map<?, ?>> properties(Map<?, ?> type) {
        return type.get("ConfigurationProperties") instanceof List<?> list
                ? list.stream()
                        .<Map<?, ?>>flatMap(
                                p -> p instanceof Map<?, ?> m ? Stream.of(m) : Stream.empty())
                        .toList()
                : List.of();
    }

    private static Map<?, ?> map(Map<?, ?> of, String key) {
        return of.get(key) instanceof Map<?, ?> map ? map : Map.of();
    }

    private static Optional<String> text(Map<?, ?> of, String key) {
        return of.get(key) instanceof Object value
                        && !(value instanceof Map<?, ?>)
                        && !(value instanceof List<?>)
                ? Optional.of(value.toString())
                : Optional.empty();
    }

    private static int number(Map<?, ?> of, String key) {
        return text(of, key).filter(t -> t.matches("\\d{1,2}")).map(Integer::parseInt).orElse(0);
    }

    private static boolean isTrue(Map<?, ?> of, String key) {
        return text(of, key).filter("true"::equalsIgnoreCase).isPresent();
    }
}
