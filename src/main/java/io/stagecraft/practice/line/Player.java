package io.stagecraft.practice.line;

import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.catalog.Play;
import io.stagecraft.practice.Fault;
import io.stagecraft.practice.account.Holdings;
import io.stagecraft.practice.account.Ids;
import io.stagecraft.practice.account.Timeline;
import io.stagecraft.practice.wire.Refusal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Plays one action as its catalogue entry says: looks whether it may, takes its time, leaves what it makes.
final class Player {
    /// What is told of an action's end.
    interface End {
        void succeeded();

        void failed(String code, String message);
    }

    private static final Duration LOOKING = Duration.ofSeconds(2);
    private static final Duration WEEK = Duration.ofDays(7);

    private final Timeline time;
    private final Ids ids;
    private final Holdings holdings;
    private final Structure structure;
    private final Rights rights;
    private final StackActions stacks;
    private final PipelineStarter starter;
    private final List<Fault> faults = new ArrayList<>();

    /// Starts another pipeline for an action.
    interface PipelineStarter {
        /// @return the new execution's id
        String start(String region, String pipeline);
    }

    Player(
            Timeline time,
            Ids ids,
            Holdings holdings,
            Structure structure,
            Rights rights,
            StackActions stacks,
            PipelineStarter starter) {
        this.time = time;
        this.ids = ids;
        this.holdings = holdings;
        this.structure = structure;
        this.rights = rights;
        this.stacks = stacks;
        this.starter = starter;
    }

    void inject(Fault fault) {
        faults.add(fault);
    }

    void play(StageRun.ActionRun run, End end) {
        try {
            run.resolved = new Variables(run.stage.execution).resolve(run.action.configuration());
        } catch (Variables.Unresolved e) {
            later(
                    end,
                    "ConfigurationError",
                    "The configuration of action "
                            + run.action.name()
                            + " refers to a variable that has no value: "
                            + e.getMessage());
            return;
        }
        var spec = structure.spec(run.action.actionTypeId()).orElse(null);
        if (spec == null) {
            work(
                    run,
                    45,
                    List.of("Custom job " + run.id),
                    () -> finish(run, Map.of(), Optional.empty(), end));
            return;
        }
        var missing = missingArtifact(run);
        if (missing.isPresent()) {
            later(end, "ConfigurationError", missing.get());
            return;
        }
        var refusal = rights.refusal(run, spec);
        if (refusal.isPresent()) {
            later(end, "PermissionError", refusal.get());
            return;
        }
        var fault = fault(run);
        if (fault.orElse(null) instanceof Fault.ArtifactMissing) {
            later(
                    end,
                    "ConfigurationError",
                    "The artifact of action "
                            + run.action.name()
                            + " was not found in the artifact bucket: The specified key does not exist. (Service: Amazon S3; Status Code: 404; Error Code: NoSuchKey)");
            return;
        }
        var play = spec.play();
        int factor = fault.orElse(null) instanceof Fault.Slow(_, var times) ? times : 1;
        int seconds = ids.between(play.minSeconds(), play.maxSeconds()) * factor;
        if (fault.orElse(null) instanceof Fault.Fails(_, var code, var message)) {
            work(run, seconds, lines(play, run), () -> end.failed(code, message));
            return;
        }
        part(run, spec, seconds, end);
    }

