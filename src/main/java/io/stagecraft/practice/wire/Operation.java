package io.stagecraft.practice.wire;

import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.Buildable;

import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/// One thing a service can be asked to do.
///
/// @param input makes an empty builder of the request
/// @param answer what is done about a request; throws [Refusal]
public record Operation<I>(
        Supplier<? extends SdkPojo> input, BiFunction<Caller, I, ? extends SdkPojo> answer) {

    /// Reads the request and answers it.
    Map<String, Object> call(Caller caller, Map<?, ?> tree) {
        var builder = Shapes.read(tree, input.get());
        @SuppressWarnings("unchecked")
        var request = (I) ((Buildable) builder).build();
        return Shapes.tree(answer.apply(caller, request));
    }
}
