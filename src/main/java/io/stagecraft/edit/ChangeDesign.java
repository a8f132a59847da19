package io.stagecraft.edit;

import io.stagecraft.model.Design;

import java.util.function.UnaryOperator;

/// Any change to the design as a whole that has no edit of its own.
///
/// @param title what the Undo menu says
public record ChangeDesign(String title, UnaryOperator<Design> change) implements Edit {
    @Override
    public Design apply(Design before) {
        return change.apply(before);
    }
}
