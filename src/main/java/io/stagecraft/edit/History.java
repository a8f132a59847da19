package io.stagecraft.edit;

import io.stagecraft.model.Design;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The designs a person went through, and where among them they stand.
///
/// @param steps never empty; the first is how it began
/// @param at the index of the design on the screen
public record History(List<Step> steps, int at) {
    private static final int LIMIT =
            500; // designs share their parts, so 500 steps of a large design stay below 10 MB

    /// A design and the name of the edit that led to it.
    public record Step(String title, Design design) {}

    public History {
        steps = List.copyOf(steps);
    }

    /// The history that begins with `design`.
    public static History of(Design design) {
        return new History(List.of(new Step("", design)), 0);
    }

    public Design now() {
        return steps.get(at).design();
    }

    /// After `edit`; an edit that changes nothing leaves no step.
    public History then(Edit edit) {
        var after = edit.apply(now());
        if (after.equals(now())) {
            return this;
        }
        var kept = new ArrayList<>(steps.subList(Math.max(0, at + 2 - LIMIT), at + 1));
        kept.add(new Step(edit.title(now()), after));
        return new History(kept, kept.size() - 1);
    }

    public History undo() {
        return new History(steps, Math.max(0, at - 1));
    }

    public History redo() {
        return new History(steps, Math.min(steps.size() - 1, at + 1));
    }

    /// The name of what Undo would take back.
    public Optional<String> undoTitle() {
        return at == 0 ? Optional.empty() : Optional.of(steps.get(at).title());
    }

    /// The name of what Redo would bring again.
    public Optional<String> redoTitle() {
        return at + 1 == steps.size() ? Optional.empty() : Optional.of(steps.get(at + 1).title());
    }
}
