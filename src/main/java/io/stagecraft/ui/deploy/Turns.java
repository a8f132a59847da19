package io.stagecraft.ui.deploy;

import io.stagecraft.ui.kit.Background;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Work in the background, one piece after the other: a plan that is being given up must be gone before the next is
/// made, or deleting the one would take the other's stack along. Asked on the UI thread only.
final class Turns {
    private final Background background;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean busy;

    Turns(Background background) {
        this.background = background;
    }

    <T> void run(Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
        waiting.add(() ->
                background.run(
                        work,
                        result -> {
                            done.accept(result);
                            next();
                        },
                        problem -> {
                            failed.accept(problem);
                            next();
                        }));
        if (!busy) {
            busy = true;
            waiting.remove().run();
        }
    }

    private void next() {
        var after = waiting.poll();
        if (after == null) {
            busy = false;
        } else {
            after.run();
        }
    }
}
