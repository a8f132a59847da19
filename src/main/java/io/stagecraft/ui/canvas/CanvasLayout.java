package io.stagecraft.ui.canvas;

import io.stagecraft.model.Action;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.Design;
import io.stagecraft.model.Stage;
import io.stagecraft.model.StageId;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Where everything of a design stands: stages as columns from left to right, actions in rows by run order.
///
/// A row has the same height and place in every stage, so the strips between rows are free of cards from the
/// first stage to the last, and wires run there. All distances are multiples of 4.
///
/// @param cards in drawn order
/// @param rowTops the upper edge of every row, and one more for the strip below the last
/// @param rowBottoms the lower edge of every row with what hangs under its cards
public record CanvasLayout(
        List<StagePlace> stages,
        SequencedMap<ActionId, CardPlace> cards,
        List<Double> rowTops,
        List<Double> rowBottoms,
        List<Wire> wires) {
    static final double CARD_WIDTH = 236;
    static final double CARD_HEIGHT = 64;
    static final double HEADER = 48;
    static final double FIRST_ROW = 60;
    static final double ROW_GAP = 36;
    static final double CARD_GAP = 48;
    static final double GUTTER = 36;
    static final double RIGHT_PADDING = 28;
    static final double BOTTOM_PADDING = 28;
    static final double STAGE_GAP = 80;

    /// Where the arrow and its gate cross a stage's side, below its upper edge.
    static final double ARROW = 24;

    /// One stage.
    ///
    /// @param columns how many cards stand side by side at most; 1 for an empty stage
    /// @param firstColumn its first card column, counted over the whole drawing
    public record StagePlace(
            StageId id, int index, Box box, List<Row> rows, int firstColumn, int columns) {
        public StagePlace {
            rows = List.copyOf(rows);
        }

        /// The strip with the name, by which the stage is dragged.
        public Box header() {
            return new Box(box.x(), box.y(), box.width(), HEADER);
        }
    }

    /// Actions of a stage that run side by side.
    public record Row(int runOrder, double top, List<ActionId> actions) {
        public Row {
            actions = List.copyOf(actions);
        }
    }

    /// One card.
    ///
    /// @param column counted over the whole drawing
    /// @param footer the height of what hangs under it
    /// @param inputs a port per input artifact, or one where there is none yet
    /// @param outputs a port per output artifact
    public record CardPlace(
            ActionId id,
            int stage,
            int row,
            int column,
            Box box,
            double footer,
            List<Spot> inputs,
            List<Spot> outputs) {
        public CardPlace {
            inputs = List.copyOf(inputs);
            outputs = List.copyOf(outputs);
        }
    }

    /// An artifact's way from an output port to an input port.
    ///
    /// @param points the corners, ports included; every leg is level or upright
    public record Wire(String artifact, ActionId producer, ActionId consumer, List<Spot> points) {
        public Wire {
            points = List.copyOf(points);
        }
    }

    public CanvasLayout {
        stages = List.copyOf(stages);
        rowTops = List.copyOf(rowTops);
        rowBottoms = List.copyOf(rowBottoms);
        wires = List.copyOf(wires);
    }

    /// The layout of a design at rest.
    public static CanvasLayout of(Design design) {
        return of(design, _ -> 0);
    }

    /// @param footer how much room an action needs under its card, in pixels
    public static CanvasLayout of(Design design, ToDoubleFunction<ActionId> footer) {
        var rows = design.stages().stream().map(Stage::rows).toList();
        var tops = new ArrayList<Double>();
        var bottoms = new ArrayList<Double>();
        double y = FIRST_ROW;
        int most = rows.stream().mapToInt(List::size).max().orElse(0);
        for (int r = 0; r < most; r++) {
            int row = r;
            double extra =
                    rows.stream()
                            .filter(s -> s.size() > row)
                            .flatMap(s -> s.get(row).stream())
                            .mapToDouble(a -> footer.applyAsDouble(a.id()))
                            .max()
                            .orElse(0);
            tops.add(y);
            bottoms.add(y + CARD_HEIGHT + extra);
            y += CARD_HEIGHT + extra + ROW_GAP;
        }
        tops.add(y);
        var stages = new ArrayList<StagePlace>();
        var cards = new LinkedHashMap<ActionId, CardPlace>();
        double x = 0;
        int column = 0;
        for (int s = 0; s < rows.size(); s++) {
            var stage = stage(design.stages().get(s), s, rows.get(s), x, column, tops, bottoms);
            place(stage, rows.get(s), footer, cards);
            stages.add(stage);
            x = stage.box().right() + STAGE_GAP;
            column += stage.columns();
        }
        var bare = new CanvasLayout(stages, cards, tops, bottoms, List.of());
        return new CanvasLayout(stages, cards, tops, bottoms, new WireRouter(bare).route(design));
    }

    private static StagePlace stage(
            Stage stage,
            int index,
            List<List<Action>> rows,
            double x,
            int column,
            List<Double> tops,
            List<Double> bottoms) {
        int columns = Math.max(1, rows.stream().mapToInt(List::size).max().orElse(1));
        double width = GUTTER + columns * CARD_WIDTH + (columns - 1) * CARD_GAP + RIGHT_PADDING;
        double bottom = rows.isEmpty() ? FIRST_ROW + CARD_HEIGHT : bottoms.get(rows.size() - 1);
        var places =
                IntStream.range(0, rows.size())
                        .mapToObj(r ->
                                new Row(
                                        rows.get(r).getFirst().runOrder(),
                                        tops.get(r),
                                        rows.get(r).stream().map(Action::id).toList()))
                        .toList();
        return new StagePlace(
                stage.id(),
                index,
                new Box(x, 0, width, bottom + BOTTOM_PADDING),
                places,
                column,
                columns);
    }

    private static void place(
            StagePlace stage,
            List<List<Action>> rows,
            ToDoubleFunction<ActionId> footer,
            SequencedMap<ActionId, CardPlace> cards) {
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < rows.get(r).size(); c++) {
                var action = rows.get(r).get(c);
                var box =
                        new Box(
                                stage.box().x() + GUTTER + c * (CARD_WIDTH + CARD_GAP),
                                stage.rows().get(r).top(),
                                CARD_WIDTH,
                                CARD_HEIGHT);
                cards.put(
                        action.id(),
                        new CardPlace(
                                action.id(),
                                stage.index(),
                                r,
                                stage.firstColumn() + c,
                                box,
                                footer.applyAsDouble(action.id()),
                                ports(box.x(), box.y(), Math.max(1, action.inputs().size())),
                                ports(box.right(), box.y(), action.outputs().size())));
            }
        }
    }

    private static List<Spot> ports(double x, double top, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Spot(x, top + CARD_HEIGHT * (i + 1) / (count + 1)))
                .toList();
    }

    /// Everything that is drawn, with room for wires around it.
    public Box bounds() {
        var all = new Box(0, 0, 0, 0);
        for (var stage : stages) {
            all = all.with(stage.box());
        }
        for (var wire : wires) {
            for (var point : wire.points()) {
                all = all.with(new Box(point.x(), point.y(), 0, 0));
            }
        }
        return all;
    }

    /// Where the gate on the arrow into a stage stands: in the middle of the gap before it.
    public Spot gate(StagePlace into) {
        return new Spot(into.box().x() - STAGE_GAP / 2, ARROW);
    }

    public Optional<CardPlace> card(ActionId id) {
        return Optional.ofNullable(cards.get(id));
    }

    public Optional<StagePlace> stage(StageId id) {
        return stages.stream().filter(s -> s.id().equals(id)).findFirst();
    }
}
