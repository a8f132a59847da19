package io.stagecraft.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.blueprint.Planner;
import io.stagecraft.blueprint.Resource;
import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.catalog.OwnTypes;
import io.stagecraft.drawn.Drawings;
import io.stagecraft.edit.Expert;
import io.stagecraft.edit.Place;
import io.stagecraft.model.Action;
import io.stagecraft.model.ActionType;
import io.stagecraft.model.Category;
import io.stagecraft.model.Design;
import io.stagecraft.model.Owner;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Validator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A provider of one's own is one file: palette, form, rules and roles all have it from there.
class OwnTypesTest {
    private static final ActionType SHIP = ActionType.aws(Category.DEPLOY, "OurShip");
    private static final ActionType SCAN =
            new ActionType(Category.TEST, Owner.CUSTOM, "OurScan", "2");

    @TempDir private Path folder;

    private ActionCatalog ship() throws IOException {
        Files.writeString(
                folder.resolve("ship.json"),
                """
                { "type": { "category": "Deploy", "owner": "AWS", "provider": "OurShip", "version": "1" },
                  "title": "Ship", "summary": "Ships.", "icon": "rocket", "source": "https://example.com",
                  "checked": "2026-11-21", "main": "Harbour",
                  "inputs": { "min": 1, "max": 1 }, "outputs": {},
                  "crossRegion": "no", "crossAccount": "no",
                  "fields": [
                    { "key": "Harbour", "label": "Harbour", "help": "Where to.", "required": "always" },
                    { "key": "Speed", "label": "Speed", "kind": "choice", "help": "How fast.", "values": ["slow", "fast"] } ],
                  "permissions": [
                    { "allow": "ship:Sail", "on": "arn:{partition}:ship:{region}:{account}:harbour/{Harbour}", "why": "sails" } ],
                  "drop": { "name": "Sail", "settings": { "Speed": "slow" }, "inputs": 1 },
                  "play": { "minSeconds": 1, "maxSeconds": 2 } }
                """);
        return OwnTypes.catalog(folder, complaint -> assertEquals("", complaint));
    }

    private static Design dropped(ActionCatalog catalog, ActionType type) {
        return new Expert(catalog)
                .action(Drawings.simple(), type, new Place.Gap(3))
                .apply(Drawings.simple());
    }

    private static Action last(Design design) {
        return design.stages().getLast().actions().getLast();
    }

    @Test
    void thePaletteTheFormAndTheDropHaveIt() throws IOException {
        var catalog = ship();
        assertTrue(catalog.all().stream().anyMatch(s -> s.type().equals(SHIP)));
        assertEquals(
                List.of("Harbour", "Speed"),
                catalog.find(SHIP).orElseThrow().fields().stream().map(f -> f.key()).toList());
        var action = last(dropped(catalog, SHIP));
        assertEquals("Sail", action.name());
        assertEquals("slow", action.setting("Speed").orElse(""));
        assertEquals(List.of("BuildOutput"), action.inputs());
    }

    @Test
    void theRulesHoldItToItsFile() throws IOException {
        var catalog = ship();
        var wrong = dropped(catalog, SHIP);
        var design = wrong.withAction(last(wrong).id(), a -> a.withSetting("Speed", "fats"));
        assertEquals(
                List.of(
                        "Sail has no Harbour, which Ship requires.",
                        "Speed of Sail is fats, not one of slow, fast."),
                new Validator(catalog)
                        .check(design).stream()
                                .filter(p -> p.rule().id().startsWith("SC4"))
                                .map(Problem::message)
                                .toList());
    }

    @Test
    void theRoleAllowsWhatItNeeds() throws IOException {
        var catalog = ship();
        var open = dropped(catalog, SHIP);
        var design = open.withAction(last(open).id(), a -> a.withSetting("Harbour", "Hamburg"));
        var resources =
                new Planner(catalog)
                        .plan(design).stacks().stream()
                                .flatMap(s -> s.resources().stream())
                                .flatMap(r ->
                                        r instanceof Resource.Role role
                                                ? role.policies().stream()
                                                : java.util.stream.Stream.empty())
                                .flatMap(p -> p.statements().stream())
                                .filter(s -> s.actions().contains("ship:Sail"))
                                .flatMap(s -> s.resources().stream())
                                .map(t -> t.shown())
                                .toList();
        assertEquals(1, resources.size());
        assertTrue(resources.getFirst().endsWith(":harbour/Hamburg"), resources.getFirst());
    }

