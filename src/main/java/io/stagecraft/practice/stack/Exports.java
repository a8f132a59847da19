package io.stagecraft.practice.stack;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What the stacks of a region export to each other, and who imports it: an export in use stays as it is.
///
/// @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-stack-exports.html">Exported output values</a>
final class Exports {
    private final Shelf shelf;
    private final ResourceTypes types;

    Exports(Shelf shelf, ResourceTypes types) {
        this.shelf = shelf;
        this.types = types;
    }

    /// Each export with the stack that has it.
    Stream<Map.Entry<Stack, Output>> of(String region) {
        return shelf.in(region)
                .filter(s -> !s.isGone())
                .flatMap(s -> exported(s).map(o -> Map.entry(s, o)));
    }

    /// What an export of the region comes to; null when nobody exports it.
    @Nullable String value(String region, String name) {
        return of(region)
                .filter(e -> e.getValue().exportName().equals(name))
                .map(e -> e.getValue().outputValue())
                .findFirst()
                .orElse(null);
    }

    /// The names of the stacks that import an export.
    List<String> importers(String region, String name) {
        return shelf.in(region)
                .filter(s -> !s.isGone() && s.status != StackStatus.ROLLBACK_COMPLETE)
                .filter(s -> imports(s).contains(name))
                .map(s -> s.name)
                .toList();
    }

    /// Why a stack cannot be deleted; nothing when nobody uses what it exports.
    ///
    /// @see <a href="https://github.com/aws/aws-cdk/issues/33395">Status reasons, as they were shown</a>
    Optional<String> whyNotDeleted(Stack stack) {
        return exported(stack).map(o -> inUse(stack, o)).flatMap(Optional::stream).findFirst();
    }

    /// Why a stack cannot have these outputs; nothing when it can.
    Optional<String> whyNot(Stack stack, List<Output> outputs) {
        return exported(outputs)
                .map(o -> taken(stack, o))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() ->
                        exported(stack)
                                .map(old -> lost(stack, old, outputs))
                                .flatMap(Optional::stream)
                                .findFirst());
    }

    private Optional<String> taken(Stack stack, Output output) {
        return of(stack.region)
                .filter(e -> e.getKey() != stack)
                .filter(e -> e.getValue().exportName().equals(output.exportName()))
                .findFirst()
                .map(e ->
                        "Export with name "
                                + output.exportName()
                                + " is already exported by stack "
                                + e.getKey().name
                                + ".");
    }

    private Optional<String> lost(Stack stack, Output old, List<Output> outputs) {
        var now =
                exported(outputs).filter(o -> o.exportName().equals(old.exportName())).findFirst();
        if (now.isEmpty()) {
            return inUse(stack, old);
        }
        return now.get().outputValue().equals(old.outputValue())
                ? Optional.empty()
                : users(stack, old).map(by -> "Cannot update export " + by);
    }

    private Optional<String> inUse(Stack stack, Output export) {
        return users(stack, export).map(by -> "Delete canceled. Cannot delete export " + by);
    }

    private Optional<String> users(Stack stack, Output export) {
        var importers = importers(stack.region, export.exportName());
        return importers.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        export.exportName()
                                + " as it is in use by "
                                + String.join(", ", importers)
                                + ".");
    }

    private Set<String> imports(Stack stack) {
        var names = new HashSet<String>();
        if (stack.plan != null) {
            var asking = new Outline(types, name -> names.add(name) ? "" : "");
            asking.resources(stack, stack.plan);
            asking.ofOutputs(stack, stack.plan);
        }
        return names;
    }

    private static Stream<Output> exported(Stack stack) {
        return exported(stack.outputs);
    }

    private static Stream<Output> exported(List<Output> outputs) {
        return outputs.stream().filter(o -> o.exportName() != null);
    }
}
