package io.stagecraft.practice.wire;

import software.amazon.awssdk.core.SdkPojo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/// An AWS service: how it is addressed and what it can be asked to do.
public final class Service {
    private final String name;
    private final String prefix;
    private final String version;
    private final Constraints constraints;
    private final Map<String, Operation<?>> operations = new LinkedHashMap<>();
    private final Map<String, BiFunction<Caller, Map<?, ?>, Map<String, Object>>> plain =
            new LinkedHashMap<>();

    private Service(String name, String prefix, String version) {
        this.name = name;
        this.prefix = prefix;
        this.version = version;
        this.constraints = Constraints.of(name, prefix.isEmpty());
    }

    /// A service that speaks AWS JSON 1.1 and RPC v2 CBOR.
    ///
    /// @param name as signatures spell it
    /// @param prefix of `X-Amz-Target`, such as `CodePipeline_20150709`
    public static Service json(String name, String prefix) {
        return new Service(name, prefix, "");
    }

    /// A service that speaks AWS Query.
    ///
    /// @param version its API's date
    public static Service query(String name, String version) {
        return new Service(name, "", version);
    }

    /// Adds an operation.
    ///
    /// @param input makes an empty builder of its request
    public <I> Service can(
            String operation,
            Supplier<? extends SdkPojo> input,
            BiFunction<Caller, I, ? extends SdkPojo> answer) {
        operations.put(operation, new Operation<>(input, answer));
        return this;
    }

    /// Adds an operation of a service whose model classes we do not carry: trees in, trees out.
    public Service plainly(
            String operation, BiFunction<Caller, Map<?, ?>, Map<String, Object>> answer) {
        plain.put(operation, answer);
        return this;
    }

    String name() {
        return name;
    }

    String prefix() {
        return prefix;
    }

    String namespace() {
        return "https://" + name + ".amazonaws.com/doc/" + version + "/";
    }

    boolean isQuery() {
        return prefix.isEmpty();
    }

    Operation<?> operation(String operation) {
        var found = operations.get(operation);
        if (found == null) {
            throw isQuery()
                    ? new Refusal(
                            "InvalidAction",
                            "Could not find operation " + operation + " for version " + version)
                    : new Refusal(
                            "UnknownOperationException",
                            "The Practice account does not know the operation "
                                    + operation
                                    + " of "
                                    + name
                                    + ".");
        }
        return found;
    }

    Map<String, Object> answer(String operation, Caller caller, Map<?, ?> tree) {
        var simple = plain.get(operation);
        if (simple != null) {
            return simple.apply(caller, tree);
        }
        var found = operation(operation);
        var complaint = constraints.complaint(operation, tree);
        if (!complaint.isEmpty()) {
            throw new Refusal(isQuery() ? "ValidationError" : "ValidationException", complaint);
        }
        return found.call(caller, tree);
    }
}
