package io.stagecraft.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.drawn.AnyDesign;
import io.stagecraft.drawn.AnyEdit;
import io.stagecraft.drawn.Drawings;
import io.stagecraft.model.Action;
import io.stagecraft.model.ActionType;
import io.stagecraft.model.Category;
import io.stagecraft.model.Companion;
import io.stagecraft.model.CompanionRef;
import io.stagecraft.model.DeploymentPace;
import io.stagecraft.model.DeploymentTarget;
import io.stagecraft.model.Design;
import io.stagecraft.model.Environment;
import io.stagecraft.model.EnvironmentId;
import io.stagecraft.model.Origin;
import io.stagecraft.model.PipelineType;
import io.stagecraft.model.Stage;
import io.stagecraft.model.Variable;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// What is remembered from one edit to the next is never wrong: the answer is that of a validator that has seen nothing.
class RecheckTest {
    private static final ActionCatalog CATALOG = CatalogFiles.load();

    private final Random chance = new Random(7);

    @Test
    void theAnswerAfterAnyEditsIsThatOfANewValidator() {
        var kept = new Validator(CATALOG);
        var design = several();
        for (int i = 0; i < 300; i++) {
            design = edited(design);
            same(design, kept, "edit " + i);
        }
    }

    /// With an Undo now and then, so that what was seen long ago comes back, and with mends, so that what was offered is taken up.
    @Property(tries = 60)
    void theAnswerAfterEditsOfEveryKindIsThatOfANewValidator(@ForAll long seed) {
        var any = new Random(seed);
        var kept = new Validator(CATALOG);
        var designs = new ArrayList<>(List.of(any.nextInt(4) == 0 ? AnyDesign.of(any) : several()));
        for (int i = 0; i < 30; i++) {
            var now = designs.getLast();
            var fixes = same(now, kept, "seed " + seed + ", edit " + i);
            designs.add(
                    switch (any.nextInt(8)) {
                        case 0 -> designs.get(any.nextInt(designs.size()));
                        case 1 -> fixes.isEmpty() ? now : fixes.get(any.nextInt(fixes.size()));
                        default -> AnyEdit.of(now, any);
                    });
        }
    }

    @Property(tries = 100)
    void whatRolesNeedAfterAnEditIsWhatTheyNeedAtAll(@ForAll long seed) {
        var any = new Random(seed);
        var design = any.nextInt(4) == 0 ? AnyDesign.of(any) : several();
        var needs = RoleNeeds.of(design);
        for (int i = 0; i < 50; i++) {
            design = AnyEdit.of(design, any);
            needs = needs.after(design);
            var fresh = RoleNeeds.of(design);
            assertEquals(List.copyOf(fresh.all()), List.copyOf(needs.all()), "edit " + i);
            assertEquals(fresh.byHolder(), needs.byHolder(), "edit " + i);
        }
    }

    /// Holds the answer of one that remembers against that of a new one.
    ///
    /// @return what each mend that is offered makes of the design
    private static List<Design> same(Design design, Validator kept, String when) {
        var wanted = new Validator(CATALOG).check(design);
        var got = kept.check(design);
        assertEquals(lines(wanted), lines(got), when);
        var mended = mended(got, design);
        assertEquals(mended(wanted, design), mended, () -> when + ": what the mends make of it");
        return mended;
    }

    private static List<Design> mended(List<Problem> problems, Design design) {
        return problems.stream()
                .flatMap(p -> p.fixes().stream())
                .map(f -> f.edit().apply(design))
                .toList();
    }

    @Test
    void everyRoleThatIsTooLongIsNamed() {
        var said =
                lines(new Validator(CATALOG).check(crowded())).stream()
                        .filter(line -> line.startsWith("SC709"))
                        .toList();
        assertEquals(4, said.size());
        assertTrue(said.get(0).contains(" of the pipeline's role are"), said.get(0));
        assertTrue(said.get(1).contains(" of the role stacks are"), said.get(1));
        assertTrue(said.get(2).contains(" that CodeDeploy deploys shop under are"), said.get(2));
        assertTrue(said.get(3).contains(" of the role of Own are"), said.get(3));
    }

