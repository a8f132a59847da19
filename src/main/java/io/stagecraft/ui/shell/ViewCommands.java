package io.stagecraft.ui.shell;

import io.stagecraft.ui.CanvasCommands;
import io.stagecraft.ui.kit.Theme;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;

import java.util.List;

/// How the window looks: zoom, panes, theme, large print, and help.
///
/// @param scale how much larger everything is, for projection
/// @param presenting whether the window is shown to a room
/// @param present begins to show it, or ends that
record ViewCommands(
        ObjectProperty<Theme> theme,
        ObjectProperty<Double> scale,
        ReadOnlyBooleanProperty presenting,
        Runnable present,
        Runnable palette,
        Runnable bottom,
        Runnable inspector,
        Runnable search,
        Runnable shortcuts,
        Runnable about) {
    /// The sizes to present in, in order.
    static final List<Double> SCALES = List.of(1.0, 1.25, 1.5, 2.0);

    List<Command> commands(CanvasCommands canvas) {
        return List.of(
                Command.of("zoom-in", "Zoom in", "zoom-in", "Shortcut+Plus", canvas::zoomIn),
                Command.of("zoom-out", "Zoom out", "zoom-out", "Shortcut+Minus", canvas::zoomOut),
                Command.of("zoom-100", "Zoom to 100 %", "search", "Shortcut+0", canvas::zoomActual),
                Command.of("fit", "Fit the pipeline", "maximize", "Shortcut+1", canvas::fit),
                Command.of(
                        "fit-selection",
                        "Fit what is selected",
                        "scan-search",
                        "Shortcut+2",
                        canvas::fitSelection),
                Command.of("toggle-palette", "Actions pane", "panel-left", "Shortcut+B", palette),
                Command.of("toggle-bottom", "Bottom pane", "panel-bottom", "Shortcut+J", bottom),
                Command.of(
                        "toggle-inspector",
                        "Inspector pane",
                        "panel-right",
                        "Shortcut+Alt+B",
                        inspector),
                Command.of("present", "Present in full screen", "projector", "F8", present)
                        .titled(
                                presenting.map(on ->
                                        on ? "End the presentation" : "Present in full screen")),
                Command.of("print", "Larger print", "zoom-in", "", this::larger),
                Command.of(
                        "theme",
                        "Light or dark",
                        "sun-moon",
                        "Shortcut+Shift+T",
                        () -> theme.set(theme.get().other())));
    }

    List<Command> help() {
        return List.of(
                Command.of("search", "Search everything", "search", "Shortcut+K", search),
                Command.of("shortcuts", "Keyboard shortcuts", "keyboard", "F1", shortcuts),
                Command.of("about", "About Stagecraft", "info", "", about));
    }

    /// The next larger size; after the largest, the usual one.
    private void larger() {
        int next = SCALES.indexOf(scale.get()) + 1;
        scale.set(SCALES.get(next % SCALES.size()));
    }
}
