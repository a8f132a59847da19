package io.stagecraft.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.drawn.Drawings;
import io.stagecraft.model.Action;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.ActionType;
import io.stagecraft.model.ArtifactStore;
import io.stagecraft.model.Category;
import io.stagecraft.model.Condition;
import io.stagecraft.model.ConditionRule;
import io.stagecraft.model.Design;
import io.stagecraft.model.EncryptionKey;
import io.stagecraft.model.Environment;
import io.stagecraft.model.EnvironmentId;
import io.stagecraft.model.Extras;
import io.stagecraft.model.Ordered;
import io.stagecraft.model.Origin;
import io.stagecraft.model.Patterns;
import io.stagecraft.model.Result;
import io.stagecraft.model.Trigger;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// A design with a little of everything stays as right as it was when any one of its members waits for a template to fill it
/// in: nothing that was not said of the words themselves is said of what stands for them.
class PlaceholderMembersTest {
    private static final Validator VALIDATOR = new Validator(CatalogFiles.load());
    private static final List<String> TEXTS =
            List.of("${Word}", "${var.word}", "{\"Ref\":\"Word\"}");

    /// A source that is watched, a test in a few regions only, a start of another pipeline, and a stage with a condition.
    private static Design rich() {
        var farm =
                Drawings.action("Phones", Category.TEST, "DeviceFarm")
                        .set("AppType", "Android")
                        .set("App", "orders.apk")
                        .set("ProjectId", "eval-123")
                        .set("DevicePoolArn", "arn:aws:devicefarm:us-west-2::devicepool:a/b")
                        .set("TestType", "BUILTIN_FUZZ")
                        .in("Src")
                        .at("e2");
        var design =
                Drawings.design(
                        Drawings.stage("Source", Drawings.git("Git", "Src")),
                        Drawings.stage("Build", Drawings.build("Build", "Src", "Bin")),
                        Drawings.stage("Test", farm),
                        Drawings.stage(
                                "Deploy",
                                Drawings.deploy("Deploy", "Bin"),
                                Drawings.action("Next", Category.INVOKE, "CodePipeline")
                                        .set("PipelineName", "orders-live")));
        return ruled(
                design.withEnvironments(
                                List.of(
                                        design.home()
                                                .withAccount("111122223333")
                                                .withRegion("us-west-2"),
                                        new Environment(
                                                new EnvironmentId("e2"),
                                                "Phones",
                                                "",
                                                "us-west-2",
                                                "#8793a6")))
                        .withStores(List.of(store("us-west-2"), store("us-west-1")))
                        .withTriggers(List.of(trigger("Git", "main", Extras.NONE))),
                rule(Extras.NONE));
    }

    private static ArtifactStore store(String region) {
        return new ArtifactStore(region, Origin.CREATE, new EncryptionKey.Create(), Extras.NONE);
    }

    private static Trigger trigger(String source, String pattern, Extras extras) {
        var patterns = new Patterns(List.of(pattern), List.of());
        return new Trigger(
                source,
                List.of(new Trigger.Push(Patterns.NONE, patterns, patterns)),
                List.of(
                        new Trigger.PullRequest(
                                List.of(Trigger.Event.OPEN), patterns, Patterns.NONE)),
                extras);
    }

