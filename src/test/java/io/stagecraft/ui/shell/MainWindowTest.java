package io.stagecraft.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.edit.ChangeDesign;
import io.stagecraft.edit.RenameDesign;
import io.stagecraft.model.ActionId;
import io.stagecraft.ui.Bench;
import io.stagecraft.ui.Message;
import io.stagecraft.ui.Selection;
import io.stagecraft.ui.Workspace;
import io.stagecraft.ui.kit.Frames;
import io.stagecraft.ui.kit.Overlay;
import io.stagecraft.ui.kit.Theme;
import io.stagecraft.ui.palette.PaletteView;
import io.stagecraft.ui.palette.PaletteViewModel;

import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class MainWindowTest {

    private final FxRobot robot = new FxRobot();
    private final FakeCanvas canvas = new FakeCanvas();
    private final FakeActions actions = new FakeActions();
    private final FakeDocuments documents = new FakeDocuments();
    private final FakeDialogs dialogs = new FakeDialogs();
    private final StackPane canvasView = new StackPane();
    private Overlay overlay;
    private Workspace workspace;
    private MainWindow window;
    private Stage stage;
    private Runnable strike = () -> {};

    @BeforeEach
    void open() throws Exception {
        stage = FxToolkit.registerPrimaryStage();
        Bench.onScreen(() -> {
            workspace = Bench.workspace(CatalogFiles.load(), _ -> List.of(), Samples.design());
            var document = new DocumentViewModel(workspace, documents);
            overlay = new Overlay();
            window =
                    new MainWindow(
                            workspace,
                            new MainWindow.Parts(
                                    palette(),
                                    canvasView,
                                    canvas,
                                    new StackPane(),
                                    List.of(
                                            tab("problems", "Problems", "2"),
                                            tab("code", "Code", "")),
                                    actions,
                                    actions,
                                    document,
                                    dialogs,
                                    overlay,
                                    Frames.atOnce(),
                                    (_, s) -> {
                                        strike = s;
                                        return () -> strike = () -> {};
                                    }),
                            Theme.LIGHT,
                            1000,
                            700);
            window.show(stage);
        });
    }

    @AfterEach
    void close() {
        Bench.onScreen(stage::hide);
    }

    private PaletteView palette() {
        var palette = new PaletteView(new PaletteViewModel(workspace), canvas::drag, canvas::add);
        palette.fill(Frames.atOnce());
        return palette;
    }

    private static BottomTab tab(String id, String title, String note) {
        return new BottomTab(
                id, title, () -> new Label(title + " here"), new SimpleStringProperty(note));
    }

    @Test
    void undoNamesWhatItTakesBackAndDoesSo() {
        Bench.onScreen(() -> workspace.apply(new RenameDesign("other")));
        assertEquals("other", text("#design-name"));
        assertTrue(node("#dirty").isVisible());
        Button undo = node("#undo");
        assertTrue(undo.getTooltip().getText().startsWith("Undo “Rename pipeline to other”"));
        robot.clickOn("#undo");
        assertEquals("orders-release", text("#design-name"));
        assertFalse(node("#dirty").isVisible());
        assertTrue(undo.isDisabled());
    }

    @Test
    void savingOverAFileThatWasChangedOutsideAsksAndCancelKeepsIt() {
        var file = Path.of("orders.json");
        Bench.onScreen(() -> {
            workspace.markSaved(workspace.design(), file);
            workspace.apply(new RenameDesign("mine"));
        });
        documents.isChangedOutside = true;
        robot.push(KeyCode.CONTROL, KeyCode.S);
        robot.clickOn("#overtaken-cancel");
        assertEquals(List.of(), documents.saved);
        robot.push(KeyCode.CONTROL, KeyCode.S);
        robot.clickOn("#overtaken-overwrite");
        assertEquals(List.of("orders.json mine"), documents.saved);
        Bench.onScreen(() -> workspace.apply(new RenameDesign("again")));
        robot.push(KeyCode.CONTROL, KeyCode.S);
        robot.clickOn("#overtaken-reload");
        assertEquals("opened", workspace.design().name());
    }

    @Test
    void goodNewsGoesAwayByItselfAndBadNewsStays() {
        Bench.onScreen(() -> workspace.tell(Message.done("Deployed.")));
        assertTrue(node("#message").isVisible());
        Bench.onScreen(() -> strike.run());
        assertFalse(node("#message").isVisible());
        Bench.onScreen(() -> workspace.tell(Message.done("Deployed.")));
        Bench.onScreen(() -> workspace.tell(Message.failure("That did not work.", "")));
        Bench.onScreen(() -> strike.run());
        assertTrue(node("#message").isVisible());
    }

    @Test
    void theBottomPaneComesBackAsHighAsItWas() {
        var bottom = (javafx.scene.layout.Region) robot.lookup(".bottom-pane").query();
        Bench.onScreen(() -> column().setDividerPositions(0.5));
        double high = bottom.getHeight();
        assertTrue(high > 250, "it is " + high);
        for (int i = 0; i < 3; i++) {
            robot.push(KeyCode.CONTROL, KeyCode.J);
            WaitForAsyncUtils.waitForFxEvents();
            assertTrue(bottom.getHeight() < 50);
            robot.push(KeyCode.CONTROL, KeyCode.J);
            WaitForAsyncUtils.waitForFxEvents();
            assertEquals(high, bottom.getHeight(), 6);
        }
    }

    @Test
    void aPanelThatIsAskedForIsHighEnoughToBeRead() {
        var bottom = (javafx.scene.layout.Region) robot.lookup(".bottom-pane").query();
        Bench.onScreen(() -> column().setDividerPositions(0.95));
        assertTrue(bottom.getHeight() < 150, "it is " + bottom.getHeight());
        Bench.onScreen(() -> window.showPanel("code"));
        assertTrue(bottom.getHeight() > 210, "it is " + bottom.getHeight());
    }

    private javafx.scene.control.SplitPane column() {
        return robot.lookup(".split-pane").queryAllAs(javafx.scene.control.SplitPane.class).stream()
                .filter(s -> s.getOrientation() == javafx.geometry.Orientation.VERTICAL)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void thePanesHaveTheirWidthsAgainAfterTheWindowWasSmall() {
        var palette = (javafx.scene.layout.Region) robot.lookup(".palette").query();
        double wide = palette.getWidth();
        Bench.onScreen(() -> stage.setWidth(520));
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(palette.getWidth() < wide - 20, palette.getWidth() + " of " + wide);
        Bench.onScreen(() -> stage.setWidth(1000));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(wide, palette.getWidth(), 3);
    }

    @Test
    void theSpeedThatIsSetIsTicked() {
        MenuButton speeds = node("#status-practice");
        Bench.onScreen(() -> actions.practiceSpeed().set(20));
        assertEquals(
                List.of("Time × 20"),
                speeds.getItems().stream()
                        .map(RadioMenuItem.class::cast)
                        .filter(RadioMenuItem::isSelected)
                        .map(RadioMenuItem::getText)
                        .toList());
    }

    @Test
    void aKeyDoesWhatItsMenuSays() {
        Bench.onScreen(() -> workspace.apply(new RenameDesign("other")));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals("orders-release", workspace.design().name());
        robot.push(KeyCode.CONTROL, KeyCode.R);
        assertEquals(List.of("start"), actions.calls);
    }

    @Test
    void theCanvasHasTheKeysAtFirstAndWhenWhatHadThemGoes() {
        assertSame(canvasView, window.scene().getFocusOwner());
        Bench.onScreen(() -> {
            workspace.apply(new RenameDesign("other"));
            workspace.tell(Message.info("Renamed"));
        });
        robot.clickOn("#message-close");
        WaitForAsyncUtils.waitForFxEvents();
        assertSame(canvasView, window.scene().getFocusOwner());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals("orders-release", workspace.design().name());
    }

    @Test
    void aFieldWithNothingToTakeBackLeavesUndoToTheDesign() {
        Bench.onScreen(() -> workspace.apply(new RenameDesign("other")));
        robot.clickOn("#palette-query");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals("orders-release", workspace.design().name());
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        assertEquals("other", workspace.design().name());
        robot.write("x");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals("", this.<TextField>node("#palette-query").getText());
        assertEquals("other", workspace.design().name());
    }

    @Test
    void whatIsAskedKeepsTheKeysWhenItSaysSomethingElse() {
        var go = new Button("Go");
        go.setId("ask-go");
        var close = new Button("Close");
        close.setDefaultButton(true);
        var card = new VBox(go);
        go.setOnAction(_ -> card.getChildren().setAll(new Button("Copy"), close));
        Bench.onScreen(() -> overlay.show(card));
        robot.clickOn("#ask-go");
        WaitForAsyncUtils.waitForFxEvents();
        assertSame(close, window.scene().getFocusOwner());
    }

    /// What is not in the scene costs an edit neither styling nor layout.
    @Test
    void aPanelIsInTheSceneWhileItShows() {
        assertTrue(panels().contains("Problems here"));
        assertFalse(panels().contains("Code here"));
        Bench.onScreen(() -> window.showPanel("code"));
        assertTrue(panels().contains("Code here"));
        assertFalse(panels().contains("Problems here"));
    }

    private List<String> panels() {
        return window.scene().getRoot().lookupAll(".label").stream()
                .map(n -> ((Label) n).getText())
                .filter(t -> t.endsWith(" here"))
                .toList();
    }

    @Test
    void theSearchFindsACommandByAFewLettersAndRunsIt() {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        type("dply");
        Bench.picture(window.scene(), "search");
        robot.push(KeyCode.ENTER);
        assertEquals(List.of("deploy"), actions.calls);
        assertFalse(node("#overlay").isVisible());
    }

    @Test
    void theSearchLeadsToAnActionAndEscLeavesIt() {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        type("unit");
        robot.push(KeyCode.ENTER);
        assertEquals(
                Selection.of(new Selection.OfAction(new ActionId("a2"))),
                workspace.selectionProperty().get());
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.push(KeyCode.ESCAPE);
        assertFalse(node("#overlay").isVisible());
    }

    @Test
    void tabDoesNotLeaveAQuestionForTheBarBehindIt() {
        robot.clickOn("#theme");
        var before = window.scene().getFocusOwner();
        robot.push(KeyCode.CONTROL, KeyCode.K);
        for (int i = 0; i < 12; i++) {
            robot.push(KeyCode.TAB);
            assertTrue(isAsked(window.scene().getFocusOwner()), "after tab " + i);
        }
        robot.push(KeyCode.ESCAPE);
        assertEquals(before, window.scene().getFocusOwner());
    }

    private boolean isAsked(Node focused) {
        for (var at = focused; at != null; at = at.getParent()) {
            if ("overlay".equals(at.getId())) {
                return true;
            }
        }
        return false;
    }

    @Test
    void theThemeChangesWhileTheWindowShows() {
        Label name = node("#design-name");
        var before = name.getTextFill();
        robot.clickOn("#theme");
        assertEquals(Theme.DARK, window.themeProperty().get());
        assertFalse(before.equals(name.getTextFill()));
        assertEquals(Color.web("#9aa4b2"), name.getTextFill());
        Bench.picture(window.scene(), "window-dark");
    }

    @Test
    void unsavedWorkIsAskedAboutAndCancelKeepsIt() {
        Bench.onScreen(() -> workspace.apply(new RenameDesign("other")));
        dialogs.open = Optional.of(Path.of("next.json"));
        robot.push(KeyCode.CONTROL, KeyCode.O);
        Bench.picture(window.scene(), "unsaved");
        robot.clickOn("#unsaved-cancel");
        assertEquals("other", workspace.design().name());
        robot.push(KeyCode.CONTROL, KeyCode.O);
        robot.clickOn("#unsaved-discard");
        assertEquals("opened", workspace.design().name());
        assertEquals(List.of(Path.of("next.json")), documents.remembered);
    }

    @Test
    void savingFromTheQuestionSavesFirstAndThenGoesOn() {
        Bench.onScreen(() -> workspace.apply(new RenameDesign("other")));
        dialogs.save = Optional.of(Path.of("mine.json"));
        dialogs.open = Optional.of(Path.of("next.json"));
        robot.push(KeyCode.CONTROL, KeyCode.O);
        robot.clickOn("#unsaved-save");
        assertEquals(List.of("mine.json other"), documents.saved);
        assertEquals("opened", workspace.design().name());
    }

    @Test
    void aFileThatCannotBeReadIsOneLineAndChangesNothing() {
        documents.trouble = Optional.of("broken.json is not a design: line 3. Open another file.");
        dialogs.open = Optional.of(Path.of("broken.json"));
        robot.push(KeyCode.CONTROL, KeyCode.O);
        assertEquals(Message.Kind.FAILURE, workspace.messageProperty().get().get().kind());
        assertTrue(node("#message").isVisible());
        assertEquals("orders-release", workspace.design().name());
        Bench.picture(window.scene(), "message");
        robot.clickOn("#message-close");
        assertFalse(node("#message").isVisible());
    }

    @Test
    void thePanesFoldAndComeBack() {
        assertTrue(window().lookup("#palette").tryQuery().isPresent());
        robot.clickOn("#toggle-palette");
        assertTrue(window().lookup("#palette").tryQuery().isEmpty());
        robot.clickOn("#toggle-palette");
        assertTrue(window().lookup("#palette").tryQuery().isPresent());
        robot.clickOn("#fold-bottom");
        assertEquals(34, node("#fold-bottom").getParent().getLayoutBounds().getHeight());
        robot.clickOn("#problems-pill");
        assertTrue(node("#fold-bottom").getParent().getLayoutBounds().getHeight() > 100);
    }

    @Test
    void aNameOfAHundredLettersLeavesTheBarWhole() {
        Bench.onScreen(
                () -> workspace.apply(new ChangeDesign("name", d -> d.withName("n".repeat(100)))));
        var theme = node("#theme");
        assertTrue(theme.localToScene(theme.getBoundsInLocal()).getMaxX() <= 1000);
        for (var id : List.of("#deploy", "#run", "#problems-pill", "#export", "#present")) {
            Labeled button = node(id);
            assertTrue(
                    button.getWidth() >= button.prefWidth(-1) - 1,
                    id + " is cut: " + button.getWidth());
        }
        Bench.picture(window.scene(), "window-long-name");
    }

    @Test
    void aSmallWindowHasAMenuForWhatItsBarHasNoRoomFor() {
        Bench.onScreen(() -> {
            stage.setWidth(760);
            stage.setHeight(480);
        });
        WaitForAsyncUtils.waitForFxEvents();
        for (var id : List.of("#undo", "#deploy", "#run", "#problems-pill", "#theme", "#more")) {
            var place = node(id).localToScene(node(id).getBoundsInLocal());
            assertTrue(place.getMaxX() <= 760, id + " is cut");
        }
        Bench.picture(window.scene(), "window-760");
        assertFalse(node("#export").isVisible());
        MenuButton more = node("#more");
        Bench.onScreen(more::show);
        assertEquals(
                List.of("Export", "Target: Practice account", "Present"),
                more.getItems().stream().map(MenuItem::getText).toList());
        var export = (Menu) more.getItems().getFirst();
        assertEquals(
                this.<MenuButton>node("#export").getItems().stream()
                        .map(MenuItem::getText)
                        .toList(),
                export.getItems().stream().map(MenuItem::getText).toList());
        Bench.onScreen(() -> {
            more.hide();
            stage.setWidth(600);
        });
        WaitForAsyncUtils.waitForFxEvents();
        Bench.onScreen(more::show);
        var deploy =
                more.getItems().stream()
                        .filter(i -> "menu-deploy".equals(i.getId()))
                        .findFirst()
                        .orElseThrow();
        Bench.picture(window.scene(), "window-600");
        Bench.onScreen(deploy::fire);
        assertTrue(actions.calls.contains("deploy"), actions.calls::toString);
        Bench.onScreen(() -> {
            more.hide();
            stage.setWidth(1000);
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertFalse(node("#more").isVisible());
        assertTrue(node("#export").isVisible());
    }

    @Test
    void largePrintKeepsEverythingInTheWindow() {
        for (double scale : List.of(1.0, 1.25, 1.5, 2.0)) {
            Bench.onScreen(() -> {
                window.scaleProperty().set(scale);
                window.scene().getRoot().layout();
            });
            var theme = node("#theme");
            assertTrue(
                    theme.localToScene(theme.getBoundsInLocal()).getMaxX() <= 1001,
                    "the bar is cut at " + scale);
            Bench.picture(window.scene(), "window-" + Math.round(scale * 100));
        }
    }

    @Test
    void largePrintGivesTheCanvasTheRoomAndUsualPrintTakesItBack() {
        Bench.onScreen(() -> window.scaleProperty().set(2.0));
        assertTrue(window().lookup("#palette").tryQuery().isEmpty());
        Bench.onScreen(() -> window.scaleProperty().set(1.0));
        assertTrue(window().lookup("#palette").tryQuery().isPresent());
    }

    @Test
    void theSheetListsEveryKey() {
        robot.push(KeyCode.F1);
        assertTrue(window().lookup(".key").queryAll().size() > 20);
        assertTrue(
                window().lookup(".key").queryAll().stream()
                        .anyMatch(k -> ((Label) k).getText().equals("Alt+Up")));
        Bench.picture(window.scene(), "shortcuts");
        var close = node("#shortcuts-close");
        var sheet = node(".shortcuts").localToScene(node(".shortcuts").getLayoutBounds());
        assertTrue(sheet.getMinY() >= 0, "it begins above the window");
        assertTrue(
                sheet.contains(close.localToScene(close.getBoundsInLocal()))
                        && sheet.getMaxY() <= window.scene().getHeight(),
                "Close is out of sight");
        for (var row : window().lookup(".shortcut .label").queryAllAs(Label.class)) {
            assertTrue(row.getWidth() >= row.prefWidth(-1) - 1, row.getText() + " is cut");
        }
        robot.clickOn("#shortcuts-close");
        assertFalse(node("#overlay").isVisible());
    }

    @Test
    void aStarterBeginsANewDesign() {
        robot.push(KeyCode.CONTROL, KeyCode.N);
        Bench.picture(window.scene(), "starters");
        assertTrue(
                node("#starter-empty").localToScene(0, 0).getY() < 500, "the rows are far apart");
        robot.clickOn("#starter-release");
        assertEquals("release", workspace.design().name());
        assertFalse(workspace.isDirty());
    }

    @Test
    void thePaletteHasEveryTypeUnderItsCategory() {
        ListView<PaletteViewModel.Line> list = node("#palette-list");
        var types = CatalogFiles.load().all().stream().filter(s -> !s.isShared()).count();
        assertEquals(
                types,
                list.getItems().stream().filter(PaletteViewModel.Entry.class::isInstance).count());
        assertInstanceOf(PaletteViewModel.Head.class, list.getItems().getFirst());
    }

    @Test
    void thePaletteFindsByLettersAndEnterAdds() {
        robot.clickOn("#palette-query");
        robot.write("cloudf");
        ListView<PaletteViewModel.Line> list = node("#palette-list");
        assertTrue(list.getItems().size() < 6);
        robot.push(KeyCode.ENTER);
        assertEquals(List.of("add CloudFormation"), canvas.calls);
    }

    @Test
    void thePaletteSaysWhatToDoWhenNothingIsFound() {
        robot.clickOn("#palette-query");
        robot.write("qqqq");
        assertTrue(node("#palette-nothing").isVisible());
        Bench.picture(window.scene(), "palette-nothing");
        robot.push(KeyCode.ESCAPE);
        assertTrue(this.<ListView<?>>node("#palette-list").getItems().size() > 40);
    }

    @Test
    void aDragFromThePaletteBeginsOnTheCanvas() {
        robot.moveTo("#palette-CodeBuild")
                .press(javafx.scene.input.MouseButton.PRIMARY)
                .moveBy(60, 10);
        assertEquals(List.of("drag CodeBuild"), canvas.calls);
        robot.release(javafx.scene.input.MouseButton.PRIMARY);
    }

    private void type(String text) {
        Bench.onScreen(() -> this.<TextField>node("#search-query").setText(text));
    }

    private org.testfx.service.query.NodeQuery window() {
        return robot.from(window.scene().getRoot());
    }

    private String text(String id) {
        return this.<Labeled>node(id).getText();
    }

    private <T extends Node> T node(String id) {
        WaitForAsyncUtils.waitForFxEvents();
        return window().lookup(id).query();
    }
}
