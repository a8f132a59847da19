package io.stagecraft.practice.stack;

import io.stagecraft.practice.wire.Refusal;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.cloudformation.model.Parameter;

import java.util.List;

/// What requests and answers of several operations have in common.
final class Wording {
    private Wording() {}

    /// The template of a request.
    ///
    /// @throws Refusal for one that lies elsewhere
    static String body(@Nullable String body, @Nullable String url) {
        if (url != null) {
            throw new Refusal(
                    "ValidationError",
                    "TemplateURL must reference a valid S3 object to which you have access. The Practice account keeps no objects: send the template itself.");
        }
        return Trees.text(body);
    }

    /// Parameters as they may be shown.
    static List<Parameter> shown(Stack.Plan plan) {
        return plan.parameters().entrySet().stream()
                .map(e ->
                        Parameter.builder()
                                .parameterKey(e.getKey())
                                .parameterValue(
                                        Parameters.isSecret(plan.template(), e.getKey())
                                                ? "****"
                                                : e.getValue())
                                .build())
                .toList();
    }

    /// Null for empty text: the answer then leaves the member out.
    static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /// What AWS says about most that it will not do.
    static Refusal invalid(String what) {
        return new Refusal("ValidationError", what);
    }
}
