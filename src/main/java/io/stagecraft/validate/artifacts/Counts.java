package io.stagecraft.validate.artifacts;

import io.stagecraft.catalog.Bounds;

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
}
