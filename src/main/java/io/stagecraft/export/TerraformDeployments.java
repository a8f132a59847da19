package io.stagecraft.export;

import io.stagecraft.blueprint.Resource;
import io.stagecraft.iam.Text;
import io.stagecraft.model.DeploymentPace;
import io.stagecraft.model.DeploymentTarget;

import java.util.List;
import java.util.Optional;

/// CodeDeploy's resources as hashicorp/aws declares them.
///
/// @see <a href="https://github.com/hashicorp/terraform-provider-aws/blob/v6.45.0/website/docs/r/codedeploy_deployment_group.html.markdown">aws_codedeploy_deployment_group</a>
record TerraformDeployments(TerraformText text) {
    /// Nothing for what is no part of a deployment.
    static Optional<Hcl> of(TerraformText text, Resource resource) {
        var made = new TerraformDeployments(text);
        if (resource instanceof Resource.DeployApplication application) {
            return Optional.of(
                    new Hcl()
                            .attribute("name", Hcl.quoted(application.name()))
                            .attribute("compute_platform", Hcl.quoted(application.platform())));
        }
        if (resource instanceof Resource.DeployPace pace) {
            return Optional.of(pace(pace));
        }
        return resource instanceof Resource.DeployGroup group
                ? Optional.of(made.group(group))
                : Optional.empty();
    }

    private static Hcl pace(Resource.DeployPace pace) {
        var body =
                new Hcl()
                        .attribute("deployment_config_name", Hcl.quoted(pace.name()))
                        .attribute("compute_platform", Hcl.quoted(pace.platform()));
        return switch (pace.pace()) {
            case DeploymentPace.Named _ -> body;
            case DeploymentPace.Healthy(var percent) ->
                    body.block(
                            "minimum_healthy_hosts",
                            new Hcl()
                                    .attribute("type", Hcl.quoted("FLEET_PERCENT"))
                                    .attribute("value", Integer.toString(percent)));
            case DeploymentPace.Canary(var percent, var minutes) ->
                    routing(body, "Canary", percent, minutes);
            case DeploymentPace.Linear(var percent, var minutes) ->
                    routing(body, "Linear", percent, minutes);
        };
    }

    private static Hcl routing(Hcl body, String kind, int percent, int minutes) {
        return body.block(
                "traffic_routing_config",
                new Hcl()
                        .attribute("type", Hcl.quoted("TimeBased" + kind))
                        .block(
                                kind.equals("Canary") ? "time_based_canary" : "time_based_linear",
                                new Hcl()
                                        .attribute("interval", Integer.toString(minutes))
                                        .attribute("percentage", Integer.toString(percent))));
    }

    private Hcl group(Resource.DeployGroup group) {
        var body =
                new Hcl()
                        .attribute("app_name", text.of(group.application()))
                        .attribute("deployment_group_name", Hcl.quoted(group.name()))
                        .attribute("deployment_config_name", text.of(group.configuration()))
                        .attribute("service_role_arn", text.of(group.role()));
        if (group.target() instanceof DeploymentTarget.Instances i
                && !i.autoScalingGroups().isEmpty()) {
            body.attribute(
                    "autoscaling_groups",
                    Hcl.list(i.autoScalingGroups().stream().map(Hcl::quoted).toList()));
        }
        body.block(
                "auto_rollback_configuration",
                new Hcl()
                        .attribute("enabled", "true")
                        .attribute("events", Hcl.list(List.of(Hcl.quoted("DEPLOYMENT_FAILURE")))));
        switch (group.target()) {
            case DeploymentTarget.Instances i -> instances(body, i);
            case DeploymentTarget.Functions _ -> style(body, "BLUE_GREEN", true);
            case DeploymentTarget.Service s -> {
                style(body, "BLUE_GREEN", true);
                group.service().ifPresent(where -> service(body, s, where));
            }
        }
        return body;
    }

    private static void style(Hcl body, String type, boolean traffic) {
        body.block(
                "deployment_style",
                new Hcl()
                        .attribute(
                                "deployment_option",
                                Hcl.quoted(
                                        traffic
                                                ? "WITH_TRAFFIC_CONTROL"
                                                : "WITHOUT_TRAFFIC_CONTROL"))
                        .attribute("deployment_type", Hcl.quoted(type)));
    }

    private static void instances(Hcl body, DeploymentTarget.Instances target) {
        style(body, "IN_PLACE", !target.targetGroup().isBlank());
        target.tags()
                .forEach((key, value) ->
                        body.block(
                                target.onPremises()
                                        ? "on_premises_instance_tag_filter"
                                        : "ec2_tag_filter",
                                new Hcl()
                                        .attribute("key", Hcl.quoted(key))
                                        .attribute("type", Hcl.quoted("KEY_AND_VALUE"))
                                        .attribute("value", Hcl.quoted(value))));
        if (!target.targetGroup().isBlank()) {
            body.block(
                    "load_balancer_info",
                    new Hcl()
                            .block(
                                    "target_group_info",
                                    new Hcl().attribute("name", Hcl.quoted(target.targetGroup()))));
        }
    }

    private void service(Hcl body, DeploymentTarget.Service drawn, Resource.EcsService where) {
        body.block(
                        "ecs_service",
                        new Hcl()
                                .attribute("cluster_name", text.of(where.cluster()))
                                .attribute("service_name", text.of(where.service())))
                .block(
                        "load_balancer_info",
                        new Hcl()
                                .block(
                                        "target_group_pair_info",
                                        new Hcl()
                                                .block(
                                                        "prod_traffic_route",
                                                        new Hcl()
                                                                .attribute(
                                                                        "listener_arns",
                                                                        Hcl.list(
                                                                                List.of(
                                                                                        text.of(
                                                                                                where
                                                                                                        .listener())))))
                                                .block("target_group", named(where.blue()))
                                                .block("target_group", named(where.green()))))
                .block(
                        "blue_green_deployment_config",
                        new Hcl()
                                .block(
                                        "deployment_ready_option",
                                        new Hcl()
                                                .attribute(
                                                        "action_on_timeout",
                                                        Hcl.quoted("CONTINUE_DEPLOYMENT")))
                                .block(
                                        "terminate_blue_instances_on_deployment_success",
                                        new Hcl()
                                                .attribute("action", Hcl.quoted("TERMINATE"))
                                                .attribute(
                                                        "termination_wait_time_in_minutes",
                                                        Integer.toString(drawn.keepMinutes()))));
    }

    private Hcl named(Text name) {
        return new Hcl().attribute("name", text.of(name));
    }
}
