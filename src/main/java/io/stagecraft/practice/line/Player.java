package io.stagecraft.practice.line;

import io.stagecraft.catalog.Play;
import io.stagecraft.practice.Fault;
import io.stagecraft.practice.account.Ids;
import io.stagecraft.practice.account.Timeline;
import io.stagecraft.practice.wire.Refusal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Plays one action as its catalogue entry says: looks whether it may, takes its time, leaves what it makes.
final class Player {
    /// What is told of an action's end.
    interface End {
        void succeeded();

        /// @param code such as `JobFailed`
        void failed(String code, String message);
    }

    /// Starts another pipeline for an action.
    interface PipelineStarter {
        /// @return the new execution's id
        String start(String region, String pipeline);
    }

    private static final Duration LOOKING = Duration.ofSeconds(2);

    private final Timeline time;
    private final Ids ids;
    private final ActionTypes types;
    private final Prelude prelude;
    private final Targets targets;
    private final Faults faults;
    private final Scribe scribe;
    private final StackActions stacks;
    private final Jobs jobs;
    private final PipelineStarter starter;

    Player(
            Timeline time,
            Ids ids,
            ActionTypes types,
            Prelude prelude,
            Targets targets,
            Faults faults,
            Scribe scribe,
            StackActions stacks,
            Jobs jobs,
            PipelineStarter starter) {
        this.time = time;
        this.ids = ids;
        this.types = types;
        this.prelude = prelude;
        this.targets = targets;
        this.faults = faults;
        this.scribe = scribe;
        this.stacks = stacks;
        this.jobs = jobs;
        this.starter = starter;
    }

    void play(StageRun.ActionRun run, End end) {
        var pipeline = run.stage.execution.pipeline;
        var offer = types.find(run.action.actionTypeId(), pipeline.region).orElse(null);
        if (offer == null) {
            // deleted since the pipeline was made
            later(run, end, "ConfigurationError", words(run));
            return;
        }
        var fault = faults.strike(pipeline.name(), run.action.name());
        var obstacle =
                prelude.obstacle(run, offer)
                        .or(() ->
                                fault.filter(Fault.ArtifactMissing.class::isInstance)
                                        .map(_ -> Prelude.missingKey(run)));
        if (obstacle.isPresent()) {
            later(run, end, obstacle.get().code(), obstacle.get().message());
            return;
        }
        limit(run, offer, end);
        broken(run, offer, fault, end);
    }

    private static String words(StageRun.ActionRun run) {
        return ActionTypes.notFound(run.action.actionTypeId()).words();
    }

    /// Plays the part, or what somebody made of it on purpose.
    private void broken(
            StageRun.ActionRun run, ActionTypes.Offer offer, Optional<Fault.Kind> fault, End end) {
        int seconds = ids.between(offer.play().minSeconds(), offer.play().maxSeconds());
        switch (fault.orElse(null)) {
            case null ->
                    prelude.silence(run, offer.play())
                            .ifPresentOrElse(
                                    why -> hush(run, offer.play(), why, end),
                                    () -> part(run, offer, seconds, end));
            case Fault.Fails(var code, var message) ->
                    work(run, offer.play(), seconds, () -> end.failed(code, message));
            case Fault.Hangs() -> scribe.log(run, offer.play(), seconds);
            case Fault.Throttled() ->
                    work(run, offer.play(), seconds, () -> end.failed("JobFailed", throttled(run)));
            case Fault.Slow(var times) -> part(run, offer, seconds * times, end);
            case Fault.ArtifactMissing() -> part(run, offer, seconds, end);
        }
    }

    /// The work is done, and nobody hears of it.
    private void hush(StageRun.ActionRun run, Play play, String why, End end) {
        scribe.note(run, play, why);
        Targets.silence(play)
                .ifPresent(silence ->
                        after(
                                Duration.ofMinutes(silence.minutes()),
                                run,
                                () -> end.failed("JobFailed", Work.of(run).fill(silence.says()))));
    }

    private String throttled(StageRun.ActionRun run) {
        return "Rate exceeded (Service: "
                + run.action.actionTypeId().provider()
                + "; Status Code: 400; Error Code: ThrottlingException; Request ID: "
                + ids.uuid()
                + ")";
    }

    /// An action that is still running at its timeout fails.
    private void limit(StageRun.ActionRun run, ActionTypes.Offer offer, End end) {
        int minutes = Optional.ofNullable(run.action.timeoutInMinutes()).orElse(offer.timeout());
        time.after(
                Duration.ofMinutes(minutes),
                () -> {
                    if (run.isRunning()) {
                        end.failed(
                                "TimeoutError",
                                "The action "
                                        + run.action.name()
                                        + " timed out: it did not end within "
                                        + minutes
                                        + " minutes.");
                    }
                });
    }

