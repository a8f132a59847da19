package io.stagecraft.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.blueprint.Blueprint;
import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.edit.RenameDesign;
import io.stagecraft.model.Design;
import io.stagecraft.ui.problems.ProblemsView;
import io.stagecraft.ui.problems.ProblemsViewModel;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import javafx.scene.Scene;
import javafx.scene.control.Label;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

import java.util.List;

/// A rule or the planner breaks, which no design should bring about: the person is told, and told no falsehood.
class BrokenRulesTest {
    private static final Info RULE =
            new Info("SC999", Severity.ERROR, "title", "why", "https://docs.aws.amazon.com/");

    private Workspace workspace;
    private ProblemsView view;

    @BeforeEach
    void open() throws Exception {
        FxToolkit.registerPrimaryStage();
        workspace =
                Bench.workspace(
                        CatalogFiles.load(),
                        BrokenRulesTest::check,
                        BrokenRulesTest::plan,
                        Design.empty("fine"));
        Bench.onScreen(() -> {
            view = new ProblemsView(new ProblemsViewModel(workspace));
            new Scene(view, 600, 300);
        });
    }

    /// What the panel says in the list's place.
    private String empty() {
        return Bench.onScreen(() -> {
            view.applyCss();
            view.layout();
            return ((Label) view.lookup("#problems-empty")).getText();
        });
    }

    private static List<Problem> check(Design design) {
        return switch (design.name()) {
            case "endless" -> throw new StackOverflowError();
            case "broken" -> throw new IllegalStateException("no such stage");
            default -> List.of(new Problem(RULE, new About.Pipeline(), "message", List.of()));
        };
    }

    private static Blueprint plan(Design design) {
        if (design.name().equals("unplanned")) {
            throw new AssertionError("two roles of one name");
        }
        return new Blueprint(design.name(), List.of(), List.of());
    }

    private void name(String name) {
        Bench.onScreen(() -> workspace.apply(new RenameDesign(name)));
    }

    private String message() {
        return workspace.messageProperty().get().map(Message::text).orElse("");
    }

    @Test
    void aRuleThatBreaksLeavesNoProblemOfAnEarlierDesign() {
        assertEquals(1, workspace.problemsProperty().get().size());
        name("broken");
        var line = "This design could not be checked: no such stage.";
        assertEquals(List.of(), workspace.problemsProperty().get());
        assertEquals(line, empty());
        assertEquals(line, message());
        name("fine again");
        assertEquals(1, workspace.problemsProperty().get().size());
        assertInstanceOf(Checking.Done.class, workspace.checkingProperty().get());
    }

    @Test
    void anErrorIsToldLikeAnException() {
        name("endless");
        assertEquals(
                "This design could not be checked: Something in Stagecraft itself broke"
                        + " (StackOverflowError).",
                empty());
    }

    @Test
    void aPlanThatBreaksIsTold() {
        name("unplanned");
        assertTrue(message().startsWith("This design could not be planned: "), message());
        assertTrue(message().contains("two roles of one name"), message());
        assertEquals(1, workspace.problemsProperty().get().size());
    }
}
