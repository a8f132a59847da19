/// The drawing: stages left to right, actions in run-order rows, wires, gates, and a run on top of it all.
///
/// What is where is worked out by plain functions such as [CanvasLayout]; the
/// nodes only show it, and only those whose look has changed are touched.
@NullMarked
package io.stagecraft.ui.canvas;

import org.jspecify.annotations.NullMarked;
