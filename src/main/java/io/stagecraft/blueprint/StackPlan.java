package io.stagecraft.blueprint;

import io.stagecraft.iam.Text;
import io.stagecraft.model.Environment;

import java.util.List;
import java.util.Optional;

/// What must exist in one account and region.
///
/// @param name such as `orders-release` or `orders-release-production`; the stack's name and the file's
/// @param resources a resource stands behind those it points at
/// @param outputs what people and other stacks want to know of it
public record StackPlan(
        String name,
        Environment environment,
        List<Parameter> parameters,
        List<Resource> resources,
        List<Output> outputs) {
    public StackPlan {
        parameters = List.copyOf(parameters);
        resources = List.copyOf(resources);
        outputs = List.copyOf(outputs);
    }

    /// The parameter for what a design calls `${name}`: CloudFormation takes no name for both a parameter and a resource.
    public String parameterFor(String name) {
        return resources.stream().anyMatch(r -> r.key().equals(name)) ? name + "Value" : name;
    }

    /// What only the user knows.
    ///
    /// @param name a CloudFormation logical id, such as `SourceConnectionArn`
    /// @param defaultValue empty for none
    /// @param secret never shown, logged or written
    /// @param from the output that tells it, where a stack that is deployed earlier does
    public record Parameter(
            String name,
            String description,
            String defaultValue,
            boolean secret,
            Optional<OutputOf> from) {
        /// One that nothing tells.
        public Parameter(String name, String description, String defaultValue, boolean secret) {
            this(name, description, defaultValue, secret, Optional.empty());
        }
    }

    /// An output of another stack of the same blueprint.
    public record OutputOf(String stack, String output) {}

    /// A value that the stack tells.
    public record Output(String name, String description, Text value) {}
}
