package io.stagecraft.edit;

import io.stagecraft.model.Action;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.Design;
import io.stagecraft.model.VariableRef;

import java.util.Optional;

/// Sets the namespace of an action; settings that use its variables follow.
///
/// @param to empty for none, which leaves uses as they are
public record RenameNamespace(ActionId action, String to) implements Edit {
    @Override
    public String title() {
        return to.isEmpty() ? "Clear namespace" : "Rename namespace to " + to;
    }

    @Override
    public String title(Design before) {
        return before.action(action)
                .map(a ->
                        to.isEmpty()
                                ? "Clear namespace of " + a.name()
                                : "Set namespace of " + a.name() + " to " + to)
                .orElse(title());
    }

    @Override
    public Design apply(Design before) {
        var old = before.action(action).flatMap(Action::namespace);
        var after =
                before.withAction(
                        action, a -> a.withNamespace(Optional.of(to).filter(n -> !n.isEmpty())));
        var alone = before.actions().filter(a -> a.namespace().equals(old)).count() == 1;
        return old.isEmpty() || to.isEmpty() || !alone
                ? after
                : Rewrite.texts(after, text -> text(text, old.get(), to));
    }

    static String text(String text, String from, String to) {
        var changed = text;
        for (var use : VariableRef.in(text)) {
            if (use.namespace().equals(from)) {
                changed = changed.replace(use.text(), new VariableRef(to, use.key()).text());
            }
        }
        return changed;
    }
}
