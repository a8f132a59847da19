package io.stagecraft.validate.artifacts;

import io.stagecraft.catalog.FieldKind;
import io.stagecraft.edit.ChangeAction;
import io.stagecraft.edit.Disconnect;
import io.stagecraft.model.Action;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;

import java.util.LinkedHashMap;
import java.util.List;

/// Mends for wires that lead nowhere.
final class Wiring {
    private Wiring() {}

    static Fix disconnect(String artifact, Action consumer) {
        return new Fix("Disconnect " + artifact, new Disconnect(artifact, consumer.id()));
    }

    /// Reads another artifact in the same place among the inputs; settings that named the old one follow.
    static Fix instead(Drawing drawing, Action consumer, String old, String artifact) {
        return new Fix(
                "Use " + artifact,
                new ChangeAction(
                        consumer.id(),
                        "Connect " + artifact + " to " + consumer.name(),
                        a -> {
                            var inputs =
                                    a.inputs().stream()
                                            .map(i -> i.equals(old) ? artifact : i)
                                            .distinct()
                                            .toList();
                            var settings = new LinkedHashMap<String, String>();
                            a.settings()
                                    .forEach((k, v) ->
                                            settings.put(
                                                    k,
                                                    v.startsWith(old + "::")
                                                            ? artifact + v.substring(old.length())
                                                            : namesInput(drawing, a, k)
                                                                            && v.equals(old)
                                                                    ? artifact
                                                                    : v));
                            return a.withInputs(inputs).withSettings(settings);
                        }));
    }

    private static boolean namesInput(Drawing drawing, Action action, String key) {
        return drawing.catalog()
                .find(action.type())
                .flatMap(s -> s.field(key))
                .filter(f -> f.kind() == FieldKind.INPUT)
                .isPresent();
    }

    /// The artifacts that the action could read and does not yet, latest first.
    static List<String> candidates(Drawing drawing, Action action) {
        return drawing.flow().availableTo(action.id()).stream()
                .filter(a -> drawing.flow().producersOf(a).size() == 1)
                .filter(a -> !action.inputs().contains(a))
                .toList()
                .reversed();
    }
}
