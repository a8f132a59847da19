package io.stagecraft.practice.line;

import io.stagecraft.catalog.Play;
import io.stagecraft.practice.stack.Stacks;
import io.stagecraft.practice.wire.Refusal;

import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Actions that really work on the account's stacks.
///
/// Artifacts have no content here, so the template they would carry is made up, see [PlayedTemplate]. Stack, change set, role,
/// capabilities, events and rollback are real.
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
                        stacks.delete(wanted.region(), wanted.stack(), () -> deleted(wanted, end));
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
        stacks.changeSets().drop(wanted.region(), wanted.stack(), changeSet);
        var type = exists(wanted) ? ChangeSetType.UPDATE : ChangeSetType.CREATE;
        stacks.changeSets().create(wish(wanted), changeSet, type, "", end::succeeded);
        link(wanted);
    }

    private void execute(Wanted wanted, Player.End end) {
        var changeSet = wanted.told(Play.Word.CHANGE_SET);
        if (!stacks.changeSets().isReady(wanted.region(), wanted.stack(), changeSet)) {
            if (stacks.changeSets().isEmpty(wanted.region(), wanted.stack(), changeSet)) {
                end.succeeded(); // nothing to execute is nothing wrong
                return;
            }
            throw new Refusal("ChangeSetNotFound", "ChangeSet [" + changeSet + "] does not exist");
        }
        stacks.changeSets()
                .execute(wanted.region(), changeSet, wanted.stack(), () -> settled(wanted, end));
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

    private void deleted(Wanted wanted, Player.End end) {
        if (stacks.status(wanted.region(), wanted.stack()).isEmpty()) {
            end.succeeded();
        } else {
            end.failed("JobFailed", stacks.reason(wanted.region(), wanted.stack()));
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

    private Stacks.Wish wish(Wanted wanted) {
        var role = wanted.told(Play.Word.ROLE);
        var template =
                new PlayedTemplate(
                        artifact(wanted),
                        PlayedTemplate.overrides(wanted.told(Play.Word.PARAMETERS)),
                        stacks.heldUnder(role),
                        outputs(wanted));
        return new Stacks.Wish(
                wanted.region(),
                wanted.stack(),
                template.text(),
                template.given(),
                Scribe.listed(wanted.told(Play.Word.CAPABILITIES)),
                role,
                List.of());
    }

    /// What others ask of the actions that work on the same stack: a change set is made by one, and run by another.
    private static Map<String, String> outputs(Wanted wanted) {
        var outputs = new LinkedHashMap<String, String>();
        var key = wanted.play().key(Play.Word.STACK).orElse("");
        wanted.run().stage.execution.declaration.stages().stream()
                .flatMap(stage -> stage.actions().stream())
                .filter(a -> wanted.stack().equals(a.configuration().get(key)))
                .flatMap(a -> Promised.asked(a.namespace(), wanted.run()).stream())
                .forEach(name -> outputs.put(name, wanted.stack() + "-" + name));
        return outputs;
    }

    /// The artifact that the template is in.
    private static String artifact(Wanted wanted) {
        var run = wanted.run();
        var name = wanted.told(Play.Word.TEMPLATE).split("::", 2)[0];
        if (!name.isEmpty()
                && run.action.inputArtifacts().stream().noneMatch(a -> a.name().equals(name))) {
            throw new Refusal(
                    "InvalidConfiguration",
                    "TemplatePath references the artifact "
                            + name
                            + ", which is no input artifact of the action "
                            + run.action.name());
        }
        return run.action.inputArtifacts().stream()
                .filter(a -> name.isEmpty() || a.name().equals(name))
                .flatMap(a ->
                        Optional.ofNullable(run.stage.execution.artifacts.get(a.name())).stream())
                .map(Execution.Artifact::key)
                .findFirst()
                .orElse(run.id);
    }
}
