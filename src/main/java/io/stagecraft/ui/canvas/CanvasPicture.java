package io.stagecraft.ui.canvas;

import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.model.Design;
import io.stagecraft.run.RunSnapshot;
import io.stagecraft.ui.RunControls;
import io.stagecraft.ui.Workspace;
import io.stagecraft.ui.kit.Background;
import io.stagecraft.ui.kit.Theme;
import io.stagecraft.validate.Problem;

import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Transform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import javax.imageio.ImageIO;

/// A design as a picture: the very nodes of the canvas, without a window.
public final class CanvasPicture {
    private static final double MARGIN = 32;
    private static final double LARGEST =
            12_000; // pixels on a side: beyond that the picture gets smaller, not cut

    private CanvasPicture() {}

    /// The whole drawing as a PNG. Call it on the UI thread; the toolkit has to run, on any platform.
    ///
    /// @param scale pixels per unit, such as 2
    /// @param run what runs, drawn on top
    public static byte[] png(
            Design design,
            ActionCatalog catalog,
            List<Problem> problems,
            Optional<RunSnapshot> run,
            Theme theme,
            double scale) {
        var image = image(design, catalog, problems, run, theme, scale);
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", bytes);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return bytes.toByteArray();
    }

    private static WritableImage image(
            Design design,
            ActionCatalog catalog,
            List<Problem> problems,
            Optional<RunSnapshot> run,
            Theme theme,
            double scale) {
        var workspace =
                new Workspace(
                        catalog,
                        _ -> problems,
                        _ -> {
                            throw new IllegalStateException("a picture needs no plan");
                        },
                        Background.direct(),
                        design);
        workspace.runProperty().set(run);
        var clock =
                run.map(RunSnapshot::taken)
                        .map(InstantSource::fixed)
                        .orElse(InstantSource.system());
        var model = new CanvasViewModel(workspace, new NoControls(), clock);
        var scenery = new Scenery(new CardFooter(model, (_, _, _) -> {}), model::now);
        var bounds = model.drawing().layout().bounds().grown(MARGIN);
        double k = Math.min(scale, LARGEST / Math.max(bounds.width(), bounds.height()));
        scenery.getTransforms().add(Transform.translate(-bounds.x(), -bounds.y()));
        var paper = new Pane(new Group(scenery));
        paper.getStyleClass().add("canvas");
        paper.setMinSize(bounds.width(), bounds.height());
        paper.setPrefSize(bounds.width(), bounds.height());
        var scene = new Scene(paper, bounds.width(), bounds.height());
        theme.dress(scene);
        scenery.show(model.drawing());
        paper.applyCss();
        paper.layout();
        var how = new SnapshotParameters();
        how.setTransform(Transform.scale(k, k));
        return paper.snapshot(how, null);
    }

    /// A picture has no buttons to press.
    private static final class NoControls implements RunControls {
        @Override
        public void start() {}

        @Override
        public void startWith() {}

        @Override
        public void stop(boolean abandon) {}

        @Override
        public void answer(String stage, String action, boolean approved, String comment) {}

        @Override
        public void retry(String stage, boolean allActions) {}

        @Override
        public void open(String stage) {}

        @Override
        public void close(String stage, String reason) {}

        @Override
        public void showFailure(String stage, String action) {}
    }
}
