package io.stagecraft.edit;

import io.stagecraft.model.ActionId;
import io.stagecraft.model.Design;

/// Sets one setting of an action.
public record SetSetting(ActionId action, String key, String value) implements Edit {
    @Override
    public String title() {
        return "Set " + key;
    }

    @Override
    public String title(Design before) {
        return before.action(action).map(a -> title() + " of " + a.name()).orElse(title());
    }

    @Override
    public Design apply(Design before) {
        return before.withAction(action, a -> a.withSetting(key, value));
    }
}
