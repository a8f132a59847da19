package io.stagecraft.project;

import io.stagecraft.disk.WholeFile;
import io.stagecraft.json.Json;
import io.stagecraft.json.UnreadableJson;
import io.stagecraft.model.Design;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// The file a design lives in: one JSON document, whose schema is published as `design-1.schema.json` among the assets.
///
/// The same design is the same bytes. Members that this program does not know are kept where they stand.
public final class ProjectFile {
    /// The format that this program writes, and the newest it reads.
    public static final int VERSION = 1;

    private ProjectFile() {}

    /// Reads a design.
    ///
    /// @throws UnreadableProject when there is no such file, or it holds no design that this program can read
    public static Design read(Path file) throws UnreadableProject {
        try {
            return parse(Files.readString(file), file.toString());
        } catch (NoSuchFileException e) {
            throw new UnreadableProject(
                    file
                            + " does not exist. Look for a typing slip in its name, or make one with"
                            + " `stagecraft new`.",
                    e);
        } catch (CharacterCodingException e) {
            throw new UnreadableProject(
                    file + " is no text in UTF-8, so no design. Choose another file.", e);
        } catch (IOException e) {
            throw new UnreadableProject(
                    file
                            + " cannot be read ("
                            + Reasons.of(e)
                            + "). Look whether it is a file and"
                            + " you may read it.",
                    e);
        }
    }

    /// Reads a design from text.
    ///
    /// @throws UnreadableProject when it holds no design that this program can read
    public static Design parse(String text) throws UnreadableProject {
        return parse(text, "The text");
    }

    private static Design parse(String text, String from) throws UnreadableProject {
        var document = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try {
            var json = Json.parse(document);
            var stranger = Stranger.in(json);
            if (stranger.isPresent()) {
                throw new UnreadableProject(from + " " + stranger.get());
            }
            return DesignReader.read(json);
        } catch (UnreadableJson e) {
            var stranger = Stranger.in(document);
            throw new UnreadableProject(
                    stranger.map(what -> from + " " + what)
                            .orElse(
                                    from
                                            + ", line "
                                            + e.line()
                                            + ", column "
                                            + e.column()
                                            + ": "
                                            + e.getMessage()
                                            + ". Mend the JSON there."),
                    e);
        } catch (WrongMember e) {
            throw new UnreadableProject(from + ": " + e.getMessage() + " Mend it there.", e);
        }
    }

    /// The design as the file says it.
    public static String print(Design design) {
        return DesignWriter.document(design).pretty();
    }

    /// Writes a design: whole or not at all. A file that was there stays as it was until the new one stands on the disk;
    /// who may read and write it stays as it was too, for a variable may be in it that is not for everybody.
    ///
    /// @throws UnwritableProject when the disk is full, the folder is not there or must not be written to
    public static void write(Path file, Design design) throws UnwritableProject {
        var folder = file.toAbsolutePath().getParent();
        try {
            WholeFile.write(file, print(design));
        } catch (NoSuchFileException e) {
            throw new UnwritableProject(
                    file
                            + " cannot be saved: the folder "
                            + folder
                            + " is not there. Make it, or"
                            + " save elsewhere.",
                    e);
        } catch (IOException e) {
            throw new UnwritableProject(
                    file
                            + " cannot be saved ("
                            + Reasons.of(e)
                            + "); what was there is unchanged. Make"
                            + " room or get the right to write there, or save elsewhere.",
                    e);
        }
    }
}
