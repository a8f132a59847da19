package io.stagecraft.validate.variables;

import io.stagecraft.edit.ChangeAction;
import io.stagecraft.model.Action;
import io.stagecraft.model.EnvironmentVariable;
import io.stagecraft.model.Moment;
import io.stagecraft.model.VariableRef;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// A use of a variable: who uses it, where.
///
/// @param seat the action; empty for a rule of a condition
/// @param gate the condition; empty for an action
record Use(
        Optional<Drawing.Seat> seat,
        Optional<Drawing.Gate> gate,
        About about,
        String where,
        VariableRef ref) {
    private static final String OPENING = "#{";

    /// Every use in the drawing.
    static Stream<Use> all(Drawing drawing) {
        return drawing.once(Use.class, Use::find);
    }

    private static Stream<Use> find(Drawing drawing) {
        return Stream.concat(
                drawing.seats()
                        .filter(s -> s.action().anyText(t -> t.contains(OPENING)))
                        .flatMap(Use::of),
                drawing.gateRules().flatMap(Use::of));
    }

    /// Uses of what actions publish.
    static Stream<Use> ofActions(Drawing drawing) {
        return all(drawing)
                .filter(u ->
                        !u.ref.namespace().equals(VariableRef.PIPELINE)
                                && !u.ref.namespace().equals(VariableRef.BUILT_IN)
                                && !u.ref.namespace().equals("rule"));
    }

    private static Stream<Use> of(Drawing.Seat seat) {
        var action = seat.action();
        var settings =
                action.settings().entrySet().stream()
                        .flatMap(e -> refs(e.getValue()).map(r -> use(seat, e.getKey(), r)));
        var commands =
                action.commands().stream().flatMap(Use::refs).map(r -> use(seat, "commands", r));
        var handed =
                action.environmentVariables().stream()
                        .flatMap(v -> refs(v.value()))
                        .map(r -> use(seat, "commands", r));
        return Stream.of(settings, commands, handed).flatMap(s -> s).distinct();
    }

    private static Use use(Drawing.Seat seat, String field, VariableRef ref) {
        return new Use(
                Optional.of(seat),
                Optional.empty(),
                About.of(seat.action(), field),
                seat.action().name(),
                ref);
    }

    private static Stream<Use> of(Drawing.GateRule r) {
        return r.rule().settings().entrySet().stream()
                .flatMap(e -> refs(e.getValue()).distinct().map(ref -> use(r, e.getKey(), ref)));
    }

    private static Use use(Drawing.GateRule r, String field, VariableRef ref) {
        return new Use(Optional.empty(), Optional.of(r.gate()), About.of(r, field), r.words(), ref);
    }

    private static Stream<VariableRef> refs(String text) {
        return text.contains(OPENING) ? VariableRef.in(text).stream() : Stream.empty();
    }

    /// Whether what `producer` publishes is known when this is read.
    boolean isAfter(Drawing.Seat producer) {
        return seat.map(producer::isBefore)
                .orElseGet(() ->
                        gate.filter(g ->
                                        producer.index() < g.index()
                                                || producer.index() == g.index()
                                                        && g.moment() != Moment.ENTRY)
                                .isPresent());
    }

    /// Uses another variable in the same texts.
    Optional<Fix> instead(VariableRef other) {
        return seat.map(s ->
                new Fix(
                        "Use " + other.text(),
                        new ChangeAction(
                                s.action().id(),
                                "Use " + other.text() + " in " + s.action().name(),
                                a -> replaced(a, other))));
    }

    private Action replaced(Action action, VariableRef other) {
        UnaryOperator<String> change = t -> t.replace(ref.text(), other.text());
        var settings = new LinkedHashMap<String, String>();
        action.settings().forEach((k, v) -> settings.put(k, change.apply(v)));
        return action.withSettings(settings)
                .withCommands(action.commands().stream().map(change).toList())
                .withEnvironmentVariables(
                        action.environmentVariables().stream()
                                .map(v ->
                                        new EnvironmentVariable(
                                                v.name(), change.apply(v.value()), v.kind()))
                                .toList());
    }
}
