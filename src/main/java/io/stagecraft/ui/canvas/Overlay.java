package io.stagecraft.ui.canvas;

import javafx.scene.Group;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;

import java.util.List;

/// What a gesture shows above the drawing, in its units: ghost, drop line, marquee, the wire that is being drawn.
final class Overlay extends Group {
    private final Rectangle marquee = Shapes.rectangle(new Box(0, 0, 0, 0), 2, "marquee");
    private final Rectangle mark = Shapes.rectangle(new Box(0, 0, 0, 0), 2, "drop-mark");
    private final Group caption = new Group();
    private final Text captionText = new Text();
    private final Rectangle captionGround =
            Shapes.rectangle(new Box(0, 0, 0, 0), 6, "drop-caption-ground");
    private final Group ghosts = new Group();
    private final Path wire = Shapes.styled(new Path(), "wire-draft");
    private final Group ports = new Group();
    private final Group note = new Group();
    private final Rectangle noteGround = Shapes.rectangle(new Box(0, 0, 0, 0), 6, "note-ground");
    private final Text noteText = new Text();

    Overlay() {
        setMouseTransparent(true);
        captionText.getStyleClass().add("drop-caption");
        captionText.setId("drop-caption");
        noteText.getStyleClass().add("note-text");
        noteText.setId("canvas-note");
        noteText.setWrappingWidth(260);
        caption.getChildren().addAll(captionGround, captionText);
        note.getChildren().addAll(noteGround, noteText);
        getChildren().addAll(ports, mark, wire, ghosts, marquee, caption, note);
        clear();
    }

    void clear() {
        for (var node : List.of(marquee, mark, caption, wire, note)) {
            node.setVisible(false);
        }
        ghosts.getChildren().clear();
        ports.getChildren().clear();
    }

    void marquee(Box box) {
        Shapes.place(marquee, box);
        marquee.setVisible(true);
    }

    void drop(DropPlaces.Drop drop, boolean possible, Spot pointer, double scale) {
        Shapes.place(mark, drop.mark());
        boolean box = Math.min(drop.mark().width(), drop.mark().height()) > 8;
        mark.setArcWidth(box ? drop.mark().width() : 4);
        mark.setArcHeight(box ? drop.mark().width() : 4);
        Shapes.restyle(
                mark, "drop-is-", box ? "drop-is-box" : possible ? "drop-is-line" : "drop-is-idle");
        mark.setVisible(possible);
        caption.setVisible(possible);
        captionText.setText(drop.caption());
        var size = captionText.getLayoutBounds();
        caption.getTransforms().setAll(new Scale(1 / scale, 1 / scale));
        Shapes.place(
                captionGround,
                new Box(-6, -size.getHeight() + 1, size.getWidth() + 12, size.getHeight() + 6));
        caption.setTranslateX(pointer.x() + 16 / scale);
        caption.setTranslateY(pointer.y() - 14 / scale);
    }

    /// Outlines of what is carried, at the pointer.
    void ghosts(List<Box> boxes, List<String> names, boolean possible, double scale) {
        ghosts.getChildren().clear();
        for (int i = 0; i < boxes.size(); i++) {
            var box = boxes.get(i);
            var shape = Shapes.rectangle(box, 9, "ghost", possible ? "ghost-yes" : "ghost-no");
            ghosts.getChildren().add(shape);
            if (i < names.size()) {
                var text = new FittedText("ghost-name");
                text.pseudoClassStateChanged(Shapes.PLAIN, Detail.FULL.at(scale) != Detail.FULL);
                text.setX(box.x() + 16);
                text.setY(box.y() + 36);
                text.show(names.get(i), box.width() - 32);
                ghosts.getChildren().add(text);
            }
        }
    }

    void wire(Spot from, Spot to, int colour) {
        double middle = (from.x() + to.x()) / 2;
        wire.getElements()
                .setAll(
                        WireNode.elements(
                                List.of(
                                        from,
                                        new Spot(middle, from.y()),
                                        new Spot(middle, to.y()),
                                        to),
                                Detail.FULL));
        Shapes.restyle(wire, "wire-c", "wire-c" + colour);
        wire.setVisible(true);
    }

    /// Lights up what can take the wire, and dims what cannot.
    void candidates(List<Box> yes, List<Box> no) {
        ports.getChildren().clear();
        yes.forEach(b -> ports.getChildren().add(Shapes.rectangle(b, 11, "candidate")));
        no.forEach(b -> ports.getChildren().add(Shapes.rectangle(b, 9, "no-candidate")));
    }

    /// A sentence near the pointer; nothing where it is empty.
    void note(String text, Spot at, double scale) {
        note.setVisible(!text.isEmpty());
        noteText.setText(text);
        var size = noteText.getLayoutBounds();
        Shapes.place(
                noteGround,
                new Box(-10, -size.getHeight() - 2, size.getWidth() + 20, size.getHeight() + 14));
        note.getTransforms().setAll(new Scale(1 / scale, 1 / scale));
        note.setTranslateX(at.x() + 20 / scale);
        note.setTranslateY(at.y() + 40 / scale);
    }
}
