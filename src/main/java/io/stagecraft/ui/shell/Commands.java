package io.stagecraft.ui.shell;

import io.stagecraft.ui.CanvasCommands;
import io.stagecraft.ui.RunControls;
import io.stagecraft.ui.Workspace;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Every command of the window, by the menu it stands in.
final class Commands {
    private final Map<String, List<Command>> menus = new LinkedHashMap<>();

    Commands(
            Workspace workspace,
            CanvasCommands canvas,
            RunControls runs,
            WindowActions actions,
            FileCommands files,
            ViewCommands view) {
        menus.put("File", files.commands());
        menus.put("Edit", edit(workspace, canvas));
        menus.put("View", view.commands(canvas));
        menus.put("Pipeline", pipeline(workspace, runs, actions));
        menus.put("Help", view.help());
    }

    /// The menus in order.
    Map<String, List<Command>> menus() {
        return menus;
    }

    List<Command> all() {
        return menus.values().stream().flatMap(List::stream).toList();
    }

    Command get(String id) {
        return all().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
    }

    private static List<Command> edit(Workspace workspace, CanvasCommands canvas) {
        var history = workspace.historyProperty();
        BooleanBinding some =
                Bindings.createBooleanBinding(
                        () -> !workspace.selectionProperty().get().items().isEmpty(),
                        workspace.selectionProperty());
        return List.of(
                Command.of("undo", "Undo", "undo-2", "Shortcut+Z", workspace::undo)
                        .titled(history.map(h -> named("Undo", h.undoTitle())))
                        .when(
                                Bindings.createBooleanBinding(
                                        () -> history.get().undoTitle().isPresent(), history)),
                Command.of("redo", "Redo", "redo-2", "Shortcut+Shift+Z", workspace::redo)
                        .titled(history.map(h -> named("Redo", h.redoTitle())))
                        .when(
                                Bindings.createBooleanBinding(
                                        () -> history.get().redoTitle().isPresent(), history)),
                Command.of("cut", "Cut", "scissors", "Shortcut+X", canvas::cut).when(some),
                Command.of("copy", "Copy", "copy", "Shortcut+C", canvas::copy).when(some),
                Command.of("paste", "Paste", "clipboard-paste", "Shortcut+V", canvas::paste),
                Command.of("duplicate", "Duplicate", "layers-2", "Shortcut+D", canvas::duplicate)
                        .when(some),
                Command.of("rename", "Rename", "text-cursor-input", "F2", canvas::rename)
                        .when(some),
                Command.of("delete", "Delete", "trash-2", "Delete", canvas::deleteSelection)
                        .when(some),
                Command.of("select-all", "Select all", "scan", "Shortcut+A", canvas::selectAll));
    }

    private static String named(String verb, Optional<String> step) {
        return step.map(s -> verb + " “" + s + "”").orElse(verb);
    }

    private static List<Command> pipeline(
            Workspace workspace, RunControls runs, WindowActions actions) {
        var live =
                Bindings.createBooleanBinding(
                        () -> workspace.runProperty().get().filter(r -> r.isLive()).isPresent(),
                        workspace.runProperty());
        return List.of(
                Command.of("deploy", "Deploy…", "rocket", "Shortcut+Shift+D", actions::deploy),
                Command.of("run", "Run", "play", "Shortcut+R", runs::start),
                Command.of(
                        "run-with",
                        "Run with values…",
                        "sliders",
                        "Shortcut+Shift+R",
                        runs::startWith),
                Command.of(
                                "approve",
                                "Approve what waits",
                                "check-check",
                                "Shortcut+Shift+A",
                                () ->
                                        Waiting.approval(workspace)
                                                .ifPresent(w ->
                                                        runs.answer(
                                                                w.stage(), w.action(), true, "")))
                        .when(
                                Bindings.createBooleanBinding(
                                        () -> Waiting.approval(workspace).isPresent(),
                                        workspace.runProperty())),
                Command.of(
                                "stop",
                                "Stop the execution",
                                "circle-stop",
                                "Shortcut+Period",
                                () -> runs.stop(false))
                        .when(live),
                Command.of("abandon", "Stop and abandon", "octagon-x", "", () -> runs.stop(true))
                        .when(live));
    }
}
