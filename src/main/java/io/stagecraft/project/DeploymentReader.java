package io.stagecraft.project;

import io.stagecraft.json.Json;
import io.stagecraft.model.Companion;
import io.stagecraft.model.DeploymentPace;
import io.stagecraft.model.DeploymentTarget;

/// Deployments in the project file, in and out.
final class DeploymentReader {
    private DeploymentReader() {}

    static DeploymentTarget target(Members in) {
        return in.maybe("functions", DeploymentReader::functions)
                .or(() -> in.maybe("service", DeploymentReader::service))
                .or(() -> in.maybe("instances", DeploymentReader::instances))
                .orElseThrow(() ->
                        in.wrong(
                                "instances",
                                "is missing, and so are functions and service: one of them says what is deployed to."));
    }

    private static DeploymentTarget functions(Members in) {
        return new DeploymentTarget.Functions(in.texts("names"));
    }

    private static DeploymentTarget instances(Members in) {
        return new DeploymentTarget.Instances(
                in.flag("onPremises"),
                in.map("tags"),
                in.texts("autoScalingGroups"),
                in.text("targetGroup", ""));
    }

    private static DeploymentTarget service(Members in) {
        return new DeploymentTarget.Service(
                in.text("cluster", ""),
                in.text("service", ""),
                in.text("listener", ""),
                in.text("blue", ""),
                in.text("green", ""),
                in.number("keepMinutes", 0),
                in.texts("taskRoles"));
    }

    static DeploymentPace pace(Members in) {
        return in.either("pace", DeploymentPace.Named::new, DeploymentReader::own)
                .orElseThrow(() -> in.wrong("pace", "is missing."));
    }

    private static DeploymentPace own(Members in) {
        int minutes = in.number("minutes", 5);
        var healthy = in.maybeNumber("healthyPercent");
        var canary = in.maybeNumber("canaryPercent");
        var linear = in.maybeNumber("linearPercent");
        return healthy.<DeploymentPace>map(DeploymentPace.Healthy::new)
                .or(() -> canary.map(p -> new DeploymentPace.Canary(p, minutes)))
                .or(() -> linear.map(p -> new DeploymentPace.Linear(p, minutes)))
                .orElseThrow(() ->
                        in.wrong(
                                "healthyPercent",
                                "is missing, and so are canaryPercent and linearPercent."));
    }

    static void write(Values values, Companion.Deployment deployment) {
        switch (deployment.target()) {
            case DeploymentTarget.Functions f ->
                    values.put("functions", new Values().texts("names", f.functions()).done());
            case DeploymentTarget.Service s ->
                    values.put(
                            "service",
                            new Values()
                                    .unlessEmpty("cluster", s.cluster())
                                    .unlessEmpty("service", s.service())
                                    .unlessEmpty("listener", s.listener())
                                    .unlessEmpty("blue", s.blue())
                                    .unlessEmpty("green", s.green())
                                    .put("keepMinutes", Json.of(s.keepMinutes()))
                                    .texts("taskRoles", s.taskRoles())
                                    .done());
            case DeploymentTarget.Instances i -> {
                var servers = new Values();
                if (i.onPremises()) {
                    servers.put("onPremises", Json.of(true));
                }
                values.put(
                        "instances",
                        servers.map("tags", i.tags())
                                .texts("autoScalingGroups", i.autoScalingGroups())
                                .unlessEmpty("targetGroup", i.targetGroup())
                                .done());
            }
        }
        values.put("pace", pace(deployment.pace()));
    }

    private static Json pace(DeploymentPace pace) {
        return switch (pace) {
            case DeploymentPace.Named(var name) -> Json.of(name);
            case DeploymentPace.Healthy(var percent) ->
                    new Values().put("healthyPercent", Json.of(percent)).done();
            case DeploymentPace.Canary(var percent, var minutes) ->
                    step("canaryPercent", percent, minutes);
            case DeploymentPace.Linear(var percent, var minutes) ->
                    step("linearPercent", percent, minutes);
        };
    }

    private static Json step(String name, int percent, int minutes) {
        return new Values().put(name, Json.of(percent)).put("minutes", Json.of(minutes)).done();
    }
}
