package io.stagecraft.ui.shell;

import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/// The dialogs of the operating system.
public final class SystemFileDialogs implements FileDialogs {
    private static final ExtensionFilter DESIGNS =
            new ExtensionFilter("Stagecraft designs (*.json)", "*.json");
    private static final ExtensionFilter EVERYTHING = new ExtensionFilter("All files", "*");

    private final Supplier<Window> owner;

    /// @param owner the window they stand before
    public SystemFileDialogs(Supplier<Window> owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> open(Kind kind) {
        var dialog = new FileChooser();
        dialog.setTitle(kind == Kind.DESIGN ? "Open a design" : "Import a pipeline");
        dialog.getExtensionFilters()
                .setAll(
                        kind == Kind.DESIGN
                                ? DESIGNS
                                : new ExtensionFilter("get-pipeline JSON (*.json)", "*.json"),
                        EVERYTHING);
        return path(dialog.showOpenDialog(owner.get()));
    }

    @Override
    public Optional<Path> save(String proposed) {
        var dialog = new FileChooser();
        dialog.setTitle("Save the design");
        dialog.setInitialFileName(proposed);
        dialog.getExtensionFilters().setAll(DESIGNS, EVERYTHING);
        return path(dialog.showSaveDialog(owner.get()));
    }

    @Override
    public Optional<Path> folder(String title) {
        var dialog = new DirectoryChooser();
        dialog.setTitle(title);
        return path(dialog.showDialog(owner.get()));
    }

    private static Optional<Path> path(@Nullable File file) {
        return Optional.ofNullable(file).map(File::toPath);
    }
}
