package io.stagecraft.ui.shell;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

import java.util.function.Supplier;

/// A panel below the canvas.
///
/// @param id such as `problems`; the tab's node is `#tab-problems`
/// @param title what its tab says
/// @param content makes the panel; called once, when its tab is chosen for the first time
/// @param note what stands beside the title in smaller letters, such as a count; may be empty
public record BottomTab(
        String id, String title, Supplier<? extends Node> content, ObservableValue<String> note) {}
