package io.stagecraft.edit;

import static io.stagecraft.drawn.Drawings.action;
import static io.stagecraft.drawn.Drawings.approval;
import static io.stagecraft.drawn.Drawings.build;
import static io.stagecraft.drawn.Drawings.deploy;
import static io.stagecraft.drawn.Drawings.design;
import static io.stagecraft.drawn.Drawings.git;
import static io.stagecraft.drawn.Drawings.source;
import static io.stagecraft.drawn.Drawings.stack;
import static io.stagecraft.drawn.Drawings.stage;
import static io.stagecraft.drawn.Drawings.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.stagecraft.drawn.Drawings;
import io.stagecraft.drawn.SmallCatalog;
import io.stagecraft.model.Action;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.Category;
import io.stagecraft.model.Companion;
import io.stagecraft.model.Design;
import io.stagecraft.model.Environment;
import io.stagecraft.model.EnvironmentId;
import io.stagecraft.model.Extras;
import io.stagecraft.model.Origin;
import io.stagecraft.model.Stage;
import io.stagecraft.model.StageId;
import io.stagecraft.model.Transition;
import io.stagecraft.model.Trigger;
import io.stagecraft.model.Variable;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a person sees after each edit, and that Undo takes it back.
class EditsTest {
    private static final SmallCatalog CATALOG = new SmallCatalog();
    private static final ActionId GONE = new ActionId("a99");
    private static final StageId NOWHERE = new StageId("s99");

    /// Applies it through a history, and sees Undo and Redo lead back and forth under the title.
    private static Design after(Design before, Edit edit, String title) {
        var history = History.of(before).then(edit);
        assertEquals(Optional.of(title), history.undoTitle());
        assertEquals(before, history.undo().now());
        assertEquals(history.now(), history.undo().redo().now());
        return history.now();
    }

    private static String rows(Design design) {
        return design.stages().stream()
                .map(s ->
                        s.name()
                                + ": "
                                + s.actions().stream()
                                        .map(a -> a.name() + "@" + a.runOrder())
                                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("; "));
    }

    private static ActionId a(int n) {
        return new ActionId("a" + n);
    }

    private static StageId s(int n) {
        return new StageId("s" + n);
    }

    @Test
    void anAddedActionComesLast() {
        var after =
                after(
                        Drawings.simple(),
                        new AddAction(s(2), Action.of(a(9), "Lint", SmallCatalog.TESTER)),
                        "Add Lint");
        assertEquals("Source: Source@1; Build: Build@1 Lint@1; Deploy: Deploy@1", rows(after));
    }

    @Test
    void anIdIsNeverGivenTwice() {
        var before = Drawings.simple();
        assertEquals(
                before,
                new AddAction(s(2), Action.of(a(1), "Again", SmallCatalog.TESTER)).apply(before));
        assertEquals(before, new AddStage(1, before.stages().get(2)).apply(before));
    }

    @Test
    void anAddedStageStandsWhereItWasPut() {
        var after =
                after(
                        Drawings.simple(),
                        new AddStage(1, Stage.of(s(7), "Test", List.of())),
                        "Add stage Test");
        assertEquals(
                List.of("Source", "Test", "Build", "Deploy"),
                after.stages().stream().map(Stage::name).toList());
    }

    @Test
    void aMovedActionJoinsARow() {
        var after =
                after(
                        Drawings.simple(),
                        new MoveAction(a(2), s(3), 1, 0, false),
                        "Move Build to Deploy");
        assertEquals("Source: Source@1; Build: ; Deploy: Build@1 Deploy@1", rows(after));
        assertEquals(List.of("SourceOutput"), after.action(a(2)).orElseThrow().inputs());
    }

    @Test
    void aNewRowPushesDownOnlyTheRowsInItsWay() {
        var before =
                design(
                        stage("Source", source("S", "Src")),
                        stage(
                                "Test",
                                test("A", "Src"),
                                test("B", "Src").row(2),
                                test("C", "Src").row(3),
                                test("D", "Src").row(7)));
        var after = after(before, new MoveAction(a(5), s(2), 2, 1, true), "Move D");
        assertEquals("Source: S@1; Test: A@1 D@2 B@3 C@4", rows(after));
        var gap = after(before, new MoveAction(a(2), s(2), 5, 3, true), "Move A");
        assertEquals("Source: S@1; Test: B@2 C@3 D@7 A@5", rows(gap));
    }

