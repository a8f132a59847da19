package io.stagecraft.ui.shell;

import io.stagecraft.model.Design;
import io.stagecraft.ui.Workspace;
import io.stagecraft.ui.kit.Icons;
import io.stagecraft.ui.kit.Theme;

import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The bar at the top: what is open, the way back, what is wrong with it, and what to do with it.
final class TopBar extends HBox {
    private static final double WIDE = 960;
    private static final double MIDDLE = 780;
    private static final double NARROW = 700;

    private final Workspace workspace;
    private final Commands commands;
    private final Map<Node, Folding> folding = new LinkedHashMap<>();
    private final MenuButton more = new MenuButton("", Icons.node("ellipsis", 18));

    /// When something of the bar folds away, and what stands for it in the menu at its end.
    private record Folding(double least, Supplier<List<MenuItem>> instead) {}

    TopBar(
            Workspace workspace,
            Commands commands,
            WindowActions actions,
            DocumentViewModel document,
            ViewCommands view,
            Consumer<Path> openRecent,
            Runnable showProblems) {
        this.workspace = workspace;
        this.commands = commands;
        getStyleClass().add("top-bar");
        getChildren()
                .addAll(
                        MainMenu.button(commands, document, openRecent),
                        from(WIDE, brand(), List::of),
                        name(),
                        dirty(),
                        from(NARROW, button("undo"), () -> List.of(item("undo"))),
                        from(NARROW, button("redo"), () -> List.of(item("redo"))),
                        new ProblemsPill(workspace, showProblems),
                        from(MIDDLE, export(), () -> List.of(new Menu("Export", null, exports()))),
                        from(NARROW, worded("deploy"), () -> List.of(item("deploy"))),
                        run(),
                        stop(),
                        gap(),
                        search(),
                        from(MIDDLE, target(actions), () -> List.of(BarMenus.targetMenu(actions))),
                        from(WIDE, present(view), () -> List.of(BarMenus.presentMenu(view))),
                        theme(view),
                        more());
    }

    /// Shows `node` only where the bar is wide enough; elsewhere the menu at its end has what it does.
    private Node from(double least, Node node, Supplier<List<MenuItem>> instead) {
        folding.put(node, new Folding(least, instead));
        return node;
    }

    private MenuButton more() {
        more.setId("more");
        more.setTooltip(new Tooltip("What the bar has no room for"));
        more.getStyleClass().addAll("flat", "no-arrow", "icon-only");
        more.setOnShowing(_ ->
                more.getItems()
                        .setAll(
                                folding.entrySet().stream()
                                        .filter(f -> !f.getKey().isVisible())
                                        .flatMap(f -> f.getValue().instead().get().stream())
                                        .toList()));
        more.getItems().add(new MenuItem()); // without one it does not open, and is never filled
        return more;
    }

    private MenuItem item(String command) {
        return MainMenu.item(commands.get(command));
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0; // what does not fit folds away
    }

