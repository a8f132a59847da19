package io.stagecraft.ui.canvas;

import io.stagecraft.run.RunStatus;
import io.stagecraft.ui.canvas.Drawing.CardLook;
import io.stagecraft.ui.canvas.Drawing.PortLook;
import io.stagecraft.ui.canvas.Drawing.RunLook;
import io.stagecraft.ui.kit.Elapsed;
import io.stagecraft.ui.kit.Icons;
import io.stagecraft.ui.kit.StatusGlyph;

import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is on a card: provider, name, what it does, where, its ports, how it runs and what is wrong with it.
final class CardFace extends Group {
    private static final double TEXT_LEFT = 58;
    private static final double PORT = 5;

    private final Rectangle band =
            Shapes.rectangle(new Box(0, 12, 3, CanvasLayout.CARD_HEIGHT - 24), 1.5, "card-band");
    private final Rectangle tile = Shapes.rectangle(new Box(14, 16, 32, 32), 8, "card-tile");
    private final FittedText name = new FittedText("card-name");
    private final FittedText subtitle = new FittedText("card-subtitle");
    private final Text time = new Text();
    private final Group ports = new Group();
    private final BadgeNode badge = new BadgeNode();
    private Optional<StatusGlyph> glyph = Optional.empty();
    private Optional<PlaceLine> place = Optional.empty();
    private Optional<Node> icon = Optional.empty();
    private Optional<BrokenMark> broken = Optional.empty();
    private Optional<CardLook> shown = Optional.empty();
    private Detail detail = Detail.FULL;

    CardFace() {
        time.getStyleClass().add("card-time");
        time.setTextOrigin(VPos.BASELINE);
        time.layoutBoundsProperty()
                .subscribe(b -> time.setX(CanvasLayout.CARD_WIDTH - 14 - b.getWidth()));
        name.setX(TEXT_LEFT);
        subtitle.setX(TEXT_LEFT);
        getChildren().addAll(band, tile, name, subtitle, time, ports, badge);
    }

    /// Shows a look; parts that it shares with the one before stay untouched.
    void show(CardLook look, Instant now) {
        var before = shown;
        shown = Optional.of(look);
        band.setFill(PlaceLine.colour(look.place()));
        if (!before.map(CardLook::icon).equals(Optional.of(look.icon()))) {
            icon.ifPresent(getChildren()::remove);
            icon = Optional.of(picture(look.icon()));
            getChildren().add(getChildren().indexOf(tile) + 1, icon.get());
        }
        if (!before.map(CardLook::inputs).equals(Optional.of(look.inputs()))
                || !before.map(CardLook::outputs).equals(Optional.of(look.outputs()))
                || !before.map(CardLook::box).equals(Optional.of(look.box()))) {
            ports.getChildren().setAll(drawn(look));
        }
        run(look.run());
        texts(look);
        badge.show(look.badge());
        badge.setTranslateX(CanvasLayout.CARD_WIDTH - badge.width() - 10);
        badge.setTranslateY(-BadgeNode.HEIGHT / 2);
        broken(look.broken());
        tick(now);
    }

    private static Node picture(String name) {
        var node = Icons.node(name, 18);
        node.relocate(21, 23);
        node.resize(18, 18);
        var tinted = new Group(node);
        tinted.getStyleClass().add("card-icon");
        return tinted;
    }

    private void broken(String how) {
        if (broken.isEmpty() && !how.isEmpty()) {
            broken = Optional.of(new BrokenMark());
            getChildren().add(broken.get());
        }
        broken.ifPresent(b -> b.show(how));
    }

    private void texts(CardLook look) {
        double room = CanvasLayout.CARD_WIDTH - TEXT_LEFT;
        boolean placed = !look.place().name().isEmpty();
        double last = room - (timed(look.run()) ? 64 : 14);
        name.show(look.name(), room - (look.run().isPresent() ? 44 : 14));
        subtitle.show(look.subtitle(), placed ? room - 14 : last);
        if (placed != place.isPresent()) {
            place.ifPresent(getChildren()::remove);
            place = placed ? Optional.of(new PlaceLine()) : Optional.empty();
            place.ifPresent(getChildren()::add);
        }
        place.ifPresent(p -> {
            p.show(look.place(), last);
            p.plain(detail == Detail.PLAIN);
        });
        settle();
    }

    /// Puts the lines of text below each other: name, subtitle and environment, or from far what is left of them.
    private void settle() {
        boolean full = detail == Detail.FULL;
        boolean placed = place.isPresent();
        name.setY(full ? placed ? 22 : 28 : placed ? 28 : 38);
        subtitle.setY(placed ? 39 : 46);
        time.setY(placed ? 55 : 46);
        place.ifPresent(p -> p.setTranslateX(TEXT_LEFT));
        place.ifPresent(p -> p.setTranslateY(full ? 55 : 51));
    }

    private static boolean timed(Optional<RunLook> run) {
        return run.flatMap(RunLook::started).isPresent();
    }

    private void run(Optional<RunLook> run) {
        if (run.isEmpty()) {
            glyph.ifPresent(getChildren()::remove);
            glyph = Optional.empty();
            return;
        }
        var status = run.get().status();
        if (glyph.isEmpty()) {
            var fresh = new StatusGlyph(status, 18);
            fresh.setTranslateX(CanvasLayout.CARD_WIDTH - 14 - 18);
            fresh.setTranslateY(11);
            getChildren().add(fresh);
            glyph = Optional.of(fresh);
        }
        glyph.get().show(status);
    }

    /// Lets a running time run on.
    void tick(Instant now) {
        time.setText(shown.flatMap(CardLook::run).map(r -> elapsed(r, now)).orElse(""));
    }

    private static String elapsed(RunLook run, Instant now) {
        if (run.started().isEmpty() || run.status() == RunStatus.NOT_RUN) {
            return "";
        }
        var end = run.status().isLive() ? now : run.changed().orElse(now);
        return Elapsed.text(Duration.between(run.started().get(), end));
    }

    private List<Node> drawn(CardLook look) {
        var circles = new ArrayList<Node>();
        look.inputs().forEach(p -> circles.add(port(look, p, "port-in")));
        look.outputs().forEach(p -> circles.add(port(look, p, "port-out")));
        return circles;
    }

    private static Circle port(CardLook look, PortLook port, String style) {
        var circle =
                new Circle(port.at().x() - look.box().x(), port.at().y() - look.box().y(), PORT);
        Shapes.styled(circle, "port", style, "wire-" + port.colour());
        if (!port.made()) {
            circle.getStyleClass().add("port-missing");
        }
        return circle;
    }

    void detail(Detail next) {
        setVisible(next != Detail.BLOCK);
        if (next == Detail.BLOCK || next == detail) {
            return; // hidden as it is: nobody can see more of it
        }
        detail = next;
        subtitle.setVisible(next == Detail.FULL);
        time.setVisible(next == Detail.FULL);
        settle();
        badge.detail(next);
        name.pseudoClassStateChanged(Shapes.PLAIN, next == Detail.PLAIN);
        place.ifPresent(p -> p.plain(next == Detail.PLAIN));
    }
}
