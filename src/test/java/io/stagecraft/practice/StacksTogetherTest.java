package io.stagecraft.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;

import java.time.Duration;
import java.util.List;

/// Stacks that use what another one exports: what is in use can neither go nor change.
class StacksTogetherTest {
    private static final String GIVER =
            """
            Resources:
              Topic: {Type: AWS::SNS::Topic, Properties: {TopicName: news}}
            Outputs:
              Arn: {Value: !Ref Topic, Export: {Name: news-arn}}
            """;
    private static final String TAKER =
            """
            Resources:
              Group: {Type: AWS::Logs::LogGroup, Properties: {LogGroupName: !Join ['/', [a, !ImportValue news-arn]]}}
            """;

    private static String refusal(Executable call) {
        return assertThrows(CloudFormationException.class, call).awsErrorDetails().errorMessage();
    }

    private static String reason(Trial trial, String stack, String status) {
        return trial.stacks.describeStackEvents(r -> r.stackName(stack)).stackEvents().stream()
                .filter(e -> e.resourceType().equals("AWS::CloudFormation::Stack"))
                .filter(e -> e.resourceStatusAsString().equals(status))
                .findFirst()
                .orElseThrow()
                .resourceStatusReason();
    }

    @Test
    void whoImportsIsListed() {
        try (var trial = new Trial()) {
            trial.deploy("giver", GIVER, ChangeSetType.CREATE);
            assertEquals(
                    "Export 'news-arn' is not imported by any stack.",
                    refusal(() -> trial.stacks.listImports(r -> r.exportName("news-arn"))));
            trial.deploy("one", TAKER, ChangeSetType.CREATE);
            trial.deploy("two", TAKER.replace("[a,", "[b,"), ChangeSetType.CREATE);
            assertEquals(
                    List.of("one", "two"),
                    trial.stacks.listImports(r -> r.exportName("news-arn")).imports());
            trial.stacks.deleteStack(r -> r.stackName("one"));
            trial.clock.advance(Duration.ofMinutes(2));
            assertEquals(
                    List.of("two"),
                    trial.stacks.listImports(r -> r.exportName("news-arn")).imports());
        }
    }

    @Test
    void aStackWhoseExportIsInUseIsNotDeletedUntilItIsNot() {
        try (var trial = new Trial()) {
            trial.deploy("giver", GIVER, ChangeSetType.CREATE);
            trial.deploy("taker", TAKER, ChangeSetType.CREATE);
            trial.stacks.deleteStack(r -> r.stackName("giver"));
            trial.clock.advance(Duration.ofMinutes(2));
            var giver = trial.stacks.describeStacks(r -> r.stackName("giver")).stacks().getFirst();
            assertEquals("CREATE_COMPLETE", giver.stackStatusAsString());
            assertEquals(
                    "Delete canceled. Cannot delete export news-arn as it is in use by taker.",
                    giver.stackStatusReason());
            trial.stacks.deleteStack(r -> r.stackName("taker"));
            trial.clock.advance(Duration.ofMinutes(2));
            trial.stacks.deleteStack(r -> r.stackName("giver"));
            trial.clock.advance(Duration.ofMinutes(2));
            assertEquals(
                    "Stack with id giver does not exist",
                    refusal(() -> trial.stacks.describeStacks(r -> r.stackName("giver"))));
        }
    }

    @Test
    void anUpdateThatDropsOrChangesAnExportInUseIsTakenBack() {
        try (var trial = new Trial()) {
            trial.deploy("giver", GIVER, ChangeSetType.CREATE);
            trial.deploy("taker", TAKER, ChangeSetType.CREATE);
            var without = GIVER.replace(", Export: {Name: news-arn}", "");
            assertEquals(
                    "UPDATE_ROLLBACK_COMPLETE",
                    trial.deploy("giver", without, ChangeSetType.UPDATE));
            assertEquals(
                    "Delete canceled. Cannot delete export news-arn as it is in use by taker.",
                    reason(trial, "giver", "UPDATE_ROLLBACK_IN_PROGRESS"));
            var other = GIVER.replace("TopicName: news", "TopicName: olds");
            assertEquals(
                    "UPDATE_ROLLBACK_COMPLETE", trial.deploy("giver", other, ChangeSetType.UPDATE));
            assertEquals(
                    "Cannot update export news-arn as it is in use by taker.",
                    reason(trial, "giver", "UPDATE_ROLLBACK_IN_PROGRESS"));
            var export = trial.stacks.listExports(r -> {}).exports().getFirst();
            assertEquals("arn:aws:sns:eu-west-1:000000000000:news", export.value());
        }
    }

    @Test
    void anExportHasOneOwner() {
        try (var trial = new Trial()) {
            trial.deploy("giver", GIVER, ChangeSetType.CREATE);
            var rival = GIVER.replace("TopicName: news", "TopicName: olds");
            assertEquals("ROLLBACK_COMPLETE", trial.deploy("rival", rival, ChangeSetType.CREATE));
            assertEquals(
                    "Export with name news-arn is already exported by stack giver. Rollback requested by user.",
                    reason(trial, "rival", "ROLLBACK_IN_PROGRESS"));
        }
    }
}
