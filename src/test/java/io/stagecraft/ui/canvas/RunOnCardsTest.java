package io.stagecraft.ui.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.model.ActionId;
import io.stagecraft.project.TemplateShelf;
import io.stagecraft.run.RunSnapshot;
import io.stagecraft.run.RunSnapshot.ActionRun;
import io.stagecraft.run.RunSnapshot.Failure;
import io.stagecraft.run.RunSnapshot.StageRun;
import io.stagecraft.run.RunStatus;
import io.stagecraft.ui.Bench;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

import java.util.List;
import java.util.Optional;

/// What waits or has failed is answered on its card.
class RunOnCardsTest {
    private Stagehand hand;

    @AfterEach
    void close() throws Exception {
        FxToolkit.hideStage();
    }

    private void show(String stage, String action, RunStatus status) throws Exception {
        hand = Stagehand.show(TemplateShelf.open("release"));
        var failed = status == RunStatus.FAILED;
        var run =
                new ActionRun(
                        action,
                        status,
                        Optional.of(Stagehand.NOW),
                        Optional.of(Stagehand.NOW),
                        "",
                        failed ? Optional.empty() : Optional.of("token"),
                        failed
                                ? Optional.of(new Failure("JobFailed", "Build failed"))
                                : Optional.empty(),
                        Optional.empty(),
                        List.of());
        hand.now(() -> {
            hand.workspace
                    .runProperty()
                    .set(
                            Optional.of(
                                    new RunSnapshot(
                                            "orders-release",
                                            Stagehand.NOW,
                                            List.of(
                                                    new StageRun(
                                                            stage,
                                                            status,
                                                            Optional.of("e1"),
                                                            List.of(),
                                                            Optional.empty(),
                                                            List.of(run))),
                                            List.of())));
            hand.view.fit();
        });
    }

    @Test
    void anApprovalIsGivenWithAComment() throws Exception {
        show("Production", "Approve", RunStatus.WAITING_FOR_APPROVAL);
        hand.robot.clickOn("#approve-Approve");
        hand.robot.write("looks good");
        hand.robot.push(KeyCode.ENTER);
        assertEquals(List.of("answer Production/Approve true looks good"), hand.asked);
    }

    @Test
    void whatWaitsComesNearEnoughToBeReadAndStaysWhereOneIsNearer() throws Exception {
        show("Production", "Approve", RunStatus.WAITING_FOR_APPROVAL);
        var approve = new ActionId("a5");
        var whole = hand.view.camera();
        hand.now(() -> hand.view.bring(approve));
        assertEquals(whole, hand.view.camera(), "all was in sight and large enough");
        hand.now(() -> hand.view.look(new Camera(0, 0, .3)));
        hand.now(() -> hand.view.bring(approve));
        assertEquals(.8, hand.view.camera().scale(), .01);
        var button = hand.robot.lookup("#approve-Approve").query();
        assertTrue(
                hand.view
                        .localToScene(hand.view.getLayoutBounds())
                        .contains(button.localToScene(button.getLayoutBounds())));
        hand.now(() -> hand.view.look(new Camera(0, 0, 1.5)));
        hand.now(() -> hand.view.bring(approve));
        assertEquals(1.5, hand.view.camera().scale());
    }

    @Test
    void theMouseAloneAnswersToo() throws Exception {
        show("Production", "Approve", RunStatus.WAITING_FOR_APPROVAL);
        hand.robot.clickOn("#approve-Approve");
        hand.picture("canvas-question");
        hand.robot.clickOn("#canvas-input-cancel");
        assertEquals(List.of(), hand.asked);
        hand.robot.clickOn("#approve-Approve");
        hand.robot.clickOn("#canvas-input-ok");
        assertEquals(List.of("answer Production/Approve true "), hand.asked);
    }

    @Test
    void aRefusalCanStillBeCalledOff() throws Exception {
        show("Production", "Approve", RunStatus.WAITING_FOR_APPROVAL);
        hand.robot.clickOn("#reject-Approve");
        hand.robot.push(KeyCode.ESCAPE);
        assertEquals(List.of(), hand.asked);
        hand.robot.clickOn("#reject-Approve");
        hand.robot.write("too early");
        hand.robot.push(KeyCode.ENTER);
        assertEquals(List.of("answer Production/Approve false too early"), hand.asked);
    }

    @Test
    void aFailureIsExplainedAndItsStageRunAgain() throws Exception {
        show("Build", "Package", RunStatus.FAILED);
        hand.robot.clickOn("#why-Package");
        hand.robot.clickOn("#retry-Package");
        assertEquals(List.of("why Build/Package", "retry Build"), hand.asked);
    }

    @Test
    void theMenuOfACardThatWaitsApprovesAndRejects() throws Exception {
        show("Production", "Approve", RunStatus.WAITING_FOR_APPROVAL);
        Bench.menu(hand.view.lookup("#card-Approve"));
        hand.robot.clickOn("Approve…").write("fine").push(KeyCode.ENTER);
        Bench.menu(hand.view.lookup("#card-Approve"));
        hand.robot.clickOn("Reject…").push(KeyCode.ENTER);
        assertEquals(
                List.of("answer Production/Approve true fine", "answer Production/Approve false "),
                hand.asked);
        Bench.menu(hand.view.lookup("#card-Package"));
        assertTrue(hand.robot.lookup("Approve…").tryQuery().isEmpty());
    }

    @Test
    void theMenuOfACardThatFailedTellsWhyAndRunsItAgain() throws Exception {
        show("Build", "Package", RunStatus.FAILED);
        Bench.menu(hand.view.lookup("#card-Package"));
        hand.picture("menu-of-a-failed-card");
        hand.robot.clickOn(item("Retry stage"));
        Bench.menu(hand.view.lookup("#card-Package"));
        hand.robot.clickOn(item("Why?"));
        assertEquals(List.of("retry Build", "why Build/Package"), hand.asked);
    }

    @Test
    void theMenuOfAnArrowClosesItInTheRunningPipeline() throws Exception {
        show("Build", "Package", RunStatus.SUCCEEDED);
        Bench.menu(hand.view.lookup("#gate-Build"));
        hand.robot.clickOn("Disable transition…").write("freeze").push(KeyCode.ENTER);
        assertEquals(List.of("close Build freeze"), hand.asked);
    }

    /// The card has a link of the same words.
    private Node item(String words) {
        return hand.robot.lookup(".menu-item .label").queryAllAs(Label.class).stream()
                .filter(l -> l.getText().equals(words))
                .findFirst()
                .orElseThrow();
    }
}
