package io.stagecraft.model.images;

/// How much is read of what others wrote: readers go down a step for each thing inside another, and there is an end to that.
final class Nesting {
    /// Things inside each other; nobody writes as many.
    static final int MOST = 60;

    /// Letters of a buildspec.
    static final int LONGEST = 100_000;

    private Nesting() {}
}
