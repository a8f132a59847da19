package io.stagecraft.ui.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.edit.Edit;
import io.stagecraft.edit.MoveAction;
import io.stagecraft.model.Action;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.ActionType;
import io.stagecraft.model.Category;
import io.stagecraft.model.Design;
import io.stagecraft.model.StageId;
import io.stagecraft.model.Transition;
import io.stagecraft.ui.Selection;
import io.stagecraft.ui.Workspace;
import io.stagecraft.ui.canvas.DropPlaces.Drop;
import io.stagecraft.ui.kit.Background;

import org.junit.jupiter.api.Test;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Where things go and what they are called, without a window: the rules behind each drop and key.
class PlacesTest {
    private static final ActionType CODEBUILD = ActionType.aws(Category.BUILD, "CodeBuild");
    private static final ActionType APPROVAL = ActionType.aws(Category.APPROVAL, "Manual");

    private Workspace workspace = on(Drawn.orders());
    private CanvasViewModel model = watching(workspace);

    private static Workspace on(Design design) {
        return new Workspace(
                CatalogFiles.load(),
                _ -> List.of(),
                _ -> {
                    throw new IllegalStateException("no plan here");
                },
                Background.direct(),
                design);
    }

    private static CanvasViewModel watching(Workspace workspace) {
        return new CanvasViewModel(
                workspace,
                new Stagehand.Asked(new ArrayList<>()),
                InstantSource.fixed(Stagehand.NOW));
    }

    private void open(Design design) {
        workspace = on(design);
        model = watching(workspace);
    }

    private CanvasLayout layout() {
        return model.drawing().layout();
    }

    private Box card(String id) {
        return layout().card(new ActionId(id)).orElseThrow().box();
    }

    private Box stage(int index) {
        return layout().stages().get(index).box();
    }

    /// With the run order before each row.
    private List<String> drawn() {
        return model.design().stages().stream()
                .map(s ->
                        s.name()
                                + ":"
                                + String.join(
                                        "",
                                        s.rows().stream()
                                                .map(r ->
                                                        " "
                                                                + r.getFirst().runOrder()
                                                                + " "
                                                                + names(r))
                                                .toList()))
                .toList();
    }

    private static String names(List<Action> row) {
        return String.join("+", row.stream().map(Action::name).toList());
    }

    private Drop over(Spot at, Set<ActionId> moving, boolean gates) {
        return new DropPlaces(layout(), model.design(), moving).at(at, gates);
    }

    private static Set<ActionId> ids(String... ids) {
        return Set.copyOf(List.of(ids).stream().map(ActionId::new).toList());
    }

    private void select(String... ids) {
        model.select(
                new Selection(
                        List.of(ids).stream()
                                .<Selection.Item>map(id -> new Selection.OfAction(new ActionId(id)))
                                .toList()));
    }

    private void apply(Edit edit) {
        model.apply(edit);
    }

    private String undoTitle() {
        return workspace.historyProperty().get().undoTitle().orElse("");
    }

    @Test
    void betweenTwoRowsAFreeNumberIsTakenAndNobodyIsRenumbered() {
        open(
                Drawn.orders()
                        .withAction(new ActionId("a3"), a -> a.withRunOrder(7))
                        .withAction(new ActionId("a4"), a -> a.withRunOrder(7)));
        var drop = over(new Spot(card("a3").centre().x(), card("a3").y() - 16), Set.of(), false);
        assertEquals("before row 2 · order 2", drop.caption());
        apply(model.editFor(CODEBUILD, drop).orElseThrow());
        assertEquals("Build: 1 Build 2 Build-2 7 Unit+Scan", drawn().get(1));
    }

    @Test
    void belowTheLastNumberOfAllTheRowsCloseUp() {
        open(Drawn.orders().withAction(new ActionId("a5"), a -> a.withRunOrder(999)));
        var under = new Spot(card("a5").centre().x(), stage(2).bottom() - 8);
        var drop = over(under, Set.of(), false);
        assertEquals("after row 1 · order 999", drop.caption());
        apply(model.editFor(CODEBUILD, drop).orElseThrow());
        assertTrue(model.design().actions().allMatch(a -> a.runOrder() <= 999), drawn().toString());
    }

    @Test
    void onAnArrowAnApprovalComesBeforeTheStageAndAnythingElseGetsAStageOfItsOwn() {
        open(
                Drawn.orders()
                        .withStage(
                                s("s3"), s -> s.plus(Drawn.build("a6", "Smoke", 5, List.of("Src"))))
                        .withAction(new ActionId("a5"), a -> a.withRunOrder(3)));
        var gate = layout().gate(layout().stages().get(2));
        assertEquals(
                new DropPlaces.Target.OnArrow(new StageId("s3")),
                over(gate, Set.of(), true).target());
        assertEquals("new stage 3", over(gate, Set.of(), false).caption());
        apply(model.editFor(Set.of(new ActionId("a3")), over(gate, ids("a3"), true)).orElseThrow());
        assertEquals("Staging: 3 Unit 4 Deploy 5 Smoke", drawn().get(2));
    }

