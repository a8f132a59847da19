package io.stagecraft.ui.canvas;

import io.stagecraft.run.RunStatus;
import io.stagecraft.ui.canvas.Drawing.CardLook;
import io.stagecraft.ui.canvas.Drawing.RunLook;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.Optional;
import java.util.function.Consumer;

/// What hangs under a card while a run needs somebody: Approve and Reject, or why it failed. Only those few cards
/// have one, so here controls are no burden.
final class CardFooter {
    private static final String KEY = "footer";
    private static final double TOP = CanvasLayout.CARD_HEIGHT + 6;

    private final CanvasViewModel model;
    private final Prompts prompts;

    /// What hangs under a card, and under which name.
    private record Hung(String name, Optional<RunLook> run) {}

    /// Asks for a line of text on the canvas.
    interface Prompts {
        void ask(Box over, String prompt, Consumer<String> then);
    }

    CardFooter(CanvasViewModel model, Prompts prompts) {
        this.model = model;
        this.prompts = prompts;
    }

    void show(CardNode card, CardLook look) {
        var wanted = look.run().filter(r -> r.answerable() || r.status() == RunStatus.FAILED);
        var hung = new Hung(look.name(), wanted);
        if (hung.equals(card.getProperties().get(KEY + "-for"))) {
            return;
        }
        card.getProperties().put(KEY + "-for", hung);
        if (card.getProperties().remove(KEY) instanceof Node old) {
            card.parts().remove(old);
        }
        wanted.ifPresent(run -> {
            var node = run.answerable() ? approval(card, look) : failure(look, run.said());
            node.getStyleClass().add("card-footer");
            node.setId(Shapes.id("footer", look.name()));
            node.setLayoutY(TOP);
            node.setPrefWidth(CanvasLayout.CARD_WIDTH);
            node.setMaxWidth(CanvasLayout.CARD_WIDTH);
            card.getProperties().put(KEY, node);
            card.parts().add(node);
        });
    }

    void detail(CardNode card, Detail detail) {
        if (card.getProperties().get(KEY) instanceof Node node) {
            node.setVisible(detail != Detail.BLOCK);
            node.pseudoClassStateChanged(Shapes.PLAIN, detail == Detail.PLAIN);
        }
    }

    private HBox approval(CardNode card, CardLook look) {
        var approve = new Button("Approve");
        approve.setId(Shapes.id("approve", look.name()));
        approve.getStyleClass().addAll("accent", "small");
        approve.setOnAction(_ -> answer(card.look(), true)); // where the card is by then
        var reject = new Button("Reject");
        reject.setId(Shapes.id("reject", look.name()));
        reject.getStyleClass().add("small");
        reject.setOnAction(_ -> answer(card.look(), false));
        for (var button : new Button[] {approve, reject}) {
            HBox.setHgrow(button, Priority.ALWAYS);
            button.setMaxWidth(Double.MAX_VALUE);
        }
        var box = new HBox(8, approve, reject);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("card-approval");
        return box;
    }

    /// Asks for the comment that goes with an answer, where Approve and Reject hang.
    void answer(CardLook look, boolean approved) {
        prompts.ask(
                new Box(look.box().x(), look.box().y() + TOP, CanvasLayout.CARD_WIDTH, 40),
                approved ? "Approve: a comment, or just Enter" : "Reject: why?",
                comment -> model.answer(look.id(), approved, comment));
    }

    private VBox failure(CardLook look, String said) {
        var line = new Label(said.isEmpty() ? "Failed" : said);
        line.getStyleClass().add("card-failure-text");
        line.setMaxWidth(Double.MAX_VALUE);
        var why = new Hyperlink("Why?");
        why.setId(Shapes.id("why", look.name()));
        why.setOnAction(_ -> model.showFailure(look.id()));
        var retry = new Hyperlink("Retry stage");
        retry.setId(Shapes.id("retry", look.name()));
        retry.setOnAction(_ -> model.retry(look.id()));
        var box = new VBox(2, line, new HBox(16, why, retry));
        box.getStyleClass().add("card-failure");
        return box;
    }
}