    @Test
    void aNewRowAtTheBottomClosesTheGapsAbove() {
        var before =
                design(
                        stage("Source", source("S", "Src")),
                        stage("Test", test("A", "Src").row(500), test("B", "Src").row(999)));
        var after = new MoveAction(a(1), s(2), 999, 1, true).apply(before);
        assertEquals("Source: ; Test: A@1 S@2 B@3", rows(after));
    }

    @Test
    void aMovedStageTakesItsActionsAlong() {
        var after = after(Drawings.simple(), new MoveStage(s(3), 1), "Move stage Deploy");
        assertEquals("Source: Source@1; Deploy: Deploy@1; Build: Build@1", rows(after));
    }

    @Test
    void triggersFollowTheirSource() {
        var before =
                design(stage("Source", git("Checkout", "Src")))
                        .withTriggers(
                                List.of(
                                        new Trigger(
                                                "Checkout", List.of(), List.of(), Extras.NONE)));
        var after = after(before, new RenameAction(a(1), "Code"), "Rename Checkout to Code");
        assertEquals("Code", after.triggers().getFirst().source());
    }

    @Test
    void whatTwoShareStaysWhenOneOfThemIsRenamed() {
        var twins =
                design(
                                stage(
                                        "Source",
                                        git("Checkout", "Src").ns("Code"),
                                        git("Checkout", "Lib").ns("Code")),
                                stage("Ask", approval("Ask").set("CustomData", "#{Code.A}")))
                        .withTriggers(
                                List.of(
                                        new Trigger(
                                                "Checkout", List.of(), List.of(), Extras.NONE)));
        assertEquals(
                "Checkout",
                new RenameAction(a(1), "Other").apply(twins).triggers().getFirst().source());
        assertEquals(
                "#{Code.A}",
                new RenameNamespace(a(1), "Other")
                        .apply(twins)
                        .action(a(3))
                        .orElseThrow()
                        .settings()
                        .get("CustomData"));
    }

    @Test
    void aCopysNameIsNoLongerThanAwsTakesIt() {
        var longest = "x".repeat(100);
        var copied =
                new Duplicate(Set.of(a(2)), Set.of(), CATALOG)
                        .apply(new RenameAction(a(2), longest).apply(Drawings.simple()));
        assertEquals(
                List.of(longest, "x".repeat(98) + "-2"),
                copied.stages().get(1).actions().stream().map(Action::name).toList());
    }

    @Test
    void aRenamedArtifactIsRenamedWhereverItIsNamed() {
        var before =
                design(
                        stage("Source", source("Source", "Src"), source("Other", "Src2")),
                        stage(
                                "Build",
                                action("Build", Category.BUILD, "Builder")
                                        .in("Src", "Src2")
                                        .set("PrimarySource", "Src")
                                        .set("Text", "Src is a word")
                                        .out("Bin"),
                                stack("Deploy", "Src")
                                        .set("TemplateConfiguration", "Src2::a.json")
                                        .set(
                                                "ParameterOverrides",
                                                "{\"K\":{\"Fn::GetArtifactAtt\" : [ \"Src\",\"ObjectKey\"]},\"L\":{\"Fn::GetParam\":[\"Src\",\"a\",\"Src\"]}}"),
                                action("Shell", Category.COMPUTE, "Commands")
                                        .in("Src")
                                        .with(x ->
                                                x.withCommands(
                                                        List.of(
                                                                "ls $CODEBUILD_SRC_DIR_Src $CODEBUILD_SRC_DIR_Src2")))));
        var after =
                after(
                        before,
                        new RenameArtifact("Src", "Code", CATALOG),
                        "Rename artifact to Code");
        assertEquals(List.of("Code"), after.action(a(1)).orElseThrow().outputNames());
        var build = after.action(a(3)).orElseThrow();
        assertEquals(List.of("Code", "Src2"), build.inputs());
        assertEquals("Code", build.settings().get("PrimarySource"));
        assertEquals("Src is a word", build.settings().get("Text"));
        var deploy = after.action(a(4)).orElseThrow();
        assertEquals("Code::template.yml", deploy.settings().get("TemplatePath"));
        assertEquals("Src2::a.json", deploy.settings().get("TemplateConfiguration"));
        assertEquals(
                "{\"K\":{\"Fn::GetArtifactAtt\" : [ \"Code\",\"ObjectKey\"]},\"L\":{\"Fn::GetParam\":[\"Code\",\"a\",\"Src\"]}}",
                deploy.settings().get("ParameterOverrides"));
        assertEquals(
                List.of("ls $CODEBUILD_SRC_DIR_Code $CODEBUILD_SRC_DIR_Src2"),
                after.action(a(5)).orElseThrow().commands());
    }

