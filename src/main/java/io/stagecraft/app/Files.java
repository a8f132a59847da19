package io.stagecraft.app;

import io.stagecraft.blueprint.Planner;
import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.importer.PipelineJsonImporter;
import io.stagecraft.importer.PipelineText;
import io.stagecraft.importer.UnreadableImport;
import io.stagecraft.model.Design;
import io.stagecraft.project.ProjectFile;
import io.stagecraft.project.TemplateShelf;
import io.stagecraft.project.UnreadableProject;
import io.stagecraft.project.UnwritableProject;
import io.stagecraft.ui.shell.Documents;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.prefs.Preferences;
import java.util.stream.Stream;

/// Designs on this machine's disk.
final class Files implements Documents {
    private static final int RECENT = 8;

    private final ActionCatalog catalog;
    private final Preferences memory;

    /// @param memory where the recent files are kept
    Files(ActionCatalog catalog, Preferences memory) {
        this.catalog = catalog;
        this.memory = memory;
    }

    @Override
    public Design open(Path file) throws Trouble {
        try {
            return ProjectFile.read(file);
        } catch (UnreadableProject problem) {
            throw new Trouble(String.valueOf(problem.getMessage()));
        }
    }

    @Override
    public void save(Path file, Design design) throws Trouble {
        try {
            ProjectFile.write(file, design);
        } catch (UnwritableProject problem) {
            throw new Trouble(String.valueOf(problem.getMessage()));
        }
    }

    /// Compares designs, not bytes: another layout of the same design is nobody's work lost.
    @Override
    public boolean isStill(Path file, Design known) {
        if (java.nio.file.Files.notExists(file)) {
            return true;
        }
        try {
            return ProjectFile.read(file).equals(known);
        } catch (UnreadableProject _) {
            return false; // it was readable when it was opened or saved
        }
    }

    @Override
    public List<Starter> starters() {
        return TemplateShelf.list().stream()
                .map(t -> new Starter(t.name(), t.title(), t.paragraph()))
                .toList();
    }

    @Override
    public Design starter(String name) throws Trouble {
        try {
            return TemplateShelf.open(name);
        } catch (UnreadableProject problem) {
            throw new Trouble(String.valueOf(problem.getMessage()));
        }
    }

    @Override
    public Imported importFile(Path file) throws Trouble {
        try {
            var report = new PipelineJsonImporter(catalog).read(PipelineText.read(file));
            return new Imported(report.design(), report.notes());
        } catch (UnreadableImport problem) {
            throw new Trouble(file.getFileName() + ": " + problem.getMessage());
        }
    }

    @Override
    public List<Format> formats() {
        return Formats.all();
    }

    @Override
    public Exported export(Format format, Design design, Path folder) throws Trouble {
        var blueprint = new Planner(catalog).plan(design);
        var bundle = Formats.valueOf(format.id()).write(blueprint);
        var notes = Stream.concat(blueprint.notes().stream(), bundle.notes().stream()).distinct();
        try {
            return new Exported(bundle.writeTo(folder), notes.toList());
        } catch (IOException problem) {
            throw new Trouble(
                    "Cannot write to "
                            + folder
                            + ": "
                            + reason(problem)
                            + ". Choose another folder.");
        }
    }

    @Override
    public List<Path> recent() {
        return memory.get("recent", "").lines().map(Path::of).toList();
    }

    @Override
    public void remember(Path file) {
        var files = new ArrayList<>(recent());
        var path = file.toAbsolutePath();
        files.remove(path);
        files.addFirst(path);
        memory.put(
                "recent",
                String.join("\n", files.stream().limit(RECENT).map(Path::toString).toList()));
    }

    private static String reason(IOException problem) {
        return switch (problem) {
            case NoSuchFileException _ -> "it is not there";
            case MalformedInputException _ -> "it is not a text file";
            case FileSystemException e when e.getReason() != null -> e.getReason();
            default -> String.valueOf(problem.getMessage());
        };
    }
}
