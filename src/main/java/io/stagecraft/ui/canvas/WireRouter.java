package io.stagecraft.ui.canvas;

import io.stagecraft.model.ActionId;
import io.stagecraft.model.ArtifactFlow;
import io.stagecraft.model.Design;
import io.stagecraft.ui.canvas.CanvasLayout.CardPlace;
import io.stagecraft.ui.canvas.CanvasLayout.Wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Leads wires around cards, along the free strips between rows and between card columns.
///
/// Each wire takes at most five legs, chosen without looking at any other wire, so routing is linear. Artifacts
/// that share a strip get lanes of their own; wires of one artifact share theirs, so a fan-out reads as a tree.
final class WireRouter {
    private static final double LANE = 8;

    /// Which part of the space between two card columns: within a stage there is only `MIDDLE`; between two stages
    /// there are the left one's padding, the open gap, and the right one's gutter.
    private enum Zone {
        MIDDLE,
        PADDING,
        GAP,
        GUTTER
    }

    /// The upright strip to the left of a card column.
    private record Upright(int column, Zone zone) {}

    private record Lane(Object strip, String artifact) {}

    private record Route(
            String artifact,
            CardPlace from,
            Spot start,
            CardPlace to,
            Spot end,
            Upright out,
            Upright in,
            int level) {
        private static final int NONE = -1;
    }

    private final CanvasLayout layout;
    private final List<TreeSet<Integer>> taken = new ArrayList<>();
    private final Map<Object, Set<String>> leaving = new LinkedHashMap<>();
    private final Map<Object, Set<String>> arriving = new LinkedHashMap<>();
    private final Map<Lane, Double> lanes = new HashMap<>();

    WireRouter(CanvasLayout layout) {
        this.layout = layout;
        layout.cards()
                .values()
                .forEach(card -> {
                    while (taken.size() <= card.row()) {
                        taken.add(new TreeSet<>());
                    }
                    taken.get(card.row()).add(card.column());
                });
    }

    List<Wire> route(Design design) {
        var flow = ArtifactFlow.of(design);
        var routes = new ArrayList<Route>();
        design.actions()
                .forEach(consumer -> {
                    for (int i = 0; i < consumer.inputs().size(); i++) {
                        var artifact = consumer.inputs().get(i);
                        for (var producer : flow.producersOf(artifact)) {
                            var at = producer.action().outputNames().indexOf(artifact);
                            routes.add(
                                    choose(artifact, producer.action().id(), at, consumer.id(), i));
                        }
                    }
                });
        share();
        return routes.stream().map(this::drawn).toList();
    }

    private Route choose(
            String artifact, ActionId producer, int output, ActionId consumer, int input) {
        var from = card(producer);
        var to = card(consumer);
        boolean inside = from.stage() == to.stage();
        var out = new Upright(from.column() + 1, zone(from.column() + 1, inside, Zone.PADDING));
        var in = new Upright(to.column(), zone(to.column(), inside, Zone.GUTTER));
        int level = level(from, to);
        if (level == Route.NONE) {
            if (free(to.row(), from.column(), to.column())) {
                in = out;
            } else {
                out = in;
            }
        }
        use(leaving, out, artifact);
        use(out.equals(in) ? leaving : arriving, in, artifact);
        if (level != Route.NONE) {
            use(leaving, level, artifact);
        }
        return new Route(
                artifact,
                from,
                from.outputs().get(output),
                to,
                to.inputs().get(input),
                out,
                in,
                level);
    }

    /// The strip above which row the wire crosses other columns; none where a row is free all the way.
    private int level(CardPlace from, CardPlace to) {
        boolean ahead = from.column() < to.column();
        if (ahead
                && (free(to.row(), from.column(), to.column())
                        || free(from.row(), from.column(), to.column()))) {
            return Route.NONE;
        }
        return from.row() < to.row() ? to.row() : to.row() + 1;
    }

    private boolean free(int row, int after, int before) {
        var next = taken.get(row).higher(after);
        return next == null || next >= before;
    }

    private Zone zone(int column, boolean inside, Zone own) {
        boolean between =
                column >= columns()
                        || layout.stages().stream().anyMatch(s -> s.firstColumn() == column);
        return !between ? Zone.MIDDLE : inside ? own : Zone.GAP;
    }

