package io.stagecraft.ui.canvas;

import io.stagecraft.edit.Place;
import io.stagecraft.model.Action;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.Design;
import io.stagecraft.model.Stage;
import io.stagecraft.model.StageId;
import io.stagecraft.ui.canvas.CanvasLayout.CardPlace;
import io.stagecraft.ui.canvas.CanvasLayout.Row;
import io.stagecraft.ui.canvas.CanvasLayout.StagePlace;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads from a point of the drawing where something dropped there would go.
final class DropPlaces {
    private static final double REACH = 20;
    private static final int LAST_ORDER = 999;

    /// Where it would go, the line or box that shows it, and the words beside it.
    record Drop(Target target, Box mark, String caption) {}

    /// What a drop aims at.
    sealed interface Target {
        record At(Place place) implements Target {}

        /// The arrow into a stage.
        record OnArrow(StageId into) implements Target {}
    }

    private final CanvasLayout layout;
    private final Design design;
    private final Set<ActionId> moving;

    /// @param moving the actions that are dragged: they hold no place
    DropPlaces(CanvasLayout layout, Design design, Set<ActionId> moving) {
        this.layout = layout;
        this.design = design;
        this.moving = moving;
    }

    /// Where an action dropped at `spot` would go; `gates` says whether arrows take it.
    Drop at(Spot spot, boolean gates) {
        if (gates) {
            var arrow = arrow(spot);
            if (arrow.isPresent()) {
                return arrow.get();
            }
        }
        for (var stage : layout.stages()) {
            if (spot.x() >= stage.box().x() && spot.x() <= stage.box().right()) {
                return in(stage, spot);
            }
        }
        return gap(spot);
    }

    /// Before which stage a stage dropped at `spot` would go, counted among those that stay.
    Drop stage(Spot spot, StageId moved) {
        int index = 0;
        var mark = gapMark(layout.stages().size());
        for (var stage : layout.stages()) {
            if (spot.x() < stage.box().centre().x()) {
                mark = gapMark(stage.index());
                break;
            }
            index += stage.id().equals(moved) ? 0 : 1;
        }
        return new Drop(new Target.At(new Place.Gap(index)), mark, "stage " + (index + 1));
    }

    private Optional<Drop> arrow(Spot spot) {
        return layout.stages().stream()
                .skip(1)
                .filter(s -> layout.gate(s).distance(spot) <= REACH)
                .findFirst()
                .map(s -> {
                    var gate = layout.gate(s);
                    return new Drop(
                            new Target.OnArrow(s.id()),
                            new Box(gate.x() - 18, gate.y() - 18, 36, 36),
                            "approval before " + name(s.id()));
                });
    }

    private Drop gap(Spot spot) {
        int index =
                (int) layout.stages().stream().filter(s -> s.box().centre().x() < spot.x()).count();
        return new Drop(
                new Target.At(new Place.Gap(index)),
                gapMark(index),
                index == 0 && layout.stages().isEmpty()
                        ? "first stage"
                        : "new stage " + (index + 1));
    }

    private Box gapMark(int index) {
        var stages = layout.stages();
        double height = stages.stream().mapToDouble(s -> s.box().height()).max().orElse(160);
        double x =
                stages.isEmpty()
                        ? 0
                        : index < stages.size()
                                ? stages.get(index).box().x() - CanvasLayout.STAGE_GAP / 2
                                : stages.getLast().box().right() + CanvasLayout.STAGE_GAP / 2;
        return new Box(x - 2, 0, 4, height);
    }

    private Drop in(StagePlace stage, Spot spot) {
        var rows = stage.rows();
        for (int r = 0; r < rows.size(); r++) {
            double top = rows.get(r).top();
            if (spot.y() < top + 12) {
                return before(stage, r);
            }
            if (spot.y() <= layout.rowBottoms().get(r) - 12) {
                return beside(stage, rows.get(r), spot);
            }
        }
        return after(stage);
    }

    private Drop before(StagePlace stage, int row) {
        int own = stage.rows().get(row).runOrder();
        int above = row == 0 ? 0 : stage.rows().get(row - 1).runOrder();
        int order = above + 1 < own ? above + 1 : own;
        double y =
                row == 0
                        ? stage.rows().getFirst().top() - 8
                        : (layout.rowBottoms().get(row - 1) + layout.rowTops().get(row)) / 2;
        return row(stage, order, y, "before row " + (row + 1) + " · order " + order);
    }

    private Drop after(StagePlace stage) {
        var rows = stage.rows();
        if (rows.isEmpty()) {
            return row(stage, 1, stage.box().centre().y(), "first row · order 1");
        }
        int order = Math.min(rows.getLast().runOrder() + 1, LAST_ORDER);
        double y = layout.rowBottoms().get(rows.size() - 1) + 14;
        return row(stage, order, y, "after row " + rows.size() + " · order " + order);
    }

    private Drop row(StagePlace stage, int order, double y, String caption) {
        int index = (int) staying(stage.id()).stream().filter(a -> a.runOrder() < order).count();
        return new Drop(
                new Target.At(new Place.Row(stage.id(), order, index, true)),
                new Box(stage.box().x() + 12, y - 2, stage.box().width() - 24, 4),
                caption);
    }

    private Drop beside(StagePlace stage, Row row, Spot spot) {
        var cards =
                row.actions().stream()
                        .filter(id -> !moving.contains(id))
                        .flatMap(id -> layout.card(id).stream())
                        .toList();
        int left = (int) cards.stream().filter(c -> c.box().centre().x() < spot.x()).count();
        var staying = staying(stage.id());
        int index =
                left < cards.size()
                        ? indexOf(staying, cards.get(left).id())
                        : cards.isEmpty()
                                ? staying.size()
                                : indexOf(staying, cards.getLast().id()) + 1;
        return new Drop(
                new Target.At(new Place.Row(stage.id(), row.runOrder(), index, false)),
                besideMark(stage, row, cards, left),
                cards.isEmpty()
                        ? "order " + row.runOrder()
                        : "beside "
                                + actionName(cards.get(Math.min(left, cards.size() - 1)).id())
                                + " · order "
                                + row.runOrder());
    }

    private static Box besideMark(StagePlace stage, Row row, List<CardPlace> cards, int left) {
        double half = CanvasLayout.CARD_GAP / 2;
        double x =
                cards.isEmpty()
                        ? stage.box().x() + 14
                        : left < cards.size()
                                ? cards.get(left).box().x() - (left == 0 ? 14 : half)
                                : cards.getLast().box().right() + 14;
        return new Box(x - 2, row.top() - 4, 4, CanvasLayout.CARD_HEIGHT + 8);
    }

    private List<Action> staying(StageId stage) {
        return design.stage(stage).map(Stage::actions).orElse(List.of()).stream()
                .filter(a -> !moving.contains(a.id()))
                .toList();
    }

    private static int indexOf(List<Action> actions, ActionId id) {
        return actions.stream().map(Action::id).toList().indexOf(id);
    }

    private String name(StageId id) {
        return design.stage(id).map(Stage::name).orElse("");
    }

    private String actionName(ActionId id) {
        return design.action(id).map(Action::name).orElse("");
    }
}
