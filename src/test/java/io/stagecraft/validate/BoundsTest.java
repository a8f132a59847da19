package io.stagecraft.validate;

import static io.stagecraft.drawn.Drawings.approval;
import static io.stagecraft.drawn.Drawings.design;
import static io.stagecraft.drawn.Drawings.git;
import static io.stagecraft.drawn.Drawings.simple;
import static io.stagecraft.drawn.Drawings.source;
import static io.stagecraft.drawn.Drawings.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.drawn.Drawings;
import io.stagecraft.model.Action;
import io.stagecraft.model.Condition;
import io.stagecraft.model.Design;
import io.stagecraft.model.ExecutionMode;
import io.stagecraft.model.Extras;
import io.stagecraft.model.OutputArtifact;
import io.stagecraft.model.Patterns;
import io.stagecraft.model.Transition;
import io.stagecraft.model.Trigger;
import io.stagecraft.model.Variable;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Every limit is where AWS has it: the last that it takes is right, the next is wrong.
class BoundsTest {
    private static final Validator VALIDATOR = new Validator(CatalogFiles.load());

    /// @param step from the last that is right to the first that is wrong
    private record Bound(String rule, String of, int last, int step, IntFunction<Design> drawn) {}

    private static Bound most(String rule, String of, int most, IntFunction<Design> drawn) {
        return new Bound(rule, of, most, 1, drawn);
    }

    private static Bound least(String rule, String of, int least, IntFunction<Design> drawn) {
        return new Bound(rule, of, least, -1, drawn);
    }

    @TestFactory
    Stream<DynamicTest> theLastIsRightAndTheNextIsWrong() {
        return Stream.of(numbers(), names(), filters(), actions())
                .flatMap(s -> s)
                .map(b ->
                        DynamicTest.dynamicTest(
                                b.rule() + " " + b.of() + " " + b.last(),
                                () -> {
                                    assertEquals(0, said(b, b.last()), "" + b.last());
                                    int next = b.last() + b.step();
                                    assertEquals(1, said(b, next), "" + next);
                                }));
    }

    private static long said(Bound bound, int n) {
        return VALIDATOR.check(bound.drawn().apply(n)).stream()
                .filter(p -> p.rule().id().equals(bound.rule()))
                .count();
    }

    private static Stream<Bound> numbers() {
        return Stream.of(
                least("SC104", "stages", 2, n -> stages(n)),
                most("SC701", "stages", 50, n -> stages(n)),
                most("SC702", "actions of a stage", 50, n -> with(side(n))),
                most("SC703", "actions", 1000, n -> with(side(n - 3))),
                most("SC704", "variables", 50, n -> simple().withVariables(variables(n))),
                most(
                        "SC705",
                        "triggers",
                        50,
                        n -> triggered(Collections.nCopies(n, push(1, 1, "main")))),
                most("SC706", "tags", 50, n -> simple().withTags(tags(n))),
                most("SC708", "kilobytes", 200, n -> triggered(List.of(heavy(n)))),
                most("SC707", "wide", 5, n -> with(side(n)).withMode(ExecutionMode.PARALLEL)),
                least("SC106", "run order", 1, n -> with(approval("A").row(n))),
                most("SC106", "run order", 999, n -> with(approval("A").row(n))),
                most("SC619", "rules of a condition", 5, n -> guarded(n)));
    }

    private static Stream<Bound> names() {
        return Stream.of(
                most("SC201", "pipeline", 100, n -> simple().withName(word(n))),
                most("SC202", "stage", 100, n -> also(stage(word(n), approval("A")))),
                most("SC203", "action", 100, n -> with(approval(word(n)))),
                most("SC204", "artifact", 100, n -> bringing(a -> a.withOutputs(out(word(n))))),
                most(
                        "SC205",
                        "namespace",
                        100,
                        n -> bringing(a -> a.withNamespace(Optional.of(word(n))))),
                most("SC206", "variable", 128, n -> declaring(word(n), "1", "")),
                most("SC210", "default", 1000, n -> declaring("tag", word(n), "")),
                most("SC210", "description", 200, n -> declaring("tag", "1", word(n))),
                most("SC211", "reason", 300, n -> closed(word(n))),
                most("SC215", "tag's key", 128, n -> tagged(word(n), "")),
                most("SC215", "tag's value", 256, n -> tagged("team", word(n))));
    }

    private static Stream<Bound> filters() {
        return Stream.of(
                most("SC610", "push filters", 3, n -> triggered(List.of(push(n, 1, "main")))),
                most("SC610", "patterns", 8, n -> triggered(List.of(push(1, n, "main")))),
                most("SC610", "letters", 255, n -> triggered(List.of(push(1, 1, word(n))))),
                least("SC610", "letters", 1, n -> triggered(List.of(push(1, 1, word(n))))),
                most("SC610", "pull requests", 3, n -> triggered(List.of(pull(n)))));
    }