    private int columns() {
        var last = layout.stages().getLast();
        return last.firstColumn() + last.columns();
    }

    private static void use(Map<Object, Set<String>> users, Object strip, String artifact) {
        users.computeIfAbsent(strip, _ -> new LinkedHashSet<>()).add(artifact);
    }

    /// Who leaves a card turns before who arrives at one, so the two never run over each other.
    private void share() {
        var strips = new LinkedHashSet<>(leaving.keySet());
        strips.addAll(arriving.keySet());
        for (var strip : strips) {
            var artifacts = new LinkedHashSet<>(leaving.getOrDefault(strip, Set.of()));
            artifacts.addAll(arriving.getOrDefault(strip, Set.of()));
            share(strip, List.copyOf(artifacts));
        }
    }

    private void share(Object strip, List<String> artifacts) {
        double room = strip instanceof Upright(_, var zone) ? room(zone) : 16;
        double step = Math.min(LANE, room / Math.max(1, artifacts.size() - 1));
        double middle =
                strip instanceof Upright upright ? middle(upright) : middle((Integer) strip);
        for (int i = 0; i < artifacts.size(); i++) {
            lanes.put(
                    new Lane(strip, artifacts.get(i)),
                    middle + (i - (artifacts.size() - 1) / 2.0) * step);
        }
    }

    private static double room(Zone zone) {
        return switch (zone) {
            case MIDDLE -> 24;
            case PADDING, GUTTER -> 8;
            case GAP -> 48;
        };
    }

    private double middle(Upright strip) {
        for (var stage : layout.stages()) {
            int within = strip.column() - stage.firstColumn();
            if (within >= 0 && within < stage.columns()) {
                double cards = CanvasLayout.CARD_WIDTH + CanvasLayout.CARD_GAP;
                double left = stage.box().x() + CanvasLayout.GUTTER + within * cards;
                return switch (strip.zone()) {
                    case MIDDLE -> left - CanvasLayout.CARD_GAP / 2;
                    case GUTTER -> left - 12;
                    case GAP -> stage.box().x() - CanvasLayout.STAGE_GAP / 2;
                    case PADDING ->
                            stage.box().x()
                                    - CanvasLayout.STAGE_GAP
                                    - CanvasLayout.RIGHT_PADDING
                                    + 14;
                };
            }
        }
        double end = layout.stages().getLast().box().right();
        return strip.zone() == Zone.PADDING
                ? end - CanvasLayout.RIGHT_PADDING + 14
                : end + CanvasLayout.STAGE_GAP / 2;
    }

    private double middle(int row) {
        double above = layout.rowBottoms().get(row - 1);
        return above
                + CanvasLayout.ROW_GAP / 2
                - 3; // nearer the upper row: badges sit on the lower
    }

    private Wire drawn(Route route) {
        double left = lane(route.out(), route);
        double right = lane(route.in(), route);
        var points = new ArrayList<Spot>();
        points.add(route.start());
        points.add(new Spot(left, route.start().y()));
        if (route.level() != Route.NONE) {
            double y = lane(route.level(), route);
            points.add(new Spot(left, y));
            points.add(new Spot(right, y));
        }
        points.add(new Spot(right, route.end().y()));
        points.add(route.end());
        return new Wire(route.artifact(), route.from().id(), route.to().id(), corners(points));
    }

    private double lane(Object strip, Route route) {
        Double at = lanes.get(new Lane(strip, route.artifact()));
        if (at == null) {
            throw new IllegalStateException("no lane for " + route.artifact());
        }
        return at;
    }

    /// Without points that lie on the straight between their neighbours.
    private static List<Spot> corners(List<Spot> points) {
        var kept = new ArrayList<Spot>();
        for (int i = 0; i < points.size(); i++) {
            boolean end = i == 0 || i == points.size() - 1;
            if (end || !straight(kept.getLast(), points.get(i), points.get(i + 1))) {
                kept.add(points.get(i));
            }
        }
        return kept;
    }

    private static boolean straight(Spot a, Spot b, Spot c) {
        return a.x() == b.x() && b.x() == c.x() || a.y() == b.y() && b.y() == c.y();
    }

    private CardPlace card(ActionId id) {
        return layout.card(id).orElseThrow();
    }
}
