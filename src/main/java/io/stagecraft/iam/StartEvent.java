package io.stagecraft.iam;

import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.catalog.StartedBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// The event that starts a pipeline, as an EventBridge rule waits for it.
///
/// @param pattern the event pattern, JSON text
/// @param note what else somebody has to see to
/// @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html">Event patterns</a>
public record StartEvent(Text pattern, Optional<String> note) {
    /// The event of the action at `context`; nothing where it needs none, or where a part of it is not known.
    public static Optional<StartEvent> of(ActionSpec spec, ActionContext context) {
        var facts = new Holds(Kind.of(spec), context);
        return spec.startedBy()
                .filter(start -> facts.holds(start.when()))
                .flatMap(start -> event(start, new Fill(Kind.of(spec), context, facts)));
    }

    private static Optional<StartEvent> event(StartedBy start, Fill fill) {
        var patterns = new ArrayList<>(start.resources());
        start.details().forEach(d -> patterns.addAll(d.values()));
        if (patterns.stream().anyMatch(p -> fill.missing(p).isPresent())) {
            return Optional.empty();
        }
        SequencedMap<String, Object> tree = new LinkedHashMap<>();
        tree.put("source", List.of(Text.of(start.source())));
        tree.put("detail-type", List.of(Text.of(start.detailType())));
        if (!start.resources().isEmpty()) {
            tree.put("resources", filled(start.resources(), fill));
        }
        var detail = new LinkedHashMap<String, Object>();
        start.details().forEach(d -> put(detail, d.path(), filled(d.values(), fill)));
        if (!detail.isEmpty()) {
            tree.put("detail", detail);
        }
        var note = start.note().map(n -> fill.of(n).getFirst().shown());
        return Optional.of(new StartEvent(json(tree), note));
    }

    private static List<Text> filled(List<String> patterns, Fill fill) {
        return patterns.stream().flatMap(p -> fill.of(p).stream()).toList();
    }

    @SuppressWarnings("unchecked") // only this method puts maps into the tree
    private static void put(Map<String, Object> tree, String path, List<Text> values) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            tree.put(path, values);
        } else {
            var inner =
                    tree.computeIfAbsent(
                            path.substring(0, dot), _ -> new LinkedHashMap<String, Object>());
            put((Map<String, Object>) inner, path.substring(dot + 1), values);
        }
    }

    private static Text json(Object value) {
        return switch (value) {
            case Map<?, ?> members -> {
                var json = Text.of("{");
                var comma = "";
                for (var member : members.entrySet()) {
                    json =
                            json.plus(comma + "\"" + member.getKey() + "\":")
                                    .plus(json(member.getValue()));
                    comma = ",";
                }
                yield json.plus("}");
            }
            case List<?> elements -> {
                var json = Text.of("[");
                var comma = "";
                for (var element : elements) {
                    json = json.plus(comma).plus(json(element));
                    comma = ",";
                }
                yield json.plus("]");
            }
            case Text text -> Text.of("\"").plus(escaped(text)).plus("\"");
            default -> throw new IllegalStateException("no part of a pattern: " + value);
        };
    }

    private static Text escaped(Text text) {
        return new Text(
                text.parts().stream()
                        .<Text.Part>map(part ->
                                part instanceof Text.Literal(var letters)
                                        ? new Text.Literal(JsonLetters.escaped(letters))
                                        : part)
                        .toList());
    }
}
