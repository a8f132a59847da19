package io.stagecraft.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.cli.Cli;
import io.stagecraft.cli.Refused;
import io.stagecraft.cli.Tools;
import io.stagecraft.project.TemplateShelf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.imageio.ImageIO;

/// What happens where no window can be shown.
class HeadlessTest {
    private static final Display NONE = new Display("Linux", Map.of(), _ -> true);

    @TempDir private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private Cli cli() {
        var screen = new JavaFxScreen(CatalogFiles::load, NONE, Optional.empty());
        return new Cli(
                new Tools(screen, CatalogFiles::load, _ -> Optional.empty()),
                new PrintWriter(out),
                new PrintWriter(err));
    }

    @Test
    void theTourDoesTheMainJobToItsEnd() throws Exception {
        var tour =
                new HeadlessTour(
                        folder,
                        step -> cli().run(step.toArray(String[]::new)),
                        1000,
                        new PrintWriter(out));
        assertEquals(Cli.FINE, tour.run(), err::toString);
        var told = out.toString();
        assertTrue(told.contains("0 errors, 0 warnings, 2 hints"), told);
        assertTrue(told.contains("CREATE_COMPLETE"), told);
        assertTrue(
                told.matches("(?s).*Production/Approve +Succeeded +Approved by the tour itself.*"),
                told);
        assertTrue(told.matches("(?s).*  execution +Succeeded.*"), told);
        for (var written :
                List.of("cloudformation/orders-release.yaml", "terraform", "codepipeline")) {
            assertTrue(Files.exists(folder.resolve(written)), written);
        }
        var picture = ImageIO.read(folder.resolve("orders-release.png").toFile());
        assertTrue(picture.getWidth() > 1000, "the whole canvas, large enough to read");
    }

    @Test
    void theTourEndsWithTheFirstStepThatFails() {
        var steps = new ArrayList<String>();
        var tour =
                new HeadlessTour(
                        folder,
                        step -> {
                            steps.add(step.getFirst());
                            return step.getFirst().equals("validate") ? Cli.FAILED : Cli.FINE;
                        },
                        1000,
                        new PrintWriter(out));
        assertEquals(Cli.FAILED, tour.run());
        assertEquals(List.of("new", "validate"), steps);
    }

    @Test
    void whereNobodySaidWhereToTheTourThereIsALineInstead() {
        var screen = new JavaFxScreen(CatalogFiles::load, NONE, Optional.empty());
        var refused = assertThrows(Refused.class, () -> screen.open(Optional.empty()));
        assertTrue(String.valueOf(refused.getMessage()).contains("DISPLAY"), refused.getMessage());
        assertEquals(Cli.WRONG_USAGE, refused.code());
    }

    @Test
    void theTourTakesTheStartersPlaceButNotAFiles() {
        var screen = new JavaFxScreen(CatalogFiles::load, NONE, Optional.of(_ -> 7));
        assertEquals(7, screen.open(Optional.empty()));
        assertThrows(Refused.class, () -> screen.open(Optional.of(Path.of("a.json"))));
    }

    @Test
    void aPictureThatCannotBeWrittenIsRefused() throws Exception {
        var screen = new JavaFxScreen(CatalogFiles::load, NONE, Optional.empty());
        var design = TemplateShelf.open("minimal");
        var refused =
                assertThrows(
                        Refused.class,
                        () -> screen.draw(design, folder.resolve("none").resolve("a.png")));
        assertTrue(String.valueOf(refused.getMessage()).contains("--out"));
    }
}