    private static Stream<Bound> actions() {
        return Stream.of(
                most("SC417", "output variables", 15, n -> commands(words(n, 5))),
                most("SC417", "letters", 128, n -> commands(words(1, n))),
                most("SC406", "setting", 1000, n -> with(approval("A").set("CustomData", word(n)))),
                most("SC406", "key", 50, n -> with(approval("A").set(word(n), "x"))),
                most(
                        "SC308",
                        "files",
                        10,
                        n ->
                                bringing(a ->
                                        a.withOutputs(
                                                List.of(
                                                        new OutputArtifact(
                                                                "SourceOutput", words(n, 5)))))),
                most(
                        "SC308",
                        "letters",
                        128,
                        n ->
                                bringing(a ->
                                        a.withOutputs(
                                                List.of(
                                                        new OutputArtifact(
                                                                "SourceOutput", words(1, n)))))));
    }

    private static String word(int length) {
        return "x".repeat(length);
    }

    private static List<String> words(int count, int length) {
        return IntStream.range(0, count)
                .mapToObj(i -> (i + word(length)).substring(0, length))
                .toList();
    }

    private static List<OutputArtifact> out(String name) {
        return List.of(new OutputArtifact(name));
    }

    private static Drawings.Box[] side(int count) {
        return Collections.nCopies(count, approval("A")).toArray(Drawings.Box[]::new);
    }

    private static Design stages(int count) {
        var columns = new Drawings.Column[count];
        columns[0] = stage("Source", source("Source", "SourceOutput"));
        for (int i = 1; i < count; i++) {
            columns[i] = stage("S" + i, approval("A"));
        }
        return design(columns);
    }

    private static Design also(Drawings.Column last) {
        return design(stage("Source", source("Source", "SourceOutput")), last);
    }

    /// After three others.
    private static Design with(Drawings.Box... boxes) {
        return design(
                stage("Source", source("Source", "SourceOutput")),
                stage("Ask", approval("A")),
                stage("Again", approval("A")),
                stage("Last", boxes));
    }

    private static Design bringing(UnaryOperator<Action> change) {
        return design(
                stage("Source", source("Source", "SourceOutput").with(change)),
                stage("Ask", approval("A")));
    }

    private static Design commands(List<String> variables) {
        return design(
                stage("Source", source("Source", "SourceOutput")),
                stage(
                        "Build",
                        Drawings.action("Shell", io.stagecraft.model.Category.COMPUTE, "Commands")
                                .in("SourceOutput")
                                .with(a ->
                                        a.withCommands(List.of("make"))
                                                .withOutputVariables(variables))));
    }

    private static List<Variable> variables(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Variable("v" + i, Optional.of("1"), ""))
                .toList();
    }

    private static Design declaring(String name, String value, String description) {
        return simple().withVariables(List.of(new Variable(name, Optional.of(value), description)));
    }

    private static LinkedHashMap<String, String> tags(int count) {
        var tags = new LinkedHashMap<String, String>();
        IntStream.range(0, count).forEach(i -> tags.put("t" + i, ""));
        return tags;
    }

    private static Design tagged(String key, String value) {
        var tags = new LinkedHashMap<String, String>();
        tags.put(key, value);
        return simple().withTags(tags);
    }

    private static Design closed(String reason) {
        return also(
                stage("Ask", approval("A"))
                        .with(s -> s.withInbound(new Transition.Closed(reason))));
    }

    private static Design guarded(int rules) {
        var condition =
                new Condition(
                        Optional.empty(),
                        Collections.nCopies(rules, StructureCases.rule("check", "VariableCheck")),
                        Extras.NONE);
        return also(
                stage("Ask", approval("A"))
                        .with(s ->
                                s.withConditions(
                                        Optional.of(condition),
                                        Optional.empty(),
                                        Optional.empty())));
    }

    private static Design triggered(List<Trigger> triggers) {
        return design(stage("Source", git("Git", "Src")), stage("Ask", approval("A")))
                .withTriggers(triggers);
    }

    private static Trigger push(int filters, int patterns, String pattern) {
        var branches = new Patterns(Collections.nCopies(patterns, pattern), List.of());
        var filter = new Trigger.Push(Patterns.NONE, branches, Patterns.NONE);
        return new Trigger("Git", Collections.nCopies(filters, filter), List.of(), Extras.NONE);
    }

    /// Written as JSON its patterns come to so many kilobytes, its frame and all to a little less.
    private static Trigger heavy(int kilobytes) {
        var patterns = new ArrayList<>(Collections.nCopies(kilobytes - 1, word(1021)));
        patterns.add(word(1021 - 400));
        var branches = new Patterns(patterns, List.of());
        var filter = new Trigger.Push(Patterns.NONE, branches, Patterns.NONE);
        return new Trigger("Git", List.of(filter), List.of(), Extras.NONE);
    }

    private static Trigger pull(int filters) {
        var main = new Patterns(List.of("main"), List.of());
        var filter = new Trigger.PullRequest(List.of(), main, Patterns.NONE);
        return new Trigger("Git", List.of(), Collections.nCopies(filters, filter), Extras.NONE);
    }
}
