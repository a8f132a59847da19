package io.stagecraft.ui.kit;

import javafx.application.Platform;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// Work off the UI thread, and its result back on it. The only place that hands anything to the UI thread.
public interface Background {
    /// Does `work` elsewhere, then gives its result, or what it threw, to the UI thread.
    ///
    /// @param failed gets an exception as it was thrown, and anything worse as a [BrokenWork]: something always comes back
    <T> void run(Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed);

    /// Does `action` on the UI thread, soon.
    void onScreen(Runnable action);

    /// Does `action` on the UI thread, which asks, once the next frame is out and in a frame of its own: what may follow an edit
    /// must not hold up the frame that shows the edit.
    default void afterFrame(Runnable action) {
        onScreen(action);
    }

    /// Does `action` on the UI thread, which asks, once what it is at is through: a layout, a change of the focus.
    static void soon(Runnable action) {
        Platform.runLater(action);
    }

    /// Work on virtual threads.
    static Background threads() {
        return threads(new CountDownLatch(0));
    }

    /// Work on virtual threads that waits until `open` is down to zero: nothing competes with a window that comes up.
    static Background threads(CountDownLatch open) {
        ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
        return new Background() {
            private @Nullable Following following;

            @Override
            public <T> void run(
                    Callable<T> work,
                    Consumer<? super T> done,
                    Consumer<? super Exception> failed) {
                executor.execute(() -> {
                    try {
                        open.await();
                        T result = work.call();
                        Platform.runLater(() -> done.accept(result));
                    } catch (Throwable problem) { // whoever waits must hear of it
                        Platform.runLater(() -> failed.accept(BrokenWork.of(problem)));
                    }
                });
            }

            @Override
            public void onScreen(Runnable action) {
                Platform.runLater(action);
            }

            @Override
            public void afterFrame(Runnable action) {
                var queue = following;
                if (queue == null) {
                    queue = new Following(); // not before there is a toolkit
                    following = queue;
                }
                queue.later(action);
            }
        };
    }

    /// Work at once, on the thread that asks: for tests.
    static Background direct() {
        return new Background() {
            @Override
            public <T> void run(
                    Callable<T> work,
                    Consumer<? super T> done,
                    Consumer<? super Exception> failed) {
                T result;
                try {
                    result = work.call();
                } catch (Throwable problem) {
                    failed.accept(BrokenWork.of(problem));
                    return;
                }
                done.accept(result);
            }

            @Override
            public void onScreen(Runnable action) {
                action.run();
            }
        };
    }
}
