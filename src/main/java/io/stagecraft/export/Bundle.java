package io.stagecraft.export;

import io.stagecraft.disk.WholeFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Files that belong together, in memory.
///
/// @param notes what this syntax cannot say, and what the user must still do; a line each
public record Bundle(List<TextFile> files, List<String> notes) {
    public Bundle {
        files = List.copyOf(files);
        notes = List.copyOf(notes);
    }

    public Bundle(List<TextFile> files) {
        this(files, List.of());
    }

    /// @param path relative, with `/` between its parts
    /// @param content ends with a line break
    public record TextFile(String path, String content) {}

    /// Writes every file below `folder`, each whole or not at all; other files there stay.
    ///
    /// @return the files written, in order
    /// @throws IOException when the disk is full, or the folder cannot be made or written to
    public List<Path> writeTo(Path folder) throws IOException {
        var made = missing(folder);
        try {
            return into(folder);
        } catch (IOException e) {
            for (var empty : made) {
                if (!remove(empty)) {
                    break;
                }
            }
            throw e;
        }
    }

    /// The folders that have to be made first, the deepest first.
    private static List<Path> missing(Path folder) {
        var missing = new ArrayList<Path>();
        var at = folder.toAbsolutePath().normalize();
        while (at != null && !Files.exists(at)) {
            missing.add(at);
            at = at.getParent();
        }
        return missing;
    }

    /// A folder that holds something stays.
    private static boolean remove(Path folder) {
        try {
            return Files.deleteIfExists(folder) || !Files.exists(folder);
        } catch (IOException _) {
            return false;
        }
    }

    private List<Path> into(Path folder) throws IOException {
        var written = new ArrayList<Path>();
        for (var file : files) {
            var target = folder.resolve(file.path());
            if (!target.normalize().startsWith(folder.normalize())) {
                throw new IOException(file.path() + " leads out of it");
            }
            Files.createDirectories(target.toAbsolutePath().getParent());
            WholeFile.write(target, file.content());
            written.add(target);
        }
        return List.copyOf(written);
    }
}
