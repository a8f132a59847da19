package io.stagecraft.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Who makes which artifact, and who can have it by then: stages run left to right, rows of a stage top to bottom.
///
/// @see <a href="https://docs.aws.amazon.com/codepipeline/latest/userguide/reference-pipeline-structure.html">Pipeline structure</a>
public final class ArtifactFlow {
    /// An action and when it runs.
    ///
    /// @param stage the stage's index, from 0
    public record Place(Action action, int stage) {
        /// Whether this place is over before `other` starts.
        public boolean isBefore(Place other) {
            return stage < other.stage
                    || stage == other.stage && action.runOrder() < other.action.runOrder();
        }
    }

    private final Map<ActionId, Place> places = new LinkedHashMap<>();
    private final Map<String, List<Place>> producers = new LinkedHashMap<>();

    private ArtifactFlow(Design design) {
        for (int i = 0; i < design.stages().size(); i++) {
            for (var action : design.stages().get(i).actions()) {
                var place = new Place(action, i);
                places.put(action.id(), place);
                action.outputNames()
                        .forEach(name ->
                                producers.computeIfAbsent(name, _ -> new ArrayList<>()).add(place));
            }
        }
    }

    /// The flow of `design`, in one pass over it.
    public static ArtifactFlow of(Design design) {
        return new ArtifactFlow(design);
    }

    /// Everybody who makes the artifact; more than one is a mistake, none too.
    public List<Place> producersOf(String artifact) {
        return producers.getOrDefault(artifact, List.of());
    }

    /// All artifacts, in the order they are made on the drawing.
    public List<String> artifacts() {
        return List.copyOf(producers.keySet());
    }

    /// The artifacts that are there when `action` starts, latest last; nothing for an action that is not drawn.
    public List<String> availableTo(ActionId action) {
        var place = places.get(action);
        return place == null ? List.of() : availableAt(place);
    }

    /// The artifacts that are there when something at `place` starts, latest last.
    public List<String> availableAt(Place place) {
        return producers.entrySet().stream()
                .filter(e -> e.getValue().stream().anyMatch(p -> p.isBefore(place)))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Whether `producer` is over before `consumer` starts.
    public boolean isBefore(ActionId producer, ActionId consumer) {
        var first = places.get(producer);
        var second = places.get(consumer);
        return first != null && second != null && first.isBefore(second);
    }
}
