package io.stagecraft.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stagecraft.aws.AwsRefusal;
import io.stagecraft.aws.Runs;
import io.stagecraft.model.Moment;
import io.stagecraft.run.RunSnapshot;
import io.stagecraft.run.RunSnapshot.ActionRun;
import io.stagecraft.run.RunSnapshot.ExecutionRun;
import io.stagecraft.run.RunSnapshot.Failure;
import io.stagecraft.run.RunSnapshot.RuleRun;
import io.stagecraft.run.RunSnapshot.StageRun;
import io.stagecraft.run.RunStatus;

import org.junit.jupiter.api.Test;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// A run, as the lines that people read while it goes.
class FollowerTest {
    private static final Instant T = Instant.parse("2026-01-02T03:04:05Z");

    private final Deque<RunSnapshot> snapshots = new ArrayDeque<>();
    private RunSnapshot standing; // whatever execution is in a stage
    private final List<String> lines = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();

    private RunStatus follow(Optional<String> approval) throws AwsRefusal {
        var runs =
                (Runs)
                        Proxy.newProxyInstance(
                                Runs.class.getClassLoader(),
                                new Class<?>[] {Runs.class},
                                (_, method, args) -> {
                                    asked.add(method.getName() + " " + List.of(args));
                                    if (method.getName().equals("read") && args.length == 1) {
                                        return standing;
                                    }
                                    return method.getName().equals("read")
                                            ? snapshots.size() > 1
                                                    ? snapshots.poll()
                                                    : snapshots.peek()
                                            : null;
                                });
        return new Follower(
                        runs,
                        _ -> asked.add("rest"),
                        c -> lines.add(c.line()),
                        approval,
                        "--practice")
                .follow("orders", "one");
    }

    private static ActionRun action(
            String name, RunStatus status, String token, Optional<Failure> failure) {
        return new ActionRun(
                name,
                status,
                Optional.of(T),
                Optional.of(T),
                "",
                Optional.of(token).filter(t -> !t.isEmpty()),
                failure,
                Optional.empty(),
                List.of());
    }

    private static ActionRun action(String name, RunStatus status) {
        return action(name, status, "", Optional.empty());
    }

    private void seen(RunStatus execution, Optional<String> closed, ActionRun... actions) {
        snapshots.add(
                new RunSnapshot(
                        "orders",
                        T,
                        List.of(
                                new StageRun(
                                        "Release",
                                        RunStatus.IN_PROGRESS,
                                        Optional.of("one"),
                                        closed.isPresent() ? List.of("one") : List.of(),
                                        closed,
                                        List.of(actions))),
                        List.of(new ExecutionRun("one", execution, T, T, "", "", ""))));
    }

    @Test
    void everyChangeIsToldOnceAndTheEndIsTheResult() throws AwsRefusal {
        seen(RunStatus.IN_PROGRESS, Optional.empty(), action("Deploy", RunStatus.NOT_RUN));
        seen(RunStatus.IN_PROGRESS, Optional.empty(), action("Deploy", RunStatus.IN_PROGRESS));
        seen(RunStatus.IN_PROGRESS, Optional.empty(), action("Deploy", RunStatus.IN_PROGRESS));
        seen(
                RunStatus.FAILED,
                Optional.empty(),
                action(
                        "Deploy",
                        RunStatus.FAILED,
                        "",
                        Optional.of(new Failure("JobFailed", "no\nreally"))));
        assertEquals(RunStatus.FAILED, follow(Optional.empty()));
        assertEquals(
                List.of(
                        "03:04:05  Release/Deploy               In progress",
                        "03:04:05  Release/Deploy               Failed                JobFailed: no",
                        "03:04:05  execution                    Failed"),
                lines);
        assertEquals(
                3,
                asked.stream().filter("rest"::equals).count(),
                "it looks again only after a rest");
    }

    @Test
    void whatOneLookShowsIsToldInTheOrderItHappened() throws AwsRefusal {
        seen(
                RunStatus.FAILED,
                Optional.empty(),
                at(T.plusSeconds(108), "Build"),
                at(T, "Lint"),
                at(T.plusSeconds(108), "Check"));
        follow(Optional.empty());
        assertEquals(
                List.of(
                        "03:04:05  Release/Lint                 Succeeded",
                        "03:05:53  Release/Build                Succeeded",
                        "03:05:53  Release/Check                Succeeded"),
                lines.subList(0, 3));
    }