    private void part(StageRun.ActionRun run, ActionTypes.Offer offer, int seconds, End end) {
        var play = offer.play();
        switch (play.part()) {
            case TAKES_TIME -> work(run, play, seconds, () -> handOn(run, offer, end));
            case BRINGS_REVISION -> bring(run, play, seconds, () -> ids.hex(40), end);
            case BRINGS_IMAGE -> bring(run, play, seconds, () -> "sha256:" + ids.hex(64), end);
            case WAITS_FOR_APPROVAL -> {
                run.token = ids.uuid();
                run.externalId = run.token;
            }
            case WAITS_FOR_WORKER -> {
                if (offer.isLent()) {
                    work(run, play, seconds, () -> handOn(run, offer, end));
                } else {
                    jobs.open(run, end);
                }
            }
            case WORKS_ON_STACK -> {
                scribe.log(run, play, seconds);
                after(LOOKING, run, () -> stacks.work(run, play, told(run, play, end)));
            }
            case RUNS_BUILD -> build(run, play, seconds, end);
            case STARTS_PIPELINE -> work(run, play, seconds, () -> startOther(run, play, end));
            case COMPARES, KEEPS_WINDOW, WATCHES_ALARM ->
                    throw new IllegalStateException(
                            "the catalogue's check lets no action be like a rule");
        }
    }

    /// @param newest what it finds where nobody said which revision
    private void bring(
            StageRun.ActionRun run, Play play, int seconds, Supplier<String> newest, End end) {
        run.revision =
                Optional.ofNullable(run.stage.execution.overrides.get(run.action.name()))
                        .orElseGet(newest);
        work(run, play, seconds, () -> bring(run, play, end));
    }

    private void bring(StageRun.ActionRun run, Play play, End end) {
        var summary = scribe.summary(run, play);
        for (var output : run.action.outputArtifacts()) {
            run.stage.execution.revisions.add(
                    new Execution.Revision(
                            run.action.name(),
                            output.name(),
                            run.revision,
                            summary.orElse(""),
                            time.now()));
        }
        finish(run, play, end);
    }

    private void startOther(StageRun.ActionRun run, Play play, End end) {
        if (targets.lent(play, Work.of(run)).findAny().isPresent()) {
            run.externalId = ids.uuid(); // what runs elsewhere is not played here
            finish(run, play, end);
            return;
        }
        try {
            var name = play.key(Play.Word.PIPELINE).map(run::setting).orElse("");
            run.externalId = starter.start(run.region(), name);
            finish(run, play, end);
        } catch (Refusal refusal) {
            end.failed("ConfigurationError", refusal.words());
        }
    }

    private End told(StageRun.ActionRun run, Play play, End end) {
        return new End() {
            @Override
            public void succeeded() {
                if (run.isRunning()) {
                    finish(run, play, stacks.outputs(run, play), end);
                }
            }

            @Override
            public void failed(String code, String message) {
                end.failed(code, message);
            }
        };
    }

    private void build(StageRun.ActionRun run, Play play, int seconds, End end) {
        var project = targets.first(play, Work.of(run));
        run.externalId = project.map(p -> p.name()).orElse("") + ":" + ids.uuid();
        run.externalUrl =
                "https://console.aws.amazon.com/codebuild/home?region="
                        + run.region()
                        + "#/builds/"
                        + run.externalId
                        + "/view/new";
        var values = new LinkedHashMap<>(scribe.values(run, play));
        project.map(Buildspec::of)
                .filter(Buildspec::isKnown)
                .map(spec -> spec.exported())
                .orElseGet(() -> List.copyOf(Promised.by(run)))
                .forEach(key -> values.put(key, Promised.value(key, run)));
        work(run, play, seconds, () -> finish(run, play, values, end));
    }

    /// Ends with the variables that the type has, and those that only its work makes.
    private void handOn(StageRun.ActionRun run, ActionTypes.Offer offer, End end) {
        var values = new LinkedHashMap<>(scribe.values(run, offer.play()));
        if (offer.spec().flatMap(s -> s.dynamicVariables()).isPresent()) {
            Promised.by(run).forEach(key -> values.putIfAbsent(key, Promised.value(key, run)));
        }
        finish(run, offer.play(), values, end);
    }

    private void finish(StageRun.ActionRun run, Play play, End end) {
        finish(run, play, scribe.values(run, play), end);
    }

    private void finish(StageRun.ActionRun run, Play play, Map<String, String> values, End end) {
        scribe.leave(run, values);
        run.summary = scribe.summary(run, play).orElse("");
        end.succeeded();
    }

    private void later(StageRun.ActionRun run, End end, String code, String message) {
        after(LOOKING, run, () -> end.failed(code, message));
    }

    private void work(StageRun.ActionRun run, Play play, int seconds, Runnable then) {
        scribe.log(run, play, seconds);
        after(Duration.ofSeconds(seconds), run, then);
    }

    /// Unless it was given up meanwhile.
    private void after(Duration wait, StageRun.ActionRun run, Runnable then) {
        time.after(
                wait,
                () -> {
                    if (run.isRunning()) {
                        then.run();
                    }
                });
    }
}
