package io.stagecraft.catalog;

import io.stagecraft.model.ActionType;
import io.stagecraft.model.Owner;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/// The catalogue that comes with the program: data files on the class path, and an index beside them that says which type
/// stands in which file. A file is read when its type is first asked for, so that a short command reads only what it needs.
public final class CatalogFiles {
    private static final String INDEX = "index.txt";

    private CatalogFiles() {}

    /// The action types that come with the program; any thread may ask it.
    ///
    /// @throws UnreadableCatalog from its methods, when a data file is broken
    public static ActionCatalog load() {
        return new Actions(new Shelf<>("actions/", SpecReader::action), Map.of());
    }

    /// The same, and one more type, or another description of a known one, for each `*.json` in `folder`.
    ///
    /// @throws UnreadableCatalog naming file and member, when one is broken
    public static ActionCatalog load(Path folder) {
        var own = new LinkedHashMap<String, ActionSpec>();
        for (var file : jsonIn(folder)) {
            var name = file.getFileName().toString();
            try {
                var spec = read(name, Files.readAllBytes(file));
                own.put(spec.type().path(), spec);
            } catch (IOException e) {
                throw new UnreadableCatalog(name, "", "cannot be read: " + e.getMessage());
            }
        }
        return new Actions(new Shelf<>("actions/", SpecReader::action), own);
    }

    /// One data file, held against itself.
    ///
    /// @param name what a refusal calls it
    /// @throws UnreadableCatalog naming file and member, when it is broken
    public static ActionSpec read(String name, byte[] content) {
        var spec = SpecReader.action(name, content);
        SpecCheck.of(name, spec);
        return spec;
    }

    private static List<Path> jsonIn(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
        } catch (IOException e) {
            throw new UnreadableCatalog(folder.toString(), "", "no folder that can be read");
        }
    }

    /// The rule types that come with the program; any thread may ask it.
    public static RuleTypeCatalog rules() {
        return new Rules(new Shelf<>("rules/", SpecReader::rule));
    }

    private record Actions(Shelf<ActionSpec> shelf, Map<String, ActionSpec> own)
            implements ActionCatalog {
        @Override
        public Optional<ActionSpec> find(ActionType type) {
            return at(type.path()).or(() -> shared(type));
        }

        private Optional<ActionSpec> at(String path) {
            return Optional.ofNullable(own.get(path)).or(() -> shelf.find(path));
        }

        private Optional<ActionSpec> shared(ActionType type) {
            return type.owner() == Owner.CUSTOM
                    ? at(type.category().word() + "/Custom/*/1").map(s -> s.withType(type))
                    : Optional.empty();
        }

        @Override
        public List<ActionSpec> all() {
            var all = new LinkedHashMap<String, ActionSpec>();
            shelf.all().forEach((path, spec) -> all.put(path, own.getOrDefault(path, spec)));
            own.forEach(all::putIfAbsent);
            return List.copyOf(all.values());
        }
    }

    private record Rules(Shelf<RuleTypeSpec> shelf) implements RuleTypeCatalog {
        @Override
        public Optional<RuleTypeSpec> find(String provider, String version) {
            return shelf.find(provider + "/" + version);
        }

        @Override
        public List<RuleTypeSpec> all() {
            return List.copyOf(shelf.all().values());
        }
    }

    /// A folder of the class path with an index: a line per file, key and file name with spaces between.
    private static final class Shelf<T> {
        private final String folder;
        private final BiFunction<String, byte[], T> reader;
        private final Map<String, String> files = new LinkedHashMap<>();
        private final Map<String, T> read = new ConcurrentHashMap<>();

        Shelf(String folder, BiFunction<String, byte[], T> reader) {
            this.folder = folder;
            this.reader = reader;
            new String(bytes(folder + INDEX), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(" +"))
                    .forEach(part -> files.put(part[0], part[1]));
        }

        Optional<T> find(String key) {
            return Optional.ofNullable(files.get(key)).map(this::open);
        }

        Map<String, T> all() {
            var all = new LinkedHashMap<String, T>();
            files.forEach((key, file) -> all.put(key, open(file)));
            return all;
        }

        private T open(String file) {
            return read.computeIfAbsent(file, f -> reader.apply(f, bytes(folder + f)));
        }

        private static byte[] bytes(String name) {
            try (var in = CatalogFiles.class.getResourceAsStream(name)) {
                if (in == null) {
                    throw new FileNotFoundException(name);
                }
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException("The program's own " + name + " is missing.", e);
            }
        }
    }
}
