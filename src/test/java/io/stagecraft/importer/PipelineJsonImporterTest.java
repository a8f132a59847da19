package io.stagecraft.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.blueprint.Planner;
import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.export.CloudFormationExporter;
import io.stagecraft.export.PipelineJsonExporter;
import io.stagecraft.export.Syntax;
import io.stagecraft.json.Json;
import io.stagecraft.model.Action;
import io.stagecraft.model.Design;
import io.stagecraft.model.EncryptionKey;
import io.stagecraft.model.Environment;
import io.stagecraft.model.Origin;
import io.stagecraft.model.Patterns;
import io.stagecraft.model.PipelineType;
import io.stagecraft.model.Result;
import io.stagecraft.model.RetryMode;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;
import io.stagecraft.validate.Validator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

class PipelineJsonImporterTest {
    private static final Path FOLDER = Path.of("src/test/resources/io/stagecraft/importer");

    private final PipelineJsonImporter importer = new PipelineJsonImporter(CatalogFiles.load());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "classic-ecs",
                "everything-v2",
                "cross-region",
                "github-oauth",
                "strange-members",
                "conditions",
                "pull-requests",
                "commands",
                "ecr-bluegreen",
                "cross-account",
                "stack-sets",
                "many-providers"
            })
    void exportedAgainEqualsImported(String name) throws Exception {
        var text = text(name);
        var design = importer.read(text).design();
        var bundle =
                new PipelineJsonExporter().write(new Planner(CatalogFiles.load()).plan(design));
        // a secret leaves as a parameter, never as the stars that AWS hides it behind
        var exported =
                bundle.files()
                        .getFirst()
                        .content()
                        .replaceAll("\"OAuthToken\": \"[^\"]*\"", "\"OAuthToken\": \"****\"");
        assertEquals(plain(Json.parse(text)), plain(Json.parse(exported)));
    }

    @Test
    void theClassicPipelineLivesWhereItsArnSays() throws Exception {
        var design = read("classic-ecs");
        assertEquals("111122223333", design.home().account());
        assertEquals("eu-west-1", design.home().region());
        assertEquals(
                List.of("Source", "Build", "Deploy"),
                design.stages().stream().map(s -> s.name()).toList());
        assertEquals(PipelineType.V1, design.type());
        assertEquals(
                new Origin.Existing(
                        "arn:aws:iam::111122223333:role/service-role/AWSCodePipelineServiceRole-eu-west-1-shop"),
                design.role());
        var store = design.stores().getFirst();
        assertEquals(new Origin.Existing("codepipeline-eu-west-1-123456789012"), store.bucket());
        assertEquals(new EncryptionKey.AwsManaged(), store.key());
        assertEquals(1, design.environments().size());
        assertEquals("\"eu-west-1\"", action(design, "Build").extras().members().get("region"));
        assertEquals("7", design.extras().members().get("version"));
        assertTrue(design.companions().isEmpty());
    }

    @Test
    void aV2PipelineKeepsAllOfItsFeatures() throws Exception {
        var design = read("everything-v2");
        assertEquals("beta", design.variables().getFirst().defaultValue().orElseThrow());
        var trigger = design.triggers().getFirst();
        assertEquals(
                new Patterns(List.of("v*"), List.of("v0.*")), trigger.push().getFirst().tags());
        assertEquals(
                RetryMode.ALL_ACTIONS,
                design.stages().getFirst().onFailure().orElseThrow().retryMode().orElseThrow());
        var verify = design.stages().get(1);
        assertEquals(Result.SKIP, verify.beforeEntry().orElseThrow().result().orElseThrow());
        assertEquals(
                30,
                verify.onSuccess().orElseThrow().rules().getFirst().timeoutMinutes().orElseThrow());
        assertEquals(
                "[{\"name\":\"Freeze\",\"type\":\"Schedule\"}]",
                verify.extras().members().get("blockers"));
        var lint = action(design, "Lint");
        assertEquals(List.of("npm ci", "npm run lint"), lint.commands());
        assertEquals(List.of("report/**", "lint.json"), lint.outputs().getFirst().files());
        assertEquals(List.of("LINT_WARNINGS"), lint.outputVariables());
        assertEquals(1440, action(design, "Ask").timeoutMinutes().orElseThrow());
        assertEquals(Map.of("team", "orders", "cost-centre", "4711"), design.tags());
    }

    @Test
    void otherRegionsAndAccountsBecomeEnvironmentsOnceEach() throws Exception {
        var design = read("cross-region");
        assertEquals(
                List.of("Tooling", "Tooling us-east-1", "Production", "Production us-east-1"),
                design.environments().stream().map(Environment::name).toList());
        var production = design.environments().get(2);
        assertEquals("444455556666", production.account());
        assertEquals("eu-west-1", production.region());
        assertEquals(production, design.environmentOf(action(design, "Check")));
        assertEquals(
                new Origin.Existing("arn:aws:iam::444455556666:role/deploy"),
                action(design, "Check").role().orElseThrow());
        assertEquals(
                List.of("eu-west-1", "us-east-1"),
                design.stores().stream().map(s -> s.region()).toList());
    }

    /// Whoever edits a pipeline by hand takes `metadata` out first, and the ARN with it.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "the source's          | 'region':'eu-central-1', |                         | artifactStore  | eu-central-1",
                "the only one there is |                          | 'region':'eu-central-1',| artifactStore  | eu-central-1",
                "the one left over     |                          | 'region':'us-east-1',   | artifactStores | eu-west-3",
                "nobody's              |                          |                         | artifactStore  | ~~"
            })
    void withoutItsArnAPipelineLivesWhereItsSourcesAndStoresDo(
            String why, String source, String build, String stores, String home) {
        var one = "{'type':'S3','location':'parcels'}";
        var text =
                """
                {'name':'parcels','roleArn':'arn:aws:iam::111122223333:role/parcels','%s':%s,'stages':[
                 {'name':'Source','actions':[{'name':'Fetch',%s'actionTypeId':{'category':'Source','owner':'AWS',
                  'provider':'S3','version':'1'},'outputArtifacts':[{'name':'A'}]}]},
                 {'name':'Build','actions':[{'name':'Pack',%s'actionTypeId':{'category':'Build','owner':'AWS',
                  'provider':'CodeBuild','version':'1'},'inputArtifacts':[{'name':'A'}]}]}]}\
                """
                        .formatted(
                                stores,
                                stores.equals("artifactStore")
                                        ? one
                                        : "{'us-east-1':" + one + ",'eu-west-3':" + one + "}",
                                source == null ? "" : source,
                                build == null ? "" : build)
                        .replace('\'', '"');
        var design = importer.read(text).design();
        assertEquals(home, design.home().region(), why);
        var elsewhere = stores.equals("artifactStores") ? 2 : 1;
        assertEquals(elsewhere, design.environments().size(), why);
    }

    @Test
    void whatSomebodyFillsInLaterLeavesAsItCame() throws Exception {
        var text =
                text("classic-ecs")
                        .replaceFirst("arn:aws:iam::[^\"]*", "\\${ROLE_ARN}")
                        .replace("codepipeline-eu-west-1-123456789012", "${BUCKET}")
                        .replace("\"SourceArtifact\"", "\"${APP}Source\"");
        var design = importer.read(text).design();
        var blueprint = new Planner(CatalogFiles.load()).plan(design);
        assertEquals(
                plain(Json.parse(text)),
                plain(
                        Json.parse(
                                new PipelineJsonExporter()
                                        .write(blueprint)
                                        .files()
                                        .getFirst()
                                        .content())));
        var errors =
                new Validator(CatalogFiles.load())
                        .check(design).stream()
                                .filter(p -> p.rule().severity() == Severity.ERROR)
                                .map(Problem::message)
                                .toList();
        assertEquals(List.of(), errors);
    }

    @Test
    void whatAwsCountsOrImpliesItselfIsNoLossToATemplate() throws Exception {
        var blueprint = new Planner(CatalogFiles.load()).plan(read("classic-ecs"));
        var notes = new CloudFormationExporter(Syntax.YAML).write(blueprint).notes();
        assertEquals(List.of(), notes.stream().filter(n -> n.contains("no word for")).toList());
    }

    @Test
    void aHiddenTokenIsSaidToBe() throws Exception {
        assertEquals(
                List.of("GitHub: AWS hides OAuthToken; put the real one in before you deploy."),
                importer.read(text("github-oauth")).notes());
    }

    @Test
    void whatHasNoPlaceIsKeptAndSaid() throws Exception {
        var report =
                importer.read(
                        text("github-oauth")
                                .replace(
                                        "\"name\": \"Small\"",
                                        "\"name\": \"Small\", \"zip\": true"));
        assertTrue(
                report.notes()
                        .contains(
                                "stages[1].actions[0].outputArtifacts[0].zip is unknown here: it is kept as it is, and goes out again with the pipeline's JSON."),
                report.notes().toString());
        assertEquals(
                "true",
                action(report.design(), "Minify").extras().members().get("outputArtifacts/0/zip"));
    }

    @Test
    void aTextThatIsNoJsonIsRefusedWithItsLine() {
        assertTrue(
                refusal("{\n  \"pipeline\": oops }").startsWith("Line 2, column "),
                refusal("{\n  \"pipeline\": oops }"));
    }

    @Test
    void jsonThatIsNoPipelineIsRefused() {
        assertEquals(
                "There is no pipeline in it: give the answer of `aws codepipeline get-pipeline`, with \"stages\" in it.",
                refusal("{ \"stackName\": \"orders\" }"));
        assertTrue(refusal("[1]").startsWith("It is JSON, but no object"));
    }

    @Test
    void aCategoryThatAwsDoesNotHaveIsRefusedWithItsPlace() throws Exception {
        var text = text("classic-ecs").replace("\"category\": \"Build\"", "\"category\": \"Bake\"");
        assertEquals(
                "pipeline.stages[1].actions[0].actionTypeId.category is Bake, and AWS knows Source, Build, Test, Approval,"
                        + " Deploy, Invoke, Compute only: correct it and import again.",
                refusal(text));
    }

    @Test
    void aRunOrderThatIsNoNumberIsRefusedWithItsPlace() throws Exception {
        var text = text("classic-ecs").replaceFirst("\"runOrder\": 1", "\"runOrder\": \"first\"");
        assertEquals(
                "pipeline.stages[0].actions[0].runOrder has to be a whole number: correct it and import again.",
                refusal(text));
    }

    private String refusal(String text) {
        return assertThrows(UnreadableImport.class, () -> importer.read(text)).getMessage();
    }

    private Design read(String name) throws Exception {
        return importer.read(text(name)).design();
    }

    private static Action action(Design design, String name) {
        return design.actions().filter(a -> a.name().equals(name)).findFirst().orElseThrow();
    }

    private static String text(String name) throws Exception {
        return Files.readString(FOLDER.resolve(name + ".json"));
    }

    /// The pipeline with members in one order, and without what says nothing: empty lists and what AWS takes anyway.
    private static Object plain(Json json) {
        var members = new LinkedHashMap<>(((Json.Obj) json).members());
        members.remove("metadata");
        var tags = members.remove("tags");
        var body =
                members.containsKey("pipeline") ? members.get("pipeline") : new Json.Obj(members);
        var pipeline = new TreeMap<String, Object>(object(body));
        pipeline.putIfAbsent("pipelineType", "V1");
        pipeline.putIfAbsent("executionMode", "SUPERSEDED");
        return Map.of("pipeline", pipeline, "tags", tags == null ? List.of() : value(tags));
    }

    private static Object value(Json json) {
        return switch (json) {
            case Json.Obj _ -> object(json);
            case Json.Arr(var items) ->
                    items.stream().map(PipelineJsonImporterTest::value).toList();
            case Json.Str(var text) -> text;
            case Json.Num(var text) -> "number " + text;
            case Json.Bool(var is) -> is;
            case Json.Null() -> "nothing";
        };
    }

    private static Map<String, Object> object(Json json) {
        var object = new TreeMap<String, Object>();
        ((Json.Obj) json)
                .members()
                .forEach((name, member) -> {
                    var value = value(member);
                    if (!value.equals(List.of()) && !value.equals(Map.of())) {
                        object.put(name, value);
                    }
                });
        return object;
    }

    @Test
    void everyWordThatAwsDoesNotKnowIsToldAtOnce() {
        assertEquals(
                List.of(
                        "pipelineType is V3, and AWS knows V1, V2 only: correct it and import again.",
                        "stages[0].name is missing: AWS needs it; add it and import again.",
                        "stages[0].actions[0].actionTypeId.category is Biuld, and AWS knows "
                                + "Source, Build, Test, Approval, Deploy, Invoke, Compute only: correct it and import"
                                + " again.",
                        "stages[0].actions[0].runOrder has to be a whole number: correct it and import"
                                + " again."),
                refusal(
                                """
                                {"name": "x", "pipelineType": "V3", "stages": [{"actions": [{"name": "a",
                                  "actionTypeId": {"category": "Biuld", "owner": "AWS", "provider": "CodeBuild"},
                                  "runOrder": "first"}]}]}
                                """)
                        .lines()
                        .toList());
    }

    /// What is wrong in its shape hides nothing: not what is missing, not what AWS has no word for, wherever it stands.
    @Test
    void everyWrongShapeWordAndGapIsToldInOneGo() {
        assertEquals(
                List.of(
                        "artifactStore has to be an object, { … }",
                        "stages[1] has to be an object, { … }",
                        "stages[0].actions[0].actionTypeId.owner is Amazon",
                        "stages[0].actions[0].configuration.Nested has to be a text",
                        "stages[0].actions[0].outputArtifacts[0] has to be an object, { … }",
                        "stages[2].name is missing",
                        "stages[2].actions has to be a list, [ … ]",
                        "stages[3].actions[0].region has to be a text, in double quotes",
                        "stages[3].actions[0].actionTypeId is missing",
                        "stages[3].actions[0].inputArtifacts[0].name is missing",
                        "stages[3].beforeEntry.conditions[0].rules[0].ruleTypeId is missing",
                        "stages[3].onFailure.result is EXPLODE",
                        "variables[0].name is missing",
                        "triggers[0].providerType is X",
                        "triggers[0].gitConfiguration.pullRequest[0].events[1] is MERGED"),
                refusal(
                                """
                                {"name": "x", "artifactStore": "bucket", "stages": [
                                  {"name": "A", "actions": [{"name": "a",
                                    "actionTypeId": {"category": "Source", "owner": "Amazon", "provider": "S3"},
                                    "configuration": {"Nested": {"a": 1}}, "outputArtifacts": ["A"]}]},
                                  "B",
                                  {"nam": "C", "actions": {}},
                                  {"name": "D", "actions": [{"name": "d", "region": 5, "inputArtifacts": [{"nme": "A"}]}],
                                   "beforeEntry": {"conditions": [{"result": "FAIL", "rules": [{"name": "r"}]}]},
                                   "onFailure": {"result": "EXPLODE"}}],
                                 "variables": [{"defaultValue": "v"}],
                                 "triggers": [{"providerType": "X", "gitConfiguration": {"sourceActionName": "a",
                                   "pullRequest": [{"events": ["OPEN", "MERGED"]}]}}]}
                                """)
                        .lines()
                        .map(line ->
                                line.replaceAll("(, and AWS knows|: AWS needs|: correct).*", ""))
                        .toList());
    }

    @Test
    void ofManyFaultsTheFirstFiftyAreToldAndTheRestCounted() {
        var stages = String.join(",", Collections.nCopies(62, "{}"));
        var lines = refusal("{\"name\": \"x\", \"stages\": [" + stages + "]}").lines().toList();
        assertEquals(51, lines.size());
        assertEquals("and 12 more: correct these first.", lines.getLast());
    }
}
