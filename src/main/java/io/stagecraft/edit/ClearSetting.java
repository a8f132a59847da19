package io.stagecraft.edit;

import io.stagecraft.model.ActionId;
import io.stagecraft.model.Design;

/// Takes one setting of an action away, so that AWS's default holds.
public record ClearSetting(ActionId action, String key) implements Edit {
    @Override
    public String title() {
        return "Clear " + key;
    }

    @Override
    public String title(Design before) {
        return before.action(action).map(a -> title() + " of " + a.name()).orElse(title());
    }

    @Override
    public Design apply(Design before) {
        return before.withAction(action, a -> a.withoutSetting(key));
    }
}
