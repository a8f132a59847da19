package io.stagecraft.ui.canvas;

import io.stagecraft.model.ActionId;
import io.stagecraft.ui.Selection;
import io.stagecraft.ui.canvas.Drawing.CardLook;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the canvas says when the pointer rests on something: all that may be cut off there.
final class Tips {
    private Tips() {}

    static String of(Grip grip, Drawing drawing) {
        return switch (grip) {
            case Grip.OnOutput(_, var port) -> "Makes " + port.artifact();
            case Grip.OnInput(_, var port) ->
                    port.artifact().isEmpty()
                            ? "Takes an artifact: drag to whoever makes it"
                            : port.made()
                                    ? "Reads " + port.artifact()
                                    : "Reads " + port.artifact() + ", which nobody makes";
            case Grip.OnBadge(Selection.OfAction(var id)) ->
                    card(drawing, id).map(c -> c.badge().first()).orElse("");
            case Grip.OnCard(var id) -> card(drawing, id).map(Tips::card).orElse("");
            case Grip.OnGate(var into) ->
                    drawing.gates().stream()
                            .filter(g -> g.into().equals(into))
                            .map(g ->
                                    g.spoken()
                                            + (g.waiting().isEmpty()
                                                    ? ""
                                                    : "\n" + String.join(", ", g.waiting())))
                            .findFirst()
                            .orElse("");
            case Grip.OnHeader(var id) ->
                    drawing.stages().stream()
                            .filter(s -> s.id().equals(id))
                            .map(s ->
                                    Stream.of(
                                                    s.name(),
                                                    s.conditions().entry(),
                                                    s.conditions().success(),
                                                    s.conditions().failure())
                                            .filter(t -> !t.isEmpty())
                                            .collect(Collectors.joining("\n")))
                            .findFirst()
                            .orElse("");
            case Grip.OnWire(var wire) ->
                    drawing.wires().stream()
                            .filter(w -> w.artifact().equals(wire.artifact()))
                            .filter(w -> w.consumer().equals(wire.consumer()))
                            .map(Drawing.WireLook::spoken)
                            .findFirst()
                            .orElse("");
            case Grip.OnBadge _, Grip.OnStage _, Grip.OnNothing() -> "";
        };
    }

    private static Optional<CardLook> card(Drawing drawing, ActionId id) {
        return drawing.cards().stream().filter(c -> c.id().equals(id)).findFirst();
    }

    private static String card(CardLook look) {
        return look.name() + "\n" + look.subtitle() + "\n" + look.place().words();
    }
}