    @Test
    void aRenamedNamespaceIsRenamedWhereItIsUsed() {
        var before =
                design(
                        stage("Source", source("Source", "Src").ns("Src")),
                        stage("Ask", approval("Ask").set("CustomData", "#{Src.A} #{Src2.A}")));
        var after =
                after(before, new RenameNamespace(a(1), "Code"), "Set namespace of Source to Code");
        assertEquals(
                "#{Code.A} #{Src2.A}",
                after.action(a(2)).orElseThrow().settings().get("CustomData"));
    }

    @Test
    void aRenamedVariableIsRenamedWhereItIsUsed() {
        var before =
                design(stage("Ask", approval("Ask").set("CustomData", "#{variables.tag}")))
                        .withVariables(List.of(new Variable("tag", Optional.of("1"), "")));
        var after = after(before, new RenameVariable("tag", "TAG"), "Rename variable to TAG");
        assertEquals(
                "#{variables.TAG}", after.action(a(1)).orElseThrow().settings().get("CustomData"));
        assertEquals("TAG", after.variables().getFirst().name());
    }

    @Test
    void settingsAreSetAndCleared() {
        var set =
                after(
                        Drawings.simple(),
                        new SetSetting(a(2), "BatchEnabled", "true"),
                        "Set BatchEnabled of Build");
        assertEquals(Optional.of("true"), set.action(a(2)).orElseThrow().setting("BatchEnabled"));
        var cleared =
                after(set, new ClearSetting(a(2), "BatchEnabled"), "Clear BatchEnabled of Build");
        assertEquals(Drawings.simple(), cleared);
    }

    @Test
    void aWireIsDrawnOnceAndTakenAway() {
        var wired =
                after(
                        Drawings.simple(),
                        new Connect("SourceOutput", a(3)),
                        "Connect SourceOutput to Deploy");
        assertEquals(
                List.of("BuildOutput", "SourceOutput"), wired.action(a(3)).orElseThrow().inputs());
        assertEquals(wired, new Connect("SourceOutput", a(3)).apply(wired));
        assertEquals(
                Drawings.simple(),
                after(
                        wired,
                        new Disconnect("SourceOutput", a(3)),
                        "Disconnect SourceOutput from Deploy"));
    }

    @Test
    void anArrowIsClosedAndOpened() {
        var closed =
                after(
                        Drawings.simple(),
                        new SetTransition(s(3), new Transition.Closed("freeze")),
                        "Disable transition into Deploy");
        assertEquals(new Transition.Closed("freeze"), closed.stages().get(2).inbound());
        after(closed, new SetTransition(s(3), Transition.OPEN), "Enable transition into Deploy");
    }

    @Test
    void whatReadADeletedActionStillSaysSo() {
        var after = after(Drawings.simple(), new Delete(Set.of(a(2)), Set.of()), "Delete Build");
        assertEquals(List.of("BuildOutput"), after.action(a(3)).orElseThrow().inputs());
        var none =
                after(
                        Drawings.simple(),
                        new Delete(Set.of(a(1)), Set.of(s(2), s(1))),
                        "Delete 2 things");
        assertEquals("Deploy: Deploy@1", rows(none));
    }

