package io.stagecraft.practice.line;

import io.stagecraft.catalog.CronWindow;
import io.stagecraft.catalog.Play;
import io.stagecraft.catalog.RuleTypeCatalog;
import io.stagecraft.catalog.RuleTypeSpec;
import io.stagecraft.catalog.TimeZones;
import io.stagecraft.practice.Fault;
import io.stagecraft.practice.account.Alarms;
import io.stagecraft.practice.account.Ids;
import io.stagecraft.practice.account.Thing;
import io.stagecraft.practice.account.Timeline;

import software.amazon.awssdk.services.codepipeline.model.RuleDeclaration;
import software.amazon.awssdk.services.codepipeline.model.RuleExecutionStatus;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Plays one rule of a stage condition as its catalogue entry says, under its own role or the pipeline's.
final class RulePlayer {
    private static final Duration LOOK = Duration.ofSeconds(15);

    private final Timeline time;
    private final Ids ids;
    private final RuleTypeCatalog catalog;
    private final Prelude prelude;
    private final Alarms alarms;
    private final Targets targets;
    private final Faults faults;

    RulePlayer(
            Timeline time,
            Ids ids,
            RuleTypeCatalog catalog,
            Prelude prelude,
            Alarms alarms,
            Targets targets,
            Faults faults) {
        this.time = time;
        this.ids = ids;
        this.catalog = catalog;
        this.prelude = prelude;
        this.alarms = alarms;
        this.targets = targets;
        this.faults = faults;
    }

    /// One rule under way.
    ///
    /// @param over told when it has ended, however it did
    private record Playing(
            StageRun.RuleRun run,
            StageRun.Hook hook,
            Execution execution,
            RuleTypeSpec spec,
            Runnable over) {
        Play play() {
            return spec.play();
        }

        Work work() {
            return Work.of(run, execution);
        }

        /// What a setting says, or what AWS takes without it.
        String told(Play.Word word) {
            return play().key(word)
                    .map(key ->
                            Optional.ofNullable(run.resolved.get(key))
                                    .or(() -> spec.field(key).flatMap(f -> f.defaultValue()))
                                    .orElse(""))
                    .orElse("");
        }
    }

    void play(StageRun.RuleRun run, StageRun.Hook hook, Execution execution, Runnable over) {
        var spec = find(run.rule).orElseThrow();
        var playing = new Playing(run, hook, execution, spec, over);
        run.externalId = ids.uuid();
        var obstacle = prelude.obstacle(run, execution, spec);
        var fault = faults.strike(execution.pipeline.name(), run.rule.name());
        int seconds = ids.between(spec.play().minSeconds(), spec.play().maxSeconds());
        limit(playing);
        if (obstacle.isPresent()) {
            var it = obstacle.get();
            after(playing, 2, () -> fail(playing, it.code(), it.message()));
            return;
        }
        switch (fault.orElse(null)) {
            case null -> after(playing, seconds, () -> judge(playing));
            case Fault.Fails(var code, var message) ->
                    after(playing, seconds, () -> fail(playing, code, message));
            case Fault.Throttled() ->
                    after(playing, seconds, () -> fail(playing, "JobFailed", "Rate exceeded"));
            case Fault.ArtifactMissing() ->
                    after(
                            playing,
                            seconds,
                            () ->
                                    fail(
                                            playing,
                                            "ConfigurationError",
                                            "The specified key does not exist."));
            case Fault.Slow(var times) -> after(playing, seconds * times, () -> judge(playing));
            case Fault.Hangs() -> {}
        }
    }

    Optional<RuleTypeSpec> find(RuleDeclaration rule) {
        return catalog.find(rule.ruleTypeId().provider(), rule.ruleTypeId().version());
    }

    private void limit(Playing playing) {
        int minutes =
                Optional.ofNullable(playing.run.rule.timeoutInMinutes())
                        .orElse(playing.spec.timeout());
        time.after(
                Duration.ofMinutes(minutes),
                () -> {
                    if (playing.run.isRunning()) {
                        fail(
                                playing,
                                "TimeoutError",
                                "The rule did not end within " + minutes + " minutes.");
                    }
                });
    }

    private void judge(Playing playing) {
        switch (playing.play().part()) {
            case COMPARES -> compare(playing);
            case KEEPS_WINDOW -> keep(playing);
            case WATCHES_ALARM -> watch(playing, time.now().plus(patience(playing)), false);
            case TAKES_TIME, RUNS_BUILD ->
                    succeed(
                            playing,
                            playing.play().summary().map(playing.work()::fill).orElse("")
                                    + lent(playing));
            case BRINGS_REVISION,
                    BRINGS_IMAGE,
                    WAITS_FOR_APPROVAL,
                    WAITS_FOR_WORKER,
                    WORKS_ON_STACK,
                    STARTS_PIPELINE ->
                    throw new IllegalStateException("no rule is played like that");
        }
    }

