package io.stagecraft.iam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.catalog.Principal;
import io.stagecraft.iam.ActionContext.Key;
import io.stagecraft.iam.ActionContext.Place;
import io.stagecraft.iam.ActionContext.Store;
import io.stagecraft.importer.PipelineJsonImporter;
import io.stagecraft.model.Action;
import io.stagecraft.model.EnvironmentVariable;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// For the sample of every action type: the roles allow each call the action makes, and take one statement away and a call
/// is refused; nothing beside those calls goes through.
class EveryActionTest {
    private static final Path SAMPLES = Path.of("src/test/resources/io/stagecraft/catalog/samples");
    private static final String ACCOUNT = "111122223333";

    /// Calls that no action makes, each next door to one that some make.
    private static final List<Call> BESIDE =
            List.of(
                    new Call("s3:DeleteBucket", "arn:aws:s3:::artifacts"),
                    new Call("s3:GetObject", "arn:aws:s3:::artifacts/another-pipeline/In/x"),
                    new Call("s3:PutObject", "arn:aws:s3:::elsewhere/sample/Out/x"),
                    new Call("s3:DeleteObject", "arn:aws:s3:::artifacts/sample/In/x"),
                    new Call(
                            "kms:Decrypt",
                            "arn:aws:kms:eu-west-1:111122223333:key/other",
                            Map.of("kms:ViaService", List.of("s3.eu-west-1.amazonaws.com"))),
                    new Call("kms:Decrypt", "arn:aws:kms:eu-west-1:111122223333:key/artifacts"),
                    new Call("iam:PassRole", "arn:aws:iam::111122223333:role/administrator"),
                    new Call("iam:CreateRole", "arn:aws:iam::111122223333:role/new"),
                    new Call("sts:AssumeRole", "arn:aws:iam::111122223333:role/administrator"),
                    new Call(
                            "codebuild:StartBuild",
                            "arn:aws:codebuild:eu-west-1:111122223333:project/somebody-elses"),
                    new Call(
                            "codepipeline:StartPipelineExecution",
                            "arn:aws:codepipeline:eu-west-1:111122223333:somebody-elses"),
                    new Call(
                            "cloudformation:DeleteStack",
                            "arn:aws:cloudformation:eu-west-1:111122223333:stack/elses/x"),
                    new Call(
                            "lambda:InvokeFunction",
                            "arn:aws:lambda:eu-west-1:111122223333:function:somebody-elses"),
                    new Call(
                            "logs:PutLogEvents",
                            "arn:aws:logs:eu-west-1:111122223333:log-group:other:log-stream:x"));

    private final PolicyEvaluator evaluator = new PolicyEvaluator();

    @TestFactory
    Stream<DynamicTest> theRoleFitsTheAction() throws IOException {
        try (var files = Files.list(SAMPLES)) {
            return files.sorted().toList().stream()
                    .flatMap(file ->
                            Stream.of(Principal.ACTION_ROLE, Principal.BUILD_PROJECT_ROLE)
                                    .map(who ->
                                            DynamicTest.dynamicTest(
                                                    file.getFileName() + " " + who,
                                                    () -> fits(action(file), who))));
        }
    }

    private void fits(Action action, Principal who) {
        var needs = needs(action, who);
        var statements = merged(needs);
        var calls = needs.stream().flatMap(n -> n.calls().stream()).toList();
        for (var call : calls) {
            assertTrue(decide(call, statements), () -> "not allowed: " + call);
        }
        for (var statement : statements) {
            var rest = new ArrayList<>(statements);
            rest.remove(statement);
            assertTrue(
                    calls.stream().anyMatch(call -> !decide(call, rest)),
                    () -> "nobody misses " + statement.sid());
        }
        for (var statement : statements) {
            for (var on : statement.resources()) {
                for (var name : statement.actions()) {
                    assertTrue(
                            needs.stream()
                                    .anyMatch(n ->
                                            n.actions().contains(name)
                                                    && n.resources().contains(on)),
                            () -> "nobody asked for " + name + " on " + on.shown());
                }
            }
            assertFalse(
                    statement.actions().stream().anyMatch(a -> a.contains("*")),
                    "actions are written out");
        }
        BESIDE.forEach(call -> assertFalse(decide(call, statements), () -> "allowed: " + call));
    }

    private boolean decide(Call call, List<Statement> statements) {
        return !statements.isEmpty()
                && evaluator.decide(call, List.of(document(statements))).allowed();
    }

    private static List<Statement> merged(List<Need> needs) {
        var all = new Statements();
        needs.forEach(n -> all.add(new Statement.Reason(Optional.empty(), n.why()), n));
        return all.merged();
    }

    private static PolicyDocument document(List<Statement> statements) {
        return PolicyDocument.of(
                Map.of("Statement", statements.stream().map(EveryActionTest::tree).toList()));
    }

    private static Map<String, Object> tree(Statement statement) {
        var block = new LinkedHashMap<String, Map<String, Object>>();
        statement
                .conditions()
                .forEach(c ->
                        block.computeIfAbsent(c.operator(), _ -> new LinkedHashMap<>())
                                .put(c.key(), c.values().stream().map(Text::shown).toList()));
        return Map.of(
                "Effect",
                "Allow",
                "Action",
                statement.actions(),
                "Resource",
                statement.resources().stream().map(Text::shown).toList(),
                "Condition",
                block);
    }

    private static List<Need> needs(Action action, Principal who) {
        var spec = CatalogFiles.load().find(action.type()).orElseThrow();
        var settings = new LinkedHashMap<String, Text>();
        action.settings().forEach((k, v) -> settings.put(k, Text.of(v)));
        var here = Place.of("aws", "eu-west-1", ACCOUNT);
        var secrets =
                List.of(
                        new EnvironmentVariable(
                                "T", "token", EnvironmentVariable.Kind.SECRETS_MANAGER),
                        new EnvironmentVariable(
                                "U", "/u", EnvironmentVariable.Kind.PARAMETER_STORE));
        var context =
                new ActionContext(
                        "sample",
                        "Only",
                        action.name(),
                        here,
                        here,
                        settings,
                        action.inputs(),
                        action.outputNames(),
                        Optional.of(store()),
                        Optional.empty(),
                        Optional.of(new ActionContext.Project(Set.of("vpc", "reports"), secrets)),
                        List.of(),
                        List.of(),
                        Optional.empty());
        var found = new Needs().of(spec, context);
        assertEquals(List.of(), found.gaps());
        return found.needs().stream().filter(n -> n.who() == who).toList();
    }

    private static Store store() {
        return new Store(
                Text.of("arn:aws:s3:::artifacts"),
                Text.of(ACCOUNT),
                Optional.of(
                        Key.of(Text.of("arn:aws:kms:eu-west-1:111122223333:key/artifacts"))
                                .throughS3(Text.of("eu-west-1"), "eu-west-1")));
    }

    private static Action action(Path file) throws IOException {
        var pipeline =
                "{ \"name\": \"sample\", \"stages\": [ { \"name\": \"Only\", \"actions\": [ %s ] } ] }"
                        .formatted(Files.readString(file));
        return new PipelineJsonImporter(CatalogFiles.load())
                .read(pipeline)
                .design()
                .actions()
                .findFirst()
                .orElseThrow();
    }
}