    @Test
    void copiedActionsReadFromEachOther() {
        var before =
                design(
                        stage("Source", source("Source", "Src")),
                        stage(
                                "Build",
                                build("Build", "Src", "Bin").ns("Build"),
                                stack("Deploy", "Bin").row(2).set("StackName", "#{Build.Stack}")));
        var clip = Clip.of(before, Set.of(a(2), a(3)), Set.of());
        var after = after(before, new Paste(clip, Optional.of(s(2)), CATALOG), "Paste 2 things");
        assertEquals("Source: Source@1; Build: Build@1 Deploy@2 Build-2@3 Deploy-2@4", rows(after));
        var copy = after.stages().get(1).actions().get(2);
        assertEquals(List.of("Src"), copy.inputs());
        assertEquals(List.of("Bin2"), copy.outputNames());
        assertEquals(Optional.of("Build2"), copy.namespace());
        var reader = after.stages().get(1).actions().get(3);
        assertEquals(List.of("Bin2"), reader.inputs());
        assertEquals("Bin2::template.yml", reader.settings().get("TemplatePath"));
        assertEquals("#{Build2.Stack}", reader.settings().get("StackName"));
        assertEquals(new ActionId("a5"), reader.id());
    }

    @Test
    void copiedStagesComeRightAfter() {
        var clip = Clip.of(Drawings.simple(), Set.of(), Set.of(s(2)));
        var after =
                after(
                        Drawings.simple(),
                        new Paste(clip, Optional.of(s(2)), CATALOG),
                        "Paste Build");
        assertEquals(
                "Source: Source@1; Build: Build@1; Build-2: Build@1; Deploy: Deploy@1",
                rows(after));
    }

    @Test
    void aDuplicateStandsBeside() {
        var after =
                after(
                        Drawings.simple(),
                        new Duplicate(Set.of(a(2)), Set.of(), CATALOG),
                        "Duplicate Build");
        assertEquals("Source: Source@1; Build: Build@1 Build-2@1; Deploy: Deploy@1", rows(after));
        var again = new Duplicate(Set.of(a(2)), Set.of(), CATALOG).apply(after);
        assertEquals(
                "Source: Source@1; Build: Build@1 Build-3@1 Build-2@1; Deploy: Deploy@1",
                rows(again));
    }

    @Test
    void whatWasCutKeepsItsNames() {
        var clip = Clip.of(Drawings.simple(), Set.of(a(2)), Set.of());
        var cut = new Delete(Set.of(a(2)), Set.of()).apply(Drawings.simple());
        var after = new Paste(clip, Optional.of(s(3)), CATALOG).apply(cut);
        assertEquals("Source: Source@1; Build: ; Deploy: Deploy@1 Build@2", rows(after));
        assertEquals(List.of("BuildOutput"), after.stages().get(2).actions().get(1).outputNames());
    }

    @Test
    void settingsFollowARenamedCompanion() {
        var topic = new Companion.Topic("asks", Origin.CREATE, Optional.empty(), List.of());
        var before =
                after(
                        design(stage("Ask", approval("Ask").set("NotificationArn", "@{asks}"))),
                        new SetCompanion(topic),
                        "Add asks");
        var renamed = new Companion.Topic("approvals", Origin.CREATE, Optional.empty(), List.of());
        var after = after(before, new SetCompanion("asks", renamed), "Rename asks to approvals");
        assertEquals(List.of(renamed), after.companions());
        assertEquals(
                "@{approvals}", after.action(a(1)).orElseThrow().settings().get("NotificationArn"));
        assertEquals(
                List.of(),
                after(after, new RemoveCompanion("approvals"), "Remove approvals").companions());
    }

    @Test
    void whatWorkedInARemovedEnvironmentComesHome() {
        var production =
                new Environment(
                        new EnvironmentId("e2"), "Production", "444455556666", "", "#d64545");
        var before =
                after(
                        design(stage("Deploy", deploy("Deploy", "Bin").at("e2"))),
                        new SetEnvironment(production),
                        "Add environment Production");
        assertEquals(production, before.environmentOf(before.action(a(1)).orElseThrow()));
        var after =
                after(
                        before,
                        new RemoveEnvironment(production.id()),
                        "Remove environment Production");
        assertEquals(Optional.empty(), after.action(a(1)).orElseThrow().environment());
        assertEquals(after, new RemoveEnvironment(after.home().id()).apply(after));
    }