    private String lent(Playing playing) {
        return targets.lent(playing.play(), playing.work())
                .findFirst()
                .map(t -> " (on a stand-in for " + t.name() + ")")
                .orElse("");
    }

    private void compare(Playing playing) {
        var comparison =
                new Comparison(
                        playing.told(Play.Word.VARIABLE),
                        playing.told(Play.Word.OPERATOR),
                        playing.told(Play.Word.VALUE));
        if (comparison.holds()) {
            succeed(playing, comparison.toString());
        } else {
            fail(playing, "JobFailed", comparison + " does not hold");
        }
    }

    private void keep(Playing playing) {
        try {
            var zone = TimeZones.of(playing.told(Play.Word.ZONE));
            var now = time.now();
            if (CronWindow.of(playing.told(Play.Word.WINDOW)).isOpen(now, zone)) {
                succeed(playing, playing.play().summary().orElse("Inside the window"));
            } else {
                fail(
                        playing,
                        "JobFailed",
                        "Outside the window "
                                + playing.told(Play.Word.WINDOW)
                                + ": it is "
                                + now.atZone(zone).toLocalDateTime().withNano(0)
                                + " in "
                                + zone);
            }
        } catch (IllegalArgumentException e) {
            fail(playing, "ConfigurationError", String.valueOf(e.getMessage()));
        }
    }

    private static Duration patience(Playing playing) {
        try {
            var told = playing.told(Play.Word.WAIT);
            return told.isEmpty() ? Duration.ZERO : Duration.ofMinutes(Long.parseLong(told));
        } catch (NumberFormatException e) {
            return Duration.ZERO; // a time that is none is no time
        }
    }

    /// Looks at the alarm until it is as it has to be, or the time is up. After a success it has to stay so: the rule is for an
    /// alarm that goes off within the time.
    ///
    /// @param wasGood whether it has been so at an earlier look
    /// @see <a href="https://docs.aws.amazon.com/codepipeline/latest/userguide/stage-conditions.html#stage-conditions-cases">Use cases</a>
    private void watch(Playing playing, Instant end, boolean wasGood) {
        var alarm = targets.first(playing.play(), playing.work());
        var state = alarm.map(alarms::standing).map(Alarms.Standing::state).orElse("gone");
        var said = "Alarm " + alarm.map(Thing::name).orElse("") + " is " + state;
        boolean isGood = wanted(playing).contains(state);
        boolean isLast = !time.now().isBefore(end);
        boolean hasToStay = playing.hook() == StageRun.Hook.ON_SUCCESS;
        if (isGood && (isLast || !hasToStay)) {
            succeed(playing, said + lent(playing));
        } else if (!isGood && (isLast || hasToStay && wasGood)) {
            fail(playing, "JobFailed", said);
        } else {
            var left = Duration.between(time.now(), end);
            time.after(
                    left.compareTo(LOOK) < 0 ? left : LOOK,
                    () -> {
                        if (playing.run.isRunning()) {
                            watch(playing, end, wasGood || isGood);
                        }
                    });
        }
    }

    /// The states in which an alarm's rule holds.
    ///
    /// @see <a href="https://docs.aws.amazon.com/codepipeline/latest/userguide/concepts-how-it-works-conditions.html">Rules for stage conditions</a>
    private static List<String> wanted(Playing playing) {
        var told = Scribe.listed(playing.told(Play.Word.STATES));
        if (!told.isEmpty()) {
            return told;
        }
        return switch (playing.hook()) {
            case BEFORE_ENTRY, ON_SUCCESS -> List.of("OK", "INSUFFICIENT_DATA");
            case ON_FAILURE -> List.of("ALARM");
        };
    }

    private void succeed(Playing playing, String summary) {
        playing.run.summary = summary;
        end(playing, RuleExecutionStatus.SUCCEEDED);
    }

    private void fail(Playing playing, String code, String message) {
        playing.run.summary = message;
        playing.run.errorCode = code;
        playing.run.errorMessage = message;
        end(playing, RuleExecutionStatus.FAILED);
    }

    private void end(Playing playing, RuleExecutionStatus status) {
        playing.run.status = status;
        playing.run.changed = time.now();
        playing.over.run();
    }

    /// Unless it was given up meanwhile.
    private void after(Playing playing, int seconds, Runnable then) {
        time.after(
                Duration.ofSeconds(seconds),
                () -> {
                    if (playing.run.isRunning()) {
                        then.run();
                    }
                });
    }
}
