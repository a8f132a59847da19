package io.stagecraft.validate;

import io.stagecraft.model.Action;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.Design;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What local rules said of each action last time. Values never change, so an action that is the same object as then, in the same
/// stage and with the same surroundings, has the same problems. Any thread may ask.
final class LocalAnswers {
    private record Answer(Place place, List<Problem> problems) {}

    private record Known(Design surroundings, IdentityHashMap<Action, Answer> answers) {}

    private final List<Rule> rules;
    private volatile Known last = new Known(Design.empty(""), new IdentityHashMap<>());

    LocalAnswers(List<Rule> rules) {
        this.rules = rules;
    }

    Stream<Problem> of(Drawing drawing) {
        return drawing.isClear() ? kept(drawing) : rules.stream().flatMap(r -> r.check(drawing));
    }

    private Stream<Problem> kept(Drawing drawing) {
        var surroundings = drawing.design().withStages(List.of());
        var known = last;
        var old =
                known.surroundings().equals(surroundings)
                        ? known.answers()
                        : new IdentityHashMap<Action, Answer>();
        var answers = new IdentityHashMap<Action, Answer>();
        var unknown = new ArrayList<Drawing.Seat>();
        drawing.seats()
                .forEach(seat -> {
                    var answer = old.get(seat.action());
                    if (answer != null && answer.place().isOf(seat)) {
                        answers.put(seat.action(), answer);
                    } else {
                        unknown.add(seat);
                    }
                });
        var found = found(drawing, unknown);
        for (var seat : unknown) {
            var its = found.getOrDefault(seat.action().id(), List.of());
            answers.put(seat.action(), new Answer(Place.of(seat), its));
        }
        last = new Known(surroundings, answers);
        return answers.values().stream()
                .filter(a -> !a.problems().isEmpty())
                .flatMap(a -> a.problems().stream());
    }

    private Map<ActionId, List<Problem>> found(Drawing drawing, List<Drawing.Seat> seats) {
        var found = new HashMap<ActionId, List<Problem>>();
        if (!seats.isEmpty()) {
            var part = drawing.only(seats);
            rules.stream().flatMap(r -> r.check(part)).forEach(p -> action(p, found).add(p));
        }
        return found;
    }

    private static List<Problem> action(Problem problem, Map<ActionId, List<Problem>> found) {
        return found.computeIfAbsent(About.action(problem.about()), _ -> new ArrayList<>());
    }
}
