package io.stagecraft.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class TemplateShelfTest {
    @Test
    void theShelfShowsTheReleaseStarterFirstWithItsParagraph() {
        var first = TemplateShelf.list().getFirst();
        assertEquals("release", first.name());
        assertEquals("Release with an approval", first.title());
        assertTrue(first.paragraph().startsWith("For a team that ships"), first.paragraph());
        assertFalse(first.paragraph().contains("Make it yours"), first.paragraph());
    }

    @Test
    void theReleaseStarterGoesFromGitHubToAnExecutedChangeSet() throws Exception {
        var design = TemplateShelf.open("release");
        assertEquals("orders-release", design.name());
        assertEquals(
                List.of(
                        "GitHub",
                        "Package",
                        "UnitTests",
                        "TemplateScan",
                        "Approve",
                        "PrepareChanges",
                        "ExecuteChanges"),
                design.actions().map(a -> a.name()).toList());
        assertEquals(1, design.stages().get(2).rows().size(), "tests run side by side");
        assertEquals(3, design.stages().get(3).rows().size(), "production goes step by step");
    }

    @Test
    void everyStarterIsWrittenAsTheProgramWouldWriteIt() throws Exception {
        for (var template : TemplateShelf.list()) {
            var file = Path.of("templates", template.name(), "design.json");
            var printed = ProjectFile.print(TemplateShelf.open(template.name()));
            if ("write".equals(System.getProperty("golden"))) {
                Files.writeString(file, printed);
            }
            assertEquals(printed, Files.readString(file), "write it: -Dgolden=write");
        }
    }

    @Test
    void theIndexNamesEveryFolder() throws Exception {
        try (var folders = Files.list(Path.of("templates"))) {
            assertEquals(
                    folders.filter(Files::isDirectory)
                            .map(f -> f.getFileName().toString())
                            .sorted()
                            .toList(),
                    TemplateShelf.list().stream().map(Template::name).sorted().toList());
        }
    }

    @Test
    void aStarterThatIsNotThereIsNamedWithThoseThatAre() {
        var e = assertThrows(UnreadableProject.class, () -> TemplateShelf.open("relase"));
        assertEquals(
                "There is no starter called \"relase\". There are release, minimal, container,"
                        + " serverless, accounts.",
                e.getMessage());
    }
}
