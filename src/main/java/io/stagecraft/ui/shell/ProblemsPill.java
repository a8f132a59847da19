package io.stagecraft.ui.shell;

import io.stagecraft.ui.Checking;
import io.stagecraft.ui.Workspace;
import io.stagecraft.ui.kit.Icons;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

import java.util.List;

/// How many problems there are, in the bar; it leads to them.
final class ProblemsPill extends Button {
    private final Workspace workspace;
    private String worn = "";

    ProblemsPill(Workspace workspace, Runnable show) {
        this.workspace = workspace;
        setId("problems-pill");
        setMinWidth(USE_PREF_SIZE);
        setOnAction(_ -> show.run());
        workspace.problemsProperty().subscribe(_ -> dress(workspace.checkingProperty().get()));
        workspace.checkingProperty().subscribe(this::dress);
    }

    private void dress(Checking checking) {
        switch (checking) {
            case Checking.Pending() -> dress("Checking…", "clock", "pending", "");
            case Checking.Done() -> dress(workspace.problemsProperty().get());
            case Checking.Broken(var why) -> dress("Not checked", "info", "warning", why);
        }
    }

    private void dress(List<Problem> found) {
        long errors = found.stream().filter(p -> p.rule().severity() == Severity.ERROR).count();
        long warnings = found.stream().filter(p -> p.rule().severity() == Severity.WARNING).count();
        long loud = errors + warnings;
        long hints = found.size() - loud;
        dress(
                loud > 0
                        ? counted(loud, "problem")
                        : hints > 0 ? counted(hints, "hint") : "No problems",
                errors > 0 ? "octagon-alert" : warnings > 0 ? "triangle-alert" : "check",
                errors > 0 ? "failure" : warnings > 0 ? "warning" : "success",
                counted(errors, "error")
                        + ", "
                        + counted(warnings, "warning")
                        + ", "
                        + counted(hints, "hint"));
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private void dress(String text, String icon, String style, String tip) {
        setText(text);
        setTooltip(tip.isEmpty() ? null : new Tooltip(tip));
        if (!icon.equals(worn)) { // styling it anew at each edit would be felt
            worn = icon;
            setGraphic(Icons.node(icon, 14));
            getStyleClass().setAll("button", "pill", "problems-pill", style);
        }
    }
}
