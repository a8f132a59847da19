package io.stagecraft.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.model.Action;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.ActionType;
import io.stagecraft.model.Category;
import io.stagecraft.model.Design;
import io.stagecraft.model.Stage;
import io.stagecraft.model.StageId;
import io.stagecraft.project.TemplateShelf;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.text.Text;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What a person sees when a design has just been opened in a window of 1440 × 900.
class FirstViewTest {
    private Rig rig;

    @AfterEach
    void close() {
        rig.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"release", "accounts", "container", "serverless", "minimal"})
    void aStarterIsAllInSightAndItsNamesCanBeRead(String starter) throws Exception {
        var design = TemplateShelf.open(starter);
        rig = Rig.open(design, 1440);
        rig.picture("first-" + starter);
        var canvas = place(rig.node("#canvas"));
        long arrows = design.stages().size() - 1;
        assertEquals(design.actions().count() + design.stages().size() + arrows, parts().size());
        for (var part : parts()) {
            assertTrue(canvas.contains(place(part)), part.getId() + " is out of sight");
        }
        for (var name : rig.robot.lookup(".card-name").queryAllAs(Text.class)) {
            assertTrue(size(name) >= 9, name.getText() + " has " + size(name) + " pixels");
            assertFalse(name.getText().endsWith("…"), name.getText());
        }
        assertFalse(rig.node("#minimap").isVisible(), "a map of what is all in sight");
    }

    @Test
    void aLongPipelineBeginsAtItsSourceNearEnoughToReadAndTheMapHasTheRest() throws Exception {
        rig = Rig.open(stages(9), 1440);
        rig.picture("first-long");
        var canvas = place(rig.node("#canvas"));
        assertTrue(canvas.contains(place(rig.node("#card-a0"))));
        assertTrue(canvas.contains(place(rig.node("#card-a1"))));
        assertTrue(
                rig.robot.lookup("#card-a8").queryAll().stream()
                        .noneMatch(c -> canvas.intersects(place(c))),
                "the last one is out of sight");
        assertEquals(13 * .8, size((Text) rig.node("#card-a0").lookup(".card-name")), .1);
        assertTrue(rig.node("#minimap").isVisible());
    }

    private List<Node> parts() {
        return Stream.of(".card", ".stage", ".gate")
                .flatMap(style -> rig.robot.lookup(style).queryAll().stream())
                .toList();
    }

    private static Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    /// How high its letters are on the screen, by the size of the type.
    private static double size(Text text) {
        return text.getFont().getSize() * text.getLocalToSceneTransform().getMxx();
    }

    private static Design stages(int count) {
        return Design.empty("long")
                .withStages(IntStream.range(0, count).mapToObj(FirstViewTest::stage).toList());
    }

    private static Stage stage(int at) {
        var type =
                at == 0
                        ? ActionType.aws(Category.SOURCE, "S3")
                        : ActionType.aws(Category.BUILD, "CodeBuild");
        return Stage.of(
                new StageId("s" + at),
                "Stage" + at,
                List.of(Action.of(new ActionId("a" + at), "a" + at, type)));
    }
}
