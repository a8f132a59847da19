package io.stagecraft.project;

import io.stagecraft.model.Design;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The starters that come with the program, a folder each.
public final class TemplateShelf {
    private static final String SHELF = "/io/stagecraft/templates/";

    private TemplateShelf() {}

    /// All starters, in the order to show them.
    public static List<Template> list() {
        return resource("index")
                .lines()
                .filter(name -> !name.isBlank())
                .map(TemplateShelf::template)
                .toList();
    }

    /// The design of a starter.
    ///
    /// @throws UnreadableProject when there is no starter of that name
    public static Design open(String name) throws UnreadableProject {
        if (resource("index").lines().noneMatch(name::equals)) {
            throw new UnreadableProject(
                    "There is no starter called \""
                            + name
                            + "\". There are "
                            + list().stream().map(Template::name).collect(Collectors.joining(", "))
                            + ".");
        }
        return ProjectFile.parse(resource(name + "/design.json"));
    }

    private static Template template(String name) {
        var page = resource(name + "/README.md");
        var blocks = Arrays.stream(page.split("\n\\s*\n")).map(String::strip).toList();
        return new Template(
                name,
                blocks.getFirst().replaceFirst("^#\\s*", ""),
                blocks.get(1)
                        .replaceAll("\\s+", " ")
                        .replace("`", "")); // the dialog prints plain text
    }

    private static String resource(String path) {
        try (var in = TemplateShelf.class.getResourceAsStream(SHELF + path)) {
            if (in == null) {
                throw new IllegalStateException("the program came without " + SHELF + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
