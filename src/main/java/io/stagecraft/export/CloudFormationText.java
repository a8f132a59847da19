package io.stagecraft.export;

import io.stagecraft.blueprint.Resource;
import io.stagecraft.blueprint.StackPlan;
import io.stagecraft.iam.Text;

import java.util.HashMap;
import java.util.Map;

/// Texts of one stack with CloudFormation's functions in the places that only deployment fills.
final class CloudFormationText {
    private final Map<String, Resource> resources = new HashMap<>();

    CloudFormationText(StackPlan stack) {
        stack.resources().forEach(r -> resources.put(r.key(), r));
    }

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
                    part instanceof Text.Literal(var letters)
                            ? letters.replace("${", "${!")
                            : placeholder(part));
        }
        return new Doc.Sub(sub.toString());
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
