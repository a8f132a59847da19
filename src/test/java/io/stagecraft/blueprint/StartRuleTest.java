package io.stagecraft.blueprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.model.ActionType;
import io.stagecraft.model.Category;
import io.stagecraft.model.Design;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/// On the real catalogue: sources that do not call the pipeline themselves are listened to.
class StartRuleTest {
    @Test
    void anImagePushStartsThePipelineUnderARoleThatMayDoNothingElse() {
        var plan = plan("ECR", Map.of("RepositoryName", "shop"));
        var rule = rules(plan).getFirst();
        assertEquals(
                "{\"source\":[\"aws.ecr\"],\"detail-type\":[\"ECR Image Action\"],\"detail\":"
                        + "{\"action-type\":[\"PUSH\"],\"result\":[\"SUCCESS\"],"
                        + "\"repository-name\":[\"shop\"],\"image-tag\":[\"latest\"]}}",
                rule.pattern().shown());
        var role =
                plan.home().resources().stream()
                        .filter(r -> r.key().equals("StartRole"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(1, role.statements().size());
        assertEquals(
                List.of("codepipeline:StartPipelineExecution"),
                role.statements().getFirst().actions());
        assertEquals(
                "arn:${partition}:codepipeline:${region}:${account}:p",
                role.statements().getFirst().resources().getFirst().shown());
    }

    @Test
    void aPolledSourceNeedsNoRuleAndOneThatIsNotDoes() {
        var polled = Map.of("RepositoryName", "shop", "BranchName", "main");
        assertEquals(List.of(), rules(plan("CodeCommit", polled)));
        var told =
                Map.of(
                        "RepositoryName", "shop",
                        "BranchName", "main",
                        "PollForSourceChanges", "false");
        assertTrue(
                rules(plan("CodeCommit", told))
                        .getFirst()
                        .pattern()
                        .shown()
                        .contains("\"referenceName\":[\"main\"]"));
    }

    @Test
    void aBucketHasToTellEventBridge() {
        var plan =
                plan(
                        "S3",
                        Map.of(
                                "S3Bucket", "inbox",
                                "S3ObjectKey", "a \"b\".zip",
                                "PollForSourceChanges", "false"));
        assertTrue(
                rules(plan)
                        .getFirst()
                        .pattern()
                        .shown()
                        .endsWith(
                                "\"detail\":{\"bucket\":{\"name\":[\"inbox\"]},"
                                        + "\"object\":{\"key\":[\"a \\\"b\\\".zip\"]}}}"));
        assertEquals(
                List.of(
                        "Turn on EventBridge notifications for the bucket inbox: without them no"
                                + " upload starts the pipeline."),
                plan.notes());
    }

    @Test
    void aSourceThatIsNotSetYetIsNotListenedTo() {
        assertEquals(List.of(), rules(plan("ECR", Map.of())));
    }

    private static Blueprint plan(String provider, Map<String, String> settings) {
        var source =
                Starter.action("a1", "Source", ActionType.aws(Category.SOURCE, provider))
                        .withOutputs(Starter.out("Out"));
        for (var setting : settings.entrySet()) {
            source = source.withSetting(setting.getKey(), setting.getValue());
        }
        return new Planner(CatalogFiles.load())
                .plan(Design.empty("p").withStages(List.of(Starter.stage("s1", "Source", source))));
    }

    private static List<Resource.StartRule> rules(Blueprint plan) {
        return plan.home().resources().stream()
                .filter(Resource.StartRule.class::isInstance)
                .map(Resource.StartRule.class::cast)
                .toList();
    }
}
