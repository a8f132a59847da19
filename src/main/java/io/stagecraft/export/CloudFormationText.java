package io.stagecraft.export;

import io.stagecraft.blueprint.Resource;
import io.stagecraft.blueprint.StackPlan;
import io.stagecraft.iam.Text;
import io.stagecraft.model.Placeholder;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Texts of one stack with CloudFormation's functions in the places that only deployment fills.
final class CloudFormationText {
    /// Members of a template whose `${…}` is a shell's or CodeBuild's, facts aside: no shell knows `${AWS::Region}`.
    private static final Set<String> COMMANDS =
            Set.of("Commands", "BuildSpec", "OutputVariables", "InputTemplate");

    private static final Pattern CLOSED = Pattern.compile("\\$\\{[^{}]*}");
    private static final Pattern NAMED = Pattern.compile("\\$\\{([A-Za-z0-9:]+)[^}]*}");

    private final Map<String, Resource> resources = new HashMap<>();
    private final StackPlan stack;
    private final Set<String> parameters;

    CloudFormationText(StackPlan stack) {
        this.stack = stack;
        this.parameters =
                stack.parameters().stream()
                        .map(StackPlan.Parameter::name)
                        .collect(Collectors.toSet());
        stack.resources().forEach(r -> resources.put(r.key(), r));
    }

    /// What was written stands in it as it was: [#filled] comes last, and once, since it takes the `!` out of `${!x}`.
    Doc of(Text text) {
        if (text.parts().size() == 1 && !(text.parts().getFirst() instanceof Text.Literal)) {
            return alone(placeholder(text.parts().getFirst()));
        }
        if (text.isLiteral()) {
            return Doc.of(text.shown());
        }
        var sub = new StringBuilder();
        for (var part : text.parts()) {
            sub.append(
                    part instanceof Text.Literal(var letters) ? sub(letters) : placeholder(part));
        }
        return new Doc.Sub(sub.toString());
    }

    /// A text as a person wrote it, its placeholders filled in.
    private Doc written(String text) {
        var pieces = Placeholder.in(text);
        if (pieces.stream().allMatch(Placeholder.Letters.class::isInstance)) {
            return kept(Placeholder.fill(text, this::letters));
        }
        return pieces.size() == 1 ? alone(sub(text)) : of(pieces, text);
    }

    /// A hole of the letters that holds another one cannot be escaped: `${!A:-${!B}}` ends where the inner one does.
    private Doc of(List<Placeholder> pieces, String text) {
        return pieces.stream().anyMatch(CloudFormationText::nests)
                ? Doc.join(pieces.stream().map(this::piece).toList())
                : new Doc.Sub(sub(text));
    }

    private static boolean nests(Placeholder piece) {
        return piece instanceof Placeholder.Letters(var letters)
                && CLOSED.matcher(letters).replaceAll("").contains("${");
    }

    private Doc piece(Placeholder piece) {
        return piece instanceof Placeholder.Letters(var letters)
                ? letters.contains("${") ? new Doc.Plain(letters) : Doc.of(letters)
                : alone(letters(piece));
    }

    private String sub(String text) {
        return Placeholder.fill(
                text,
                piece ->
                        piece instanceof Placeholder.Letters(var letters)
                                ? Placeholder.letters(letters)
                                : letters(piece));
    }

    private String letters(Placeholder piece) {
        return switch (piece) {
            case Placeholder.Letters(var letters) -> letters;
            case Placeholder.Here(_, var fact) -> "${" + fact.word() + "}";
            case Placeholder.Asked(_, var name) -> "${" + stack.parameterFor(name) + "}";
        };
    }

    /// Letters alone; what a reader would take for a placeholder of this template says that it is none.
    private Doc kept(String letters) {
        return NAMED.matcher(letters)
                        .results()
                        .map(m -> m.group(1))
                        .anyMatch(n ->
                                n.startsWith("AWS::")
                                        || parameters.contains(n)
                                        || resources.containsKey(n))
                ? new Doc.Plain(letters)
                : Doc.of(letters);
    }