    @Test
    void aRoleThatGrowsIsNamedThoughAnotherIsTooLongAlready() {
        var kept = new Validator(CATALOG);
        var before = crowded();
        var own = before.actions().filter(a -> a.name().equals("Own")).findFirst().orElseThrow();
        var shorter = with(before, own, a -> a.withSetting("BucketName", "b"));
        same(shorter, kept, "the shorter one");
        same(before, kept, "the longer one");
        for (int i = 0; i < 40; i++) {
            var edited = edited(chance.nextBoolean() ? before : shorter);
            same(edited, kept, "edit " + i);
        }
    }

    /// A statement is named after the first action that needs it, and names have their lengths.
    @Test
    void theSameActionsInAnotherOrderGetAnAnswerOfTheirOwn() {
        int fits = 0;
        int tooMuch = 12_000;
        while (tooMuch - fits > 1) {
            int tried = (fits + tooMuch) / 2;
            if (isTooLong(live(tried, true))) {
                tooMuch = tried;
            } else {
                fits = tried;
            }
        }
        var longer = live(tooMuch, true);
        var shorter = live(tooMuch, false);
        assertTrue(isTooLong(longer) && !isTooLong(shorter));
        var kept = new Validator(CATALOG);
        for (var design : List.of(shorter, longer, shorter)) {
            same(design, kept, "swapped");
        }
    }

    private static boolean isTooLong(Design design) {
        return lines(new Validator(CATALOG).check(design)).stream()
                .anyMatch(line -> line.startsWith("SC709"));
    }

    private static Design live(int padding, boolean serviceFirst) {
        var service =
                Drawings.deploy("Service", "Src")
                        .with(a -> a.withType(ActionType.aws(Category.DEPLOY, "ECS")))
                        .set("ClusterName", "c")
                        .set("ServiceName", "s");
        var set =
                Drawings.deploy("Set", "Src")
                        .with(a ->
                                a.withType(
                                        ActionType.aws(Category.DEPLOY, "CloudFormationStackSet")))
                        .set("StackSetName", "s")
                        .set("TemplatePath", "Src::t.yml");
        var padded = Drawings.deploy("Padded", "Src").set("BucketName", "b".repeat(padding));
        return Drawings.design(
                Drawings.stage("Source", Drawings.source("Source", "Src")),
                serviceFirst
                        ? Drawings.stage("Live", padded, service, set)
                        : Drawings.stage("Live", padded, set, service));
    }

    /// Four roles that IAM would refuse: the pipeline's, an action's, a stack's and CodeDeploy's.
    private static Design crowded() {
        var boxes = new ArrayList<Drawings.Box>();
        IntStream.range(0, 200)
                .forEach(i ->
                        boxes.add(Drawings.test("Test" + i, "Src").set("ProjectName", "p" + i)));
        boxes.add(Drawings.deploy("Own", "Src").set("BucketName", "b".repeat(11_000)));
        var design =
                Drawings.design(
                        Drawings.stage("Source", Drawings.source("Source", "Src")),
                        Drawings.stage("Live", boxes.toArray(Drawings.Box[]::new)));
        var own = design.actions().toList().getLast();
        var names = IntStream.range(0, 200).mapToObj(i -> "function-of-the-shop-" + i).toList();
        return with(design, own, a -> a.withRole(Optional.of(Origin.CREATE)))
                .withCompanions(
                        List.of(
                                new Companion.StackRole(
                                        "stacks",
                                        Origin.CREATE,
                                        Optional.empty(),
                                        List.of(
                                                new Companion.Grant(
                                                        List.of("lambda:CreateFunction"),
                                                        names.stream()
                                                                .map(n ->
                                                                        "arn:{partition}:lambda:{region}:{account}:function:"
                                                                                + n)
                                                                .toList(),
                                                        "deploys the shop"))),
                                new Companion.Deployment(
                                        "shop",
                                        Origin.CREATE,
                                        Optional.empty(),
                                        new DeploymentTarget.Functions(names),
                                        new DeploymentPace.Named(
                                                "CodeDeployDefault.LambdaAllAtOnce"))));
    }

