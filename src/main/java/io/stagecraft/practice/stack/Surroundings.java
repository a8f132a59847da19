package io.stagecraft.practice.stack;

import static io.stagecraft.practice.stack.Trees.map;
import static io.stagecraft.practice.stack.Trees.text;

import io.stagecraft.practice.account.Holdings;
import io.stagecraft.practice.wire.Refusal;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/// What names in a template mean for one stack.
///
/// @param planned true while comparing: resources are then named, not worked out
/// @param exports what other stacks of the region export; null for what nobody exports
record Surroundings(
        Stack stack,
        Stack.Plan plan,
        ResourceTypes types,
        Function<String, @Nullable String> exports,
        boolean planned)
        implements Functions.Names {
    Functions functions() {
        return new Functions(
                this, plan.template().section("Mappings"), plan.template().section("Conditions"));
    }

    @Override
    public @Nullable Object ref(String name) {
        var parameter = map(plan.template().section("Parameters").get(name));
        if (!parameter.isEmpty()) {
            var value = plan.parameters().getOrDefault(name, "");
            var type = text(parameter.get("Type"));
            return type.startsWith("List<") || type.equals("CommaDelimitedList")
                    ? List.of(value.split("\\s*,\\s*"))
                    : value;
        }
        return switch (name) {
            case "AWS::AccountId" -> Holdings.ACCOUNT;
            case "AWS::Partition" -> Holdings.PARTITION;
            case "AWS::Region" -> stack.region;
            case "AWS::URLSuffix" -> "amazonaws.com";
            case "AWS::StackName" -> stack.name;
            case "AWS::StackId" -> stack.id;
            case "AWS::NotificationARNs" -> List.of();
            default -> resource(name);
        };
    }

    private @Nullable Object resource(String name) {
        if (planned && plan.template().section("Resources").containsKey(name)) {
            return "${" + name + "}";
        }
        var held = stack.resources.get(name);
        return held == null || held.thing == null ? null : held.thing.id();
    }

    @Override
    public Object attribute(String resource, String attribute) {
        var type = text(map(plan.template().section("Resources").get(resource)).get("Type"));
        boolean free = type.startsWith("Custom::") || type.equals("AWS::CloudFormation::Stack");
        if (!free
                && types.find(type).filter(t -> t.attributes().containsKey(attribute)).isEmpty()) {
            throw new Refusal(
                    "ValidationError",
                    "Template error: resource "
                            + resource
                            + " does not support attribute type "
                            + attribute
                            + " in Fn::GetAtt");
        }
        var held = stack.resources.get(resource);
        if (planned || held == null || held.thing == null) {
            return "${" + resource + "." + attribute + "}";
        }
        return held.thing.attributes().getOrDefault(attribute, held.thing.id());
    }

    @Override
    public String imported(String export) {
        var value = exports.apply(export);
        if (value == null) {
            throw new Refusal("ValidationError", "No export named " + export + " found.");
        }
        return value;
    }
}
