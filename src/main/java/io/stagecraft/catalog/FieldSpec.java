package io.stagecraft.catalog;

import io.stagecraft.model.Literal;
import io.stagecraft.model.Ordered;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// One setting of an action type: how it is called, edited and checked.
///
/// @param key CodePipeline's configuration key
/// @param label what the form says
/// @param help a sentence beside the field
/// @param required in which circumstance AWS refuses an action without it; empty for never
/// @param values what a `CHOICE` or `LIST` may say; empty for anything
/// @param anyCase whether AWS's own pages spell the values in several cases, so that none of them is wrong; see [#offers]
/// @param defaultValue what AWS takes when it is absent
/// @param pattern a regular expression that the whole text matches; see [#fits]
/// @param shape what a `pattern` allows, in a sentence for whoever wrote something else
/// @param maxLength in characters; 1000 for every setting unless a field is narrower
/// @param min the smallest number a `NUMBER` may be; of a `LIST`, how many it has at least
/// @param max the largest number a `NUMBER` may be; of a `LIST`, how many it has at most
/// @param json what a `JSON` has to hold; empty for anything
/// @param arns how what an `ARN` names may begin, service and resource, such as `states:stateMachine:`; empty for anything
/// @param here whether what the ARN names has to be in the region of the action
/// @param risky values that AWS takes and few people mean, each with what it does; `{pipeline}` is the pipeline's own name
/// @param companion which companion may stand here as `@{name}`, and what it becomes
public record FieldSpec(
        String key,
        String label,
        FieldKind kind,
        String help,
        Optional<When> required,
        List<String> values,
        boolean anyCase,
        Optional<String> defaultValue,
        Optional<String> pattern,
        Optional<String> shape,
        int maxLength,
        Optional<Integer> min,
        Optional<Integer> max,
        Optional<JsonForm> json,
        List<String> arns,
        boolean here,
        SequencedMap<String, String> risky,
        Optional<CompanionUse> companion) {
    public FieldSpec {
        values = List.copyOf(values);
        arns = List.copyOf(arns);
        risky = Ordered.copy(risky);
    }

    /// Whether the pattern allows `text`. What is known only later, see [Literal], is allowed.
    public boolean fits(String text) {
        return !Literal.is(text) || pattern.map(text::matches).orElse(true);
    }

    /// Whether `value` is one of those there are.
    public boolean offers(String value) {
        return anyCase ? values.stream().anyMatch(value::equalsIgnoreCase) : values.contains(value);
    }

    /// A companion kind that a field may point at, and what of it AWS wants there.
    public record CompanionUse(CompanionKind kind, Form form) {}

    /// What JSON text holds.
    ///
    /// @param list whether it is a list of objects, or else one object
    /// @param members what every object has to have, each a text, with a regular expression that the whole text matches
    public record JsonForm(boolean list, SequencedMap<String, String> members) {
        public JsonForm {
            members = Ordered.copy(members);
        }
    }

    /// What a companion reference becomes on export.
    public enum Form {
        NAME,
        ARN,
        /// The name of what it belongs to, such as a deployment group's application.
        PARENT
    }
}