    @Test
    void aCustomActionTypeIsReadFromATemplate() throws IOException {
        var template = folder.resolve("scan.yaml");
        Files.writeString(
                template,
                """
                Resources:
                  Scan:
                    Type: AWS::CodePipeline::CustomActionType
                    Properties:
                      Category: Test
                      Provider: OurScan
                      Version: "2"
                      InputArtifactDetails: { MinimumCount: 1, MaximumCount: 2 }
                      OutputArtifactDetails: { MinimumCount: 0, MaximumCount: 0 }
                      ConfigurationProperties:
                        - { Name: Depth, Key: false, Required: true, Secret: false, Type: Number, Description: How deep. }
                        - { Name: Token, Key: false, Required: false, Secret: true }
                """);
        var into = folder.resolve("types");
        var result = new Terminal().run("providers", "--add", template, "--into", into);
        assertEquals(0, result.code(), result.err());
        assertEquals(
                "Test/Custom/OurScan/2 is known now, from "
                        + into.resolve("test-ourscan-2.json")
                        + "\n",
                result.out());
        var spec = CatalogFiles.load(into).find(SCAN).orElseThrow();
        assertEquals(2, spec.inputs().max());
        assertEquals(List.of("Depth", "Token"), spec.fields().stream().map(f -> f.key()).toList());
        assertTrue(spec.field("Depth").orElseThrow().required().isPresent());
    }

    @Test
    void oneThatIsAddedAgainStaysAsItWasUntilTheNewOneIsWhole() throws IOException {
        var file = folder.resolve("ship.json");
        ship();
        var into = Files.createDirectories(folder.resolve("types"));
        var target = Files.writeString(into.resolve("ship.json"), "as it was");
        // a folder where the new text would go: as unwritable as a full disk, for every user
        Files.createDirectories(into.resolve(".ship.json.new").resolve("in the way"));
        var result = new Terminal().run("providers", "--add", file, "--into", into);
        assertEquals("as it was", Files.readString(target));
        assertEquals(2, result.code(), result.out());
        assertEquals(1, result.err().lines().count(), result.err());
    }

    @Test
    void aDataFileIsTakenOnlyWhenItFits() throws IOException {
        var file = folder.resolve("bad.json");
        Files.writeString(file, "{ \"type\": { \"category\": \"Moon\" } }");
        var into = folder.resolve("types");
        var result = new Terminal().run("providers", "--add", file, "--into", into);
        assertEquals(2, result.code());
        assertTrue(result.err().contains("bad.json: type.category"), result.err());
        assertFalse(Files.exists(into.resolve("bad.json")));
    }

    @Test
    void aTemplateWithoutAnyIsToldSo() throws IOException {
        var file = folder.resolve("none.yaml");
        Files.writeString(file, "Resources: {}\n");
        var result = new Terminal().run("providers", "--add", file, "--into", folder);
        assertEquals(2, result.code());
        assertTrue(result.err().contains("holds no custom action type"), result.err());
    }

    @Test
    void aBrokenFileInTheFolderKeepsNobodyFromWorking() throws IOException {
        Files.writeString(folder.resolve("broken.json"), "{");
        var complaints = new ArrayList<String>();
        assertEquals(46, OwnTypes.catalog(folder, complaints::add).all().size());
        assertEquals(1, complaints.size());
        assertTrue(complaints.getFirst().contains("broken.json: line 1"), complaints.getFirst());
    }

    @Test
    void theFolderIsWhereTheSystemKeepsSettings() {
        var home = Path.of("/home/ann");
        assertEquals(
                Path.of("/home/ann/.config/stagecraft/actions"), OwnTypes.folder(Map.of(), home));
        assertEquals(
                Path.of("/etc/own"), OwnTypes.folder(Map.of(OwnTypes.FOLDER, "/etc/own"), home));
        assertEquals(
                Path.of("/x/stagecraft/actions"),
                OwnTypes.folder(Map.of("XDG_CONFIG_HOME", "/x"), home));
    }
}
