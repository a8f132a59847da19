package io.stagecraft.practice.line;

import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.catalog.FieldKind;
import io.stagecraft.catalog.Play;
import io.stagecraft.catalog.RuleTypeSpec;
import io.stagecraft.practice.account.Holdings;

import java.util.Map;
import java.util.Optional;

/// What AWS looks at before an action's or a rule's work begins: variables, artifacts, permissions, and what it works on.
final class Prelude {
    /// Why it cannot begin.
    ///
    /// @param code such as `PermissionError`
    record Obstacle(String code, String message) {}

    private final Holdings holdings;
    private final Rights rights;
    private final Targets targets;

    Prelude(Holdings holdings, Rights rights, Targets targets) {
        this.holdings = holdings;
        this.rights = rights;
        this.targets = targets;
    }

    /// Fills in the variables of an action and says what stands in its way, if anything does.
    Optional<Obstacle> obstacle(StageRun.ActionRun run, ActionTypes.Offer offer) {
        try {
            run.resolved = new Variables(run.stage.execution).resolve(run.action.configuration());
        } catch (Variables.Unresolved e) {
            return unresolved("action " + run.action.name(), e);
        }
        var work = Work.of(run);
        return missingArtifact(work)
                .map(m -> new Obstacle("ConfigurationError", m))
                .or(() -> offer.spec().flatMap(s -> rights.refusal(work, s)).map(Prelude::denied))
                .or(() -> missing(offer.play(), work))
                .or(() -> offer.spec().flatMap(s -> missingFile(s, work)))
                .or(() -> unreadable(offer.play(), work));
    }

    /// The same of a rule.
    Optional<Obstacle> obstacle(StageRun.RuleRun run, Execution execution, RuleTypeSpec spec) {
        Map<String, String> settings = run.rule.configuration();
        try {
            run.resolved = new Variables(execution).resolve(settings);
        } catch (Variables.Unresolved e) {
            return unresolved("rule " + run.rule.name(), e);
        }
        var work = Work.of(run, execution);
        return missingArtifact(work)
                .map(m -> new Obstacle("ConfigurationError", m))
                .or(() -> rights.refusal(work, spec).map(Prelude::denied))
                .or(() -> missing(spec.play(), work))
                .or(() -> unreadable(spec.play(), work));
    }

    /// A file that a setting names, and its artifact surely has not.
    private static Optional<Obstacle> missingFile(ActionSpec spec, Work work) {
        return spec.fields().stream()
                .filter(field -> field.kind() == FieldKind.INPUT_PATH)
                .flatMap(field -> Optional.ofNullable(work.settings().get(field.key())).stream())
                .map(value -> value.split("::", 2))
                .filter(path -> path.length == 2 && work.inputs().contains(path[0]))
                .filter(path -> lacks(work, path[0], path[1]))
                .map(path ->
                        new Obstacle(
                                "ConfigurationError",
                                "File ["
                                        + path[1]
                                        + "] does not exist in artifact ["
                                        + path[0]
                                        + "]"))
                .findFirst();
    }

    private static boolean lacks(Work work, String artifact, String path) {
        var made = work.execution().artifacts.get(artifact);
        return made != null && made.lacks(path.replaceFirst("^\\./", ""));
    }

    /// A build whose buildspec stands in the project, and is none.
    private Optional<Obstacle> unreadable(Play play, Work work) {
        return play.part() == Play.Part.RUNS_BUILD
                ? targets.first(play, work)
                        .flatMap(project -> Buildspec.of(project).fault())
                        .map(why ->
                                new Obstacle(
                                        "JobFailed",
                                        "Build terminated with state: FAILED. Phase: DOWNLOAD_SOURCE, Code: YAML_FILE_ERROR, Message: "
                                                + why))
                : Optional.empty();
    }

    /// Why what an action works on will not report how it went, if it may not.
    Optional<String> silence(StageRun.ActionRun run, Play play) {
        return Targets.silence(play).flatMap(s -> rights.silence(Work.of(run), play, s));
    }

    /// What S3 says where an artifact was taken away.
    static Obstacle missingKey(StageRun.ActionRun run) {
        return new Obstacle(
                "ConfigurationError",
                "The artifact of action "
                        + run.action.name()
                        + " was not found in the artifact bucket: The specified key does not exist. (Service: Amazon S3; Status Code: 404; Error Code: NoSuchKey)");
    }

    private static Optional<Obstacle> unresolved(String what, Variables.Unresolved e) {
        return Optional.of(
                new Obstacle(
                        "ConfigurationError",
                        "The configuration of "
                                + what
                                + " refers to a variable that has no value: "
                                + e.getMessage()));
    }

    private static Obstacle denied(String words) {
        return new Obstacle("PermissionError", words);
    }

    private Optional<Obstacle> missing(Play play, Work work) {
        return targets.missing(play, work).map(m -> new Obstacle("ConfigurationError", m));
    }

    private Optional<String> missingArtifact(Work work) {
        for (var input : work.inputs()) {
            var artifact = work.execution().artifacts.get(input);
            if (artifact == null || !holdings.keys(artifact.bucket()).contains(artifact.key())) {
                return Optional.of(
                        "The input artifact "
                                + input
                                + " of action "
                                + work.name()
                                + " does not exist: no action has made it.");
            }
        }
        var bucket = work.pipeline().store(work.region()).map(s -> s.location()).orElse("");
        boolean moves = !work.inputs().isEmpty() || !work.outputs().isEmpty();
        return moves && holdings.named("AWS::S3::Bucket", bucket, work.region()).isEmpty()
                ? Optional.of(
                        "The artifact bucket "
                                + bucket
                                + " of action "
                                + work.name()
                                + " does not exist: The specified bucket does not exist (Service: Amazon S3; Status Code: 404; Error Code: NoSuchBucket)")
                : Optional.empty();
    }
}
