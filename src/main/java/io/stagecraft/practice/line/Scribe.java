package io.stagecraft.practice.line;

import io.stagecraft.catalog.Play;
import io.stagecraft.practice.account.Holdings;
import io.stagecraft.practice.account.Ids;
import io.stagecraft.practice.account.Thing;
import io.stagecraft.practice.account.Timeline;

import software.amazon.awssdk.services.codepipeline.model.OutputArtifact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Writes down what a played action says and leaves: log lines, output variables, artifacts, a summary.
final class Scribe {
    private final Timeline time;
    private final Ids ids;
    private final Holdings holdings;
    private final Targets targets;
    private final ActionTypes types;

    Scribe(Timeline time, Ids ids, Holdings holdings, Targets targets, ActionTypes types) {
        this.time = time;
        this.ids = ids;
        this.holdings = holdings;
        this.targets = targets;
        this.types = types;
    }

    /// Spreads the lines over the time that the action takes.
    void log(StageRun.ActionRun run, Play play, int seconds) {
        var work = Work.of(run);
        var lines = new ArrayList<String>();
        standIns(run, play).map(s -> "Played on a stand-in for " + s).ifPresent(lines::add);
        play.log().forEach(line -> lines.add(work.fill(line)));
        write(run, play, seconds, lines);
    }

    /// Writes one line at once.
    void note(StageRun.ActionRun run, Play play, String line) {
        write(run, play, 0, List.of(line));
    }

    private void write(StageRun.ActionRun run, Play play, int seconds, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        run.logStream =
                "arn:"
                        + Holdings.PARTITION
                        + ":logs:"
                        + run.region()
                        + ":"
                        + Holdings.ACCOUNT
                        + ":log-group:"
                        + group(play, Work.of(run))
                        + ":log-stream:"
                        + run.id;
        for (int i = 0; i < lines.size(); i++) {
            var at = time.now().plusMillis(1000L * seconds * (i + 1) / lines.size());
            run.log.add(new StageRun.Line(at, lines.get(i).replace("{time}", at.toString())));
        }
    }

    private String group(Play play, Work work) {
        return play.part() == Play.Part.RUNS_BUILD
                ? "/aws/codebuild/" + targets.first(play, work).map(Thing::name).orElse("")
                : "/aws/codepipeline/" + work.pipeline().name();
    }

    /// What the action works on, as far as it only stands in for what is outside.
    private Optional<String> standIns(StageRun.ActionRun run, Play play) {
        var names = new ArrayList<String>();
        targets.lent(play, Work.of(run)).map(Thing::name).forEach(names::add);
        types.find(run.action.actionTypeId(), run.stage.execution.pipeline.region)
                .filter(ActionTypes.Offer::isLent)
                .ifPresent(_ -> names.add("the worker of " + run.action.actionTypeId().provider()));
        return names.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", names));
    }

    Map<String, String> values(StageRun.ActionRun run, Play play) {
        var work = Work.of(run);
        var values = new LinkedHashMap<String, String>();
        play.variables()
                .forEach((key, value) ->
                        values.put(key, work.fill(value).replace("{time}", time.now().toString())));
        return values;
    }

    /// What the result says, and whether it was had on stand-ins.
    Optional<String> summary(StageRun.ActionRun run, Play play) {
        var said = play.summary().map(Work.of(run)::fill);
        return standIns(run, play)
                .map(s -> said.map(t -> t + " ").orElse("") + "(on a stand-in for " + s + ")")
                .or(() -> said);
    }

    /// Leaves what the action made: artifacts in the bucket, variables in its namespace.
    void leave(StageRun.ActionRun run, Map<String, String> values) {
        var execution = run.stage.execution;
        execution
                .pipeline
                .store(run.region())
                .ifPresent(store ->
                        run.action
                                .outputArtifacts()
                                .forEach(o -> put(run, store.location(), o, files(run, o))));
        run.outputs.putAll(values);
        if (run.action.namespace() != null) {
            execution.namespaces.put(run.action.namespace(), Map.copyOf(values));
        }
    }

    /// What is known of an output's files: the action lists them, or the buildspec of its project does.
    private Optional<Set<String>> files(StageRun.ActionRun run, OutputArtifact output) {
        var play =
                types.find(run.action.actionTypeId(), run.stage.execution.pipeline.region)
                        .map(ActionTypes.Offer::play)
                        .filter(p -> p.part() == Play.Part.RUNS_BUILD);
        if (play.isEmpty()) {
            return Buildspec.known(output.files());
        }
        boolean isOnly = run.action.outputArtifacts().size() == 1;
        return targets.first(play.get(), Work.of(run))
                .map(Buildspec::of)
                .flatMap(spec -> spec.files(output.name(), isOnly));
    }

    private void put(
            StageRun.ActionRun run,
            String bucket,
            OutputArtifact output,
            Optional<Set<String>> files) {
        var execution = run.stage.execution;
        var artifact = output.name();
        var key = cut(execution.pipeline.name(), 20) + "/" + cut(artifact, 10) + "/" + ids.tail(7);
        execution.artifacts.put(artifact, new Execution.Artifact(bucket, key, files));
        holdings.put(bucket, key);
        run.made.add(artifact);
    }

    private static String cut(String name, int length) {
        return name.length() <= length ? name : name.substring(0, length);
    }

    /// The names of what a text lists with commas between.
    static List<String> listed(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s*,\\s*"));
    }
}
