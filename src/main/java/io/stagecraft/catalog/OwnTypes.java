package io.stagecraft.catalog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/// Action types that a person has added: one data file each, in a folder of their own.
public final class OwnTypes {
    /// The environment variable that names another folder.
    public static final String FOLDER = "STAGECRAFT_ACTIONS";

    private OwnTypes() {}

    /// Where they are: what [#FOLDER] says, or else `stagecraft/actions` where the system keeps settings.
    ///
    /// @param environment the process's variables
    /// @param home the person's folder
    public static Path folder(Map<String, String> environment, Path home) {
        var said = environment.getOrDefault(FOLDER, "");
        if (!said.isBlank()) {
            return Path.of(said);
        }
        var config = environment.getOrDefault("XDG_CONFIG_HOME", "");
        return (config.isBlank() ? home.resolve(".config") : Path.of(config))
                .resolve("stagecraft")
                .resolve("actions");
    }

    /// The folder of whoever started this program.
    public static Path here() {
        return folder(System.getenv(), Path.of(System.getProperty("user.home", "")));
    }

    /// The types that come with the program, and those of the folder where there is one. A file that cannot be read keeps
    /// nobody from working: then the types that come with the program are all there are.
    ///
    /// @param complaints hears a line about such a file
    public static ActionCatalog catalog(Path folder, Consumer<String> complaints) {
        if (!Files.isDirectory(folder)) {
            return CatalogFiles.load();
        }
        try {
            return CatalogFiles.load(folder);
        } catch (UnreadableCatalog e) {
            complaints.accept(
                    "No action types are taken from " + folder + ": " + e.getMessage() + ".");
            return CatalogFiles.load();
        }
    }
}
