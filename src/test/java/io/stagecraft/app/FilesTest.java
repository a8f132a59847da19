package io.stagecraft.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.edit.RenameDesign;
import io.stagecraft.project.TemplateShelf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.prefs.Preferences;

class FilesTest {
    private final io.stagecraft.app.Files disk =
            new io.stagecraft.app.Files(
                    CatalogFiles.load(), Preferences.userRoot().node("io/stagecraft/test"));

    @Test
    void aFileIsStillWhatWasReadUntilSomebodyChangesTheDesignInIt(@TempDir Path folder)
            throws Exception {
        var file = folder.resolve("orders.json");
        var design = TemplateShelf.open("release");
        assertTrue(disk.isStill(file, design), "nobody loses a file that is not there");
        disk.save(file, design);
        assertTrue(disk.isStill(file, design));
        Files.writeString(file, Files.readString(file).replace("\n", "\n "));
        assertTrue(disk.isStill(file, disk.open(file)), "only laid out otherwise");
        disk.save(file, new RenameDesign("theirs").apply(design));
        assertFalse(disk.isStill(file, design));
        Files.writeString(file, "<<<<<<< theirs");
        assertFalse(disk.isStill(file, design), "a merge is under way in it");
    }
}
