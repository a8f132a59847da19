package io.stagecraft.ui.canvas;

import io.stagecraft.model.Design;
import io.stagecraft.ui.Selection;

import java.util.ArrayList;
import java.util.List;

/// The order in which Tab goes through a drawing: arrow, stage, its cards row by row, the next arrow.
final class ReadingOrder {
    private ReadingOrder() {}

    static List<Selection.Item> of(Design design) {
        var items = new ArrayList<Selection.Item>();
        for (var stage : design.stages()) {
            if (!stage.equals(design.stages().getFirst())) {
                items.add(new Selection.OfTransition(stage.id()));
            }
            items.add(new Selection.OfStage(stage.id()));
            stage.rows().forEach(r -> r.forEach(a -> items.add(new Selection.OfAction(a.id()))));
        }
        return items;
    }
}