    private static ActionRun at(Instant changed, String name) {
        return new ActionRun(
                name,
                RunStatus.SUCCEEDED,
                Optional.of(T),
                Optional.of(changed),
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    @Test
    void aConditionThatHoldsTheRunUpIsToldWithItsWords() throws AwsRefusal {
        var rules =
                List.of(
                        new RuleRun(Moment.ENTRY, "Hours", RunStatus.SUCCEEDED, Optional.of(T), ""),
                        new RuleRun(
                                Moment.ENTRY,
                                "Calm",
                                RunStatus.FAILED,
                                Optional.of(T),
                                "It rings."));
        for (var execution : List.of("other", "", "one")) {
            snapshots.add(
                    new RunSnapshot(
                            "orders",
                            T,
                            List.of(
                                    new StageRun(
                                            "Release",
                                            RunStatus.FAILED,
                                            Optional.of(execution).filter(e -> !e.isEmpty()),
                                            List.of(),
                                            Optional.empty(),
                                            List.of(action("Deploy", RunStatus.NOT_RUN)),
                                            rules)),
                            List.of(
                                    new ExecutionRun(
                                            "one",
                                            execution.equals("one")
                                                    ? RunStatus.FAILED
                                                    : RunStatus.IN_PROGRESS,
                                            T,
                                            T,
                                            "",
                                            "",
                                            ""))));
        }
        assertEquals(RunStatus.FAILED, follow(Optional.empty()));
        assertEquals(
                List.of(
                        "03:04:05  Release, entry rule Hours    Succeeded",
                        "03:04:05  Release, entry rule Calm     Failed                It rings.",
                        "03:04:05  execution                    Failed"),
                lines,
                "once, and of no other execution");
    }

    @Test
    void whatHappenedWhileItEndedIsToldToo() throws AwsRefusal {
        seen(RunStatus.FAILED, Optional.empty(), action("Deploy", RunStatus.IN_PROGRESS));
        seen(RunStatus.FAILED, Optional.empty(), action("Deploy", RunStatus.FAILED));
        follow(Optional.empty());
        assertEquals(
                List.of(
                        "03:04:05  Release/Deploy               In progress",
                        "03:04:05  Release/Deploy               Failed",
                        "03:04:05  execution                    Failed"),
                lines);
    }

    @Test
    void anApprovalIsAnsweredOnlyWhenAsked() throws AwsRefusal {
        seen(
                RunStatus.IN_PROGRESS,
                Optional.empty(),
                action("Approve", RunStatus.WAITING_FOR_APPROVAL, "tok", Optional.empty()));
        seen(RunStatus.SUCCEEDED, Optional.empty(), action("Approve", RunStatus.SUCCEEDED));
        var again = List.copyOf(snapshots);
        assertEquals(RunStatus.SUCCEEDED, follow(Optional.of("go")));
        assertEquals(
                List.of("answer [orders, Release, Approve, tok, true, go]"),
                asked.stream().filter(a -> a.startsWith("answer")).toList());
        asked.clear();
        snapshots.clear();
        snapshots.addAll(again);
        follow(Optional.empty());
        assertEquals(0, asked.stream().filter(a -> a.startsWith("answer")).count());
    }

    @Test
    void waitingBeforeAClosedTransitionIsToldWithItsReason() throws AwsRefusal {
        seen(RunStatus.IN_PROGRESS, Optional.of("Freeze"), action("Deploy", RunStatus.NOT_RUN));
        seen(RunStatus.STOPPED, Optional.empty(), action("Deploy", RunStatus.NOT_RUN));
        assertEquals(RunStatus.STOPPED, follow(Optional.empty()));
        assertEquals(
                "03:04:05  Release                      In progress           waits in front, its transition is closed: Freeze",
                lines.getFirst());
    }

    /// `one` waits in front of the approval that `two` waits for.
    private void behind() {
        var theirs = action("Approve", RunStatus.WAITING_FOR_APPROVAL, "theirs", Optional.empty());
        standing = waiting(Optional.of("two"), theirs);
        snapshots.add(waiting(Optional.empty(), action("Approve", RunStatus.NOT_RUN)));
    }

    private static RunSnapshot waiting(Optional<String> inside, ActionRun action) {
        return new RunSnapshot(
                "orders",
                T,
                List.of(
                        new StageRun(
                                "Release",
                                RunStatus.IN_PROGRESS,
                                inside,
                                List.of("one"),
                                Optional.empty(),
                                List.of(action))),
                List.of(new ExecutionRun("one", RunStatus.IN_PROGRESS, T, T, "", "", "")));
    }

    @Test
    void anApprovalOfAnotherExecutionIsNamedAndLeftToWhoeverItIsFor() throws AwsRefusal {
        behind();
        assertEquals(RunStatus.IN_PROGRESS, follow(Optional.of("go")));
        assertEquals(
                List.of(
                        "03:04:05  Release                      In progress           waits in front, execution two is in it and waits for the approval Approve",
                        "03:04:05  execution                    In progress           left waiting: Release/Approve is for execution two. To approve that one: stagecraft watch orders --execution two --practice --approve"),
                lines);
        assertEquals(0, asked.stream().filter(a -> a.startsWith("answer")).count());
        assertEquals(23, asked.stream().filter("rest"::equals).count(), "two minutes");
    }

    @Test
    void whoeverFollowsWithoutApprovingWaitsOn() throws AwsRefusal {
        for (int i = 0; i < 200; i++) {
            behind();
        }
        seen(RunStatus.SUCCEEDED, Optional.empty(), action("Approve", RunStatus.SUCCEEDED));
        assertEquals(RunStatus.SUCCEEDED, follow(Optional.empty()));
    }
}
