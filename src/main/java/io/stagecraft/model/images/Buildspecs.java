package io.stagecraft.model.images;

import io.stagecraft.model.EnvironmentVariable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Remembers what was read of buildspecs: most edits of a design change none. Any thread may ask.
public final class Buildspecs {
    /// What a buildspec says.
    ///
    /// @param texts all of it, without its comments and the names of its members; of one that cannot be read, all of it
    /// @param byFiles whether a command works by files of the source, which nobody has here
    public record Said(String texts, boolean byFiles) {}

    private record Build(String buildspec, List<EnvironmentVariable> variables, String region) {}

    /// As many are kept as a large design has, and some.
    private static final int KEPT = 1000;

    private final Function<String, Optional<BuildSteps>> reader;
    private final Map<String, Said> said = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Build, ImageUses> uses = new LinkedHashMap<>(16, 0.75f, true);

    /// One that has read nothing yet.
    public Buildspecs() {
        this(BuildSteps::in);
    }

    /// @param reader what to read with
    Buildspecs(Function<String, Optional<BuildSteps>> reader) {
        this.reader = reader;
    }

    /// As [ImageUses#of].
    public synchronized ImageUses uses(
            String buildspec, List<EnvironmentVariable> variables, String region) {
        return kept(
                uses,
                new Build(buildspec, List.copyOf(variables), region),
                build -> ImageUses.of(reader.apply(buildspec), build.variables(), region));
    }

    /// What a buildspec says; of a text that is none, the text.
    public synchronized Said said(String buildspec) {
        return kept(said, buildspec, this::read);
    }

    private Said read(String buildspec) {
        return reader.apply(buildspec)
                .map(steps ->
                        new Said(
                                String.join("\n", BuildSteps.texts(buildspec).toList()),
                                steps.steps().stream()
                                        .anyMatch(step -> SourceFiles.are(step.command()))))
                .orElseGet(() -> new Said(buildspec, false));
    }

    private static <K, V> V kept(Map<K, V> all, K key, Function<K, V> read) {
        var value = all.get(key);
        if (value == null) {
            value = read.apply(key);
            if (all.size() >= KEPT) {
                all.remove(all.keySet().iterator().next());
            }
            all.put(key, value);
        }
        return value;
    }
}
