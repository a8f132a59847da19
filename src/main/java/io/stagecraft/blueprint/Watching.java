package io.stagecraft.blueprint;

import io.stagecraft.iam.JsonLetters;
import io.stagecraft.iam.Text;
import io.stagecraft.model.Companion;
import io.stagecraft.model.Design;
import io.stagecraft.model.Origin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a watch consists of. A run that fails is told by an event, with its number; alarms are for what only figures show: that it
/// fails again and again, and that it takes long. AWS keeps no figure of how long a deployment takes, only of all of a run.
///
/// @see <a href="https://docs.aws.amazon.com/codepipeline/latest/userguide/metrics-dimensions.html">CodePipeline's figures</a>
/// @see <a href="https://docs.aws.amazon.com/codebuild/latest/userguide/cloudwatch_metrics-codebuild.html">CodeBuild's figures</a>
final class Watching {
    private static final String OF_PIPELINES = "AWS/CodePipeline";
    private static final String OF_BUILDS = "AWS/CodeBuild";
    private static final int HOUR = 3600;

    private final Design design;
    private final Ground ground;
    private final Keys keys;

    Watching(Design design, Ground ground, Keys keys) {
        this.design = design;
        this.ground = ground;
        this.keys = keys;
    }

    /// @param topic the logical id of its topic
    List<Resource> of(String topic, Companion.Watch watch) {
        var home = ground.home();
        var key = keys.of(watch.name(), "Key");
        var alarms = alarms(watch, topic);
        var arn = ground.arn("sns", home, home, watch.name());
        var all = new ArrayList<Resource>();
        all.add(
                new Resource.EncryptionKey(
                        key,
                        "Encrypts what is told of " + design.name(),
                        "alias/" + Keys.slug(watch.name(), 200),
                        ResourcePolicies.watchKey(arn)));
        all.add(
                new Resource.Topic(
                        topic,
                        Optional.of(Text.of(watch.name())),
                        Optional.of(Text.arnOf(key)),
                        watch.subscriptions(),
                        ResourcePolicies.watchTopic(
                                topic,
                                alarms.stream()
                                        .map(a ->
                                                ground.arn(
                                                        "cloudwatch",
                                                        home,
                                                        home,
                                                        "alarm:" + a.name()))
                                        .toList())));
        all.add(notice(watch, topic));
        all.addAll(alarms);
        all.add(
                new Resource.Dashboard(
                        keys.of(watch.name(), "Dashboard"), Keys.slug(watch.name(), 200), body()));
        return all;
    }

    private Resource notice(Companion.Watch watch, String topic) {
        var paths = new LinkedHashMap<String, String>();
        paths.put("pipeline", "$.detail.pipeline");
        paths.put("execution", "$.detail.execution-id");
        paths.put("region", "$.region");
        return new Resource.Notice(
                keys.of(watch.name(), "Rule"),
                Keys.slug(watch.name(), 57) + "-failed",
                "Tells when " + design.name() + " fails",
                Text.of(
                        "{\"source\":[\"aws.codepipeline\"],"
                                + "\"detail-type\":[\"CodePipeline Pipeline Execution State Change\"],"
                                + "\"detail\":{\"pipeline\":["
                                + JsonLetters.quoted(design.name())
                                + "],\"state\":[\"FAILED\"]}}"),
                Text.arnOf(topic),
                paths,
                "\"The pipeline <pipeline> failed in <region>, execution <execution>.\"");
    }

    private List<Resource.Alarm> alarms(Companion.Watch watch, String topic) {
        var alarms = new ArrayList<Resource.Alarm>();
        alarms.add(
                alarm(
                        watch.name(),
                        keys.of(watch.name(), "FailingAlarm"),
                        "keeps-failing",
                        design.name() + " failed more than once within the hour",
                        "FailedPipelineExecutions",
                        "Sum",
                        2,
                        topic));
        if (watch.slowMinutes() > 0) {
            alarms.add(
                    alarm(
                            watch.name(),
                            keys.of(watch.name(), "SlowAlarm"),
                            "takes-long",
                            design.name() + " took " + watch.slowMinutes() + " minutes or more",
                            "PipelineDuration",
                            "Maximum",
                            watch.slowMinutes() * 60,
                            topic));
        }
        return alarms;
    }

    private Resource.Alarm alarm(
            String watch,
            String key,
            String ending,
            String description,
            String metric,
            String statistic,
            int threshold,
            String topic) {
        return new Resource.Alarm(
                key,
                Keys.slug(watch, 200) + "-" + ending,
                description,
                OF_PIPELINES,
                metric,
                Map.entry("PipelineName", design.name()),
                statistic,
                HOUR,
                threshold,
                Text.arnOf(topic));
    }

    private Text body() {
        var pipelines = List.of(design.name());
        var projects =
                design.companions().stream()
                        .filter(c -> c instanceof Companion.BuildProject)
                        .filter(c -> c.origin() instanceof Origin.Create)
                        .filter(c -> ground.of(c).equals(ground.home()))
                        .map(Companion::name)
                        .distinct()
                        .toList();
        var widgets = new ArrayList<Text>();
        widgets.add(
                widget(
                        0,
                        0,
                        "Seconds that a run takes",
                        "Average",
                        OF_PIPELINES,
                        "PipelineName",
                        List.of("PipelineDuration"),
                        pipelines));
        widgets.add(
                widget(
                        12,
                        0,
                        "Runs that failed",
                        "Sum",
                        OF_PIPELINES,
                        "PipelineName",
                        List.of("FailedPipelineExecutions"),
                        pipelines));
        if (!projects.isEmpty()) {
            widgets.add(
                    widget(
                            0,
                            6,
                            "Seconds that a build takes",
                            "Average",
                            OF_BUILDS,
                            "ProjectName",
                            List.of("Duration"),
                            projects));
            widgets.add(
                    widget(
                            12,
                            6,
                            "Builds that succeeded and failed",
                            "Sum",
                            OF_BUILDS,
                            "ProjectName",
                            List.of("SucceededBuilds", "FailedBuilds"),
                            projects));
        }
        var all = Text.of("{\"widgets\":[");
        for (int i = 0; i < widgets.size(); i++) {
            all = all.plus(i == 0 ? "" : ",").plus(widgets.get(i));
        }
        return all.plus("]}");
    }

    private static Text widget(
            int x,
            int y,
            String title,
            String statistic,
            String namespace,
            String dimension,
            List<String> metrics,
            List<String> names) {
        var lines =
                names.stream()
                        .flatMap(name ->
                                metrics.stream()
                                        .map(metric ->
                                                "["
                                                        + JsonLetters.quoted(namespace)
                                                        + ","
                                                        + JsonLetters.quoted(metric)
                                                        + ","
                                                        + JsonLetters.quoted(dimension)
                                                        + ","
                                                        + JsonLetters.quoted(name)
                                                        + "]"))
                        .collect(Collectors.joining(","));
        return Text.of(
                        "{\"type\":\"metric\",\"x\":"
                                + x
                                + ",\"y\":"
                                + y
                                + ",\"width\":12,\"height\":6,\"properties\":{\"title\":"
                                + JsonLetters.quoted(title)
                                + ",\"view\":\"timeSeries\",\"stat\":"
                                + JsonLetters.quoted(statistic)
                                + ",\"period\":"
                                + HOUR
                                + ",\"region\":\"")
                .plus(Text.here(Text.Here.REGION))
                .plus("\",\"metrics\":[" + lines + "]}}");
    }
}
