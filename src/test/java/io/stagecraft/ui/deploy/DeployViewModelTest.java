package io.stagecraft.ui.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.aws.AwsRefusal;
import io.stagecraft.aws.Target;
import io.stagecraft.blueprint.Blueprint;
import io.stagecraft.blueprint.StackPlan;
import io.stagecraft.edit.RenameDesign;
import io.stagecraft.model.Design;
import io.stagecraft.ui.Message;
import io.stagecraft.ui.Workspace;
import io.stagecraft.ui.Workspaces;
import io.stagecraft.ui.deploy.DeployViewModel.Phase;

import javafx.beans.property.SimpleObjectProperty;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class DeployViewModelTest {
    private final Workspace workspace = Workspaces.empty("orders-release");
    private final FakeDeployments account = new FakeDeployments();
    private final List<String> watched = new ArrayList<>();
    private List<StackPlan.Parameter> parameters = List.of();
    private final Target here = Target.practice(URI.create("http://127.0.0.1:1"));
    private final Target there =
            new Target("tooling", "eu-central-1", Optional.of("tooling"), Optional.empty());
    private final SimpleObjectProperty<Target> chosen = new SimpleObjectProperty<>(here);
    private final List<String> asked = new ArrayList<>();
    private final DeployViewModel model =
            new DeployViewModel(
                    workspace,
                    chosen,
                    at -> {
                        asked.add(at.name());
                        return account;
                    },
                    (at, design) -> {
                        asked.add("blueprint for " + at.name());
                        var stack =
                                new StackPlan(
                                        design.name(),
                                        design.home(),
                                        parameters,
                                        List.of(),
                                        List.of());
                        return new Blueprint(design.name(), List.of(stack), List.of());
                    },
                    () -> watched.add("watch"));

    @Test
    void nothingIsCarriedOutBeforeThePlanWasAccepted() {
        model.begin();
        assertInstanceOf(Phase.Planned.class, model.phaseProperty().get());
        assertEquals(List.of("plan {}"), account.calls);
        model.accept();
        assertEquals(List.of("plan {}", "carry out"), account.calls);
        assertEquals(
                List.of("CREATE_COMPLETE"), model.events().stream().map(e -> e.status()).toList());
        assertEquals(List.of("watch"), watched);
    }

    @Test
    void whatOnlyThePersonKnowsIsAskedFirst() {
        parameters =
                List.of(
                        new StackPlan.Parameter(
                                "SourceConnectionArn", "The connection.", "", false));
        model.begin();
        var asking = assertInstanceOf(Phase.Asking.class, model.phaseProperty().get());
        assertEquals(List.of(), account.calls);
        model.plan(asking, Map.of("SourceConnectionArn", "arn:x"));
        assertEquals(List.of("plan {SourceConnectionArn=arn:x}"), account.calls);
    }

    @Test
    void aDiscardedPlanLeavesNoChangeSetBehind() {
        model.begin();
        model.cancel();
        assertEquals(List.of("plan {}", "discard"), account.calls);
        assertInstanceOf(Phase.Idle.class, model.phaseProperty().get());
    }

    @Test
    void beginningAgainGivesUpThePlanThatWaits() {
        model.begin();
        model.begin();
        assertEquals(List.of("plan {}", "discard", "plan {}"), account.calls);
        assertInstanceOf(Phase.Planned.class, model.phaseProperty().get());
        model.accept();
        assertEquals(List.of("plan {}", "discard", "plan {}", "carry out"), account.calls);
    }

    @Test
    void aPlanThatComesTooLateIsGivenUpBeforeTheNextIsMade() {
        account.meanwhile =
                () -> {
                    account.meanwhile = () -> {};
                    model.cancel();
                    model.begin();
                };
        model.begin();
        assertEquals(List.of("plan {}", "discard", "plan {}"), account.calls);
        assertInstanceOf(Phase.Planned.class, model.phaseProperty().get());
    }

    @Test
    void whatWasDrawnUpForOneTargetIsNeverDeployedToAnother() {
        parameters = List.of(new StackPlan.Parameter("Token", "The token.", "", true));
        model.begin();
        var asking = assertInstanceOf(Phase.Asking.class, model.phaseProperty().get());
        chosen.set(there);
        model.plan(asking, Map.of("Token", "x"));
        model.accept();
        assertEquals(
                List.of("blueprint for Practice account", "Practice account", "Practice account"),
                asked);
        assertEquals(here, model.target());
        assertEquals(List.of(), watched);
    }

    @Test
    void aTargetChosenWhileTheDesignIsPlannedIsForTheNextDeployment() {
        account.meanwhile = () -> chosen.set(there);
        model.begin();
        assertEquals(here, model.target());
        model.cancel();
        model.begin();
        assertEquals(there, model.target());
        assertEquals(
                List.of(
                        "blueprint for Practice account",
                        "Practice account",
                        "Practice account",
                        "blueprint for tooling",
                        "tooling"),
                asked);
    }

    @Test
    void theProgramLeavesNoPlanBehindWhenItEnds() throws Exception {
        model.giveUp();
        assertEquals(List.of(), account.calls);
        model.begin();
        model.giveUp();
        assertEquals(List.of("plan {}", "discard"), account.calls);
    }

    @Test
    void theEventsAreThoseOfTheLatestDeployment() {
        for (int i = 0; i < 2; i++) {
            model.begin();
            model.accept();
            assertEquals(1, model.events().size());
            model.cancel();
        }
    }

    @Test
    void theEventsGoWithThePipelineThatTheyAreAbout() {
        model.begin();
        model.accept();
        workspace.apply(new RenameDesign("orders-nightly"));
        assertEquals(1, model.events().size());
        assertEquals("orders-release", model.elsewhereProperty().get());
        workspace.open(Design.empty("invoices"), Optional.empty());
        assertEquals(List.of(), model.events());
        assertEquals("", model.elsewhereProperty().get());
    }

    @Test
    void aDeploymentUnderWayKeepsTellingAndSaysWhoseItIs() {
        account.carrying =
                List.of(() -> workspace.open(Design.empty("invoices"), Optional.empty()));
        model.begin();
        model.accept();
        assertEquals(2, model.events().size());
        assertEquals("orders-release", model.elsewhereProperty().get());
    }

    @Test
    void aRefusalIsOneLineAndEndsIt() {
        account.refusal =
                new AwsRefusal("AccessDenied", "cloudformation:CreateChangeSet", "Ask for it.");
        model.begin();
        assertInstanceOf(Phase.Idle.class, model.phaseProperty().get());
        assertEquals(
                Message.failure("AccessDenied: cloudformation:CreateChangeSet", "Ask for it."),
                workspace.messageProperty().get().orElseThrow());
    }

    @Test
    void aFailedDeploymentSaysWhyAndIsNotWatched() {
        account.succeeds = false;
        model.begin();
        model.accept();
        var over = assertInstanceOf(Phase.Over.class, model.phaseProperty().get());
        assertEquals("Role is missing", over.outcome().failure());
        assertTrue(watched.isEmpty());
    }
}
