package io.stagecraft.export;

import io.stagecraft.blueprint.Resource;
import io.stagecraft.blueprint.StackPlan;
import io.stagecraft.iam.Text;
import io.stagecraft.json.Json;
import io.stagecraft.model.Placeholder;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Texts of one stack as Terraform expressions, and the names its resources have there.
final class TerraformText {
    /// Arguments whose `${…}` is a shell's or CodeBuild's, facts aside.
    private static final Set<String> COMMANDS = Set.of("commands", "buildspec", "input_template");

    private static final Pattern HOLE = Pattern.compile("\\$\\$?\\$\\{(?:[^{}\"]|(?<=\\\\)\")*}");

    /// A text that is a reference and nothing else; a quote behind a backslash is a letter of a longer one.
    private static final Pattern ALONE =
            Pattern.compile("(?<!\\\\)\"\\$\\{((?:var|data)\\.[a-z0-9_.]+)}\"(?! *=)");

    private final Map<String, Resource> resources = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> surroundings = new TreeSet<>();
    private final StackPlan stack;

    TerraformText(StackPlan stack) {
        this.stack = stack;
        var taken = new HashSet<String>();
        for (var resource : stack.resources()) {
            var name = snake(resource.key());
            while (!taken.add(name)) {
                name += "_2";
            }
            resources.put(resource.key(), resource);
            names.put(resource.key(), name);
        }
    }

    /// `OrdersBuildProject` is `orders_build_project`.
    static String snake(String key) {
        return key.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_")
                .toLowerCase(Locale.ROOT);
    }

    /// The data sources that were needed so far, such as `aws_region`.
    Set<String> surroundings() {
        return surroundings;
    }

    String name(String key) {
        var name = names.get(key);
        if (name == null) {
            throw new IllegalStateException("no resource of the stack is called " + key);
        }
        return name;
    }

    /// `aws_kms_key.artifact_key`: how other resources point at this one.
    String address(String key) {
        var name = name(key);
        return type(key) + "." + name;
    }

    String of(Text text) {
        if (text.isLiteral()) {
            return Hcl.quoted(text.shown());
        }
        if (text.parts().size() == 1) {
            return reference(text.parts().getFirst());
        }
        var quoted = new StringBuilder("\"");
        for (var part : text.parts()) {
            quoted.append(
                    part instanceof Text.Literal(var letters)
                            ? Hcl.escaped(letters)
                            : "${" + reference(part) + "}");
        }
        return quoted.append('"').toString();
    }

    private String reference(Text.Part part) {
        return switch (part) {
            case Text.Literal(var letters) -> Hcl.quoted(letters);
            case Text.Parameter(var name) -> "var." + snake(name);
            case Text.Pseudo(var here) ->
                    switch (here) {
                        case PARTITION -> here("aws_partition", "partition");
                        case REGION -> here("aws_region", "region");
                        case ACCOUNT -> here("aws_caller_identity", "account_id");
                        case SUFFIX -> here("aws_partition", "dns_suffix");
                    };
            case Text.Attribute(var key, var of) -> address(key) + "." + attribute(key, of);
        };
    }

    /// `body` with the placeholders filled in that a person wrote; so far they stand there as letters.
    Hcl filled(Hcl body) {
        return filled(body, this::reference);
    }

    /// The same where no data source may be asked, since it would ask the provider that is declared here.
    Hcl filledWithoutData(Hcl body) {
        return filled(
                body,
                piece ->
                        piece instanceof Placeholder.Asked
                                ? reference(piece)
                                : known(piece).map(Hcl::quoted).orElse(""));
    }

    private Optional<String> known(Placeholder piece) {
        var there = stack.environment();
        return switch (piece) {
            case Placeholder.Here(_, var fact) ->
                    switch (fact) {
                        case REGION -> Optional.of(there.region()).filter(r -> !r.isEmpty());
                        case ACCOUNT -> Optional.of(there.account()).filter(a -> !a.isEmpty());
                        case STACK -> Optional.of(stack.name());
                        case PARTITION, SUFFIX -> Optional.empty();
                    };
            case Placeholder.Letters _, Placeholder.Asked _ -> Optional.empty();
        };
    }

    private static Hcl filled(Hcl body, Function<Placeholder, String> references) {
        return body.values(
                COMMANDS,
                value -> filled(value, written -> hole(written, references)),
                value -> filled(value, written -> fact(written, references)));
    }

    private static List<String> filled(List<String> value, UnaryOperator<String> holes) {
        // quotes in a text that stands as it is are its letters
        var isAsIs = value.getFirst().equals(Hcl.AS_IS);
        return value.stream()
                .map(line -> {
                    if (!line.contains("$${")) {
                        return line;
                    }
                    var filled =
                            HOLE.matcher(line)
                                    .replaceAll(m ->
                                            Matcher.quoteReplacement(
                                                    holes.apply(m.group().substring(1))));
                    return isAsIs ? filled : ALONE.matcher(filled).replaceAll("$1");
                })
                .toList();
    }

    /// @param written without the `$` that keeps Terraform from reading it
    private static String hole(String written, Function<Placeholder, String> references) {
        var piece = Placeholder.in(written).getFirst();
        return piece instanceof Placeholder.Letters(var letters)
                ? "$" + letters // quotes and backslashes in it are escaped already
                : filled(piece, "$" + written, references);
    }

    private static String fact(String written, Function<Placeholder, String> references) {
        return Placeholder.inCommands(written).getFirst() instanceof Placeholder.Here here
                ? filled(here, "$" + written, references)
                : "$" + written;
    }

