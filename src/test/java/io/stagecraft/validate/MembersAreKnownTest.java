package io.stagecraft.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.project.ProjectFile;
import io.stagecraft.project.UnreadableProject;

import org.junit.jupiter.api.Test;

import java.util.List;

/// A slip of the pen in a file is told where it stands, and stays in the file.
class MembersAreKnownTest {
    private static final String DOES_NOTHING =
            " is nothing that a design can say and does nothing.";

    private static List<Problem> said(String text) throws UnreadableProject {
        return new Validator(CatalogFiles.load())
                .check(ProjectFile.parse(text)).stream()
                        .filter(p -> p.rule().id().equals("SC932"))
                        .toList();
    }

    @Test
    void aSlipIsToldWithItsPlaceAndWhatItMayMean() throws Exception {
        var problems =
                said(
                        """
                        {"stagecraft": 1, "pipeline": {"name": "x", "stages": [
                          {"name": "Source", "actions": []},
                          {"name": "Check", "actions": [
                            {"name": "Ask", "type": "Approval/AWS/Manual/1", "runOder": 2}],
                           "beforeEntry": {"rules": [
                             {"name": "Hours", "provider": "DeploymentWindow", "time": 3}]}}],
                          "triggers": [{"source": "Source", "push": [{"branch": {"includes": ["a"]}}]}]},
                         "companions": [
                          {"name": "orders", "kind": "build-project", "network": {"subnet": []}},
                          {"name": "told", "kind": "topic", "image": "x"}],
                         "environmnets": []}
                        """);
        assertEquals(
                List.of(
                        "environmnets" + DOES_NOTHING + " It may mean environments.",
                        "companions[orders].network.subnet"
                                + DOES_NOTHING
                                + " It may mean subnets.",
                        "companions[told].image says nothing here and does nothing.",
                        "pipeline.triggers[0].push[0].branch"
                                + DOES_NOTHING
                                + " It may mean branches.",
                        "pipeline.stages[1].beforeEntry.rules[Hours].time"
                                + DOES_NOTHING
                                + " It may mean timeoutMinutes.",
                        "pipeline.stages[1].actions[0].runOder"
                                + DOES_NOTHING
                                + " It may mean runOrder."),
                problems.stream().map(Problem::message).toList());
    }

    private static List<String> meant(String pipeline) throws UnreadableProject {
        return said("{\"stagecraft\": 1, \"pipeline\": {\"name\": \"x\", " + pipeline + "}}")
                .stream()
                .map(Problem::message)
                .map(m -> m.replaceFirst("^.*\\.([^. ]+ ?)" + DOES_NOTHING, "$1:"))
                .toList();
    }

    @Test
    void whatCodePipelineCallsOtherwiseIsTranslated() throws Exception {
        assertEquals(
                List.of("executionMode: It may mean mode.", "roleArn: It may mean role."),
                meant("\"executionMode\": \"QUEUED\", \"roleArn\": \"x\""));
        assertEquals(
                List.of(
                        "actionTypeId: It may mean type.",
                        "configuration: It may mean settings.",
                        "input_artifacts: It may mean inputs.",
                        "run_order: It may mean runOrder."),
                meant(
                        """
                        "stages": [{"name": "A", "actions": [{"name": "B", "type": "Approval/AWS/Manual/1",
                          "actionTypeId": {}, "configuration": {}, "input_artifacts": [], "run_order": 2}]}]
                        """));
    }

    @Test
    void aPieceOfAWordIsEnough() throws Exception {
        assertEquals(
                List.of(
                        "befor: It may mean beforeEntry.",
                        "entry: It may mean beforeEntry.",
                        "transition : It may mean closed."),
                meant(
                        "\"stages\": [{\"name\": \"A\", \"actions\": [], \"befor\": {}, \"entry\": {}, \"transition \": {}}]"));
        assertEquals(
                List.of("Type: It may mean kind."),
                meant(
                        """
                        "stages": [{"name": "A", "actions": [{"name": "B", "type": "Compute/AWS/Commands/1",
                          "environmentVariables": [{"name": "C", "value": "d", "Type": "PLAINTEXT"}]}]}]
                        """));
    }

    @Test
    void theProblemLeadsToTheAction() throws Exception {
        var problem =
                said("""
                {"stagecraft": 1, "pipeline": {"name": "x", "stages": [
                  {"id": "s7", "name": "A", "actions": [
                    {"id": "a9", "name": "B", "type": "Approval/AWS/Manual/1", "rank": 1}]}]}}
                """)
                        .getFirst();
        assertEquals("a9", About.action(problem.about()).value());
    }
}
