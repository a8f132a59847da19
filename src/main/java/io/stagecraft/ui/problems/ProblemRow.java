package io.stagecraft.ui.problems;

import io.stagecraft.ui.kit.Brief;
import io.stagecraft.ui.kit.Icons;
import io.stagecraft.ui.kit.Marks;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// One problem in a line. The same nodes show one problem after another: after each edit the list has its problems anew, and
/// nodes that are new have to be styled first.
final class ProblemRow extends HBox {
    private final ProblemsViewModel model;
    private final SwitchOffBar bar;
    private final Label message = line("problem-message");
    private final Label place = line("secondary");
    private final Label why = line("secondary");
    private final Label id = new Label();
    private final VBox words;
    private final Button off = new Button("", Icons.node("x", 14));
    private List<String> links = List.of();
    private @Nullable Severity severity;
    private @Nullable Problem problem;

    ProblemRow(ProblemsViewModel model, SwitchOffBar bar) {
        super(10);
        this.model = model;
        this.bar = bar;
        var first = new HBox(8, message, place);
        first.setAlignment(Pos.BASELINE_LEFT);
        words = new VBox(2, first, why);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        id.getStyleClass().addAll("secondary", "mono");
        id.setMinWidth(Region.USE_PREF_SIZE);
        off.getStyleClass().addAll("flat", "icon-only", "small", "switch-off-button");
        off.setMinWidth(Region.USE_PREF_SIZE);
        off.setTooltip(new Tooltip("Switch off in this design…"));
        off.setOnAction(_ -> now(bar::ask));
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("problem");
    }

    private static Label line(String style) {
        var tip = new Tooltip();
        tip.setWrapText(true);
        tip.setMaxWidth(480);
        var label = new Label();
        label.getStyleClass().add(style);
        label.setMinWidth(0);
        label.setTooltip(tip);
        return label;
    }

    /// What is cut can be read whole.
    private static void tip(Label label, String whole) {
        label.getTooltip().setText(whole);
    }

    void show(Problem next) {
        if (problem != null && !isSame(problem, next)) {
            getChildren().forEach(ProblemRow::disarm);
        }
        problem = next;
        message.setText(Brief.of(next.message()));
        place.setText(Brief.of(model.place(next)));
        tip(message, next.message());
        tip(place, model.place(next));
        why.setText(next.rule().why());
        tip(why, next.rule().why());
        id.setText(next.rule().id());
        off.setAccessibleText("Switch off " + next.rule().id() + " in this design");
        setAccessibleText(words(next.rule().severity()) + ": " + next.message());
        var labels = next.fixes().stream().map(Fix::label).toList();
        if (severity != next.rule().severity() || !links.equals(labels)) {
            severity = next.rule().severity();
            links = labels;
            getChildren().setAll(parts(next));
        }
    }

    private static boolean isSame(Problem one, Problem other) {
        return one.about().equals(other.about())
                && one.rule().id().equals(other.rule().id())
                && one.message().equals(other.message());
    }

    /// What was pressed for one problem does nothing to another when it is let go.
    private static void disarm(Node part) {
        if (part instanceof ButtonBase button) {
            button.disarm();
        }
    }

    private List<Node> parts(Problem of) {
        var parts = new ArrayList<Node>(List.of(Marks.of(of.rule().severity()), words));
        for (int i = 0; i < of.fixes().size(); i++) {
            parts.add(link(i));
        }
        parts.add(id);
        if (ProblemsViewModel.isAdvice(of)) {
            parts.add(off);
        }
        return parts;
    }

    /// Mends whatever problem the row shows when it is clicked.
    private Hyperlink link(int at) {
        var link = new Hyperlink(links.get(at));
        link.getStyleClass().add("fix");
        link.setMinWidth(Region.USE_PREF_SIZE);
        link.setOnAction(_ -> now(of -> model.accept(of.fixes().get(at))));
        return link;
    }

    private void now(Consumer<Problem> work) {
        if (problem != null) {
            work.accept(problem);
        }
    }

    /// What can be done about a problem.
    ContextMenu menu(Problem of) {
        var menu = new ContextMenu(item("Show it", () -> model.show(of)));
        of.fixes().forEach(f -> menu.getItems().add(item(f.label(), () -> model.accept(f))));
        if (ProblemsViewModel.isAdvice(of)) {
            menu.getItems().add(new SeparatorMenuItem());
            menu.getItems().add(item("Switch off in this design…", () -> bar.ask(of)));
        }
        return menu;
    }

    private static MenuItem item(String words, Runnable work) {
        var item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> work.run());
        return item;
    }

    private static String words(Severity severity) {
        return switch (severity) {
            case ERROR -> "Error";
            case WARNING -> "Warning";
            case HINT -> "Hint";
        };
    }
}
