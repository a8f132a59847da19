package io.stagecraft.practice.stack;

import io.stagecraft.practice.account.Timeline;
import io.stagecraft.practice.wire.Refusal;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Work on the resources of a stack: each as soon as what it waits for is done, several side by side.
final class Flow {
    /// What is done about one resource.
    interface Work {
        /// Says that it begins.
        ///
        /// @return how long it takes; null where there is nothing to do
        @Nullable Duration begin(String key);

        /// Does it.
        ///
        /// @throws Refusal when the resource's service will not
        void act(String key);

        /// Says that it is done.
        void end(String key);

        void failed(String key, Refusal why);

        void cancelled(String key);
    }

    private static final Duration FIRST = Duration.ofSeconds(1);

    private final Timeline time;
    private final Map<String, Set<String>> waits = new LinkedHashMap<>();
    private final Set<String> running = new LinkedHashSet<>();
    private final List<String> failed = new ArrayList<>();
    private final Work work;
    private final Runnable done;
    private final Consumer<List<String>> broken;
    private boolean over;

    /// @param waits for every key, the keys it waits for
    /// @param broken told the keys that failed
    Flow(
            Timeline time,
            Map<String, Set<String>> waits,
            Work work,
            Runnable done,
            Consumer<List<String>> broken) {
        this.time = time;
        waits.forEach((key, on) -> this.waits.put(key, new LinkedHashSet<>(on)));
        this.work = work;
        this.done = done;
        this.broken = broken;
    }

    /// Starts all that waits for nothing.
    void begin() {
        go();
    }

    private void go() {
        if (over) {
            return;
        }
        var ready =
                waits.entrySet().stream()
                        .filter(e -> e.getValue().isEmpty() && !running.contains(e.getKey()))
                        .map(Map.Entry::getKey)
                        .toList();
        for (var key : ready) {
            start(key);
            if (over) {
                return;
            }
        }
        if (waits.isEmpty()) {
            over = true;
            done.run();
        }
    }

    /// Ends it as if something had failed.
    void cancel() {
        stop();
    }

    /// Ends it and tells nobody but the resources under way: somebody else goes on from here.
    void abandon() {
        if (!over) {
            over = true;
            running.forEach(work::cancelled);
        }
    }

    private void start(String key) {
        running.add(key);
        Duration takes;
        try {
            takes = work.begin(key);
        } catch (Refusal why) {
            fail(key, why);
            return;
        }
        if (takes == null) {
            finish(key);
        } else {
            time.after(FIRST, () -> act(key, takes));
        }
    }

    private void act(String key, Duration takes) {
        if (over) {
            return;
        }
        try {
            work.act(key);
        } catch (Refusal why) {
            fail(key, why);
            return;
        }
        time.after(
                takes,
                () -> {
                    if (!over) {
                        work.end(key);
                        finish(key);
                    }
                });
    }

    private void finish(String key) {
        running.remove(key);
        waits.remove(key);
        waits.values().forEach(on -> on.remove(key));
        go();
    }

    private void fail(String key, Refusal why) {
        running.remove(key);
        failed.add(key);
        work.failed(key, why);
        stop();
    }

    private void stop() {
        if (!over) {
            over = true;
            running.forEach(work::cancelled);
            time.after(FIRST, () -> broken.accept(failed));
        }
    }
}