    /// A reference without letters is none: the hole stays as it is.
    private static String filled(
            Placeholder piece, String escaped, Function<Placeholder, String> references) {
        var reference = references.apply(piece);
        return reference.isEmpty()
                ? escaped
                : reference.startsWith("\"")
                        ? reference.substring(1, reference.length() - 1)
                        : "${" + reference + "}";
    }

    private String reference(Placeholder piece) {
        return switch (piece) {
            case Placeholder.Letters(var letters) -> Hcl.quoted(letters);
            case Placeholder.Asked(_, var name) -> "var." + snake(stack.parameterFor(name));
            case Placeholder.Here(_, var fact) ->
                    switch (fact) {
                        case PARTITION -> here("aws_partition", "partition");
                        case REGION -> here("aws_region", "region");
                        case ACCOUNT -> here("aws_caller_identity", "account_id");
                        case SUFFIX -> here("aws_partition", "dns_suffix");
                        case STACK -> Hcl.quoted(stack.name());
                    };
        };
    }

    private String here(String source, String attribute) {
        surroundings.add(source);
        return "data." + source + ".current." + attribute;
    }

    private String attribute(String key, Text.Of of) {
        return of == Text.Of.ARN
                ? "arn"
                : switch (resource(key)) {
                    case Resource.EncryptionKey _ -> "key_id";
                    // AWS may have made the name up; the id is the name all the same
                    case Resource.ArtifactBucket _,
                            Resource.Role _,
                            Resource.BusAccess _,
                            Resource.StartRule _ ->
                            "id";
                    case Resource.LogGroup _,
                            Resource.BuildProject _,
                            Resource.Connection _,
                            Resource.Repository _,
                            Resource.DeployApplication _,
                            Resource.Topic _,
                            Resource.Notice _,
                            Resource.Pipeline _ ->
                            "name";
                    case Resource.DeployPace _ -> "deployment_config_name";
                    case Resource.DeployGroup _ -> "deployment_group_name";
                    case Resource.Alarm _ -> "alarm_name";
                    case Resource.Dashboard _ -> "dashboard_name";
                };
    }

    private String type(String key) {
        return switch (resource(key)) {
            case Resource.EncryptionKey _ -> "aws_kms_key";
            case Resource.ArtifactBucket _ -> "aws_s3_bucket";
            case Resource.Role _ -> "aws_iam_role";
            case Resource.LogGroup _ -> "aws_cloudwatch_log_group";
            case Resource.BuildProject _ -> "aws_codebuild_project";
            case Resource.Connection _ -> "aws_codeconnections_connection";
            case Resource.Topic _ -> "aws_sns_topic";
            case Resource.Repository _ -> "aws_ecr_repository";
            case Resource.DeployApplication _ -> "aws_codedeploy_app";
            case Resource.DeployPace _ -> "aws_codedeploy_deployment_config";
            case Resource.DeployGroup _ -> "aws_codedeploy_deployment_group";
            case Resource.BusAccess _ -> "aws_cloudwatch_event_permission";
            case Resource.StartRule _, Resource.Notice _ -> "aws_cloudwatch_event_rule";
            case Resource.Alarm _ -> "aws_cloudwatch_metric_alarm";
            case Resource.Dashboard _ -> "aws_cloudwatch_dashboard";
            case Resource.Pipeline _ -> "aws_codepipeline";
        };
    }

    private Resource resource(String key) {
        var resource = resources.get(key);
        if (resource == null) {
            throw new IllegalStateException("no resource of the stack is called " + key);
        }
        return resource;
    }

    /// A template's value as an expression.
    List<String> of(Doc doc) {
        return switch (doc) {
            case Doc.Obj(var members) -> {
                var object = new LinkedHashMap<String, List<String>>();
                members.forEach((name, value) -> object.put(name, of(value)));
                yield Hcl.object(object);
            }
            case Doc.Arr(var items) ->
                    Hcl.list(items.stream().map(i -> String.join("\n", of(i))).toList());
            case Doc.Str(var text) -> List.of(Hcl.quoted(text));
            case Doc.Num(var text) -> List.of(text);
            case Doc.Bool(var is) -> List.of(Boolean.toString(is));
            case Doc.Nothing() -> List.of("null");
            // an expression that is ready
            case Doc.Ref(var expression) -> List.of(expression);
            case Doc.GetAtt _, Doc.Sub _, Doc.Plain _ ->
                    throw new IllegalStateException("not Terraform's");
            case Doc.Noted(_, var value) -> of(value);
        };
    }

    /// JSON in a text as the values it holds, where Terraform's `jsonencode` gives the very same text back.
    static boolean survivesEncoding(Json json, String text) {
        return json.compact().equals(text)
                && isEncodable(json)
                && !text.matches("(?s).*[<>&\\u007f-\\uffff].*");
    }

    private static boolean isEncodable(Json json) {
        return switch (json) {
            case Json.Obj(var members) ->
                    List.copyOf(members.keySet())
                                    .equals(members.keySet().stream().sorted().toList())
                            && members.values().stream().allMatch(TerraformText::isEncodable);
            case Json.Arr(var items) -> items.stream().allMatch(TerraformText::isEncodable);
            case Json.Num(var number) -> number.matches("0|-?[1-9]\\d{0,14}");
            case Json.Str _, Json.Bool _, Json.Null _ -> true;
        };
    }
}