    @Override
    protected void layoutChildren() {
        folding.forEach((node, fold) -> show(node, getWidth() >= fold.least()));
        show(more, getWidth() < WIDE);
        super.layoutChildren();
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static Label brand() {
        var brand = new Label("Stagecraft");
        brand.getStyleClass().add("brand");
        brand.setMinWidth(USE_PREF_SIZE);
        return brand;
    }

    private Label name() {
        var name = new Label();
        name.setId("design-name");
        name.getStyleClass().add("design-name");
        name.textProperty().bind(workspace.designProperty().map(Design::name));
        var tip = new Tooltip();
        tip.textProperty()
                .bind(
                        workspace
                                .fileProperty()
                                .map(f -> f.map(Path::toString).orElse("Not saved yet")));
        name.setTooltip(tip);
        name.setMinWidth(60);
        name.setMaxWidth(320);
        return name;
    }

    private Node dirty() {
        var dot = new Circle(3);
        dot.setId("dirty");
        dot.getStyleClass().add("dirty-dot");
        Tooltip.install(dot, new Tooltip("Changes that are in no file yet"));
        InvalidationListener look = _ -> dot.setVisible(workspace.isDirty());
        workspace.designProperty().addListener(look);
        workspace.savedProperty().addListener(look);
        dot.setVisible(workspace.isDirty());
        return dot;
    }

    private Button button(String id) {
        var command = commands.get(id);
        var button = new Button("", Icons.node(command.icon(), 18));
        button.getStyleClass().addAll("flat", "icon-only");
        return wired(button, command);
    }

    private Button worded(String id) {
        var command = commands.get(id);
        var button = new Button();
        button.textProperty().bind(command.title());
        button.setMinWidth(USE_PREF_SIZE);
        return wired(button, command);
    }

    private static Button wired(Button button, Command command) {
        button.setId(command.id());
        button.setFocusTraversable(true);
        button.setOnAction(_ -> command.run());
        button.disableProperty()
                .bind(Bindings.not(BooleanExpression.booleanExpression(command.enabled())));
        var keys = command.keys().map(k -> "  " + k.getDisplayText()).orElse("");
        var tip = new Tooltip();
        tip.textProperty().bind(command.title().map(t -> t + keys));
        button.setTooltip(tip);
        return button;
    }

    private Button run() {
        var run = worded("run");
        run.getStyleClass().add("accent");
        return run;
    }

    /// There while something runs.
    private Button stop() {
        var stop = button("stop");
        stop.visibleProperty().bind(stop.disabledProperty().not());
        stop.managedProperty().bind(stop.visibleProperty());
        return stop;
    }

    private MenuButton export() {
        var button = new MenuButton("Export", null, exports());
        button.setId("export");
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private MenuItem[] exports() {
        return commands.all().stream()
                .filter(c -> c.id().startsWith("export-"))
                .map(c -> {
                    var item = new MenuItem(c.title().getValue().replace("Export ", ""));
                    item.setMnemonicParsing(false);
                    item.setOnAction(_ -> c.run());
                    return item;
                })
                .toArray(MenuItem[]::new);
    }

    private static Region gap() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private Button search() {
        var hint = new Label("Search actions, settings, commands");
        HBox.setHgrow(hint, Priority.ALWAYS);
        hint.setMaxWidth(Double.MAX_VALUE);
        hint.setMinWidth(0);
        var keys = new Label(commands.get("search").keys().map(k -> k.getDisplayText()).orElse(""));
        keys.setMinWidth(USE_PREF_SIZE);
        var face = new HBox(6, Icons.node("search", 14), hint, keys);
        face.setAlignment(Pos.CENTER_LEFT);
        var button = wired(new Button("", face), commands.get("search"));
        button.getStyleClass().add("search-button");
        button.setMinWidth(36);
        button.setPrefWidth(280);
        face.prefWidthProperty().bind(button.widthProperty().subtract(22));
        face.setMinWidth(0);
        return button;
    }

    private static MenuButton target(WindowActions actions) {
        var button = new MenuButton("", new Circle(4));
        button.setId("target");
        button.getStyleClass().add("target");
        button.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> actions.target().getValue().name(), actions.target()));
        button.setTooltip(new Tooltip("Where Deploy and Run work"));
        button.setOnShowing(_ -> actions.lookAround());
        button.setMinWidth(120);
        button.setPrefWidth(180);
        actions.targets().subscribe(_ -> button.getItems().setAll(BarMenus.targets(actions)));
        actions.target().subscribe(_ -> button.getItems().setAll(BarMenus.targets(actions)));
        return button;
    }

    private static MenuButton present(ViewCommands view) {
        var button = new MenuButton("Present");
        button.setId("present");
        button.getStyleClass().addAll("flat", "no-arrow");
        button.setTooltip(new Tooltip("Full screen and larger print, for a room"));
        button.setMinWidth(USE_PREF_SIZE);
        view.presenting().subscribe(_ -> button.getItems().setAll(BarMenus.present(view)));
        view.scale().subscribe(_ -> button.getItems().setAll(BarMenus.present(view)));
        return button;
    }

    private Button theme(ViewCommands view) {
        var button = button("theme");
        view.theme()
                .subscribe(
                        t -> button.setGraphic(Icons.node(t == Theme.LIGHT ? "moon" : "sun", 18)));
        return button;
    }
}
