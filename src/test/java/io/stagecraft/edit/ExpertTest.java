package io.stagecraft.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stagecraft.drawn.Drawings;
import io.stagecraft.drawn.SmallCatalog;
import io.stagecraft.model.Action;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.ActionType;
import io.stagecraft.model.Category;
import io.stagecraft.model.Companion;
import io.stagecraft.model.Design;
import io.stagecraft.model.Stage;
import io.stagecraft.model.StageId;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is dropped arrives as an expert would have made it.
class ExpertTest {
    private final Expert expert = new Expert(new SmallCatalog());
    private Design design = Design.empty("orders.release");

    private Action drop(ActionType type, Place place) {
        var id = design.nextActionId();
        design = History.of(design).then(expert.action(design, type, place)).now();
        return design.action(id).orElseThrow();
    }

    private void dropAll() {
        drop(SmallCatalog.REPOSITORY, new Place.Gap(0));
        drop(SmallCatalog.BUILDER, new Place.Gap(1));
        drop(SmallCatalog.STACK, new Place.Gap(2));
    }

    private List<String> stages() {
        return design.stages().stream().map(Stage::name).toList();
    }

    @Test
    void aSourceInTheFirstGapMakesAStageAndAConnection() {
        var source = drop(SmallCatalog.REPOSITORY, new Place.Gap(0));
        assertEquals(List.of("Source"), stages());
        assertEquals("Source", source.name());
        assertEquals(List.of("SourceOutput"), source.outputNames());
        assertEquals(Optional.of("SourceVariables"), source.namespace());
        assertEquals("main", source.settings().get("Branch"));
        assertEquals("@{orders-release-github}", source.settings().get("Connection"));
        assertEquals(
                List.of("orders-release-github"),
                design.companions().stream().map(Companion::name).toList());
    }

    @Test
    void aSecondSourceUsesTheConnectionThatIsThere() {
        drop(SmallCatalog.REPOSITORY, new Place.Gap(0));
        var second = drop(SmallCatalog.REPOSITORY, new Place.Row(new StageId("s1"), 1, 1, false));
        assertEquals("Source-2", second.name());
        assertEquals(List.of("SourceOutput2"), second.outputNames());
        assertEquals(Optional.of("SourceVariables2"), second.namespace());
        assertEquals(1, design.companions().size());
    }

    @Test
    void whatIsDeployedIsTheLatestBuild() {
        dropAll();
        var deploy = design.action(new ActionId("a3")).orElseThrow();
        assertEquals(List.of("BuildOutput"), deploy.inputs());
        assertEquals("BuildOutput::template.yml", deploy.settings().get("TemplatePath"));
        assertEquals("@{orders-release-stack}", deploy.settings().get("RoleArn"));
        var second = drop(SmallCatalog.BUILDER, new Place.Below(new StageId("s2")));
        assertEquals(2, second.runOrder());
        assertEquals(List.of("BuildOutput2"), second.outputNames());
        var other = drop(SmallCatalog.STACK, new Place.Below(new StageId("s3")));
        assertEquals(List.of("BuildOutput2"), other.inputs());
        assertEquals("@{orders-release-stack}", other.settings().get("RoleArn"));
    }

    @Test
    void aTestReadsTheSourceAndHasAProjectOfItsOwn() {
        dropAll();
        var test = drop(SmallCatalog.TESTER, new Place.Gap(2));
        assertEquals(List.of("SourceOutput"), test.inputs());
        assertEquals(List.of("Source", "Build", "Test", "Deploy"), stages());
        assertEquals("@{orders-release-test}", test.settings().get("ProjectName"));
        var beside =
                drop(SmallCatalog.TESTER, new Place.Row(design.stages().get(2).id(), 1, 1, false));
        assertEquals("Test-2", beside.name());
        assertEquals(1, beside.runOrder());
        assertEquals("@{orders-release-test-2}", beside.settings().get("ProjectName"));
    }

    @Test
    void nothingLaterIsReadEarlier() {
        dropAll();
        var early = drop(SmallCatalog.STACK, new Place.Gap(1));
        assertEquals(List.of("SourceOutput"), early.inputs());
        assertEquals(List.of("Source", "Deploy-2", "Build", "Deploy"), stages());
    }

    @Test
    void anApprovalIsTheFirstRowOfTheStageItGuards() {
        dropAll();
        var stage = design.stages().get(2).id();
        design = expert.approvalBefore(design, stage).apply(design);
        assertEquals(
                List.of("Approve 1", "Deploy 2"),
                design.stages().get(2).actions().stream()
                        .map(a -> a.name() + " " + a.runOrder())
                        .toList());
        var first = design.stages().getFirst().id();
        assertEquals(design, expert.approvalBefore(design, first).apply(design));
    }

    @Test
    void anUnknownTypeArrivesBare() {
        design = Drawings.simple();
        var action =
                drop(ActionType.aws(Category.INVOKE, "New"), new Place.Below(new StageId("s3")));
        assertEquals("New", action.name());
        assertEquals(2, action.runOrder());
    }

    @Test
    void aStageThatIsGoneTakesNothing() {
        design = Drawings.simple();
        var edit = expert.action(design, SmallCatalog.TESTER, new Place.Below(new StageId("s9")));
        assertEquals(design, edit.apply(design));
        assertEquals(Set.of(), Set.copyOf(design.companions()));
    }
}
