package io.stagecraft.practice.line;

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

    void work(StageRun.ActionRun run, Player.End end) {
        try {
            switch (setting(run, "ActionMode")) {
                case "CHANGE_SET_REPLACE" -> changeSet(run, end);
                case "CHANGE_SET_EXECUTE" -> execute(run, end);
                case "DELETE_ONLY" -> stacks.delete(region(run), name(run), end::succeeded);
                case "REPLACE_ON_FAILURE" -> {
                    var status = stacks.status(region(run), name(run));
                    if (status.endsWith("FAILED") || status.equals("ROLLBACK_COMPLETE")) {
                        stacks.delete(
                                region(run),
                                name(run),
                                () -> safely(end, () -> createOrUpdate(run, end)));
                    } else {
                        createOrUpdate(run, end);
                    }
                }
                default -> createOrUpdate(run, end);
            }
        } catch (Refusal refusal) {
            end.failed("ConfigurationError", refusal.words());
        }
    }

    Map<String, String> outputs(StageRun.ActionRun run) {
        return stacks.outputs(region(run), name(run));
    }

    private static void safely(Player.End end, Runnable what) {
        try {
            what.run();
        } catch (Refusal refusal) {
            end.failed("ConfigurationError", refusal.words());
        }
    }

    private void createOrUpdate(StageRun.ActionRun run, Player.End end) {
        link(run);
        if (!exists(run)) {
            stacks.create(wish(run), false, () -> settled(run, end));
            link(run);
            return;
        }
        try {
            stacks.update(wish(run), () -> settled(run, end));
        } catch (Refusal refusal) {
            if (!refusal.words().startsWith("No updates")) {
                throw refusal;
            }
            end.succeeded(); // CodePipeline takes a stack that is as it should be for done
        }
    }

    private boolean exists(StageRun.ActionRun run) {
        var status = stacks.status(region(run), name(run));
        return !status.isEmpty() && !status.equals("REVIEW_IN_PROGRESS");
    }

    private void changeSet(StageRun.ActionRun run, Player.End end) {
        var changeSet = setting(run, "ChangeSetName");
        stacks.dropChangeSet(region(run), name(run), changeSet);
        var type = exists(run) ? ChangeSetType.UPDATE : ChangeSetType.CREATE;
        stacks.createChangeSet(wish(run), changeSet, type, "", end::succeeded);
        link(run);
    }

    private void execute(StageRun.ActionRun run, Player.End end) {
        var changeSet = setting(run, "ChangeSetName");
        if (!stacks.isReady(region(run), name(run), changeSet)) {
            if (stacks.isEmptyChangeSet(region(run), name(run), changeSet)) {
                end.succeeded(); // nothing to execute is nothing wrong
                return;
            }
            throw new Refusal("ChangeSetNotFound", "ChangeSet [" + changeSet + "] does not exist");
        }
        stacks.execute(region(run), changeSet, name(run), () -> settled(run, end));
        link(run);
    }

    private void settled(StageRun.ActionRun run, Player.End end) {
        var status = stacks.status(region(run), name(run));
        if (status.equals("CREATE_COMPLETE") || status.equals("UPDATE_COMPLETE")) {
            end.succeeded();
        } else {
            end.failed(
                    "JobFailed",
                    "Stack "
                            + name(run)
                            + " ended in "
                            + status
                            + ". "
                            + stacks.trouble(region(run), name(run)));
        }
    }

    private void link(StageRun.ActionRun run) {
        run.externalId = stacks.id(region(run), name(run));
        run.externalUrl =
                "https://console.aws.amazon.com/cloudformation/home?region="
                        + region(run)
                        + "#/stacks/stackinfo?stackId="
                        + run.externalId;
    }

    private static Stacks.Wish wish(StageRun.ActionRun run) {
        var artifact =
                run.action.inputArtifacts().stream()
                        .flatMap(a ->
                                Optional.ofNullable(run.stage.execution.artifacts.get(a.name()))
                                        .stream())
                        .map(Execution.Artifact::key)
                        .findFirst()
                        .orElse(run.id);
        var template =
                "{\"Description\": \"Played by the Practice account: stands for the template in the artifact\", \"Resources\": {\"Played\": {\"Type\": \"AWS::CloudFormation::WaitConditionHandle\", \"Metadata\": {\"Artifact\": \""
                        + artifact
                        + "\"}}}}";
        var capabilities = setting(run, "Capabilities");
        return new Stacks.Wish(
                region(run),
                name(run),
                template,
                List.of(),
                capabilities.isEmpty() ? List.of() : List.of(capabilities.split(",")),
                setting(run, "RoleArn"),
                List.of());
    }

    private static String name(StageRun.ActionRun run) {
        return setting(run, "StackName");
    }

    private static String setting(StageRun.ActionRun run, String key) {
        return run.resolved.getOrDefault(key, "");
    }

    private static String region(StageRun.ActionRun run) {
        return Optional.ofNullable(run.action.region()).orElse(run.stage.execution.pipeline.region);
    }
}
