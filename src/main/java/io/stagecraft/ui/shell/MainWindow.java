package io.stagecraft.ui.shell;

import io.stagecraft.ui.CanvasCommands;
import io.stagecraft.ui.RunControls;
import io.stagecraft.ui.Workspace;
import io.stagecraft.ui.kit.Background;
import io.stagecraft.ui.kit.Frames;
import io.stagecraft.ui.kit.Overlay;
import io.stagecraft.ui.kit.ScalePane;
import io.stagecraft.ui.kit.Theme;
import io.stagecraft.ui.kit.Ticker;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The window: bar, palette, canvas, inspector, panels, line. Its parts are handed in; it arranges them and hears the keys.
public final class MainWindow {
    private static final double PALETTE_WIDTH = 220;
    private static final double INSPECTOR_WIDTH = 320;
    private static final double CRAMPED = 1.5;

    private final Workspace workspace;
    private final Parts parts;
    private final ObjectProperty<Theme> theme;
    private final ObjectProperty<Double> scale = new SimpleObjectProperty<>(1.0);
    private final Overlay overlay;
    private final BottomPane bottom;
    private final SplitPane across = new SplitPane();
    private final Presentation presentation;
    private final Commands commands;
    private final FileCommands files;
    private final SearchViewModel search;
    private final Scene scene;
    private double paletteWidth = PALETTE_WIDTH;
    private double inspectorWidth = INSPECTOR_WIDTH;
    private boolean isCramped;

    /// What the window is made of.
    ///
    /// @param canvasView the middle; what menus and keys ask of it is `canvas`
    /// @param overlay the layer for questions, which the parts may use too
    /// @param ticker the clock by which good news goes away
    /// @param frames when what the window can do without at first is made
    public record Parts(
            Region palette,
            Region canvasView,
            CanvasCommands canvas,
            Region inspector,
            List<BottomTab> panels,
            RunControls runs,
            WindowActions actions,
            DocumentViewModel document,
            FileDialogs dialogs,
            Overlay overlay,
            Frames frames,
            Ticker ticker) {
        public Parts {
            panels = List.copyOf(panels);
        }
    }

