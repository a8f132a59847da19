package io.stagecraft.edit;

import io.stagecraft.model.Action;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.Design;
import io.stagecraft.model.Trigger;

/// Gives an action another name; triggers that watch it follow.
public record RenameAction(ActionId action, String name) implements Edit {
    @Override
    public String title() {
        return "Rename action to " + name;
    }

    @Override
    public String title(Design before) {
        return before.action(action).map(a -> "Rename " + a.name() + " to " + name).orElse(title());
    }

    @Override
    public Design apply(Design before) {
        return before.action(action).map(a -> renamed(before, a)).orElse(before);
    }

    private Design renamed(Design before, Action old) {
        var after = before.withAction(action, a -> a.withName(name));
        // another source of that name keeps its triggers
        var follows =
                old.type().isSource()
                        && before.actions()
                                        .filter(a -> a.type().isSource())
                                        .filter(a -> a.name().equals(old.name()))
                                        .count()
                                == 1;
        return follows
                ? after.withTriggers(
                        after.triggers().stream().map(t -> moved(t, old.name())).toList())
                : after;
    }

    private Trigger moved(Trigger trigger, String old) {
        return trigger.source().equals(old)
                ? new Trigger(name, trigger.push(), trigger.pullRequests(), trigger.extras())
                : trigger;
    }
}
