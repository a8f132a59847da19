package io.stagecraft.blueprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.iam.Statement;
import io.stagecraft.iam.Text;
import io.stagecraft.json.Json;
import io.stagecraft.model.Companion;
import io.stagecraft.model.Design;
import io.stagecraft.model.Origin;
import io.stagecraft.project.TemplateShelf;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A watch tells of failures, and lets nobody else tell.
class WatchingTest {
    @Test
    void aRunThatFailsIsToldToTheTopicWithItsNumber() throws Exception {
        var notice = of(plan(45), Resource.Notice.class).findFirst().orElseThrow();
        assertEquals("orders-watch-failed", notice.name());
        assertTrue(
                notice.pattern()
                        .shown()
                        .contains("\"pipeline\":[\"orders-release\"],\"state\":[\"FAILED\"]"));
        assertEquals("${OrdersWatchTopic.Arn}", notice.topic().shown());
        assertTrue(notice.message().contains("<execution>"));
        assertEquals("$.detail.execution-id", notice.paths().get("execution"));
    }

    @Test
    void alarmsAreForFailingAgainAndForTakingLong() throws Exception {
        assertEquals(
                List.of("FailedPipelineExecutions Sum 2", "PipelineDuration Maximum 2700"),
                of(plan(45), Resource.Alarm.class)
                        .map(a -> a.metric() + " " + a.statistic() + " " + a.threshold())
                        .toList());
        assertEquals(1, of(plan(0), Resource.Alarm.class).count(), "nobody said what long is");
    }

    @Test
    void theTopicTakesFromTheseAlarmsAndItsKeyServesThisTopicOnly() throws Exception {
        var plan = plan(45);
        var topic =
                of(plan, Resource.Topic.class)
                        .filter(t -> t.key().equals("OrdersWatchTopic"))
                        .findFirst()
                        .orElseThrow();
        var alarms = statement(topic.statements(), "LetAlarmsPublish");
        assertEquals(
                List.of(
                        "arn:${partition}:cloudwatch:${region}:${account}:alarm:orders-watch-keeps-failing",
                        "arn:${partition}:cloudwatch:${region}:${account}:alarm:orders-watch-takes-long"),
                alarms.conditions().getLast().values().stream().map(Text::shown).toList());
        assertEquals(
                List.of("StringEquals aws:SourceAccount [${account}]", "ArnEquals aws:SourceArn"),
                List.of(
                        alarms.conditions().getFirst().operator()
                                + " "
                                + alarms.conditions().getFirst().key()
                                + " "
                                + alarms.conditions().getFirst().values().stream()
                                        .map(Text::shown)
                                        .toList(),
                        alarms.conditions().getLast().operator()
                                + " "
                                + alarms.conditions().getLast().key()));
        assertEquals(Optional.of("${OrdersWatchKey.Arn}"), topic.encryptionKey().map(Text::shown));
        var key =
                of(plan, Resource.EncryptionKey.class)
                        .filter(k -> k.key().equals("OrdersWatchKey"))
                        .findFirst()
                        .orElseThrow();
        var notices = statement(key.statements(), "LetNoticesUseTheKey");
        assertEquals(List.of("kms:Decrypt", "kms:GenerateDataKey"), notices.actions());
        assertEquals("StringEquals", notices.conditions().getFirst().operator());
        assertEquals(
                "kms:EncryptionContext:aws:sns:topicArn", notices.conditions().getFirst().key());
    }

    @Test
    void theDashboardShowsThePipelineAndItsBuilds() throws Exception {
        var body = of(plan(0), Resource.Dashboard.class).findFirst().orElseThrow().body().shown();
        Json.parse(body);
        assertTrue(
                body.contains(
                        "[\"AWS/CodePipeline\",\"PipelineDuration\",\"PipelineName\",\"orders-release\"]"));
        assertTrue(
                body.contains(
                        "[\"AWS/CodeBuild\",\"FailedBuilds\",\"ProjectName\",\"orders-build\"]"));
    }

    @Test
    void somebodyElsesWatchBringsNothing() throws Exception {
        var design = TemplateShelf.open("release");
        var theirs =
                with(
                        design,
                        new Companion.Watch(
                                "w", new Origin.Existing("x"), Optional.empty(), List.of(), 5));
        assertEquals(
                new Planner(CatalogFiles.load())
                        .plan(design)
                        .stacks()
                        .getFirst()
                        .resources()
                        .size(),
                new Planner(CatalogFiles.load())
                        .plan(theirs)
                        .stacks()
                        .getFirst()
                        .resources()
                        .size());
    }

    private static Statement statement(List<Statement> statements, String sid) {
        return statements.stream().filter(s -> s.sid().equals(sid)).findFirst().orElseThrow();
    }

    private static <R extends Resource> Stream<R> of(Blueprint plan, Class<R> kind) {
        return plan.home().resources().stream().filter(kind::isInstance).map(kind::cast);
    }

    private static Blueprint plan(int slowMinutes) throws Exception {
        return new Planner(CatalogFiles.load())
                .plan(
                        with(
                                TemplateShelf.open("release"),
                                new Companion.Watch(
                                        "orders-watch",
                                        Origin.CREATE,
                                        Optional.empty(),
                                        List.of(
                                                new Companion.Subscription(
                                                        "email", "team@example.com")),
                                        slowMinutes)));
    }

    private static Design with(Design design, Companion companion) {
        var all = new ArrayList<>(design.companions());
        all.add(companion);
        return design.withCompanions(all);
    }
}