    private Doc commands(String text) {
        return Placeholder.inCommands(text).stream().anyMatch(Placeholder.Here.class::isInstance)
                ? of(Placeholder.inCommands(text), Placeholder.ofCommands(text))
                : kept(text);
    }

    /// Properties with the placeholders filled in that were written into them.
    Doc filled(Doc value) {
        return filled(value, this::written);
    }

    private Doc filled(Doc value, Function<String, Doc> texts) {
        return switch (value) {
            case Doc.Obj(var members) -> {
                var object = new Doc.Building();
                members.forEach((name, inner) ->
                        object.put(
                                name,
                                filled(inner, COMMANDS.contains(name) ? this::commands : texts)));
                yield object.done();
            }
            case Doc.Arr(var items) ->
                    new Doc.Arr(items.stream().map(i -> filled(i, texts)).toList());
            case Doc.Str(var text) -> text.contains("${") ? texts.apply(text) : value;
            case Doc.Noted(var remarks, var inner) -> new Doc.Noted(remarks, filled(inner, texts));
            case Doc.Num _,
                    Doc.Bool _,
                    Doc.Nothing _,
                    Doc.Ref _,
                    Doc.GetAtt _,
                    Doc.Sub _,
                    Doc.Plain _ ->
                    value;
        };
    }

    /// `${Name}` is a Ref, `${Name.Attribute}` a GetAtt, anything longer stays a Sub.
    private static Doc alone(String placeholder) {
        if (placeholder.indexOf('}') < placeholder.length() - 1 || !placeholder.startsWith("${")) {
            return new Doc.Sub(placeholder);
        }
        var inner = placeholder.substring(2, placeholder.length() - 1);
        var dot = inner.indexOf('.');
        return dot < 0
                ? new Doc.Ref(inner)
                : new Doc.GetAtt(inner.substring(0, dot), inner.substring(dot + 1));
    }

    private String placeholder(Text.Part part) {
        return switch (part) {
            case Text.Literal(var letters) -> letters;
            case Text.Parameter(var name) -> "${" + name + "}";
            case Text.Pseudo(var here) ->
                    switch (here) {
                        case PARTITION -> "${AWS::Partition}";
                        case REGION -> "${AWS::Region}";
                        case ACCOUNT -> "${AWS::AccountId}";
                        case SUFFIX -> "${AWS::URLSuffix}";
                    };
            case Text.Attribute(var key, var of) -> attribute(key, of);
        };
    }

    private String attribute(String key, Text.Of of) {
        var resource = resources.get(key);
        if (resource == null) {
            throw new IllegalStateException("no resource of the stack is called " + key);
        }
        return switch (resource) {
            // what Ref gives differs from type to type
            case Resource.Connection _ -> "${" + key + "}";
            case Resource.Topic _ -> "${" + key + (of == Text.Of.ARN ? "}" : ".TopicName}");
            case Resource.Pipeline _ when of == Text.Of.ARN ->
                    "arn:${AWS::Partition}:codepipeline:${AWS::Region}:${AWS::AccountId}:${"
                            + key
                            + "}";
            case Resource.EncryptionKey _,
                    Resource.ArtifactBucket _,
                    Resource.Role _,
                    Resource.LogGroup _,
                    Resource.BuildProject _,
                    Resource.Repository _,
                    Resource.DeployApplication _,
                    Resource.DeployPace _,
                    Resource.DeployGroup _,
                    Resource.BusAccess _,
                    Resource.StartRule _,
                    Resource.Notice _,
                    Resource.Alarm _,
                    Resource.Dashboard _,
                    Resource.Pipeline _ ->
                    "${" + key + (of == Text.Of.ARN ? ".Arn}" : "}");
        };
    }
}