    /// @param width of the scene, in pixels
    public MainWindow(Workspace workspace, Parts parts, Theme start, double width, double height) {
        this.workspace = workspace;
        this.parts = parts;
        overlay = parts.overlay();
        theme = new SimpleObjectProperty<>(start);
        bottom = new BottomPane(parts.panels(), parts.frames());
        files =
                new FileCommands(
                        workspace,
                        parts.document(),
                        parts.dialogs(),
                        parts.actions()::importLive,
                        overlay);
        presentation =
                new Presentation(
                        scale, across, parts.canvasView(), parts.canvas(), bottom, this::place);
        var view =
                new ViewCommands(
                        theme,
                        scale,
                        presentation.onProperty(),
                        this::present,
                        () -> toggle(parts.palette(), 0),
                        () -> bottom.setFolded(!bottom.isFolded()),
                        () -> toggle(parts.inspector(), across.getItems().size()),
                        this::search,
                        this::shortcuts,
                        this::about);
        commands =
                new Commands(workspace, parts.canvas(), parts.runs(), parts.actions(), files, view);
        search = new SearchViewModel(workspace, commands::all, parts.canvas()::add);
        var frame = frame(view);
        frame.disableProperty().bind(overlay.visibleProperty()); // Tab stays in what is asked
        var content = new StackPane(frame, overlay);
        content.getStyleClass().add("window");
        var root = new ScalePane(content);
        scale.subscribe(s -> {
            root.scaleProperty().set(s);
            makeRoom(s);
        });
        scene = new Scene(root, width, height);
        theme.subscribe(t -> t.dress(scene, scale.get()));
        scale.subscribe(s -> theme.get().dress(scene, s));
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::hear);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::leavePresentation);
        new FocusKeeper(scene, parts.canvasView(), overlay, commands).keep();
    }

    /// What a stage or a test shows.
    public Scene scene() {
        return scene;
    }

    /// Shows the window; closing it asks about unsaved changes first.
    public void show(Stage stage) {
        stage.setScene(scene);
        stage.titleProperty().bind(workspace.designProperty().map(d -> d.name() + " – Stagecraft"));
        stage.setOnCloseRequest(close -> {
            if (parts.document().isDirty()) {
                close.consume();
                files.unlessUnsaved(stage::close);
            }
        });
        stage.show();
        parts.canvasView().requestFocus(); // a field would keep Undo for itself
    }

    /// Shows the panel that something which has begun is followed in; in front of a room it stays folded.
    public void offerPanel(String id) {
        if (presentation.onProperty().get()) {
            bottom.choose(id);
        } else {
            bottom.show(id);
        }
    }

    /// Shows the panel of that id, which somebody asked for.
    public void showPanel(String id) {
        bottom.show(id);
    }

    /// Light or dark; it may be set at any time.
    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /// How much larger everything is drawn; 1 is as designed.
    public ObjectProperty<Double> scaleProperty() {
        return scale;
    }

    private BorderPane frame(ViewCommands view) {
        parts.palette().setMinWidth(150);
        parts.palette().setPrefWidth(PALETTE_WIDTH);
        parts.inspector().setMinWidth(240);
        parts.inspector().setPrefWidth(INSPECTOR_WIDTH);
        parts.canvasView().setMinSize(120, 80);
        across.getItems().setAll(parts.palette(), parts.canvasView(), parts.inspector());
        SplitPane.setResizableWithParent(parts.palette(), false);
        SplitPane.setResizableWithParent(parts.inspector(), false);
        across.widthProperty()
                .subscribe(_ -> {
                    place();
                    Background.soon(this::place); // the layout of the new width squeezes before it
                    // stretches
                });
        across.addEventFilter(MouseEvent.MOUSE_RELEASED, this::dragged);
        var down = new SplitPane(across, bottom);
        down.setOrientation(Orientation.VERTICAL);
        down.setDividerPositions(0.72);
        bottom.standIn(down);
        SplitPane.setResizableWithParent(bottom, false);
        var frame = new BorderPane(down);
        frame.setTop(
                new TopBar(
                        workspace,
                        commands,
                        parts.actions(),
                        parts.document(),
                        view,
                        files::open,
                        () -> bottom.show("problems")));
        frame.setBottom(
                new VBox(
                        new MessageBar(workspace, parts.ticker()),
                        new StatusBar(workspace, commands, parts.actions(), parts.canvas())));
        return frame;
    }

    /// The widths that somebody has given the panes outlast a window that is too narrow for them.
    private void dragged(MouseEvent release) {
        if (release.getTarget() instanceof Node at && isDivider(at)) {
            paletteWidth = widthOf(parts.palette(), paletteWidth);
            inspectorWidth = widthOf(parts.inspector(), inspectorWidth);
        }
    }

    private static boolean isDivider(Node at) {
        for (@Nullable Node n = at; n != null; n = n.getParent()) {
            if (n.getStyleClass().contains("split-pane-divider")) {
                return true;
            }
        }
        return false;
    }

    private double widthOf(Region pane, double otherwise) {
        return across.getItems().contains(pane) ? pane.getWidth() : otherwise;
    }

    /// Gives the panes their widths, in every width of the window.
    private void place() {
        double width = across.getWidth();
        if (width <= 0) {
            return;
        }
        var at = new ArrayList<Double>();
        if (across.getItems().contains(parts.palette())) {
            at.add(paletteWidth / width);
        }
        if (across.getItems().contains(parts.inspector())) {
            at.add(1 - inspectorWidth / width);
        }
        across.setDividerPositions(at.stream().mapToDouble(d -> d).toArray());
    }

    /// In large print the canvas gets the room; the panes come back by their keys, or with the usual print.
    private void makeRoom(double size) {
        if (presentation.onProperty().get()) {
            return; // the canvas has it all, whatever the print
        }
        boolean cramped = size >= CRAMPED;
        if (cramped != isCramped) {
            isCramped = cramped;
            bottom.setFolded(cramped);
            if (cramped == across.getItems().contains(parts.palette())) {
                toggle(parts.palette(), 0);
            }
        }
    }

    private void toggle(Region pane, int at) {
        var items = new ArrayList<>(across.getItems());
        if (!items.remove(pane)) {
            items.add(Math.min(at, items.size()), pane);
        }
        across.getItems().setAll(items);
        place();
    }

    private void hear(KeyEvent key) {
        if (overlay.isVisible()) {
            return;
        }
        if (endsPresentation(key)) {
            return;
        }
        commands.all().stream()
                .filter(c -> c.keys().filter(k -> k.match(key)).isPresent())
                .findFirst()
                .ifPresent(c -> {
                    c.run();
                    key.consume();
                });
    }

    /// Tables and lists keep Esc for themselves; the canvas has it first, for a drag or what is selected.
    private void leavePresentation(KeyEvent key) {
        if (!overlay.isVisible()
                && !(key.getTarget() instanceof Node at && isWithin(parts.canvasView(), at))) {
            endsPresentation(key);
        }
    }

    private boolean endsPresentation(KeyEvent key) {
        boolean ends = key.getCode() == KeyCode.ESCAPE && presentation.onProperty().get();
        if (ends) {
            presentation.end(scene);
            key.consume();
        }
        return ends;
    }

    private static boolean isWithin(Node outer, Node at) {
        return Stream.<@Nullable Node>iterate(
                        at, n -> n != null, n -> n == null ? null : n.getParent())
                .anyMatch(n -> n == outer);
    }

    private void present() {
        presentation.toggle(scene);
    }

    private void search() {
        overlay.show(new SearchCard(search, overlay::close), Pos.TOP_CENTER, () -> {});
    }

    private void shortcuts() {
        overlay.show(new ShortcutSheet(commands.menus(), parts.canvas().keys(), overlay::close));
    }

    private void about() {
        overlay.show(
                new Question(
                        "Stagecraft",
                        "A desktop designer for AWS CodePipeline: design, check, permissions, export, deploy, watch.",
                        List.of(new Question.Answer("about-close", "Close", overlay::close))));
    }
}
