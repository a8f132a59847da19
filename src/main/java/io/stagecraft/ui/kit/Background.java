package io.stagecraft.ui.kit;

import javafx.application.Platform;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// Work off the UI thread, and its result back on it. The only place that hands anything to the UI thread.
public interface Background {
    /// Does `work` elsewhere, then gives its result, or what it threw, to the UI thread.
    <T> void run(Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed);

    /// Does `action` on the UI thread, soon.
    void onScreen(Runnable action);

    /// Work on virtual threads.
    static Background threads() {
        ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
        return new Background() {
            @Override
            public <T> void run(
                    Callable<T> work,
                    Consumer<? super T> done,
                    Consumer<? super Exception> failed) {
                executor.execute(() -> {
                    try {
                        T result = work.call();
                        Platform.runLater(() -> done.accept(result));
                    } catch (Exception problem) {
                        Platform.runLater(() -> failed.accept(problem));
                    }
                });
            }

            @Override
            public void onScreen(Runnable action) {
                Platform.runLater(action);
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
                } catch (Exception problem) {
                    failed.accept(problem);
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