    @Test
    void aStageGoesBehindThoseItWasDroppedBehind() {
        var last = new Spot(stage(2).right() + 40, 24);
        var drop =
                new DropPlaces(layout(), model.design(), Set.of()).stage(last, new StageId("s1"));
        assertEquals("stage 3", drop.caption());
        apply(model.editFor(new StageId("s1"), drop).orElseThrow());
        assertEquals(
                List.of("Build", "Staging", "Source"),
                model.design().stages().stream().map(s -> s.name()).toList());
        assertEquals("Move stage Source", undoTitle());
    }

    @Test
    void whereACardStandsAlreadyThereIsNothingToDrop() {
        var own = card("a3").centre();
        assertEquals(List.of(), edits("a3", own));
        var below = new Spot(card("a5").centre().x(), stage(2).bottom() - 8);
        assertEquals(List.of(), edits("a5", below), "another number alone is no move");
        var beside = new Spot(card("a4").right() + 20, own.y());
        assertEquals(1, edits("a3", beside).size());
        assertEquals(
                "beside Scan · order 2",
                over(new Spot(own.x(), own.y()), ids("a3"), false).caption());
    }

    private List<Edit> edits(String moved, Spot at) {
        return model.editFor(ids(moved), over(at, ids(moved), false)).stream().toList();
    }

    @Test
    void actionsThatMoveTogetherKeepTheirRows() {
        var below = new Spot(card("a5").centre().x(), stage(2).bottom() - 8);
        apply(
                model.editFor(ids("a2", "a3", "a4"), over(below, ids("a2", "a3", "a4"), false))
                        .orElseThrow());
        assertEquals("Staging: 1 Deploy 2 Build 3 Unit+Scan", drawn().get(2));
        assertEquals("Move 3 actions", undoTitle());
        model.undo();
        var beside = new Spot(card("a5").right() + 20, card("a5").centre().y());
        apply(model.editFor(ids("a2", "a3"), over(beside, ids("a2", "a3"), false)).orElseThrow());
        assertEquals("Staging: 1 Deploy+Build+Unit", drawn().get(2));
        model.undo();
        var gap = new Spot(stage(2).right() + 60, 200);
        apply(model.editFor(ids("a2", "a4"), over(gap, ids("a2", "a4"), false)).orElseThrow());
        assertEquals("Build: 1 Unit", drawn().get(1).replace("2 ", "1 "));
        assertTrue(drawn().get(3).endsWith(": 1 Build 2 Scan"), drawn().toString());
        assertEquals("Move 2 actions to a new stage", undoTitle());
        model.undo();
        apply(model.editFor(ids("a4"), over(gap, ids("a4"), false)).orElseThrow());
        assertEquals("Move Scan to a new stage", undoTitle());
    }

    @Test
    void whatIsNotDroppedGoesWhereTheSelectionSays() {
        select("a2");
        model.add(CODEBUILD);
        assertEquals("Build: 1 Build 2 Build-2 3 Unit+Scan", drawn().get(1));
        assertEquals("Build-2", model.nameOf(model.selection().items().getFirst()).orElseThrow());
        model.undo();
        select("a1");
        model.add(CODEBUILD);
        assertEquals(4, model.design().stages().size(), "a stage of sources takes nothing else");
        assertTrue(drawn().get(1).endsWith(": 1 Build"), drawn().toString());
        model.undo();
        model.select(Selection.of(new Selection.OfTransition(new StageId("s3"))));
        model.add(APPROVAL);
        assertTrue(drawn().get(2).endsWith(": 1 Approve"), drawn().toString());
        model.undo();
        model.select(Selection.NONE);
        model.add(ActionType.aws(Category.SOURCE, "S3"));
        assertEquals("Source: 1 GitHub+Source", drawn().getFirst());
        open(Drawn.orders().withStages(Drawn.orders().stages().subList(1, 3)));
        model.add(ActionType.aws(Category.SOURCE, "S3"));
        assertEquals(3, model.design().stages().size(), "no source joins a build");
        assertTrue(drawn().getFirst().endsWith(": 1 Source"), drawn().toString());
    }

    @Test
    void aWireSaysWhyItCannotBe() {
        assertEquals("GitHub makes Src itself.", whyNot("Src", "a1"));
        assertEquals("Build already reads Src.", whyNot("Src", "a2"));
        assertEquals("Manual approval takes no input artifact.", withApproval("Out", "a9"));
        assertEquals(
                "Build makes Out only when Other has started: move it to a later row or stage.",
                beside("Out"));
        assertEquals("Nobody makes Gone.", whyNot("Gone", "a3"));
        open(
                Drawn.orders()
                        .withAction(
                                new ActionId("a3"),
                                a -> a.withInputs(List.of("A", "B", "C", "D", "E"))));
        assertEquals("CodeBuild takes at most 5 input artifacts.", whyNot("Out", "a3"));
        open(
                Drawn.orders()
                        .withAction(
                                new ActionId("a3"),
                                a -> a.withInputs(List.of("A", "B", "C", "D"))));
        assertEquals("", whyNot("Out", "a3"));
    }

