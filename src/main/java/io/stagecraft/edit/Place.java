package io.stagecraft.edit;

import io.stagecraft.model.StageId;

/// Where something is dropped.
public sealed interface Place {
    /// Into a row of a stage.
    ///
    /// @param runOrder the row, 1–999
    /// @param index where among the drawn actions of the stage, from 0; one out of range means the nearest end
    /// @param newRow whether the row is to be its own: a row that has the run order already is pushed down
    record Row(StageId stage, int runOrder, int index, boolean newRow) implements Place {}

    /// Onto a stage: into a row of its own after all others.
    record Below(StageId stage) implements Place {}

    /// Between two stages, or before the first or after the last: into a stage of its own.
    ///
    /// @param index where that stage stands afterwards, from 0
    record Gap(int index) implements Place {}
}
