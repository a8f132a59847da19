package io.stagecraft.validate.artifacts;

import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.catalog.Bounds;
import io.stagecraft.model.Action;

/// Numbers of artifacts in words.
final class Counts {
    private Counts() {}

    static String artifacts(int count) {
        return switch (count) {
            case 0 -> "no artifact";
            case 1 -> "1 artifact";
            default -> count + " artifacts";
        };
    }

    static String of(Bounds bounds) {
        return bounds.max() == 0
                ? "none"
                : bounds.min() == bounds.max()
                        ? "" + bounds.min()
                        : bounds.min() + " to " + bounds.max();
    }

    /// Such as "Build reads 6 artifacts; CodeBuild takes 1 to 5."
    static String said(
            Action action, String does, int count, ActionSpec spec, String can, Bounds bounds) {
        return "%s %s %s; %s %s %s."
                .formatted(action.name(), does, artifacts(count), spec.title(), can, of(bounds));
    }
}
