package io.stagecraft.ui.canvas;

import io.stagecraft.ui.canvas.Drawing.WireLook;

import javafx.scene.AccessibleRole;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.QuadCurveTo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A wire with rounded corners; from far away, with plain ones.
final class WireNode extends Path {
    private static final double CORNER = 9;

    private Optional<WireLook> shown = Optional.empty();
    private Detail detail = Detail.FULL;

    WireNode() {
        getStyleClass().add("wire");
        setMouseTransparent(true);
        setAccessibleRole(AccessibleRole.NODE);
    }

    WireLook look() {
        return shown.orElseThrow();
    }

    void show(WireLook look) {
        boolean moved = !shown.map(WireLook::points).equals(Optional.of(look.points()));
        shown = Optional.of(look);
        Shapes.restyle(this, "wire-", "wire-" + look.colour());
        getStyleClass().remove("late");
        if (look.late()) {
            getStyleClass().add("late");
        }
        setAccessibleText(look.spoken());
        if (moved) {
            getElements().setAll(elements(look.points(), detail));
        }
    }

    void detail(Detail next) {
        boolean redraw = (next == Detail.BLOCK) != (detail == Detail.BLOCK);
        detail = next;
        if (redraw && shown.isPresent()) {
            getElements().setAll(elements(look().points(), detail));
        }
    }

    static List<PathElement> elements(List<Spot> points, Detail detail) {
        var path = new ArrayList<PathElement>();
        path.add(new MoveTo(points.getFirst().x(), points.getFirst().y()));
        for (int i = 1; i < points.size(); i++) {
            var at = points.get(i);
            if (i == points.size() - 1 || detail == Detail.BLOCK) {
                path.add(new LineTo(at.x(), at.y()));
            } else {
                double before = points.get(i - 1).distance(at);
                double after = at.distance(points.get(i + 1));
                double r = Math.min(CORNER, Math.min(before, after) / 2);
                var in = towards(at, points.get(i - 1), r);
                var out = towards(at, points.get(i + 1), r);
                path.add(new LineTo(in.x(), in.y()));
                path.add(new QuadCurveTo(at.x(), at.y(), out.x(), out.y()));
            }
        }
        return path;
    }

    private static Spot towards(Spot from, Spot to, double by) {
        double length = from.distance(to);
        double k = length == 0 ? 0 : by / length;
        return from.plus((to.x() - from.x()) * k, (to.y() - from.y()) * k);
    }
}
