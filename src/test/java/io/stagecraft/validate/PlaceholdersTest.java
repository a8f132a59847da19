package io.stagecraft.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.catalog.RuleTypeSpec;
import io.stagecraft.drawn.Drawings;
import io.stagecraft.model.Action;
import io.stagecraft.model.ArtifactStore;
import io.stagecraft.model.Companion;
import io.stagecraft.model.Condition;
import io.stagecraft.model.ConditionRule;
import io.stagecraft.model.Design;
import io.stagecraft.model.EncryptionKey;
import io.stagecraft.model.Environment;
import io.stagecraft.model.EnvironmentVariable;
import io.stagecraft.model.Extras;
import io.stagecraft.model.Origin;
import io.stagecraft.model.OutputArtifact;
import io.stagecraft.model.Patterns;
import io.stagecraft.model.Result;
import io.stagecraft.model.Stage;
import io.stagecraft.model.Transition;
import io.stagecraft.model.Trigger;
import io.stagecraft.model.Variable;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What a template has yet to fill in is never wrong for not being literal.
class PlaceholdersTest {
    private static final ActionCatalog CATALOG = CatalogFiles.load();
    private static final Validator VALIDATOR = new Validator(CATALOG);

    /// What CloudFormation and Terraform resolve before CodePipeline sees it.
    private static final List<String> TEMPLATES =
            List.of(
                    "${AWS::StackName}-x",
                    "${var.name}",
                    "${aws_s3_bucket.site.arn}",
                    "%{ if var.live }a%{ else }b%{ endif }",
                    "var.name",
                    "local.settings[\"name\"]",
                    "!Ref Name",
                    "!Sub '${Name}-x'",
                    "!GetAtt Role.Arn",
                    "!ImportValue shared-topic",
                    "{\"Ref\":\"Name\"}",
                    "{\"Fn::Sub\":\"${Name}-x\"}",
                    "Fn::GetAtt: [Role, Arn]",
                    "{{resolve:ssm:/orders/name}}",
                    "{{resolve:secretsmanager:orders:SecretString:token}}");

    /// What CodePipeline resolves itself, in settings alone.
    private static final List<String> VARIABLES =
            List.of("#{codepipeline.PipelineExecutionId}", "x-#{Code.VersionId}");

