package io.stagecraft.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.aws.Target;
import io.stagecraft.practice.Fault;
import io.stagecraft.practice.TrainersDoor;
import io.stagecraft.project.TemplateShelf;
import io.stagecraft.run.RunStatus;
import io.stagecraft.ui.Bench;
import io.stagecraft.ui.kit.Theme;

import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A trainer breaks actions in the window, and the room sees what comes of it.
class TrainingTest {
    private Rig rig;

    @BeforeEach
    void open() throws Exception {
        rig = Rig.open(TemplateShelf.open("release"));
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void anActionThatIsBrokenSaysSoAndFailsWithTheTrainersWords() {
        menu("Package");
        rig.robot.clickOn("Break it…");
        rig.picture("break-form");
        rig.robot.clickOn("#break-detail").write("The disk is full.");
        rig.robot.clickOn("#break-go");
        assertEquals(
                List.of(
                        new Fault(
                                "orders-release",
                                "Package",
                                false,
                                new Fault.Fails("JobFailed", "The disk is full."))),
                rig.account().faults());
        assertEquals("“Package”: fails the next time it runs.", rig.message());
        assertTrue(mark("Package").contains("Fails the next time"), mark("Package"));
        rig.picture("broken-card");
        Bench.onScreen(() -> rig.assembly().window().themeProperty().set(Theme.DARK));
        rig.picture("broken-card-dark");
        rig.deploy();
        Bench.onScreen(() -> rig.assembly().watch().start());
        for (int i = 0; i < 40 && !failed(); i++) {
            rig.advance(Duration.ofSeconds(15));
        }
        assertTrue(failed(), "the run has failed");
        assertEquals("", mark("Package"), "once means once");
    }

    @Test
    void whatIsBrokenUntilMendedIsMendedInTheMenu() {
        menu("Package");
        rig.robot.clickOn("Break it…").clickOn("#break-hang").clickOn("#break-always");
        rig.robot.push(KeyCode.ENTER);
        assertEquals("Hangs until mended", mark("Package"));
        menu("Package");
        rig.robot.clickOn("Mend it");
        assertEquals(List.of(), rig.account().faults());
        assertEquals("", mark("Package"));
    }

    @Test
    void aSlownessThatIsNoneIsRefusedInALine() {
        menu("Package");
        rig.robot.clickOn("Break it…").clickOn("#break-slow").clickOn("#break-detail").write("x");
        rig.robot.push(KeyCode.ENTER);
        assertEquals("x times slower is out of range: 1 to 1000.", rig.message());
        assertEquals(List.of(), rig.account().faults());
    }

    @Test
    void aStageOffersItsActionsAndMendsThemTogether() {
        Bench.menu(rig.node("#stage-Build"), .15);
        rig.robot.clickOn("Break an action").clickOn("Package…").clickOn("#break-go");
        assertEquals("Fails the next time", mark("Package"));
        Bench.menu(rig.node("#stage-Build"), .15);
        rig.robot.clickOn("Mend its actions");
        assertEquals("", mark("Package"));
    }

    @Test
    void escapeBreaksNothing() {
        menu("Package");
        rig.robot.clickOn("Break it…").push(KeyCode.ESCAPE);
        assertTrue(rig.robot.lookup("#break-form").tryQuery().isEmpty());
        assertEquals(List.of(), rig.account().faults());
    }

    @Test
    void aRealAccountOffersNothingToBreak() {
        Bench.onScreen(() ->
                rig.assembly()
                        .targets()
                        .target()
                        .setValue(
                                new Target(
                                        "tooling",
                                        "eu-west-1",
                                        Optional.empty(),
                                        Optional.empty())));
        menu("Package");
        assertTrue(rig.robot.lookup("Rename").tryQuery().isPresent());
        assertTrue(rig.robot.lookup("Break it…").tryQuery().isEmpty());
    }

    @Test
    void everyKindOfFaultHasWords() {
        var kinds = new PracticeTrainer(rig.account()).kinds();
        assertEquals(TrainersDoor.KINDS.size(), kinds.size());
        assertFalse(kinds.stream().anyMatch(k -> k.help().isEmpty()));
    }

    private void menu(String card) {
        Bench.menu(rig.node("#card-" + card));
    }

    private String mark(String card) {
        var mark = rig.node("#card-" + card + " .broken-mark");
        return mark.isVisible() ? ((Text) mark.lookup(".broken-words")).getText() : "";
    }

    private boolean failed() {
        return rig.assembly().workspace().runProperty().get().stream()
                .flatMap(r -> r.executions().stream())
                .anyMatch(e -> e.status() == RunStatus.FAILED);
    }
}
