package io.stagecraft.edit;

import io.stagecraft.model.Design;
import io.stagecraft.model.StageId;

import java.util.ArrayList;

/// Moves a stage with all it holds; the arrow into it goes along.
///
/// @param index where it stands afterwards, from 0; one out of range means the nearest end
public record MoveStage(StageId stage, int index) implements Edit {
    @Override
    public String title() {
        return "Move stage";
    }

    @Override
    public String title(Design before) {
        return before.stage(stage).map(s -> "Move stage " + s.name()).orElse(title());
    }

    @Override
    public Design apply(Design before) {
        return before.stage(stage)
                .map(moved -> {
                    var stages = new ArrayList<>(before.stages());
                    stages.remove(moved);
                    stages.add(Math.clamp(index, 0, stages.size()), moved);
                    return before.withStages(stages);
                })
                .orElse(before);
    }
}
