package io.stagecraft.ui.canvas;

import io.stagecraft.ui.canvas.Drawing.WireLook;

import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.QuadCurveTo;
import javafx.scene.shape.Rectangle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A wire with rounded corners; from far away, with plain ones. Its straight legs are plain rectangles and only its corners are
/// curves: without a graphics card a path takes time by the area that it spans, and a canvas has hundreds of wires.
final class WireNode extends Group {
    private static final double CORNER = 9;
    private static final double OVERLAP =
            .5; // a leg that met its corner between two pixels would let the ground through

    private final Path line = Shapes.styled(new Path(), "wire-line"); // the legs follow its style
    private Optional<WireLook> shown = Optional.empty();
    private Detail detail = Detail.FULL;

    WireNode() {
        getStyleClass().add("wire");
        setMouseTransparent(true);
        setAccessibleRole(AccessibleRole.NODE);
        getChildren().add(line);
        line.strokeWidthProperty().subscribe(() -> shown.ifPresent(_ -> draw()));
    }

    WireLook look() {
        return shown.orElseThrow();
    }

    void show(WireLook look) {
        boolean moved =
                !shown.map(WireLook::points).equals(Optional.of(look.points()))
                        || !shown.map(WireLook::late).equals(Optional.of(look.late()));
        shown = Optional.of(look);
        Shapes.restyle(this, "wire-", "wire-" + look.colour());
        getStyleClass().remove("late");
        if (look.late()) {
            getStyleClass().add("late");
        }
        setAccessibleText(look.spoken());
        if (moved) {
            draw();
        }
    }

    void detail(Detail next) {
        boolean redraw = (next == Detail.BLOCK) != (detail == Detail.BLOCK);
        detail = next;
        if (redraw && shown.isPresent()) {
            draw();
        }
    }

    /// Dashes run on around corners: a late wire is one line.
    private void draw() {
        var points = look().points();
        if (look().late()) {
            getChildren().setAll(line);
            line.getElements().setAll(elements(points, detail));
            return;
        }
        var bends = new ArrayList<PathElement>();
        var straight = new ArrayList<Node>();
        var from = points.getFirst();
        for (int i = 1; i < points.size(); i++) {
            var at = points.get(i);
            boolean bent = i < points.size() - 1 && detail != Detail.BLOCK;
            var to = bent ? towards(at, points.get(i - 1), radius(points, i)) : at;
            straight.add(leg(from, to));
            from = at;
            if (bent) {
                from = towards(at, points.get(i + 1), radius(points, i));
                bends.add(new MoveTo(to.x(), to.y()));
                bends.add(new QuadCurveTo(at.x(), at.y(), from.x(), from.y()));
            }
        }
        straight.add(line);
        getChildren().setAll(straight);
        line.getElements().setAll(bends);
    }

    private Rectangle leg(Spot from, Spot to) {
        var leg = new Rectangle();
        leg.setMouseTransparent(true);
        leg.setStroke(null);
        leg.fillProperty().bind(line.strokeProperty());
        double half = line.getStrokeWidth() / 2;
        boolean level = from.y() == to.y();
        var way = Box.between(from, to);
        Shapes.place(leg, way.grown(level ? OVERLAP : half, level ? half : OVERLAP));
        return leg;
    }

    /// A wire as one line.
    static List<PathElement> elements(List<Spot> points, Detail detail) {
        var path = new ArrayList<PathElement>();
        path.add(new MoveTo(points.getFirst().x(), points.getFirst().y()));
        for (int i = 1; i < points.size(); i++) {
            var at = points.get(i);
            if (i == points.size() - 1 || detail == Detail.BLOCK) {
                path.add(new LineTo(at.x(), at.y()));
            } else {
                double r = radius(points, i);
                var in = towards(at, points.get(i - 1), r);
                var out = towards(at, points.get(i + 1), r);
                path.add(new LineTo(in.x(), in.y()));
                path.add(new QuadCurveTo(at.x(), at.y(), out.x(), out.y()));
            }
        }
        return path;
    }

    private static double radius(List<Spot> points, int i) {
        double before = points.get(i - 1).distance(points.get(i));
        double after = points.get(i).distance(points.get(i + 1));
        return Math.min(CORNER, Math.min(before, after) / 2);
    }

    private static Spot towards(Spot from, Spot to, double by) {
        double length = from.distance(to);
        double k = length == 0 ? 0 : by / length;
        return from.plus((to.x() - from.x()) * k, (to.y() - from.y()) * k);
    }
}
