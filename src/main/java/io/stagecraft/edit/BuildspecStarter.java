package io.stagecraft.edit;

import io.stagecraft.model.Companion;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// A buildspec to begin with, for a language or a tool. A new one is a file beside the others and a line in their index.
///
/// @param title such as "Java with Maven"
/// @param buildspec YAML
/// @param privileged whether it runs Docker
/// @param reports whether it publishes test reports
/// @see <a href="https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html">Buildspec reference</a>
/// @see <a href="https://docs.aws.amazon.com/codebuild/latest/userguide/available-runtimes.html">Available runtimes</a>
public record BuildspecStarter(
        String title, String buildspec, boolean privileged, boolean reports) {
    private static final String FOLDER = "buildspecs/";

    /// Every starter, in the order to offer them.
    public static List<BuildspecStarter> all() {
        return read("index.txt").lines().map(BuildspecStarter::of).toList();
    }

    /// The project with this buildspec, and with what it asks of the project.
    public Companion.BuildProject in(Companion.BuildProject project) {
        return project.withBuildspec(buildspec)
                .withPrivileged(privileged || project.privileged())
                .withReports(reports);
    }

    private static BuildspecStarter of(String line) {
        var parts = Stream.of(line.split("\\|", -1)).map(String::strip).toList();
        return new BuildspecStarter(
                parts.get(1),
                read(parts.getFirst() + ".yml"),
                parts.contains("privileged"),
                parts.contains("reports"));
    }

    private static String read(String file) {
        try (InputStream in = BuildspecStarter.class.getResourceAsStream(FOLDER + file)) {
            return new String(
                    Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
