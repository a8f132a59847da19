package io.stagecraft.practice.line;

import io.stagecraft.catalog.Play;
import io.stagecraft.practice.stack.Stacks;
import io.stagecraft.practice.wire.Refusal;

import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Actions that really work on the account's stacks.
///
/// Artifacts have no content here, so the template they would carry is made up: one handle that waits for nothing, marked with
/// the artifact it stands for, so that every new artifact is a change. Stack, change set, role, events and rollback are real.
final class StackActions {
    private final Stacks stacks;

    StackActions(Stacks stacks) {
        this.stacks = stacks;
    }

    /// What one action wants of which stack.
    private record Wanted(StageRun.ActionRun run, Play play) {
        String region() {
            return run.region();
        }

        String stack() {
            return told(Play.Word.STACK);
        }

        String told(Play.Word word) {
            return play.key(word).map(run::setting).orElse("");
        }
    }

    void work(StageRun.ActionRun run, Play play, Player.End end) {
        var wanted = new Wanted(run, play);
        try {
            switch (wanted.told(Play.Word.MODE)) {
                case "CHANGE_SET_REPLACE" -> changeSet(wanted, end);
                case "CHANGE_SET_EXECUTE" -> execute(wanted, end);
                case "DELETE_ONLY" ->
                        stacks.delete(wanted.region(), wanted.stack(), end::succeeded);
                case "REPLACE_ON_FAILURE" -> replace(wanted, end);
                default -> createOrUpdate(wanted, end);
            }
        } catch (Refusal refusal) {
            end.failed("ConfigurationError", refusal.words());
        }
    }

    Map<String, String> outputs(StageRun.ActionRun run, Play play) {
        var wanted = new Wanted(run, play);
        return stacks.outputs(wanted.region(), wanted.stack());
    }

    private void replace(Wanted wanted, Player.End end) {
        var status = stacks.status(wanted.region(), wanted.stack());
        if (status.endsWith("FAILED") || status.equals("ROLLBACK_COMPLETE")) {
            stacks.delete(
                    wanted.region(),
                    wanted.stack(),
                    () -> safely(end, () -> createOrUpdate(wanted, end)));
        } else {
            createOrUpdate(wanted, end);
        }
    }

    private static void safely(Player.End end, Runnable what) {
        try {
            what.run();
        } catch (Refusal refusal) {
            end.failed("ConfigurationError", refusal.words());
        }
    }

    private void createOrUpdate(Wanted wanted, Player.End end) {
        link(wanted);
        if (!exists(wanted)) {
            stacks.create(wish(wanted), false, () -> settled(wanted, end));
            link(wanted);
            return;
        }
        try {
            stacks.update(wish(wanted), () -> settled(wanted, end));
        } catch (Refusal refusal) {
            if (!refusal.words().startsWith("No updates")) {
                throw refusal;
            }
            end.succeeded(); // CodePipeline takes a stack that is as it should be for done
        }
    }

    private boolean exists(Wanted wanted) {
        var status = stacks.status(wanted.region(), wanted.stack());
        return !status.isEmpty() && !status.equals("REVIEW_IN_PROGRESS");
    }

    private void changeSet(Wanted wanted, Player.End end) {
        var changeSet = wanted.told(Play.Word.CHANGE_SET);
        stacks.dropChangeSet(wanted.region(), wanted.stack(), changeSet);
        var type = exists(wanted) ? ChangeSetType.UPDATE : ChangeSetType.CREATE;
        stacks.createChangeSet(wish(wanted), changeSet, type, "", end::succeeded);
        link(wanted);
    }

    private void execute(Wanted wanted, Player.End end) {
        var changeSet = wanted.told(Play.Word.CHANGE_SET);
        if (!stacks.isReady(wanted.region(), wanted.stack(), changeSet)) {
            if (stacks.isEmptyChangeSet(wanted.region(), wanted.stack(), changeSet)) {
                end.succeeded(); // nothing to execute is nothing wrong
                return;
            }
            throw new Refusal("ChangeSetNotFound", "ChangeSet [" + changeSet + "] does not exist");
        }
        stacks.execute(wanted.region(), changeSet, wanted.stack(), () -> settled(wanted, end));
        link(wanted);
    }

    private void settled(Wanted wanted, Player.End end) {
        var status = stacks.status(wanted.region(), wanted.stack());
        if (status.equals("CREATE_COMPLETE") || status.equals("UPDATE_COMPLETE")) {
            end.succeeded();
        } else {
            end.failed(
                    "JobFailed",
                    "Stack "
                            + wanted.stack()
                            + " ended in "
                            + status
                            + ". "
                            + stacks.trouble(wanted.region(), wanted.stack()));
        }
    }

    private void link(Wanted wanted) {
        var run = wanted.run();
        run.externalId = stacks.id(wanted.region(), wanted.stack());
        run.externalUrl =
                "https://console.aws.amazon.com/cloudformation/home?region="
                        + wanted.region()
                        + "#/stacks/stackinfo?stackId="
                        + run.externalId;
    }

    private static Stacks.Wish wish(Wanted wanted) {
        var template =
                "{\"Description\": \"Played by the Practice account: stands for the template in the artifact\", \"Resources\": {\"Played\": {\"Type\": \"AWS::CloudFormation::WaitConditionHandle\", \"Metadata\": {\"Artifact\": \""
                        + artifact(wanted.run())
                        + "\"}}}}";
        return new Stacks.Wish(
                wanted.region(),
                wanted.stack(),
                template,
                List.of(),
                Scribe.listed(wanted.told(Play.Word.CAPABILITIES)),
                wanted.told(Play.Word.ROLE),
                List.of());
    }

    private static String artifact(StageRun.ActionRun run) {
        return run.action.inputArtifacts().stream()
                .flatMap(a ->
                        Optional.ofNullable(run.stage.execution.artifacts.get(a.name())).stream())
                .map(Execution.Artifact::key)
                .findFirst()
                .orElse(run.id);
    }
}
