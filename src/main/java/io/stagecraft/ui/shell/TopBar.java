package io.stagecraft.ui.shell;

import io.stagecraft.aws.Target;
import io.stagecraft.model.Design;
import io.stagecraft.ui.Checking;
import io.stagecraft.ui.Workspace;
import io.stagecraft.ui.kit.Icons;
import io.stagecraft.ui.kit.Theme;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
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

/// The bar at the top: what is open, the way back, what is wrong with it, and what to do with it.
final class TopBar extends HBox {
    private static final double WIDE = 960;
    private static final double MIDDLE = 780;
    private static final double NARROW = 700;

    private final Workspace workspace;
    private final Commands commands;
    private final Map<Node, Double> folding = new LinkedHashMap<>();

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
                        menu(document, openRecent),
                        from(WIDE, brand()),
                        name(),
                        dirty(),
                        from(NARROW, button("undo")),
                        from(NARROW, button("redo")),
                        problems(showProblems),
                        from(MIDDLE, export()),
                        from(NARROW, worded("deploy")),
                        run(),
                        stop(),
                        gap(),
                        search(),
                        from(MIDDLE, target(actions)),
                        from(WIDE, present(view)),
                        theme(view));
    }

    /// Shows `node` only where the bar is wide enough; what it does stands in the menu too.
    private Node from(double least, Node node) {
        folding.put(node, least);
        return node;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0; // what does not fit folds away
    }

    @Override
    protected void layoutChildren() {
        folding.forEach((node, least) -> {
            node.setVisible(getWidth() >= least);
            node.setManaged(getWidth() >= least);
        });
        super.layoutChildren();
    }

    private MenuButton menu(DocumentViewModel document, Consumer<Path> openRecent) {
        var button = new MenuButton("", Icons.node("menu", 18));
        button.setId("menu");
        button.setTooltip(new Tooltip("Menu"));
        button.getStyleClass().addAll("flat", "no-arrow", "icon-only");
        // fifty items that nobody sees until then would hold the first frame up
        button.setOnShowing(_ -> {
            if (button.getItems().isEmpty()) {
                fill(button, document, openRecent);
            }
        });
        return button;
    }

    private void fill(MenuButton button, DocumentViewModel document, Consumer<Path> openRecent) {
        commands.menus()
                .forEach((title, entries) -> {
                    var menu = new Menu(title);
                    entries.forEach(c -> menu.getItems().add(item(c)));
                    if (title.equals("File")) {
                        menu.getItems().add(new SeparatorMenuItem());
                        menu.getItems().add(recent(document, openRecent));
                    }
                    button.getItems().add(menu);
                });
    }

    private static Menu recent(DocumentViewModel document, Consumer<Path> open) {
        var menu = new Menu("Open recent", Icons.node("history", 16));
        document.recentProperty()
                .subscribe(files -> {
                    menu.getItems()
                            .setAll(
                                    files.stream()
                                            .map(f -> {
                                                var item = new MenuItem(f.toString());
                                                item.setMnemonicParsing(false);
                                                item.setOnAction(_ -> open.accept(f));
                                                return item;
                                            })
                                            .toList());
                    menu.setDisable(files.isEmpty());
                });
        return menu;
    }

    private static MenuItem item(Command command) {
        var item = new MenuItem();
        item.setId("menu-" + command.id());
        item.setMnemonicParsing(false);
        item.setGraphic(Icons.node(command.icon(), 16));
        item.textProperty().bind(command.title());
        item.disableProperty()
                .bind(
                        javafx.beans.binding.Bindings.not(
                                javafx.beans.binding.BooleanExpression.booleanExpression(
                                        command.enabled())));
        item.setOnAction(_ -> command.run());
        // shown, not registered: the window hears the keys once, for all commands
        command.keys().ifPresent(item::setAccelerator);
        return item;
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
                .bind(
                        javafx.beans.binding.Bindings.not(
                                javafx.beans.binding.BooleanExpression.booleanExpression(
                                        command.enabled())));
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

    private Button problems(Runnable show) {
        var pill = new Button();
        pill.setId("problems-pill");
        pill.setMinWidth(USE_PREF_SIZE);
        pill.setOnAction(_ -> show.run());
        workspace.problemsProperty().subscribe(_ -> dress(pill));
        workspace.checkingProperty().subscribe(_ -> dress(pill));
        return pill;
    }

    private void dress(Button pill) {
        switch (workspace.checkingProperty().get()) {
            case Checking.Pending() -> dress(pill, "Checking…", "clock", "pending", "");
            case Checking.Done() -> dress(pill, workspace.problemsProperty().get());
            case Checking.Broken(var why) -> dress(pill, "Not checked", "info", "warning", why);
        }
    }

    private static void dress(Button pill, List<Problem> found) {
        long errors = found.stream().filter(p -> p.rule().severity() == Severity.ERROR).count();
        long warnings = found.stream().filter(p -> p.rule().severity() == Severity.WARNING).count();
        long loud = errors + warnings;
        long hints = found.size() - loud;
        dress(
                pill,
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

    private static void dress(Button pill, String text, String icon, String style, String tip) {
        pill.setText(text);
        pill.setGraphic(Icons.node(icon, 14));
        pill.getStyleClass().setAll("button", "pill", "problems-pill", style);
        pill.setTooltip(tip.isEmpty() ? null : new Tooltip(tip));
    }

    private MenuButton export() {
        var button = new MenuButton("Export");
        button.setId("export");
        button.setMinWidth(USE_PREF_SIZE);
        commands.all().stream()
                .filter(c -> c.id().startsWith("export-"))
                .forEach(c -> {
                    var item = new MenuItem(c.title().getValue().replace("Export ", ""));
                    item.setMnemonicParsing(false);
                    item.setOnAction(_ -> c.run());
                    button.getItems().add(item);
                });
        return button;
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
        face.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
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
                        javafx.beans.binding.Bindings.createStringBinding(
                                () -> actions.target().getValue().name(), actions.target()));
        button.setTooltip(new Tooltip("Where Deploy and Run work"));
        button.setOnShowing(_ -> actions.lookAround());
        button.setMinWidth(120);
        button.setPrefWidth(180);
        actions.targets()
                .subscribe(targets -> {
                    button.getItems().clear();
                    for (Target target : targets) {
                        var item = new RadioMenuItem(target.name());
                        item.setMnemonicParsing(false);
                        item.setOnAction(_ -> actions.target().setValue(target));
                        actions.target()
                                .subscribe(chosen -> item.setSelected(target.equals(chosen)));
                        button.getItems().add(item);
                    }
                });
        return button;
    }

    private static MenuButton present(ViewCommands view) {
        var button = new MenuButton("Present");
        button.setId("present");
        button.getStyleClass().addAll("flat", "no-arrow");
        button.setTooltip(new Tooltip("Larger print, for a projector  F8"));
        button.setMinWidth(USE_PREF_SIZE);
        for (var scale : ViewCommands.SCALES) {
            var item = new RadioMenuItem(Math.round(scale * 100) + " %");
            item.setOnAction(_ -> view.scale().set(scale));
            view.scale().subscribe(s -> item.setSelected(s.equals(scale)));
            button.getItems().add(item);
        }
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
