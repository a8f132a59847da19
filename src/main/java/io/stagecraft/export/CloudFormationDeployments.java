package io.stagecraft.export;

import io.stagecraft.blueprint.Resource;
import io.stagecraft.iam.Text;
import io.stagecraft.model.DeploymentPace;
import io.stagecraft.model.DeploymentTarget;

import java.util.List;
import java.util.Optional;

/// CodeDeploy's resources as CloudFormation declares them.
///
/// @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-codedeploy-deploymentgroup.html">DeploymentGroup</a>
record CloudFormationDeployments(CloudFormationDeclarations stack) {
    /// @param type such as `AWS::CodeDeploy::Application`
    record Made(String type, Doc.Building body) {}

    /// Nothing for what is no part of a deployment.
    Optional<Made> of(Resource resource) {
        if (resource instanceof Resource.DeployApplication application) {
            return made(
                    "Application",
                    new Doc.Building()
                            .put("ApplicationName", application.name())
                            .put("ComputePlatform", application.platform())
                            .maybe("Tags", stack.tags()));
        }
        if (resource instanceof Resource.DeployPace pace) {
            return made("DeploymentConfig", pace(pace));
        }
        return resource instanceof Resource.DeployGroup group
                ? made("DeploymentGroup", group(group))
                : Optional.empty();
    }

    private static Optional<Made> made(String type, Doc.Building body) {
        return Optional.of(new Made("AWS::CodeDeploy::" + type, body));
    }

    private static Doc.Building pace(Resource.DeployPace pace) {
        var body =
                new Doc.Building()
                        .put("DeploymentConfigName", pace.name())
                        .put("ComputePlatform", pace.platform());
        return switch (pace.pace()) {
            case DeploymentPace.Named _ -> body;
            case DeploymentPace.Healthy(var percent) ->
                    body.put(
                            "MinimumHealthyHosts",
                            new Doc.Building()
                                    .put("Type", "FLEET_PERCENT")
                                    .put("Value", Doc.of(percent))
                                    .done());
            case DeploymentPace.Canary(var percent, var minutes) ->
                    routing(body, "Canary", percent, minutes);
            case DeploymentPace.Linear(var percent, var minutes) ->
                    routing(body, "Linear", percent, minutes);
        };
    }

    private static Doc.Building routing(Doc.Building body, String kind, int percent, int minutes) {
        return body.put(
                "TrafficRoutingConfig",
                new Doc.Building()
                        .put("Type", "TimeBased" + kind)
                        .put(
                                "TimeBased" + kind,
                                new Doc.Building()
                                        .put(kind + "Percentage", Doc.of(percent))
                                        .put(kind + "Interval", Doc.of(minutes))
                                        .done())
                        .done());
    }

    private Doc.Building group(Resource.DeployGroup group) {
        var body =
                new Doc.Building()
                        .put("ApplicationName", stack.text(group.application()))
                        .put("DeploymentGroupName", group.name())
                        .put("DeploymentConfigName", stack.text(group.configuration()))
                        .put("ServiceRoleArn", stack.text(group.role()))
                        .put(
                                "AutoRollbackConfiguration",
                                new Doc.Building()
                                        .put("Enabled", Doc.of(true))
                                        .strings("Events", List.of("DEPLOYMENT_FAILURE"))
                                        .done());
        switch (group.target()) {
            case DeploymentTarget.Instances i -> instances(body, i);
            case DeploymentTarget.Functions _ -> style(body, "BLUE_GREEN", true);
            case DeploymentTarget.Service s -> {
                style(body, "BLUE_GREEN", true);
                group.service().ifPresent(where -> service(body, s, where));
            }
        }
        return body.maybe("Tags", stack.tags());
    }

    private static void style(Doc.Building body, String type, boolean traffic) {
        body.put(
                "DeploymentStyle",
                new Doc.Building()
                        .put("DeploymentType", type)
                        .put(
                                "DeploymentOption",
                                traffic ? "WITH_TRAFFIC_CONTROL" : "WITHOUT_TRAFFIC_CONTROL")
                        .done());
    }

    private void instances(Doc.Building body, DeploymentTarget.Instances target) {
        style(body, "IN_PLACE", !target.targetGroup().isBlank());
        body.each(
                target.onPremises() ? "OnPremisesInstanceTagFilters" : "Ec2TagFilters",
                List.copyOf(target.tags().entrySet()),
                tag ->
                        new Doc.Building()
                                .put("Key", tag.getKey())
                                .put("Value", tag.getValue())
                                .put("Type", "KEY_AND_VALUE")
                                .done());
        body.strings("AutoScalingGroups", target.autoScalingGroups());
        if (!target.targetGroup().isBlank()) {
            body.put(
                    "LoadBalancerInfo",
                    object("TargetGroupInfoList", named(Text.of(target.targetGroup()))));
        }
    }

    private void service(
            Doc.Building body, DeploymentTarget.Service drawn, Resource.EcsService where) {
        body.put(
                        "ECSServices",
                        new Doc.Arr(
                                List.of(
                                        new Doc.Building()
                                                .put("ClusterName", stack.text(where.cluster()))
                                                .put("ServiceName", stack.text(where.service()))
                                                .done())))
                .put(
                        "LoadBalancerInfo",
                        object(
                                "TargetGroupPairInfoList",
                                new Doc.Building()
                                        .put(
                                                "ProdTrafficRoute",
                                                new Doc.Building()
                                                        .put(
                                                                "ListenerArns",
                                                                new Doc.Arr(
                                                                        List.of(
                                                                                stack.text(
                                                                                        where
                                                                                                .listener()))))
                                                        .done())
                                        .put(
                                                "TargetGroups",
                                                new Doc.Arr(
                                                        List.of(
                                                                named(where.blue()),
                                                                named(where.green()))))
                                        .done()))
                .put("BlueGreenDeploymentConfiguration", blueGreen(drawn.keepMinutes()));
    }

    private static Doc blueGreen(int keepMinutes) {
        return new Doc.Building()
                .put(
                        "DeploymentReadyOption",
                        new Doc.Building()
                                .put("ActionOnTimeout", "CONTINUE_DEPLOYMENT")
                                .put("WaitTimeInMinutes", Doc.of(0))
                                .done())
                .put(
                        "TerminateBlueInstancesOnDeploymentSuccess",
                        new Doc.Building()
                                .put("Action", "TERMINATE")
                                .put("TerminationWaitTimeInMinutes", Doc.of(keepMinutes))
                                .done())
                .done();
    }

    private Doc named(Text name) {
        return new Doc.Building().put("Name", stack.text(name)).done();
    }

    private static Doc object(String name, Doc item) {
        return new Doc.Building().put(name, new Doc.Arr(List.of(item))).done();
    }
}