    private static List<String> lines(List<Problem> problems) {
        return problems.stream()
                .map(p ->
                        p.rule().id()
                                + " "
                                + p.about()
                                + " "
                                + p.message()
                                + p.fixes().stream().map(Fix::label).toList())
                .toList();
    }

    /// Things that hang together: artifacts, a namespace, a pipeline variable, a companion and an environment.
    private static Design several() {
        return Drawings.design(
                        Drawings.stage("Source", Drawings.source("Source", "Src").ns("Code")),
                        Drawings.stage(
                                "Build",
                                Drawings.build("Build", "Src", "Bin")
                                        .set("ProjectName", CompanionRef.to("orders")),
                                Drawings.test("Test", "Src").set("ProjectName", "#{variables.x}"),
                                Drawings.approval("Ask").set("CustomData", "#{Code.VersionId}")),
                        Drawings.stage(
                                "Try",
                                Drawings.stack("Deploy", "Bin").with(RecheckTest::ownRole),
                                Drawings.approval("Ask")),
                        Drawings.stage("Live", Drawings.deploy("Deploy", "Bin").at("e2")))
                .withVariables(List.of(new Variable("x", Optional.of("tests"), "")))
                .withCompanions(List.of(project()))
                .withEnvironments(
                        List.of(
                                Environment.TOOLING,
                                new Environment(
                                        new EnvironmentId("e2"),
                                        "Production",
                                        "",
                                        "us-east-1",
                                        "#ff0000")));
    }

    private static Companion project() {
        return new Companion.BuildProject(
                "orders",
                Origin.CREATE,
                Optional.empty(),
                "LINUX_CONTAINER",
                "aws/codebuild/standard:7.0",
                "BUILD_GENERAL1_SMALL",
                false,
                60,
                "buildspec.yml",
                List.of(),
                false,
                30);
    }

    private static Action ownRole(Action action) {
        return action.withRole(Optional.of(Origin.CREATE));
    }

    private Design edited(Design design) {
        var stage = any(design.stages());
        var action = any(design.actions().toList());
        return switch (chance.nextInt(9)) {
            case 0 -> design.withStage(stage.id(), s -> s.withName(text(s.name())));
            case 1 -> design.withStages(shuffled(design.stages()));
            case 2 -> design.withType(any(List.of(PipelineType.values())));
            case 3 -> design.withName(text("orders"));
            case 4 -> with(design, action, a -> a.withRunOrder(chance.nextInt(4)));
            case 5 -> with(design, action, a -> a.withName(text(a.name())));
            case 6 -> with(design, action, a -> a.withEnvironment(environment()));
            case 7 -> with(design, action, a -> a.withRole(role()));
            default -> with(design, action, this::set);
        };
    }

    private static Design with(Design design, Action action, UnaryOperator<Action> change) {
        return design.withAction(action.id(), change);
    }

    private Action set(Action action) {
        return action.settings().isEmpty()
                ? action.withSetting("CustomData", text("x"))
                : action.withSetting(any(List.copyOf(action.settings().keySet())), text("x"));
    }

    private Optional<EnvironmentId> environment() {
        return chance.nextBoolean() ? Optional.empty() : Optional.of(new EnvironmentId("e2"));
    }

    private Optional<Origin> role() {
        return switch (chance.nextInt(3)) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(Origin.CREATE);
            default -> Optional.of(new Origin.Existing("arn:aws:iam::111122223333:role/x"));
        };
    }

    private String text(String usual) {
        return any(List.of(usual, usual + " x", "", "true", "#{Code.VersionId}", "${var.x}"));
    }

    private List<Stage> shuffled(List<Stage> stages) {
        var other = new ArrayList<>(stages);
        Collections.swap(other, chance.nextInt(other.size()), chance.nextInt(other.size()));
        return other;
    }

    private <T> T any(List<T> some) {
        return some.get(chance.nextInt(some.size()));
    }
}