    private static ConditionRule rule(Extras extras) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("AlarmName", "orders-errors");
        settings.put("WaitTime", "5");
        return new ConditionRule(
                "Quiet",
                "CloudWatchAlarm",
                "1",
                settings,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                extras);
    }

    private static Design ruled(Design design, ConditionRule rule) {
        var condition = new Condition(Optional.of(Result.FAIL), List.of(rule), Extras.NONE);
        return design.withStage(
                design.stages().getLast().id(),
                s -> s.withConditions(Optional.empty(), Optional.of(condition), Optional.empty()));
    }

    private static Extras beside(String way, String text) {
        // an object is a template's function already, anything else is kept as a JSON text
        var json = text.startsWith("{") ? text : "\"" + text + "\"";
        return new Extras(Ordered.copy(Map.of(way, json)));
    }

    /// The design with `text` in the place of one member after another, by what it is.
    private static Map<String, Design> members(String text) {
        var rich = rich();
        var all = new LinkedHashMap<String, Design>();
        for (var action : rich.actions().toList()) {
            var name = action.name();
            all.put(name + " name", acting(action.id(), a -> a.withName(text)));
            var type = action.type();
            all.put(
                    name + " provider",
                    typed(
                            action,
                            new ActionType(type.category(), type.owner(), text, type.version())));
            all.put(
                    name + " version",
                    typed(
                            action,
                            new ActionType(type.category(), type.owner(), type.provider(), text)));
            for (var key : action.settings().keySet()) {
                all.put(name + " " + key, acting(action.id(), a -> a.withSetting(key, text)));
            }
        }
        for (int i = 0; i < rich.environments().size(); i++) {
            var name = rich.environments().get(i).name();
            all.put(name + " account", placed(i, e -> e.withAccount(text)));
            all.put(name + " region", placed(i, e -> e.withRegion(text)));
        }
        all.put("store", rich.withStores(List.of(store(text))));
        var rule = rule(Extras.NONE);
        all.put("rule provider", ruled(rich, rule.withType(text, "1")));
        all.put("rule version", ruled(rich, rule.withType("CloudWatchAlarm", text)));
        for (var member : List.of("category", "owner")) {
            all.put("rule " + member, ruled(rich, rule(beside("ruleTypeId/" + member, text))));
        }
        all.put("rule name", ruled(rich, rule.withName(text)));
        all.put("rule region", ruled(rich, rule.withRegion(Optional.of(text))));
        all.put("rule role", ruled(rich, rule.withRoleArn(Optional.of(text))));
        for (var key : rule.settings().keySet()) {
            all.put("rule " + key, ruled(rich, rule.withSetting(key, text)));
        }
        all.put("trigger provider type", watched("Git", "main", beside("providerType", text)));
        all.put("trigger source", watched(text, "main", Extras.NONE));
        all.put("trigger pattern", watched("Git", text, Extras.NONE));
        return all;
    }

    private static Design watched(String source, String pattern, Extras extras) {
        return rich().withTriggers(List.of(trigger(source, pattern, extras)));
    }

    private static Design typed(Action action, ActionType type) {
        return acting(action.id(), a -> a.withType(type));
    }

    private static Design acting(ActionId id, UnaryOperator<Action> change) {
        return rich().withAction(id, change);
    }

    private static Design placed(int at, UnaryOperator<Environment> change) {
        var rich = rich();
        var environments = new ArrayList<>(rich.environments());
        environments.set(at, change.apply(environments.get(at)));
        return rich.withEnvironments(environments);
    }

    private static List<String> problems(Design design) {
        return VALIDATOR.check(design).stream()
                .filter(p -> p.rule().severity() != Severity.HINT)
                .map(p -> p.rule().id() + " " + p.message())
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> noMemberIsWrongForNotBeingLiteral() {
        var before = problems(rich());
        return TEXTS.stream()
                .flatMap(text ->
                        members(text).entrySet().stream()
                                .map(e ->
                                        DynamicTest.dynamicTest(
                                                e.getKey() + " = " + text,
                                                () ->
                                                        assertEquals(
                                                                List.of(),
                                                                problems(e.getValue()).stream()
                                                                        .filter(p ->
                                                                                !before.contains(p))
                                                                        .toList()))));
    }

    /// As when the file was read again between finding and mending.
    @Test
    void aTriggerIsMendedInADesignThatWasReadAnew() {
        var wrong = watched("Git", "main", beside("providerType", "GitHub"));
        var fix = VALIDATOR.check(wrong).getFirst().fixes().getFirst();
        var again = watched("Git", "main", beside("providerType", "GitHub"));

        assertEquals(List.of(), problems(fix.edit().apply(again)));
    }

    @Test
    void theLiteralDesignHasNoErrors() {
        assertEquals(List.of(), problems(rich()));
    }
}
