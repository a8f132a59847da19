package io.stagecraft.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.model.Action;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.ActionType;
import io.stagecraft.model.ArtifactStore;
import io.stagecraft.model.Category;
import io.stagecraft.model.Companion;
import io.stagecraft.model.Design;
import io.stagecraft.model.EncryptionKey;
import io.stagecraft.model.EnvironmentVariable;
import io.stagecraft.model.Extras;
import io.stagecraft.model.Origin;
import io.stagecraft.model.OutputArtifact;
import io.stagecraft.model.Stage;
import io.stagecraft.model.StageId;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

class CircumstanceTest {
    private static final ActionType BUILD = ActionType.aws(Category.BUILD, "CodeBuild");
    private static final ActionType STACK = ActionType.aws(Category.DEPLOY, "CloudFormation");

    private final ActionCatalog catalog = CatalogFiles.load();
    private final Action source =
            Action.of(
                            new ActionId("a1"),
                            "Source",
                            ActionType.aws(Category.SOURCE, "CodeStarSourceConnection"))
                    .withOutputs(List.of(new OutputArtifact("Src")));
    private final Action build =
            Action.of(new ActionId("a2"), "Build", BUILD)
                    .withSetting("ProjectName", "@{p}")
                    .withInputs(List.of("Src"));

    @Test
    void aChangeSetIsMadeWithARoleAndRunWithoutOne() {
        assertEquals(
                Set.of("ActionMode", "StackName", "ChangeSetName", "TemplatePath", "RoleArn"),
                required("CHANGE_SET_REPLACE"));
        assertEquals(
                Set.of("ActionMode", "StackName", "ChangeSetName"), required("CHANGE_SET_EXECUTE"));
        assertEquals(Set.of("ActionMode", "StackName", "RoleArn"), required("DELETE_ONLY"));
    }

    @Test
    void anAbsentFlagIsWhatAwsTakes() {
        var single = new When.SettingIs("BatchEnabled", List.of("false"));
        assertTrue(holds(single, build));
        assertFalse(holds(single, build.withSetting("BatchEnabled", "true")));
        assertFalse(holds(single, build.withSetting("BatchEnabled", "#{variables.BATCH}")));
    }

    @Test
    void aSecondInputNeedsAPrimarySource() {
        var field = catalog.find(BUILD).orElseThrow().field("PrimarySource").orElseThrow();
        assertFalse(of(design(build), build).isRequired(field));
        var two = build.withInputs(List.of("Src", "Other"));
        assertTrue(of(design(two), two).isRequired(field));
    }

    @Test
    void aBuildThatReadsAReferenceIsMadeWithIt() {
        var clone = new When.InputMadeWith("OutputArtifactFormat", "CODEBUILD_CLONE_REF");
        assertFalse(holds(clone, build));
        var design =
                design(source.withSetting("OutputArtifactFormat", "CODEBUILD_CLONE_REF"), build);
        assertTrue(of(design, build).holds(clone));
    }

    @Test
    void aProjectsReportsAndVariablesAreSeen() {
        var project =
                new Companion.BuildProject(
                        "p",
                        Origin.CREATE,
                        Optional.empty(),
                        "LINUX_CONTAINER",
                        "image",
                        "BUILD_GENERAL1_SMALL",
                        false,
                        60,
                        "",
                        List.of(
                                new EnvironmentVariable(
                                        "TOKEN", "t", EnvironmentVariable.Kind.SECRETS_MANAGER)),
                        true,
                        30);
        var circumstance = of(design(build).withCompanions(List.of(project)), build);
        assertTrue(circumstance.holds(new When.ProjectHas("reports")));
        assertTrue(circumstance.holds(new When.VariableOfKind("SECRETS_MANAGER")));
        assertFalse(circumstance.holds(new When.VariableOfKind("PARAMETER_STORE")));
        var json = build.withSetting("EnvironmentVariables", "[{\"type\": \"PARAMETER_STORE\"}]");
        assertTrue(holds(new When.VariableOfKind("PARAMETER_STORE"), json));
    }

    @Test
    void aStoreThatComesAlongIsEncryptedAndOneWithS3sKeyIsNot() {
        assertTrue(holds(new When.StoreEncrypted(), build));
        var plain =
                design(build)
                        .withStores(
                                List.of(
                                        new ArtifactStore(
                                                "",
                                                new Origin.Existing("b"),
                                                new EncryptionKey.AwsManaged(),
                                                Extras.NONE)));
        assertFalse(of(plain, build).holds(new When.StoreEncrypted()));
    }

    @Test
    void whatOnlyAPersonCanJudgeNeverHolds() {
        assertFalse(holds(new When.Judged("the template has IAM resources"), build));
        assertTrue(holds(When.ALWAYS, build));
    }

    private Set<String> required(String mode) {
        var action = Action.of(new ActionId("a3"), "Deploy", STACK).withSetting("ActionMode", mode);
        var circumstance = of(design(action), action);
        return catalog.find(STACK).orElseThrow().fields().stream()
                .filter(circumstance::isRequired)
                .map(FieldSpec::key)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean holds(When when, Action action) {
        return of(design(source, action), action).holds(when);
    }

    private Circumstance of(Design design, Action action) {
        return Circumstance.of(design, action, catalog.find(action.type()).orElseThrow());
    }

    private static Design design(Action... actions) {
        return Design.empty("orders")
                .withStages(List.of(Stage.of(new StageId("s1"), "All", List.of(actions))));
    }
}
