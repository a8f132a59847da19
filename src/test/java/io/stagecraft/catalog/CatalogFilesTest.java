package io.stagecraft.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.model.ActionType;
import io.stagecraft.model.Category;
import io.stagecraft.model.Owner;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class CatalogFilesTest {
    private static final Path FOLDER = Path.of("src/main/resources/io/stagecraft/catalog");

    private final ActionCatalog catalog = CatalogFiles.load();

    @TestFactory
    Stream<DynamicTest> everyActionFileFitsItself() throws IOException {
        return json("actions").stream()
                .map(file ->
                        DynamicTest.dynamicTest(
                                file.getFileName().toString(),
                                () ->
                                        SpecCheck.of(
                                                file.toString(),
                                                SpecReader.action(
                                                        file.toString(),
                                                        Files.readAllBytes(file)))));
    }

    @TestFactory
    Stream<DynamicTest> everyRuleFileFitsItself() throws IOException {
        return json("rules").stream()
                .map(file ->
                        DynamicTest.dynamicTest(
                                file.getFileName().toString(),
                                () ->
                                        SpecCheck.of(
                                                file.toString(),
                                                SpecReader.rule(
                                                        file.toString(),
                                                        Files.readAllBytes(file)))));
    }

    @Test
    void theIndexListsExactlyTheFilesThereAre() throws IOException {
        for (var folder : List.of("actions", "rules")) {
            var listed =
                    Files.readAllLines(FOLDER.resolve(folder).resolve("index.txt")).stream()
                            .map(line -> line.split(" +")[1])
                            .toList();
            var there = json(folder).stream().map(f -> f.getFileName().toString());
            assertEquals(there.collect(Collectors.toCollection(TreeSet::new)), Set.copyOf(listed));
            assertEquals(listed.size(), Set.copyOf(listed).size(), "each once");
        }
    }

    @Test
    void theIndexNamesTheTypeThatStandsInTheFile() throws IOException {
        for (var line : Files.readAllLines(FOLDER.resolve("actions/index.txt"))) {
            var part = line.split(" +");
            var file = FOLDER.resolve("actions").resolve(part[1]);
            var spec = SpecReader.action(part[1], Files.readAllBytes(file));
            assertEquals(part[0], spec.type().path(), part[1]);
        }
    }

    @Test
    void everyPatternIsSaidInWords() {
        assertEquals(
                List.of(),
                Stream.concat(
                                catalog.all().stream().flatMap(s -> s.fields().stream()),
                                CatalogFiles.rules().all().stream()
                                        .flatMap(s -> s.fields().stream()))
                        .filter(f -> f.pattern().isPresent() && f.shape().isEmpty())
                        .map(FieldSpec::key)
                        .toList());
    }

    @Test
    void thePaletteHasEveryTypeByCategory() {
        assertEquals(46, catalog.all().size());
        var categories = catalog.all().stream().map(s -> s.type().category()).toList();
        assertEquals(categories.stream().sorted().toList(), categories);
    }

    @Test
    void aCodeBuildActionTakesOneToFiveAndMakesUpToFive() {
        var spec = find(Category.BUILD, "CodeBuild");
        assertEquals(new Bounds(1, 5), spec.inputs());
        assertEquals(new Bounds(0, 5), spec.outputs());
        assertEquals(2160, spec.timeout());
        assertEquals(ActionSpec.Mover.BUILD_PROJECT_ROLE, spec.moves());
        assertEquals(
                new FieldSpec.CompanionUse(CompanionKind.BUILD_PROJECT, FieldSpec.Form.NAME),
                spec.field("ProjectName").orElseThrow().companion().orElseThrow());
    }

    @Test
    void cloudFormationWantsAStackRoleForAllButRunningAChangeSet() {
        var role = find(Category.DEPLOY, "CloudFormation").field("RoleArn").orElseThrow();
        assertEquals(
                new When.SettingIs(
                        "ActionMode",
                        List.of(
                                "CREATE_UPDATE",
                                "REPLACE_ON_FAILURE",
                                "DELETE_ONLY",
                                "CHANGE_SET_REPLACE")),
                role.required().orElseThrow());
    }

    @Test
    void anApprovalTakesATimeoutOfItsOwnAndMovesNothing() {
        var spec = find(Category.APPROVAL, "Manual");
        assertTrue(spec.timeoutSettable());
        assertEquals(10_080, spec.timeout());
        assertEquals(ActionSpec.Mover.NOBODY, spec.moves());
    }

    @Test
    void aCustomTypeHasWhatAllOfItsCategoryShare() {
        var type = new ActionType(Category.DEPLOY, Owner.CUSTOM, "OurShip", "3");
        var spec = catalog.find(type).orElseThrow();
        assertEquals(type, spec.type());
        assertEquals(new Bounds(0, 5), spec.inputs());
        assertTrue(spec.open());
        assertTrue(catalog.find(ActionType.aws(Category.DEPLOY, "OurShip")).isEmpty());
    }

    @Test
    void onlyLambdaAndVariableChecksMaySkipAStage() {
        assertEquals(
                List.of("LambdaInvoke", "VariableCheck"),
                CatalogFiles.rules().all().stream()
                        .filter(RuleTypeSpec::canSkip)
                        .map(RuleTypeSpec::provider)
                        .toList());
        assertEquals(6, CatalogFiles.rules().all().size());
    }

    @Test
    void aFileOfOnesOwnAddsAType(@TempDir Path folder) throws IOException {
        own(folder, "OurShip", "");
        var spec = CatalogFiles.load(folder).find(ActionType.aws(Category.DEPLOY, "OurShip"));
        assertEquals("Ship", spec.orElseThrow().title());
        assertEquals(47, CatalogFiles.load(folder).all().size());
    }

    @Test
    void aFileOfOnesOwnTakesThePlaceOfAKnownType(@TempDir Path folder) throws IOException {
        own(folder, "S3", "");
        var own = CatalogFiles.load(folder);
        assertEquals("Ship", own.find(ActionType.aws(Category.DEPLOY, "S3")).orElseThrow().title());
        assertEquals(46, own.all().size());
    }

    @Test
    void anUnknownMemberIsNamedWithItsFile(@TempDir Path folder) throws IOException {
        own(folder, "OurShip", ", \"colour\": \"red\"");
        assertEquals("ship.json: colour: no such member is known here", refusal(folder));
    }

    @Test
    void anUnknownWordIsNamedWithThoseThatAre(@TempDir Path folder) throws IOException {
        own(folder, "OurShip", ", \"status\": \"old\"");
        assertEquals(
                "ship.json: status: \"old\" is none of current, legacy, retired", refusal(folder));
    }

    @Test
    void aStarAmongTheAllowedActionsIsRefused(@TempDir Path folder) throws IOException {
        own(
                folder,
                "OurShip",
                ", \"permissions\": [{\"allow\": \"s3:Get*\", \"on\": \"{Bucket}\", \"why\": \"reads\"}]");
        assertEquals(
                "ship.json: permission \"reads\": s3:Get* is no IAM action that is written out",
                refusal(folder));
    }

    @Test
    void aSettingThatIsNoFieldIsRefused(@TempDir Path folder) throws IOException {
        own(
                folder,
                "OurShip",
                ", \"permissions\": [{\"allow\": \"s3:GetObject\", \"on\": \"{Bucket}\", \"why\": \"reads\"}]");
        assertEquals(
                "ship.json: permission \"reads\": Bucket is none of its fields", refusal(folder));
    }

    @Test
    void whatAnActionMustSayIsNotAskedOfAnotherAction(@TempDir Path folder) throws IOException {
        var cloned = "{\"input-made-with\": \"OutputArtifactFormat\", \"is\": \"CODE_ZIP\"}";
        var fields =
                ", \"fields\": [{\"key\": \"Berth\", \"label\": \"Berth\", \"kind\": \"text\", \"help\": \"Where it lands.\"%s}]";
        own(folder, "OurShip", fields.formatted(", \"required\": " + cloned));
        assertEquals(
                "ship.json: fields Berth: \"input-made-with\" asks what another action is set to; only a permission can ask that",
                refusal(folder));
        own(
                folder,
                "OurShip",
                fields.formatted("")
                        + ", \"checks\": [{\"when\": {\"all\": [{\"present\": \"Berth\"}, %s]}, \"field\": \"Berth\", \"says\": \"does not go with it\"}]"
                                .formatted(cloned));
        assertEquals(
                "ship.json: checks Berth: \"input-made-with\" asks what another action is set to; only a permission can ask that",
                refusal(folder));
    }

    @Test
    void whatIsNoJsonIsNamedWithItsLine(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("ship.json"), "{\n  \"type\" 3 }");
        assertTrue(refusal(folder).startsWith("ship.json: line 2, column "), refusal(folder));
    }

    private static String refusal(Path folder) {
        return assertThrows(UnreadableCatalog.class, () -> CatalogFiles.load(folder)).getMessage();
    }

    private static void own(Path folder, String provider, String more) throws IOException {
        Files.writeString(
                folder.resolve("ship.json"),
                """
                { "type": { "category": "Deploy", "owner": "AWS", "provider": "%s", "version": "1" },
                  "title": "Ship", "summary": "Ships.", "icon": "rocket", "source": "https://example.com",
                  "checked": "2026-11-21", "inputs": { "min": 1, "max": 1 }, "outputs": {},
                  "crossRegion": "no", "crossAccount": "no",
                  "drop": { "name": "Ship" }, "play": { "minSeconds": 1, "maxSeconds": 2 }%s }
                """
                        .formatted(provider, more));
    }

    private ActionSpec find(Category category, String provider) {
        return catalog.find(ActionType.aws(category, provider)).orElseThrow();
    }

    private static List<Path> json(String folder) throws IOException {
        try (var files = Files.list(FOLDER.resolve(folder))) {
            return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
        }
    }
}
