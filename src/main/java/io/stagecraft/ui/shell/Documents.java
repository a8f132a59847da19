package io.stagecraft.ui.shell;

import io.stagecraft.model.Design;

import java.nio.file.Path;
import java.util.List;

/// Designs in files. Every call works on the disk, so none belongs on the UI thread.
public interface Documents {
    /// Reads a project file.
    Design open(Path file) throws Trouble;

    /// Writes a project file, in one step or not at all.
    void save(Path file, Design design) throws Trouble;

    /// Whether writing over a file loses nothing of anybody else's: it is not there, or still holds `known`.
    ///
    /// @param known what was last read from it or written to it
    boolean isStill(Path file, Design known);

    /// The designs to start from.
    List<Starter> starters();

    /// A fresh copy of a starter.
    Design starter(String name) throws Trouble;

    /// Reads what AWS or another tool wrote, such as the output of `get-pipeline`.
    Imported importFile(Path file) throws Trouble;

    /// What a design can be written down as.
    List<Format> formats();

    /// Writes the files of a format into a folder.
    Exported export(Format format, Design design, Path folder) throws Trouble;

    /// Files opened or saved lately, latest first.
    List<Path> recent();

    /// Notes that `file` was opened or saved.
    void remember(Path file);

    /// A design to start from.
    record Starter(String name, String title, String paragraph) {}

    /// A design read from elsewhere.
    ///
    /// @param notes what could not be read, or was read in a way worth knowing
    record Imported(Design design, List<String> notes) {
        public Imported {
            notes = List.copyOf(notes);
        }
    }

    /// A design written down.
    ///
    /// @param notes what the format cannot say, and what the person still has to do
    record Exported(List<Path> files, List<String> notes) {
        public Exported {
            files = List.copyOf(files);
            notes = List.copyOf(notes);
        }
    }

    /// A way to write a design down.
    ///
    /// @param id such as `cloudformation-yaml`
    /// @param title such as "CloudFormation (YAML)"
    record Format(String id, String title) {}

    /// A file that could not be read or written; the message says which, why, and what to do, in a line.
    final class Trouble extends Exception {
        private static final long serialVersionUID = 1;

        public Trouble(String line) {
            super(line);
        }
    }
}