    private String whyNot(String artifact, String consumer) {
        return model.wires().whyNot(artifact, new ActionId(consumer)).orElse("");
    }

    private String withApproval(String artifact, String id) {
        open(
                Drawn.orders()
                        .withStage(
                                new StageId("s3"),
                                s -> s.plus(Action.of(new ActionId(id), "Ask", APPROVAL))));
        return whyNot(artifact, id);
    }

    private String beside(String artifact) {
        open(
                Drawn.orders()
                        .withStage(
                                new StageId("s2"),
                                s -> s.plus(Drawn.build("a9", "Other", 1, List.of("Src")))));
        return whyNot(artifact, "a9");
    }

    @Test
    void aConnectedWireIsSelectedAndDeleteTakesItAway() {
        model.connect("Out", new ActionId("a3"));
        var wire = new Selection.OfWire("Out", new ActionId("a3"));
        assertEquals(Selection.of(wire), model.selection());
        assertEquals("Connect Out to Unit", undoTitle());
        model.deleteSelection();
        assertEquals(
                List.of("Src"), model.design().action(new ActionId("a3")).orElseThrow().inputs());
        assertEquals(Selection.NONE, model.selection());
    }

    @Test
    void namesAndReasonsAreStrippedAndNothingIsNoName() {
        var build = new Selection.OfAction(new ActionId("a2"));
        model.rename(build, "  Compile ");
        assertEquals("Rename Build to Compile", undoTitle());
        model.rename(build, "  ");
        assertEquals("Compile", model.nameOf(build).orElseThrow());
        model.rename(new Selection.OfStage(new StageId("s2")), "Make");
        assertEquals("Make", model.design().stages().get(1).name());
        model.close(new StageId("s2"), " ");
        assertEquals(
                new Transition.Closed("Closed by hand"), model.design().stages().get(1).inbound());
        model.close(new StageId("s2"), " Freeze ");
        assertEquals(new Transition.Closed("Freeze"), model.design().stages().get(1).inbound());
        assertEquals("Disable transition into Make", undoTitle());
    }

    @Test
    void actionsArePastedIntoAnEmptyPipelineToo() {
        select("a2");
        assertEquals("Build", model.copy().orElseThrow());
        assertEquals(
                "Copied Build", workspace.messageProperty().get().map(m -> m.text()).orElse(""));
        model.select(Selection.NONE);
        assertTrue(model.copy().isEmpty());
        apply(new io.stagecraft.edit.Delete(Set.of(), Set.of(s("s1"), s("s2"), s("s3"))));
        model.paste();
        assertEquals(List.of("Stage: 1 Build"), drawn());
    }

    private static StageId s(String id) {
        return new StageId(id);
    }

    @Test
    void keysMoveAStageAndACardThroughEveryPlace() {
        model.select(Selection.of(new Selection.OfStage(new StageId("s3"))));
        model.nudge(Nudge.LEFT);
        assertEquals("Staging", model.design().stages().get(1).name());
        model.nudge(Nudge.RIGHT);
        assertEquals("Staging", model.design().stages().get(2).name());
        model.nudge(Nudge.RIGHT);
        assertEquals("Staging", model.design().stages().get(2).name());
        select("a4");
        model.nudge(Nudge.EARLIER);
        assertEquals("Build: 1 Build 2 Scan+Unit", drawn().get(1));
        model.nudge(Nudge.LATER);
        assertEquals("Build: 1 Build 2 Unit+Scan", drawn().get(1));
        model.nudge(Nudge.DOWN);
        assertEquals("Build: 1 Build 2 Unit 3 Scan", drawn().get(1));
        model.nudge(Nudge.UP);
        assertEquals("Build: 1 Build 2 Unit+Scan", drawn().get(1));
        model.nudge(Nudge.LEFT);
        assertEquals("Source: 1 GitHub 2 Scan", drawn().getFirst());
        select("a2");
        model.nudge(Nudge.DOWN);
        select("a3");
        model.nudge(Nudge.UP);
        assertEquals(
                List.of("Source: 1 GitHub 2 Scan", "Build: 2 Unit 3 Build"), drawn().subList(0, 2));
    }

    @Test
    void downFromARowOfSeveralACardGetsARowOfItsOwnBeforeTheNext() {
        apply(new MoveAction(new ActionId("a2"), new StageId("s2"), 3, 0, true));
        assertEquals("Build: 2 Unit+Scan 3 Build", drawn().get(1));
        select("a4");
        model.nudge(Nudge.DOWN);
        assertEquals("Build: 2 Unit 3 Scan 4 Build", drawn().get(1));
        model.nudge(Nudge.DOWN);
        assertEquals("Build: 2 Unit 4 Build+Scan", drawn().get(1));
    }
}
