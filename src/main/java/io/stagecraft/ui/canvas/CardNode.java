package io.stagecraft.ui.canvas;

import io.stagecraft.ui.canvas.Drawing.CardLook;

import javafx.scene.AccessibleRole;
import javafx.scene.CacheHint;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Rectangle;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// An action's card, of shapes and texts: three times faster to build than controls, and it keeps focus and CSS. What is on it
/// is made when the card is first seen from near.
final class CardNode extends Group {
    private static final double CORNER = 9;

    private final Rectangle shadow = Shapes.rectangle(shadow(), CORNER, "card-shadow");
    private final Plate body = new Plate(CORNER, "card-body");
    private final Group card = new Group(shadow, body);
    private final CardFooter footer;
    private Optional<CardFace> face = Optional.empty();
    private Optional<Rectangle> halo = Optional.empty();
    private Optional<CardLook> shown = Optional.empty();
    private Instant at = Instant.EPOCH;
    private Detail detail = Detail.BLOCK;

    CardNode(CardFooter footer) {
        this.footer = footer;
        getStyleClass().add("card");
        setAccessibleRole(AccessibleRole.BUTTON);
        body.place(card(0, 0));
        getChildren().add(card);
        focusedProperty().subscribe(this::halo);
        fromAfar(true);
    }

    private static Box card(double dx, double dy) {
        return new Box(dx, dy, CanvasLayout.CARD_WIDTH, CanvasLayout.CARD_HEIGHT);
    }

    /// The card hides all but the lower end of it.
    private static Box shadow() {
        double high = 2 * CORNER;
        return new Box(0, CanvasLayout.CARD_HEIGHT + 2 - high, CanvasLayout.CARD_WIDTH, high);
    }

    CardLook look() {
        return shown.orElseThrow();
    }

    /// What is on it and below it, in its own measures.
    List<Node> parts() {
        return card.getChildren();
    }

    /// Shows a look; parts that it shares with the one before stay untouched.
    void show(CardLook look, Instant now) {
        shown = Optional.of(look);
        at = now;
        setId(Shapes.id("card", look.name()));
        setAccessibleText(look.spoken());
        card.setTranslateX(look.box().x());
        card.setTranslateY(look.box().y());
        Shapes.restyle(
                this, "category-", "category-" + look.category().name().toLowerCase(Locale.ROOT));
        Shapes.restyle(
                this,
                "run-",
                "run-"
                        + look.run()
                                .map(r -> r.status().name())
                                .orElse("none")
                                .toLowerCase(Locale.ROOT));
        face.ifPresent(f -> f.show(look, now));
        footer.show(this, look);
        footer.detail(this, detail);
    }

    /// The ring around the card that has the keyboard: one card has it at a time.
    private void halo(boolean focused) {
        if (focused && halo.isEmpty()) {
            halo = Optional.of(Shapes.rectangle(card(0, 0).grown(3), CORNER + 3, "card-halo"));
            card.getChildren().add(1, halo.get());
        }
    }

    /// Lets a running time run on.
    void tick(Instant now) {
        face.ifPresent(f -> f.tick(now));
    }

    boolean isTicking() {
        return shown.flatMap(CardLook::run).map(r -> r.status().isLive()).orElse(false);
    }

    /// Whether it is shown like this already; otherwise [#dress] has work to do that takes a part of a frame.
    boolean isDressed(Detail wanted, boolean still) {
        boolean pictured = isCache() || wanted == Detail.BLOCK;
        return detail == wanted && pictured && getCacheHint() == hint(still);
    }

    /// Shows this much of it.
    ///
    /// @param still whether the scale stays as it is: then its picture is as sharp as can be, otherwise it is stretched
    void dress(Detail wanted, boolean still) {
        setCacheHint(hint(still));
        detail(wanted);
        setCache(wanted != Detail.BLOCK);
    }

    /// Shows its picture larger or smaller from now on.
    void stretch() {
        setCacheHint(hint(false));
    }

    private static CacheHint hint(boolean still) {
        return still ? CacheHint.DEFAULT : CacheHint.SPEED;
    }

    private void detail(Detail next) {
        if (next == detail) {
            return;
        }
        if ((next == Detail.BLOCK) != (detail == Detail.BLOCK)) {
            fromAfar(next == Detail.BLOCK);
        }
        detail = next;
        if (face.isEmpty()) {
            face = Optional.of(new CardFace());
            card.getChildren().add(parts().indexOf(body) + 1, face.get());
            shown.ifPresent(l -> face.get().show(l, at));
        }
        face.get().detail(next);
        footer.detail(this, next);
    }

    private void fromAfar(boolean far) {
        shadow.setVisible(!far);
        body.far(far);
    }
}
