package io.stagecraft.edit;

import io.stagecraft.model.Action;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.Design;

import java.util.function.UnaryOperator;

/// Any change to one action that has no edit of its own; its id stays.
///
/// @param title what the Undo menu says
public record ChangeAction(ActionId action, String title, UnaryOperator<Action> change)
        implements Edit {
    @Override
    public Design apply(Design before) {
        return before.withAction(action, a -> change.apply(a).withId(action));
    }
}