    @Test
    void severalEditsAreOneStep() {
        var after =
                after(
                        Drawings.simple(),
                        new Several(
                                "Tidy up", new RenameStage(s(1), "Code"), new RenameDesign("shop")),
                        "Tidy up");
        assertEquals("Code", after.stages().getFirst().name());
        assertEquals("shop", after.name());
    }

    @Test
    void anEditAimedAtWhatIsGoneChangesNothing() {
        var before = Drawings.simple();
        for (var edit :
                List.<Edit>of(
                        new AddAction(NOWHERE, Action.of(a(50), "X", SmallCatalog.TESTER)),
                        new MoveAction(GONE, s(1), 1, 0, true),
                        new MoveAction(a(1), NOWHERE, 1, 0, true),
                        new MoveStage(NOWHERE, 0),
                        new RenameAction(GONE, "X"),
                        new RenameStage(NOWHERE, "X"),
                        new RenameArtifact("gone", "X", CATALOG),
                        new RenameNamespace(GONE, "X"),
                        new RenameVariable("gone", "X"),
                        new SetSetting(GONE, "X", "Y"),
                        new ClearSetting(a(1), "X"),
                        new ChangeAction(GONE, "X", x -> x.withName("X")),
                        new ChangeStage(NOWHERE, "X", x -> x.withName("X")),
                        new Connect("X", GONE),
                        new Disconnect("X", a(1)),
                        new SetTransition(NOWHERE, new Transition.Closed("X")),
                        new Delete(Set.of(GONE), Set.of(NOWHERE)),
                        new Duplicate(Set.of(GONE), Set.of(), CATALOG),
                        new Paste(new Clip.Actions(List.of()), Optional.of(NOWHERE), CATALOG),
                        new RemoveCompanion("X"),
                        new RemoveEnvironment(new EnvironmentId("e99")))) {
            var history = History.of(before);
            assertSame(history, history.then(edit), edit::title);
        }
    }

    @Test
    void noChangeTouchesAnId() {
        var before = Drawings.simple();
        var after = new ChangeAction(a(2), "X", x -> x.withId(a(1)).withName("X")).apply(before);
        assertEquals("X", after.action(a(2)).orElseThrow().name());
    }

    @Test
    void aNewEditEndsWhatCouldBeDoneAgain() {
        var start = Drawings.simple();
        var history =
                History.of(start)
                        .then(new RenameDesign("shop"))
                        .then(new RenameStage(s(1), "Code"))
                        .undo();
        assertEquals(Optional.of("Rename pipeline to shop"), history.undoTitle());
        assertEquals(Optional.of("Rename stage to Code"), history.redoTitle());
        history = history.then(new RenameStage(s(2), "Make"));
        assertEquals(Optional.empty(), history.redoTitle());
        assertSame(history.now(), history.redo().now());
        assertEquals(
                List.of("Source", "Make", "Deploy"),
                history.now().stages().stream().map(Stage::name).toList());
        assertEquals("shop", history.undo().now().name());
        assertEquals(start, history.undo().undo().now());
        assertEquals(Optional.empty(), history.undo().undo().undoTitle());
        assertEquals(start, history.undo().undo().undo().now(), "there is nothing before");
    }

    @Test
    void whatChangesNothingIsNoStepAndLeavesRedoBe() {
        var history = History.of(Drawings.simple()).then(new RenameDesign("shop")).undo();
        var same = history.then(new RenameDesign(history.now().name()));
        assertEquals(Optional.of("Rename pipeline to shop"), same.redoTitle());
        assertEquals(Optional.empty(), same.undoTitle());
    }

    @Test
    void theLastFiveHundredStepsAreTakenBack() {
        var history = History.of(Drawings.simple());
        for (int n = 1; n <= 600; n++) {
            history = history.then(new RenameDesign("n" + n));
        }
        int back = 0;
        while (history.undoTitle().isPresent()) {
            history = history.undo();
            back++;
        }
        assertEquals("n101 after 499", history.now().name() + " after " + back);
    }
}
