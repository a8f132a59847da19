package io.stagecraft.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.drawn.Drawings;
import io.stagecraft.model.Design;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

class ProjectFileTest {
    @TempDir private Path folder;

    @Test
    void whatIsSavedIsOpenedAgain() throws Exception {
        var file = folder.resolve("orders.json");
        ProjectFile.write(file, Drawings.simple());
        assertEquals(Drawings.simple(), ProjectFile.read(file));
        try (var files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList(), "nothing is left beside it");
        }
    }

    @Test
    void aSaveThatFailsLeavesTheOldFileWhole() throws Exception {
        var file = folder.resolve("orders.json");
        ProjectFile.write(file, Drawings.simple());
        var before = Files.readString(file);
        // a folder where the new text would go: as unwritable as a full disk, for every user
        Files.createDirectories(folder.resolve(".orders.json.new").resolve("in the way"));
        var e =
                assertThrows(
                        UnwritableProject.class,
                        () -> ProjectFile.write(file, Design.empty("other")));
        assertEquals(before, Files.readString(file));
        assertTrue(e.getMessage().contains("what was there is unchanged"), e.getMessage());
    }

    @Test
    void aSaveThatFailsLeavesNothingBehind() throws Exception {
        var inTheWay = folder.resolve("orders.json");
        Files.createDirectories(inTheWay.resolve("something"));
        assertThrows(
                UnwritableProject.class, () -> ProjectFile.write(inTheWay, Design.empty("orders")));
        try (var left = Files.list(folder)) {
            assertEquals(List.of(inTheWay), left.toList());
        }
    }

    @Test
    void throughALinkTheFileBehindItIsSavedAndTheLinkStays() throws Exception {
        var file = folder.resolve("orders.json");
        ProjectFile.write(file, Design.empty("before"));
        var link = Files.createSymbolicLink(folder.resolve("link.json"), file);
        ProjectFile.write(link, Design.empty("after"));
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("after", ProjectFile.read(file).name());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS) // has no such rights
    void whoMayReadTheFileStaysAsItWas() throws Exception {
        var file = folder.resolve("orders.json");
        for (var rights : List.of("rw-------", "rw-rw-rw-")) { // less and more than a new file has
            ProjectFile.write(file, Design.empty("before"));
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
            ProjectFile.write(file, Design.empty("after"));
            assertEquals("after", ProjectFile.read(file).name());
            assertEquals(
                    rights, PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
    }

    @Test
    void aMarkThatSomeEditorsPutInFrontIsNoPartOfTheFile() throws Exception {
        var text = ProjectFile.print(Drawings.simple());
        assertEquals(ProjectFile.parse(text), ProjectFile.parse("\uFEFF" + text));
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        var file = folder.resolve("nowhere").resolve("orders.json");
        var e =
                assertThrows(
                        UnwritableProject.class,
                        () -> ProjectFile.write(file, Design.empty("orders")));
        assertTrue(e.getMessage().contains("the folder " + file.getParent()), e.getMessage());
    }

    @Test
    void halfACharacterNeverMakesAFileThatCannotBeOpened() throws Exception {
        var read = ProjectFile.parse(ProjectFile.print(Design.empty("x\uD800y")));
        assertEquals("x\uFFFDy", read.name());
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        var file = folder.resolve("orders.json");
        var e = assertThrows(UnreadableProject.class, () -> ProjectFile.read(file));
        assertTrue(e.getMessage().startsWith(file + " does not exist."), e.getMessage());
    }

    @Test
    void membersAddedByHandStayWhereTheyStand() throws Exception {
        var text =
                """
                {
                  "stagecraft": 1,
                  "pipeline": {
                    "name": "orders",
                    "variables": [
                      {
                        "name": "tag",
                        "since": 2026
                      }
                    ],
                    "stages": [
                      {
                        "id": "s1",
                        "name": "Source",
                        "actions": [
                          {
                            "id": "a1",
                            "name": "Repository",
                            "type": "Source/AWS/CodeCommit/1",
                            "owner/team": ["web", "api"]
                          }
                        ],
                        "review": {
                          "by": "somebody"
                        }
                      }
                    ]
                  },
                  "environments": [
                    {
                      "id": "e1",
                      "name": "Tooling",
                      "colour": "#8793a6",
                      "bill": 12.50
                    }
                  ],
                  "comment": null
                }
                """;
        assertEquals(text, ProjectFile.print(ProjectFile.parse(text)));
    }

    @Test
    void membersAddedByHandStayWhereNobodyGaveIds() throws Exception {
        var design =
                ProjectFile.parse(
                        """
                        {"stagecraft": 1, "pipeline": {"name": "x", "stages": [
                          {"name": "A", "mark": 1, "actions": [
                            {"name": "B", "type": "Approval/AWS/Manual/1", "runOder": 2}]}]}}
                        """);
        var printed = ProjectFile.print(design);
        assertTrue(printed.contains("\"mark\": 1") && printed.contains("\"runOder\": 2"), printed);
        assertEquals(design, ProjectFile.parse(printed));
        var stage = design.stages().getFirst();
        var renamed = ProjectFile.print(design.withStages(List.of(stage.withName("Z"))));
        assertTrue(renamed.contains("\"mark\": 1"), renamed);
    }

    @Test
    void membersAddedByHandMoveWithTheirStage() throws Exception {
        var design =
                ProjectFile.parse(
                        """
                        {"stagecraft": 1, "pipeline": {"name": "x", "stages": [
                          {"id": "s1", "name": "A", "mark": 1}, {"id": "s2", "name": "B"}]}}
                        """);
        var turned = ProjectFile.print(design.withStages(design.stages().reversed()));
        assertTrue(turned.indexOf("\"mark\"") > turned.indexOf("\"B\""), turned);
        var gone = ProjectFile.print(design.withStages(design.stages().subList(1, 2)));
        assertFalse(gone.contains("mark"), gone);
    }

    @Test
    void aCopiedStageGetsIdsOfItsOwn() throws Exception {
        var stage =
                "{\"id\": \"s1\", \"name\": \"A\", \"actions\": [{\"id\": \"a1\", \"name\": \"B\","
                        + " \"type\": \"Approval/AWS/Manual/1\"}]}";
        var design =
                ProjectFile.parse(
                        "{\"stagecraft\": 1, \"pipeline\": {\"name\": \"x\", \"stages\": ["
                                + stage
                                + ","
                                + stage
                                + "]}}");
        assertEquals(
                List.of("s1", "s2"), design.stages().stream().map(s -> s.id().value()).toList());
        assertEquals(List.of("a1", "a2"), design.actions().map(a -> a.id().value()).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    {"stagecraft": 2, "pipeline": {"name": "x"}} | The text was written by a newer Stagecraft (format 2, this one reads 1). Update Stagecraft to open it; the file is unchanged.
                    {"stagecraft": 0, "pipeline": {"name": "x"}} | The text names format 0, which there never was. Write 1.
                    {"AWSTemplateFormatVersion": "2010-09-09", "Resources": {}} | The text is a CloudFormation template, not a design. Deploy it, and import what `aws codepipeline get-pipeline` answers.
                    Resources: {} | The text is a CloudFormation template, not a design. Deploy it, and import what `aws codepipeline get-pipeline` answers.
                    {"pipeline": {"name": "x", "stages": []}, "metadata": {}} | The text is a pipeline as get-pipeline or create-pipeline has it, not a design. Try `stagecraft import` on it.
                    resource "aws_codepipeline" "x" { } | The text is a Terraform file, not a design. Open a design instead.
                    [1] | The text is JSON but not a design: a design is an object, in { and }.
                    {"name": "x"} | The text is JSON but not a design: it has no member "stagecraft" with the number of its format, such as 1.
                    {"stagecraft": 1} | The text: pipeline is missing. Mend it there.
                    {"stagecraft": 1, "pipeline": {"name": 7}} | The text: pipeline.name has to be text, in double quotes. Mend it there.
                    {"stagecraft": 1, "pipeline": {"name": "x", "stages": [{"name": "A", "actions": [{"name": "B", "type": "Build/CodeBuild"}]}]}} | The text: pipeline.stages[0].actions[0].type is "Build/CodeBuild"; an action type is written like Build/AWS/CodeBuild/1. Mend it there.
                    {"stagecraft": 1, "pipeline": {"name": "x", "mode": "fast"}} | The text: pipeline.mode is "fast"; it can be superseded, queued, parallel. Mend it there.
                    """)
    void whatIsNoDesignIsSaidInOneLine(String text, String line) {
        var e = assertThrows(UnreadableProject.class, () -> ProjectFile.parse(text));
        assertEquals(line, e.getMessage());
    }

    @Test
    void brokenJsonIsFoundByLineAndColumn() {
        var e =
                assertThrows(
                        UnreadableProject.class,
                        () -> ProjectFile.parse("{\n  \"stagecraft\": 1,\n  \"pipeline\" {}\n}"));
        assertTrue(e.getMessage().startsWith("The text, line 3, column 14: "), e.getMessage());
        assertEquals(1, e.getMessage().lines().count());
    }

    @Test
    void aMemberNamedTwiceIsNotSilentlyLost() {
        var e =
                assertThrows(
                        UnreadableProject.class,
                        () -> ProjectFile.parse("{\"stagecraft\": 1,\n\"stagecraft\": 1}"));
        assertTrue(e.getMessage().contains("line 2"), e.getMessage());
    }
}
