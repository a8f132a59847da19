package io.stagecraft.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.drawn.Drawings;
import io.stagecraft.edit.Expert;
import io.stagecraft.edit.Place;
import io.stagecraft.model.Action;
import io.stagecraft.model.ActionType;
import io.stagecraft.model.Category;
import io.stagecraft.model.Design;
import io.stagecraft.model.Waiver;
import io.stagecraft.project.TemplateShelf;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every rule finds what it is for, is quiet about what is right, and mends what it says it mends.
class ValidatorTest {
    private static final ActionCatalog CATALOG = CatalogFiles.load();
    private static final Validator VALIDATOR = new Validator(CATALOG);

    private static List<String> lines(Design design, String rule) {
        return VALIDATOR.check(design).stream()
                .filter(p -> p.rule().id().equals(rule))
                .map(Problem::message)
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> everyRuleFindsWhatIsWrongAndNothingElse() {
        return Cases.all().stream()
                .map(c ->
                        DynamicTest.dynamicTest(
                                c.rule(),
                                () -> {
                                    assertEquals(c.problems(), lines(c.wrong(), c.rule()), "wrong");
                                    assertEquals(List.of(), lines(c.right(), c.rule()), "right");
                                }));
    }

    @TestFactory
    Stream<DynamicTest> everyFixMendsItsProblem() {
        return Cases.all().stream()
                .filter(c ->
                        c.wrong().actions().count()
                                < 20) // the largest ones say the same thing of every action
                .map(c ->
                        DynamicTest.dynamicTest(
                                c.rule(),
                                () -> {
                                    var problems = VALIDATOR.check(c.wrong());
                                    for (var problem : problems) {
                                        problem.fixes()
                                                .forEach(f ->
                                                        mends(c.wrong(), problems, problem, f));
                                    }
                                }));
    }

    private static void mends(Design wrong, List<Problem> before, Problem problem, Fix fix) {
        var after = VALIDATOR.check(fix.edit().apply(wrong));
        assertTrue(
                count(after, problem) < count(before, problem),
                () -> problem.message() + " / " + fix.label());
    }

    private static long count(List<Problem> problems, Problem like) {
        return problems.stream()
                .filter(p -> p.rule().equals(like.rule()))
                .filter(p -> p.about().equals(like.about()))
                .filter(p -> p.message().equals(like.message()))
                .count();
    }

    @Test
    void everyRuleHasAPair() {
        var pairs = Cases.all().stream().map(Cases.Case::rule).collect(Collectors.toSet());
        var missing =
                Validator.rules().stream()
                        .map(r -> r.info().id())
                        .filter(id -> !pairs.contains(id))
                        .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void everyRuleSaysWhatWhyAndWhere() {
        var ids = new HashSet<String>();
        for (var rule : Validator.rules()) {
            var info = rule.info();
            assertTrue(info.id().matches("SC[1-9]\\d\\d"), info.id());
            assertTrue(ids.add(info.id()), info.id());
            assertFalse(info.title().isBlank(), info.id());
            assertTrue(info.why().endsWith("."), info.id());
            assertTrue(info.source().startsWith("https://docs.aws.amazon.com/"), info.id());
        }
        assertEquals(
                ids.stream().sorted().toList(),
                Validator.rules().stream().map(r -> r.info().id()).toList());
    }

    @Test
    void thereIsNothingToSayOfAGoodDesign() {
        assertEquals(List.of(), VALIDATOR.check(Drawings.simple()));
    }

    @TestFactory
    Stream<DynamicTest> adviceCanBeSwitchedOffAndAnErrorCannot() {
        return Cases.all().stream()
                .map(c ->
                        DynamicTest.dynamicTest(
                                c.rule(),
                                () -> {
                                    var quiet =
                                            c.wrong()
                                                    .withWaivers(
                                                            List.of(new Waiver(c.rule(), "known")));
                                    var error =
                                            VALIDATOR.check(c.wrong()).stream()
                                                    .anyMatch(p ->
                                                            p.rule().id().equals(c.rule())
                                                                    && p.rule().severity()
                                                                            == Severity.ERROR);
                                    assertEquals(
                                            error ? c.problems() : List.of(),
                                            lines(quiet, c.rule()));
                                }));
    }

    @TestFactory
    Stream<DynamicTest> everyStarterHasNoError() {
        return TemplateShelf.list().stream()
                .map(t ->
                        DynamicTest.dynamicTest(
                                t.name(),
                                () ->
                                        assertEquals(
                                                Set.of(),
                                                whatIsLeft(TemplateShelf.open(t.name())))));
    }

    /// Beside a watch and the addresses of its hearers, which only the person who takes it can give.
    private static Set<String> whatIsLeft(Design starter) {
        return VALIDATOR.check(starter).stream()
                .map(p -> p.rule().id())
                .filter(id -> !Set.of("SC914", "SC930").contains(id))
                .filter(id -> starter.waivers().stream().noneMatch(w -> w.rule().equals(id)))
                .collect(Collectors.toSet());
    }

    private static List<String> errors(Design design, Set<String> except) {
        return VALIDATOR.check(design).stream()
                .filter(p -> p.rule().severity() == Severity.ERROR)
                .filter(p -> !except.contains(p.rule().id()))
                .map(p -> p.rule().id() + " " + p.message())
                .toList();
    }

    /// What only the user knows, such as the name of a repository, is all that is left to say.
    @TestFactory
    Stream<DynamicTest> whatAnExpertDropsIsRight() {
        return CATALOG.all().stream()
                .map(s -> s.type())
                .filter(t -> !t.provider().equals("*"))
                .map(t ->
                        DynamicTest.dynamicTest(
                                t.path(),
                                () ->
                                        assertEquals(
                                                List.of(), errors(dropped(t), Set.of("SC401")))));
    }

    private static Design dropped(ActionType type) {
        var expert = new Expert(CATALOG);
        var design = Design.empty("orders");
        var types = new ArrayList<ActionType>();
        types.add(
                type.isSource()
                        ? type
                        : ActionType.aws(Category.SOURCE, "CodeStarSourceConnection"));
        types.add(ActionType.aws(Category.BUILD, "CodeBuild"));
        types.add(type.isSource() ? ActionType.aws(Category.DEPLOY, "S3") : type);
        for (int i = 0; i < types.size(); i++) {
            design = expert.action(design, types.get(i), new Place.Gap(i)).apply(design);
        }
        return design;
    }

    @Test
    void problemsComeInDrawnOrder() {
        var design =
                Drawings.design(
                        Drawings.stage("So urce", Drawings.source("S", "Src")),
                        Drawings.stage(
                                "Build",
                                Drawings.build("B 1", "Src", "Bin"),
                                Drawings.deploy("D", "Gone")));
        assertEquals(
                List.of("SC202", "SC203", "SC901", "SC301"),
                VALIDATOR.check(design).stream().map(p -> p.rule().id()).toList());
    }

    @Test
    void aThousandActionsAreCheckedAtOnce() {
        var design = large();
        assertEquals(1000, design.actions().count());
        // the thread's own time: what else the machine does is no business of this test
        var clock = ManagementFactory.getThreadMXBean();
        var best = Long.MAX_VALUE;
        for (int i = 0; i < 15; i++) {
            var start = clock.getCurrentThreadCpuTime();
            VALIDATOR.check(design);
            best = Math.min(best, clock.getCurrentThreadCpuTime() - start);
        }
        var millis = best / 1_000_000;
        assertTrue(millis < 100, millis + " ms");
    }

    private static Design large() {
        var stages = new ArrayList<Drawings.Column>();
        stages.add(Drawings.stage("Source", Drawings.source("S", "O0")));
        for (int i = 1; i < 28; i++) {
            var boxes = new ArrayList<Drawings.Box>();
            for (int j = 0; j < 37; j++) {
                boxes.add(
                        Drawings.build(
                                "B" + j, "O" + (i - 1), j == 0 ? "O" + i : "P" + i + "x" + j));
            }
            stages.add(Drawings.stage("Stage" + i, boxes.toArray(Drawings.Box[]::new)));
        }
        var design = Drawings.design(stages.toArray(Drawings.Column[]::new));
        var ids = design.actions().limit(1000).map(Action::id).collect(Collectors.toSet());
        return design.withStages(
                design.stages().stream()
                        .map(s ->
                                s.withActions(
                                        s.actions().stream()
                                                .filter(a -> ids.contains(a.id()))
                                                .toList()))
                        .toList());
    }
}
