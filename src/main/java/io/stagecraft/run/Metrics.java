package io.stagecraft.run;

import io.stagecraft.run.RunSnapshot.ExecutionRun;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a list of executions adds up to. Executions that were stopped, superseded or cancelled say nothing about the
/// pipeline's health, so the rate is of those that succeeded or failed.
///
/// @param executions how many the list holds
/// @param succeeded how many of them succeeded
/// @param failed how many failed
/// @param running how many still go
/// @param took how long those took that succeeded
/// @param approvals how long approvals waited for their answer
/// @param waiting approvals that wait now
/// @param stages in the order of the pipeline; one that never ended has no times
public record Metrics(
        int executions,
        int succeeded,
        int failed,
        int running,
        Optional<Times> took,
        Optional<Times> approvals,
        int waiting,
        List<StageTimes> stages) {
    public Metrics {
        stages = List.copyOf(stages);
    }

    /// Durations, summed up.
    ///
    /// @param count how many there are; never 0
    /// @param median the one in the middle, or between the two in the middle
    public record Times(int count, Duration median, Duration longest) {
        static Optional<Times> of(List<Duration> all) {
            if (all.isEmpty()) {
                return Optional.empty();
            }
            var sorted = all.stream().sorted().toList();
            int half = sorted.size() / 2;
            var median =
                    sorted.size() % 2 == 1
                            ? sorted.get(half)
                            : sorted.get(half - 1).plus(sorted.get(half)).dividedBy(2);
            return Optional.of(new Times(sorted.size(), median, sorted.getLast()));
        }
    }

    /// How long a stage took, from the beginning of its first action to the end of its last; retries are within it.
    ///
    /// @param failed in how many executions something in it failed
    public record StageTimes(String stage, Optional<Times> took, int failed) {}

    /// How many of the ended ones succeeded, 0–1; empty where none has ended.
    public Optional<Double> rate() {
        int ended = succeeded + failed;
        return ended == 0 ? Optional.empty() : Optional.of(succeeded / (double) ended);
    }

    /// Adds up.
    ///
    /// @param past what is known of actions; those of executions that are not in the list are left out
    /// @param stages names, in the order of the pipeline
    public static Metrics of(
            List<ExecutionRun> executions, List<PastAction> past, List<String> stages) {
        var ids = executions.stream().map(ExecutionRun::id).collect(Collectors.toSet());
        var actions = past.stream().filter(a -> ids.contains(a.execution())).toList();
        var succeeded = executions.stream().filter(e -> e.status() == RunStatus.SUCCEEDED).toList();
        var approvals = actions.stream().filter(PastAction::approval).toList();
        return new Metrics(
                executions.size(),
                succeeded.size(),
                count(executions, RunStatus.FAILED),
                (int) executions.stream().filter(e -> e.status().isLive()).count(),
                Times.of(
                        succeeded.stream()
                                .map(e -> Duration.between(e.started(), e.updated()))
                                .toList()),
                Times.of(
                        approvals.stream()
                                .filter(a -> !a.status().isLive())
                                .map(PastAction::took)
                                .toList()),
                (int) approvals.stream().filter(a -> a.status().isLive()).count(),
                stages(actions, stages));
    }

    private static int count(List<ExecutionRun> executions, RunStatus status) {
        return (int) executions.stream().filter(e -> e.status() == status).count();
    }

    private static List<StageTimes> stages(List<PastAction> actions, List<String> order) {
        var byStage =
                actions.stream()
                        .collect(
                                Collectors.groupingBy(
                                        PastAction::stage,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        var names = new LinkedHashSet<>(order);
        names.addAll(byStage.keySet()); // gone from the drawing since
        return names.stream()
                .map(name -> stage(name, byStage.getOrDefault(name, List.of())))
                .toList();
    }

    private static StageTimes stage(String name, List<PastAction> actions) {
        Map<String, List<PastAction>> runs =
                actions.stream().collect(Collectors.groupingBy(PastAction::execution));
        var over =
                runs.values().stream()
                        .filter(r -> r.stream().noneMatch(a -> a.status().isLive()))
                        .map(Metrics::span)
                        .toList();
        int failed =
                (int)
                        runs.values().stream()
                                .filter(r ->
                                        r.stream().anyMatch(a -> a.status() == RunStatus.FAILED))
                                .count();
        return new StageTimes(name, Times.of(over), failed);
    }

    private static Duration span(List<PastAction> actions) {
        var first = actions.stream().map(PastAction::started).min(Comparator.naturalOrder());
        var last = actions.stream().map(PastAction::ended).max(Comparator.naturalOrder());
        return Duration.between(first.orElse(Instant.EPOCH), last.orElse(Instant.EPOCH));
    }
}
