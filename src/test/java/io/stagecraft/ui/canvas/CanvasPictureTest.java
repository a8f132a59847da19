package io.stagecraft.ui.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.edit.SetTransition;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.ActionType;
import io.stagecraft.model.Category;
import io.stagecraft.model.Design;
import io.stagecraft.model.StageId;
import io.stagecraft.model.Transition;
import io.stagecraft.project.TemplateShelf;
import io.stagecraft.run.RunSnapshot;
import io.stagecraft.run.RunSnapshot.ActionRun;
import io.stagecraft.run.RunSnapshot.Failure;
import io.stagecraft.run.RunSnapshot.StageRun;
import io.stagecraft.run.RunStatus;
import io.stagecraft.ui.kit.Theme;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import javax.imageio.ImageIO;

/// Pictures of what the canvas shows; they are kept in `target/screenshots`, to be looked at.
class CanvasPictureTest {
    @Test
    void aStarterIsDrawnWhole() throws Exception {
        var design = TemplateShelf.open("release");
        var image = picture("canvas-release", design, List.of(), Optional.empty(), Theme.LIGHT, 2);
        var bounds = CanvasLayout.of(design).bounds().grown(32);
        assertEquals(2 * bounds.width(), image.getWidth(), 2);
        assertEquals(2 * bounds.height(), image.getHeight(), 2);
    }

    @Test
    void problemsAndAClosedGateShow() throws Exception {
        var design =
                new SetTransition(new StageId("s3"), new Transition.Closed("Freeze until Monday"))
                        .apply(longNames());
        var clean = picture("canvas-clean", design, List.of(), Optional.empty(), Theme.LIGHT, 2);
        var marked =
                picture("canvas-problems", design, problems(), Optional.empty(), Theme.LIGHT, 2);
        assertTrue(differs(clean, marked));
    }

    @Test
    void aRunShowsOnTheDarkCanvas() throws Exception {
        var image =
                picture(
                        "canvas-running",
                        run().design,
                        List.of(),
                        Optional.of(run().state),
                        Theme.DARK,
                        2);
        assertTrue(image.getWidth() > 1000);
    }

    @Test
    void fiftyStagesStillFitAPicture() throws Exception {
        var image =
                picture(
                        "canvas-fifty",
                        Drawn.large(49, 3, 2),
                        List.of(),
                        Optional.empty(),
                        Theme.LIGHT,
                        .34);
        assertTrue(image.getWidth() <= 12_000);
    }

    private record Shown(Design design, RunSnapshot state) {}

    private static Shown run() {
        var design =
                Drawn.orders()
                        .withStage(
                                new StageId("s3"),
                                s ->
                                        s.plus(
                                                Drawn.action(
                                                        "a6",
                                                        "Release",
                                                        ActionType.aws(Category.APPROVAL, "Manual"),
                                                        2,
                                                        List.of())));
        var now = Stagehand.NOW;
        var state =
                new RunSnapshot(
                        "orders",
                        now,
                        List.of(
                                stage(
                                        "Source",
                                        RunStatus.SUCCEEDED,
                                        action("GitHub", RunStatus.SUCCEEDED, 6)),
                                stage(
                                        "Build",
                                        RunStatus.FAILED,
                                        action("Build", RunStatus.SUCCEEDED, 102),
                                        action("Unit", RunStatus.FAILED, 48),
                                        action("Scan", RunStatus.IN_PROGRESS, 31)),
                                new StageRun(
                                        "Staging",
                                        RunStatus.WAITING_FOR_APPROVAL,
                                        Optional.of("2b90"),
                                        List.of("4c1f0000"),
                                        Optional.empty(),
                                        List.of(
                                                action("Deploy", RunStatus.SUCCEEDED, 125),
                                                action(
                                                        "Release",
                                                        RunStatus.WAITING_FOR_APPROVAL,
                                                        720)))),
                        List.of());
        return new Shown(design, state);
    }

    private static StageRun stage(String name, RunStatus status, ActionRun... actions) {
        return new StageRun(
                name, status, Optional.of("2b90"), List.of(), Optional.empty(), List.of(actions));
    }

    private static ActionRun action(String name, RunStatus status, int seconds) {
        var failure =
                status == RunStatus.FAILED
                        ? Optional.of(
                                new Failure("JobFailed", "2 of 214 tests failed (RefundTest)"))
                        : Optional.<Failure>empty();
        return new ActionRun(
                name,
                status,
                Optional.of(Stagehand.NOW.minusSeconds(seconds)),
                Optional.of(Stagehand.NOW),
                "",
                Optional.empty(),
                failure,
                Optional.empty(),
                List.of());
    }

    private static Design longNames() {
        return Drawn.orders()
                .withAction(
                        new ActionId("a2"),
                        a ->
                                a.withName("Build-everything-and-then-package-it-for-release")
                                        .withSetting(
                                                "ProjectName",
                                                "orders-build-of-a-very-long-project-name"))
                .withAction(
                        new ActionId("a5"),
                        a ->
                                a.withInputs(List.of("Out", "Lost"))
                                        .withSetting("StackName", "orders"));
    }

    private static List<Problem> problems() {
        return List.of(
                problem(Severity.ERROR, new About.InAction(new ActionId("a5"))),
                problem(Severity.WARNING, new About.InAction(new ActionId("a2"))),
                problem(Severity.WARNING, new About.InAction(new ActionId("a2"))),
                problem(Severity.HINT, new About.InStage(new StageId("s2"))));
    }

    private static Problem problem(Severity severity, About about) {
        return new Problem(
                new Info("SC000", severity, "True", "Because", "https://docs.aws.amazon.com/"),
                about,
                "Something is wrong");
    }

    private static boolean differs(java.awt.image.BufferedImage a, java.awt.image.BufferedImage b) {
        for (int x = 0; x < Math.min(a.getWidth(), b.getWidth()); x++) {
            for (int y = 0; y < Math.min(a.getHeight(), b.getHeight()); y++) {
                if (a.getRGB(x, y) != b.getRGB(x, y)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static java.awt.image.BufferedImage picture(
            String name,
            Design design,
            List<Problem> problems,
            Optional<RunSnapshot> run,
            Theme theme,
            double scale)
            throws Exception {
        FxToolkit.registerPrimaryStage();
        var catalog = CatalogFiles.load();
        var png =
                WaitForAsyncUtils.asyncFx(() ->
                                CanvasPicture.png(design, catalog, problems, run, theme, scale))
                        .get();
        var file = Path.of("target/screenshots", name + ".png");
        Files.createDirectories(file.getParent());
        Files.write(file, png);
        return ImageIO.read(new ByteArrayInputStream(png));
    }
}
