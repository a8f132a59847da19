package io.stagecraft.ui.canvas;

import io.stagecraft.model.ActionId;
import io.stagecraft.model.StageId;
import io.stagecraft.ui.Selection;
import io.stagecraft.ui.canvas.Drawing.PortLook;

import java.util.Optional;

/// What is under a point of the drawing, topmost first.
sealed interface Grip {
    record OnOutput(ActionId action, PortLook port) implements Grip {}

    record OnInput(ActionId action, PortLook port) implements Grip {}

    record OnBadge(Selection.Item of) implements Grip {}

    record OnCard(ActionId action) implements Grip {}

    record OnGate(StageId into) implements Grip {}

    record OnHeader(StageId stage) implements Grip {}

    record OnWire(Selection.OfWire wire) implements Grip {}

    record OnStage(StageId stage) implements Grip {}

    record OnNothing() implements Grip {}

    /// What a click there selects.
    default Optional<Selection.Item> item() {
        return switch (this) {
            case OnOutput(var id, _) -> Optional.of(new Selection.OfAction(id));
            case OnInput(var id, _) -> Optional.of(new Selection.OfAction(id));
            case OnCard(var id) -> Optional.of(new Selection.OfAction(id));
            case OnBadge(var of) -> Optional.of(of);
            case OnGate(var into) -> Optional.of(new Selection.OfTransition(into));
            case OnHeader(var id) -> Optional.of(new Selection.OfStage(id));
            case OnStage(var id) -> Optional.of(new Selection.OfStage(id));
            case OnWire(var wire) -> Optional.of(wire);
            case OnNothing() -> Optional.empty();
        };
    }

    /// @param reach how far beside a port or wire still counts, in the drawing's units
    static Grip at(Drawing drawing, Spot at, double reach) {
        for (var card : drawing.cards()) {
            if (!card.box().grown(reach + 10).contains(at)) {
                continue;
            }
            for (var port : card.outputs()) {
                if (port.at().distance(at) <= reach) {
                    return new OnOutput(card.id(), port);
                }
            }
            for (var port : card.inputs()) {
                if (port.at().distance(at) <= reach) {
                    return new OnInput(card.id(), port);
                }
            }
            if (onBadge(card.badge(), card.box(), 10, at)) {
                return new OnBadge(new Selection.OfAction(card.id()));
            }
            if (card.box().contains(at)) {
                return new OnCard(card.id());
            }
        }
        for (var gate : drawing.gates()) {
            if (gate.at().distance(at) <= GateNode.RADIUS + 6) {
                return new OnGate(gate.into());
            }
        }
        for (var wire : drawing.wires()) {
            for (int i = 1; i < wire.points().size(); i++) {
                var leg = Box.between(wire.points().get(i - 1), wire.points().get(i));
                if (leg.grown(reach * .45).contains(at)) {
                    return new OnWire(new Selection.OfWire(wire.artifact(), wire.consumer()));
                }
            }
        }
        for (var stage : drawing.stages()) {
            if (onBadge(stage.badge(), stage.box(), 16, at)) {
                return new OnBadge(new Selection.OfStage(stage.id()));
            }
            if (stage.box().contains(at)) {
                return at.y() <= stage.box().y() + CanvasLayout.HEADER
                        ? new OnHeader(stage.id())
                        : new OnStage(stage.id());
            }
        }
        return new OnNothing();
    }

    private static boolean onBadge(Drawing.Badge badge, Box box, double inset, Spot at) {
        return badge.count() > 0
                && new Box(box.right() - 46 - inset, box.y() - 10, 46, 20).contains(at);
    }
}
