package io.stagecraft.blueprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.blueprint.ExistingRoles.Subject;
import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.iam.Comparison;
import io.stagecraft.iam.Comparison.Given;
import io.stagecraft.iam.PolicyDocument;
import io.stagecraft.iam.Statement;
import io.stagecraft.iam.Text;
import io.stagecraft.importer.PipelineJsonImporter;
import io.stagecraft.model.Design;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Pipelines as they are met in accounts: their roles are there already.
class ExistingRolesTest {
    private static final Path FOLDER = Path.of("src/test/resources/io/stagecraft/importer");
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final String DEPLOYER = "arn:aws:iam::444455556666:role/shop-pipeline-actions";

    private final ExistingRoles roles = new ExistingRoles(new Planner(CatalogFiles.load()));

    @TestFactory
    Stream<DynamicTest> whatIsNeededIsEnoughNothingIsNotAndAllIsTooMuch() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.filter(f -> f.toString().endsWith(".json")).sorted().toList().stream()
                    .flatMap(file ->
                            roles.of(design(file)).stream()
                                    .map(role ->
                                            DynamicTest.dynamicTest(
                                                    file.getFileName() + " " + role.name(),
                                                    () -> holds(role))));
        }
    }

    private void holds(Subject role) {
        var enough = compared(role, exact(role));
        assertEquals(List.of(), enough.missing());
        assertEquals(List.of(), enough.wide());
        var nothing = compared(role, statement(List.of("polly:SynthesizeSpeech"), List.of("*")));
        assertEquals(
                role.statements().stream()
                        .mapToInt(s -> s.actions().size() * s.resources().size())
                        .sum(),
                nothing.missing().stream().mapToInt(m -> m.actions().size()).sum());
        var all = compared(role, statement(List.of("*"), List.of("*")));
        assertTrue(all.isEnough());
        assertFalse(all.wide().isEmpty());
    }

    @Test
    void aRoleThatSeveralActionsShareNeedsWhatAllOfThemNeed() {
        var shared =
                roles.of(design(FOLDER.resolve("cross-account.json"))).stream()
                        .filter(r -> r.name().equals(DEPLOYER))
                        .toList();
        assertEquals(1, shared.size());
        assertTrue(shared.getFirst().exists());
        assertEquals(
                List.of("Production/ChangesEu", "Production/ExecuteEu"),
                shared.getFirst().runs().subList(0, 2));
        assertTrue(needs(shared.getFirst(), "cloudformation:CreateChangeSet"));
        assertTrue(needs(shared.getFirst(), "cloudformation:ExecuteChangeSet"));
    }

    @Test
    void thePipelinesRoleHasToAssumeTheRolesThatAreThere() {
        var pipelines = roles.of(design(FOLDER.resolve("cross-account.json"))).getFirst();
        assertTrue(pipelines.isPipelines());
        assertEquals(
                "arn:aws:iam::111122223333:role/service-role/AWSCodePipelineServiceRole-eu-west-1-accounts",
                pipelines.name());
        assertEquals(
                List.of("arn:aws:iam::222233334444:role/shop-pipeline-actions", DEPLOYER),
                pipelines.statements().stream()
                        .filter(s -> s.actions().contains("sts:AssumeRole"))
                        .flatMap(s -> s.resources().stream().map(Text::shown))
                        .toList());
    }

    private static boolean needs(Subject role, String call) {
        return role.statements().stream().anyMatch(s -> s.actions().contains(call));
    }

    private Comparison compared(Subject role, Map<?, ?>... statements) {
        return roles.compare(
                role,
                List.of(
                        new Given(
                                "policy",
                                PolicyDocument.of(Map.of("Statement", List.of(statements))))),
                Optional.empty(),
                ExistingRoles.setting(role, "", NOW));
    }

    private static Map<?, ?>[] exact(Subject role) {
        var setting = ExistingRoles.setting(role, "", NOW);
        var placed =
                new Placed(
                        Map.of(
                                Text.Here.PARTITION, setting.partition(),
                                Text.Here.REGION, setting.region(),
                                Text.Here.ACCOUNT, setting.account()));
        return role.statements().stream()
                .map(placed::of)
                .map(ExistingRolesTest::written)
                .toArray(Map[]::new);
    }

    private static Map<String, Object> written(Statement statement) {
        var written =
                statement(
                        statement.actions(),
                        statement.resources().stream().map(Text::shown).toList());
        var conditions = new LinkedHashMap<String, Object>();
        for (var clause : statement.conditions()) {
            conditions.put(
                    clause.operator(),
                    Map.of(clause.key(), clause.values().stream().map(Text::shown).toList()));
        }
        if (!conditions.isEmpty()) {
            written.put("Condition", conditions);
        }
        return written;
    }

    private static Map<String, Object> statement(List<String> actions, List<String> resources) {
        var statement = new LinkedHashMap<String, Object>();
        statement.put("Effect", "Allow");
        statement.put("Action", actions);
        statement.put("Resource", resources);
        return statement;
    }

    private static Design design(Path file) {
        try {
            return new PipelineJsonImporter(CatalogFiles.load())
                    .read(Files.readString(file))
                    .design();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