    private void part(StageRun.ActionRun run, ActionSpec spec, int seconds, End end) {
        var play = spec.play();
        switch (play.part()) {
            case TAKES_TIME ->
                    work(
                            run,
                            seconds,
                            lines(play, run),
                            () -> finish(run, handedOn(run, spec), summary(play, run), end));
            case BRINGS_REVISION -> {
                run.revision =
                        Optional.ofNullable(run.stage.execution.overrides.get(run.action.name()))
                                .orElseGet(() -> ids.hex(40));
                work(
                        run,
                        seconds,
                        lines(play, run),
                        () -> {
                            var summary = summary(play, run);
                            for (var output : run.action.outputArtifacts()) {
                                run.stage.execution.revisions.add(
                                        new Execution.Revision(
                                                run.action.name(),
                                                output.name(),
                                                run.revision,
                                                summary.orElse(""),
                                                time.now()));
                            }
                            finish(run, values(play, run), summary, end);
                        });
            }
            case WAITS_FOR_APPROVAL -> {
                run.token = ids.uuid();
                run.externalId = run.token;
                var minutes =
                        Optional.ofNullable(run.action.timeoutInMinutes())
                                .map(Duration::ofMinutes)
                                .orElse(WEEK);
                time.after(
                        minutes,
                        () -> {
                            if (run.isRunning()) {
                                end.failed(
                                        "TimeoutError",
                                        "The approval action timed out: nobody approved or rejected it in time.");
                            }
                        });
            }
            case WORKS_ON_STACK -> {
                log(run, seconds, lines(play, run));
                time.after(
                        LOOKING,
                        () -> {
                            if (run.isRunning()) {
                                stacks.work(run, told(run, play, end));
                            }
                        });
            }
            case RUNS_BUILD -> build(run, play, seconds, end);
            case STARTS_PIPELINE ->
                    work(
                            run,
                            seconds,
                            lines(play, run),
                            () -> {
                                try {
                                    run.externalId =
                                            starter.start(
                                                    region(run),
                                                    run.resolved.getOrDefault("PipelineName", ""));
                                    finish(run, values(play, run), summary(play, run), end);
                                } catch (Refusal refusal) {
                                    end.failed("ConfigurationError", refusal.words());
                                }
                            });
        }
    }

    private End told(StageRun.ActionRun run, Play play, End end) {
        return new End() {
            @Override
            public void succeeded() {
                if (run.isRunning()) {
                    finish(run, stacks.outputs(run), summary(play, run), end);
                }
            }

            @Override
            public void failed(String code, String message) {
                end.failed(code, message);
            }
        };
    }

    private void build(StageRun.ActionRun run, Play play, int seconds, End end) {
        var name = run.resolved.getOrDefault("ProjectName", "");
        var project = rights.project(run);
        if (project.isEmpty()) {
            later(
                    end,
                    "ConfigurationError",
                    "Error calling startBuild: Project cannot be found: arn:"
                            + Holdings.PARTITION
                            + ":codebuild:"
                            + region(run)
                            + ":"
                            + Holdings.ACCOUNT
                            + ":project/"
                            + name
                            + " (Service: AWSCodeBuild; Status Code: 400; Error Code: ResourceNotFoundException)");
            return;
        }
        run.externalId = name + ":" + ids.uuid();
        run.externalUrl =
                "https://console.aws.amazon.com/codebuild/home?region="
                        + region(run)
                        + "#/builds/"
                        + run.externalId
                        + "/view/new";
        var values = new LinkedHashMap<>(values(play, run));
        var buildspec = Buildspec.of(project.get());
        (buildspec.isKnown() ? buildspec.exported() : Promised.by(run))
                .forEach(key -> values.put(key, Promised.value(key, run)));
        work(run, seconds, lines(play, run), () -> finish(run, values, summary(play, run), end));
    }

    private void later(End end, String code, String message) {
        time.after(LOOKING, () -> end.failed(code, message));
    }

    private void work(StageRun.ActionRun run, int seconds, List<String> lines, Runnable then) {
        log(run, seconds, lines);
        time.after(
                Duration.ofSeconds(seconds),
                () -> {
                    if (run.isRunning()) {
                        then.run();
                    }
                });
    }

    private void log(StageRun.ActionRun run, int seconds, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        var execution = run.stage.execution;
        var group =
                rights.project(run)
                        .map(p -> "/aws/codebuild/" + p.name())
                        .orElse("/aws/codepipeline/" + execution.pipeline.name());
        run.logStream =
                "arn:"
                        + Holdings.PARTITION
                        + ":logs:"
                        + region(run)
                        + ":"
                        + Holdings.ACCOUNT
                        + ":log-group:"
                        + group
                        + ":log-stream:"
                        + run.id;
        for (int i = 0; i < lines.size(); i++) {
            var at = time.now().plusMillis(1000L * seconds * (i + 1) / lines.size());
            run.log.add(new StageRun.Line(at, lines.get(i).replace("{time}", at.toString())));
        }
    }