    private static List<String> errors(Design design) {
        return VALIDATOR.check(design).stream()
                .filter(p -> p.rule().severity() == Severity.ERROR)
                .map(p -> p.rule().id() + " " + p.message())
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> everySettingOfEveryActionTypeTakesThem() {
        return CATALOG.all().stream()
                .filter(s -> !s.isShared())
                .map(s -> DynamicTest.dynamicTest(s.type().path(), () -> settings(s)));
    }

    private static void settings(ActionSpec spec) {
        var known = Stream.concat(TEMPLATES.stream(), VARIABLES.stream()).toList();
        for (var text : known) {
            var all = new LinkedHashMap<String, String>();
            spec.fields().forEach(f -> all.put(f.key(), text));
            all.put("NobodyKnowsThis", text);
            assertEquals(List.of(), errors(with(spec, all)), text);
            for (var field : spec.fields()) {
                var one = new LinkedHashMap<>(all);
                one.keySet().retainAll(List.of(field.key()));
                var about =
                        VALIDATOR.check(with(spec, one)).stream()
                                .filter(p -> p.rule().severity() == Severity.ERROR)
                                .filter(p -> names(p.about(), field.key()))
                                .map(p -> p.rule().id() + " " + p.message())
                                .toList();
                assertEquals(List.of(), about, field.key() + " = " + text);
            }
        }
    }

    private static boolean names(About about, String key) {
        return about instanceof About.Field(_, var field) && field.equals(key);
    }

    /// The action among others that are right, with as many artifacts as its type asks for.
    private static Design with(ActionSpec spec, LinkedHashMap<String, String> settings) {
        var box =
                new Drawings.Box(
                        Action.of(Drawings.approval("x").action().id(), "Work", spec.type())
                                .withSettings(settings)
                                .withCommands(
                                        spec.members().contains(ActionSpec.Member.COMMANDS)
                                                ? List.of("make")
                                                : List.of()));
        var source = Drawings.source("Source", "Src").ns("Code");
        if (spec.type().isSource()) {
            return Drawings.design(
                    Drawings.stage("Source", source, box.out("Out").row(2)),
                    Drawings.stage("Ask", Drawings.approval("Ask")));
        }
        var in = spec.inputs().min() > 0 ? box.in("Src") : box;
        return Drawings.design(
                Drawings.stage("Source", source),
                Drawings.stage("Work", spec.outputs().min() > 0 ? in.out("Out") : in));
    }

    @TestFactory
    Stream<DynamicTest> everySettingOfEveryRuleTypeTakesThem() {
        return CatalogFiles.rules().all().stream()
                .map(s -> DynamicTest.dynamicTest(s.provider(), () -> ruleSettings(s)));
    }

    private static void ruleSettings(RuleTypeSpec spec) {
        for (var text : Stream.concat(TEMPLATES.stream(), VARIABLES.stream()).toList()) {
            var settings = new LinkedHashMap<String, String>();
            spec.fields().forEach(f -> settings.put(f.key(), text));
            var rule =
                    new ConditionRule(
                            "check",
                            spec.provider(),
                            spec.version(),
                            settings,
                            spec.commands() ? List.of("make") : List.of(),
                            List.of(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Extras.NONE);
            assertEquals(List.of(), errors(gated(coded(), rule)), text);
        }
    }

    private static Design coded() {
        var design = Drawings.simple();
        return design.withAction(
                design.stages().getFirst().actions().getFirst().id(),
                a -> a.withNamespace(Optional.of("Code")));
    }

    private static Design gated(Design design, ConditionRule rule) {
        var condition = new Condition(Optional.of(Result.FAIL), List.of(rule), Extras.NONE);
        return deployed(
                design,
                s -> s.withConditions(Optional.of(condition), Optional.empty(), Optional.empty()));
    }

    private static Design deployed(Design design, UnaryOperator<Stage> change) {
        return design.withStage(design.stages().getLast().id(), change);
    }

    private static Design acting(UnaryOperator<Action> change) {
        var design = Drawings.simple();
        return design.withAction(design.stages().getLast().actions().getFirst().id(), change);
    }

    /// Every other text of a design, by what it is.
    private static Map<String, Design> elsewhere(String text) {
        var simple = Drawings.simple();
        var home = simple.home();
        var designs = new LinkedHashMap<String, Design>();
        designs.put("pipeline", simple.withName(text));
        designs.put("stage", deployed(simple, s -> s.withName(text)));
        designs.put("action", acting(a -> a.withName(text)));
        designs.put("namespace", acting(a -> a.withNamespace(Optional.of(text))));
        designs.put("role", acting(a -> a.withRole(Optional.of(new Origin.Existing(text)))));
        designs.put("pipeline role", simple.withRole(new Origin.Existing(text)));
        designs.put("reason", deployed(simple, s -> s.withInbound(new Transition.Closed(text))));
        designs.put(
                "artifact",
                Drawings.design(
                        Drawings.stage("Source", Drawings.source("Source", text)),
                        Drawings.stage("Test", Drawings.test("Test", text))));
        designs.put("variable", simple.withVariables(List.of(variable(text, "x"))));
        designs.put("default", simple.withVariables(List.of(variable("x", text))));
        designs.put("account", simple.withEnvironments(List.of(at(home, text, "eu-west-1"))));
        designs.put("region", simple.withEnvironments(List.of(at(home, "111122223333", text))));
        var tags = new LinkedHashMap<String, String>();
        tags.put("x", text);
        designs.put("tag", simple.withTags(tags));
        designs.put("store", simple.withStores(List.of(store(text))));
        designs.put("trigger", triggered(text));
        designs.put("commands", shell(text));
        designs.put("output files", files(text));
        designs.put("topic", simple.withCompanions(List.of(topic(text))));
        designs.put("project", simple.withCompanions(List.of(project(text))));
        return designs;
    }

    private static Variable variable(String name, String value) {
        return new Variable(name, Optional.of(value), "");
    }

    private static Environment at(Environment home, String account, String region) {
        return new Environment(home.id(), home.name(), account, region, home.colour());
    }

    private static ArtifactStore store(String text) {
        return new ArtifactStore(
                "", new Origin.Existing(text), new EncryptionKey.Existing(text), Extras.NONE);
    }

    private static Design triggered(String text) {
        var patterns = new Patterns(List.of(text), List.of());
        var push = new Trigger.Push(Patterns.NONE, patterns, patterns);
        return Drawings.design(
                        Drawings.stage("Source", Drawings.git("Git", "Src")),
                        Drawings.stage("Test", Drawings.test("Test", "Src")))
                .withTriggers(List.of(new Trigger("Git", List.of(push), List.of(), Extras.NONE)));
    }

    private static Design shell(String text) {
        var variable = new EnvironmentVariable("X", text, EnvironmentVariable.Kind.PLAINTEXT);
        return Drawings.design(
                Drawings.stage("Source", Drawings.source("Source", "Src")),
                Drawings.stage(
                        "Work",
                        FlowCases.shell(text)
                                .in("Src")
                                .with(a -> a.withEnvironmentVariables(List.of(variable)))));
    }

    private static Design files(String text) {
        return Drawings.design(
                Drawings.stage("Source", Drawings.source("Source", "Src")),
                Drawings.stage(
                        "Work",
                        FlowCases.shell("make")
                                .in("Src")
                                .with(a ->
                                        a.withOutputs(
                                                List.of(
                                                        new OutputArtifact(
                                                                "Out", List.of(text)))))));
    }

    private static Companion topic(String text) {
        return new Companion.Topic(
                "asks",
                new Origin.Existing(text),
                Optional.empty(),
                List.of(new Companion.Subscription("email", text)));
    }

    private static Companion project(String text) {
        return new Companion.BuildProject(
                "orders",
                Origin.CREATE,
                Optional.empty(),
                "LINUX_CONTAINER",
                text,
                text,
                false,
                60,
                text,
                List.of(new EnvironmentVariable("X", text, EnvironmentVariable.Kind.PLAINTEXT)),
                false,
                30);
    }

    @TestFactory
    Stream<DynamicTest> everyOtherTextTakesWhatATemplateFillsIn() {
        return TEMPLATES.stream()
                .flatMap(text ->
                        elsewhere(text).entrySet().stream()
                                .map(e ->
                                        DynamicTest.dynamicTest(
                                                e.getKey() + " = " + text,
                                                () ->
                                                        assertEquals(
                                                                List.of(), errors(e.getValue())))));
    }
}
