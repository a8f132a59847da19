package io.stagecraft.validate;

import io.stagecraft.model.Action;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.Design;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The actions that near rules had nothing to say about last time. One that is the same object as then, in the same stage and with
/// the same surroundings, is still fine, and the rules go through the others only. Any thread may ask.
final class FineActions {
    /// What near rules look at beside the action itself.
    ///
    /// @param bare the design without its stages
    /// @param givers who makes an artifact or publishes under a namespace, and in which stage
    private record Surroundings(Design bare, List<Giver> givers) {
        static Surroundings of(Drawing drawing) {
            return new Surroundings(
                    drawing.design().withStages(List.of()),
                    drawing.seats()
                            .filter(s -> isGiver(s.action()))
                            .map(s -> new Giver(s.index(), s.action()))
                            .toList());
        }

        private static boolean isGiver(Action action) {
            return !action.outputs().isEmpty() || action.namespace().isPresent();
        }
    }

    private record Giver(int stage, Action action) {}

    private record Known(Surroundings surroundings, Map<Action, Place> fine) {}

    private final List<Rule> rules;
    private volatile Known last =
            new Known(new Surroundings(Design.empty(""), List.of()), Map.of());

    FineActions(List<Rule> rules) {
        this.rules = rules;
    }

    /// All that the rules have to say about the drawing.
    Stream<Problem> problems(Drawing drawing) {
        return drawing.isClear()
                ? ofTheOthers(drawing).stream()
                : rules.stream().flatMap(r -> r.check(drawing));
    }

    private List<Problem> ofTheOthers(Drawing drawing) {
        var surroundings = Surroundings.of(drawing);
        var known = last;
        var wereFine =
                known.surroundings().equals(surroundings)
                        ? known.fine()
                        : new IdentityHashMap<Action, Place>();
        var others = drawing.seats().filter(s -> !isFine(s, wereFine)).toList();
        var part = drawing.only(others);
        var problems = rules.stream().flatMap(r -> r.check(part)).toList();
        last = new Known(surroundings, fine(drawing, wrong(problems)));
        return problems;
    }

    private static boolean isFine(Drawing.Seat seat, Map<Action, Place> wereFine) {
        var place = wereFine.get(seat.action());
        return place != null && place.isOf(seat);
    }

    private static Set<ActionId> wrong(List<Problem> problems) {
        return problems.stream()
                .flatMap(p -> About.ofAction(p.about()).stream())
                .collect(Collectors.toSet());
    }

    private static Map<Action, Place> fine(Drawing drawing, Set<ActionId> wrong) {
        var fine = new IdentityHashMap<Action, Place>();
        drawing.seats()
                .forEach(s -> {
                    if (wrong.isEmpty() || !wrong.contains(s.action().id())) {
                        fine.put(s.action(), Place.of(s));
                    }
                });
        return fine;
    }
}