    private void finish(
            StageRun.ActionRun run, Map<String, String> values, Optional<String> summary, End end) {
        var execution = run.stage.execution;
        execution
                .pipeline
                .store(region(run))
                .ifPresent(store -> {
                    for (var output : run.action.outputArtifacts()) {
                        var key =
                                cut(execution.pipeline.name(), 20)
                                        + "/"
                                        + cut(output.name(), 10)
                                        + "/"
                                        + ids.tail(7);
                        execution.artifacts.put(
                                output.name(), new Execution.Artifact(store.location(), key));
                        holdings.put(store.location(), key);
                        run.made.add(output.name());
                    }
                });
        run.outputs.putAll(values);
        if (run.action.namespace() != null) {
            execution.namespaces.put(run.action.namespace(), Map.copyOf(values));
        }
        run.summary = summary.orElse("");
        end.succeeded();
    }

    private static String cut(String name, int length) {
        return name.length() <= length ? name : name.substring(0, length);
    }

    private Optional<String> missingArtifact(StageRun.ActionRun run) {
        for (var input : run.action.inputArtifacts()) {
            var artifact = run.stage.execution.artifacts.get(input.name());
            if (artifact == null || !holdings.keys(artifact.bucket()).contains(artifact.key())) {
                return Optional.of(
                        "The input artifact "
                                + input.name()
                                + " of action "
                                + run.action.name()
                                + " does not exist: no action has made it.");
            }
        }
        var region = region(run);
        var bucket = run.stage.execution.pipeline.store(region).map(s -> s.location()).orElse("");
        boolean moves =
                !run.action.inputArtifacts().isEmpty() || !run.action.outputArtifacts().isEmpty();
        return moves && holdings.named("AWS::S3::Bucket", bucket, region).isEmpty()
                ? Optional.of(
                        "The artifact bucket "
                                + bucket
                                + " of action "
                                + run.action.name()
                                + " does not exist: The specified bucket does not exist (Service: Amazon S3; Status Code: 404; Error Code: NoSuchBucket)")
                : Optional.empty();
    }

    private Optional<Fault> fault(StageRun.ActionRun run) {
        var fault = faults.stream().filter(f -> f.action().equals(run.action.name())).findFirst();
        fault.ifPresent(faults::remove);
        return fault;
    }

    private static String region(StageRun.ActionRun run) {
        return Optional.ofNullable(run.action.region()).orElse(run.stage.execution.pipeline.region);
    }

    private List<String> lines(Play play, StageRun.ActionRun run) {
        return play.log().stream().map(line -> filled(line, run)).toList();
    }

    private Map<String, String> values(Play play, StageRun.ActionRun run) {
        var values = new LinkedHashMap<String, String>();
        play.variables()
                .forEach((k, v) ->
                        values.put(k, filled(v, run).replace("{time}", time.now().toString())));
        return values;
    }

    private Map<String, String> handedOn(StageRun.ActionRun run, ActionSpec spec) {
        var values = new LinkedHashMap<>(values(spec.play(), run));
        if (spec.dynamicVariables().isPresent()) {
            Promised.by(run).forEach(key -> values.putIfAbsent(key, Promised.value(key, run)));
        }
        return values;
    }

    private Optional<String> summary(Play play, StageRun.ActionRun run) {
        return play.summary().map(s -> filled(s, run));
    }

    private static String filled(String pattern, StageRun.ActionRun run) {
        var filled = pattern.replace("{id}", run.revision.isEmpty() ? run.id : run.revision);
        for (var setting : run.resolved.entrySet()) {
            filled = filled.replace("{" + setting.getKey() + "}", setting.getValue());
        }
        return filled;
    }
}
