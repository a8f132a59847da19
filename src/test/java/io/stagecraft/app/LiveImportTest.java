package io.stagecraft.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.model.Design;
import io.stagecraft.model.Transition;
import io.stagecraft.project.TemplateShelf;
import io.stagecraft.ui.Bench;
import io.stagecraft.ui.kit.Theme;

import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/// A pipeline that runs in the account becomes a design in the window.
class LiveImportTest {
    private Rig rig;
    private Design deployed;

    @BeforeEach
    void open() throws Exception {
        deployed = TemplateShelf.open("release");
        rig = Rig.open(deployed);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void whatRunsIsListedAndTheOnePickedIsDrawnAsItStands() {
        rig.deploy();
        Bench.onScreen(() -> rig.assembly().watch().close("Test", "freeze"));
        Bench.onScreen(
                () -> rig.assembly().workspace().open(Design.empty("other"), Optional.empty()));
        rig.robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.I);
        if (rig.robot.lookup("#live-import").tryQuery().isEmpty()) { // held keys get lost
            Bench.onScreen(() -> rig.assembly().targets().importLive());
        }
        rig.picture("live-import");
        assertEquals(
                List.of("orders-release"),
                rig.robot.lookup("#live-pipelines").queryListView().getItems());
        rig.robot.clickOn("#live-take");
        var read = rig.assembly().workspace().design();
        assertEquals("orders-release", read.name());
        assertEquals(names(deployed), names(read));
        var test = read.stages().stream().filter(s -> s.name().equals("Test")).findFirst();
        assertInstanceOf(Transition.Closed.class, test.orElseThrow().inbound());
        assertTrue(rig.message().startsWith("“orders-release”: imported from"), rig.message());
        assertTrue(rig.assembly().workspace().isDirty(), "it is in no file yet");
        assertFalse(rig.node("#overlay").isVisible());
        rig.picture("live-imported");
    }

    @Test
    void anAccountThatDoesNotAnswerIsToldInALineAndCanBeAskedAgain() {
        rig.account().close();
        Bench.onScreen(() -> rig.assembly().targets().importLive());
        var words = rig.robot.lookup("#live-words").queryAs(Label.class).getText();
        assertTrue(words.startsWith("Listing pipelines: no answer from"), words);
        assertFalse(words.contains("\n"), words);
        Bench.onScreen(() -> rig.assembly().window().themeProperty().set(Theme.DARK));
        rig.picture("live-refused-dark");
        rig.robot.clickOn("#live-cancel");
        assertFalse(rig.node("#overlay").isVisible());
        assertEquals(deployed, rig.assembly().workspace().design());
    }

    @Test
    void anEmptyRegionSaysSo() {
        Bench.onScreen(() -> rig.assembly().targets().importLive());
        rig.robot.doubleClickOn("#live-region").write("us-east-1").push(KeyCode.ENTER);
        assertTrue(
                rig.robot
                        .lookup("#live-words")
                        .queryAs(Label.class)
                        .getText()
                        .startsWith("There is no pipeline in "));
        rig.robot.push(KeyCode.ESCAPE);
        assertFalse(rig.node("#overlay").isVisible());
    }

    private static List<String> names(Design design) {
        return design.actions().map(a -> a.name()).toList();
    }
}
