package io.stagecraft.blueprint;

import io.stagecraft.blueprint.Ground.Site;
import io.stagecraft.iam.Statement;
import io.stagecraft.iam.Statement.Clause;
import io.stagecraft.iam.Statement.Effect;
import io.stagecraft.iam.Statement.Reason;
import io.stagecraft.iam.Text;
import io.stagecraft.iam.Trusts;
import io.stagecraft.model.Companion;
import io.stagecraft.model.DeploymentPace;
import io.stagecraft.model.DeploymentTarget;
import io.stagecraft.model.Design;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// CodeDeploy's part of a deployment: application, group, configuration, and a role with what AWS's managed policies for
/// CodeDeploy allow for such a target, on what the group names only.
///
/// Nothing of S3 is in it: on the CDK's pipelines, whose artifacts need a key that this role does not get, deployments work.
///
/// @see <a href="https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSCodeDeployRoleForECS.html">AWSCodeDeployRoleForECS</a>
/// @see <a href="https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSCodeDeployRole.html">AWSCodeDeployRole</a>
/// @see <a href="https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSCodeDeployRoleForLambdaLimited.html">AWSCodeDeployRoleForLambdaLimited</a>
final class Deployments {
    private static final String LOOKS = "The service knows no resource for calls that only look.";

    private final Design design;
    private final Ground ground;
    private final Keys keys;

    Deployments(Design design, Ground ground, Keys keys) {
        this.design = design;
        this.ground = ground;
        this.keys = keys;
    }

    void plan(Companions.Made made, Companion.Deployment deployment) {
        var site = made.site();
        var stack = ground.draft(site);
        var name = deployment.name();
        var platform = deployment.target().platform();
        var application = keys.of(name, "Application");
        var role = keys.of(name, "Role");
        stack.resources.add(new Resource.DeployApplication(application, name, platform));
        var service = service(site, deployment);
        stack.role(
                role,
                ground.fixed(RoleNames.of(design.name(), name + "-deploy")),
                "CodeDeploy deploys " + name + " under it",
                Trusts.service(
                        "codedeploy.amazonaws.com",
                        Text.here(Text.Here.ACCOUNT),
                        Optional.of(
                                ground.arn(
                                        "codedeploy",
                                        site,
                                        site,
                                        "deploymentgroup:" + name + "/" + name)),
                        "lets CodeDeploy deploy " + name),
                statements(site, deployment, service),
                List.of());
        stack.resources.add(
                new Resource.DeployGroup(
                        made.key(),
                        name,
                        Text.nameOf(application),
                        configuration(stack, deployment),
                        Text.arnOf(role),
                        deployment.target(),
                        service));
    }

    private Text configuration(Ground.Draft stack, Companion.Deployment deployment) {
        if (deployment.pace() instanceof DeploymentPace.Named(var named)) {
            return Text.of(named);
        }
        var key = keys.of(deployment.name(), "Pace");
        stack.resources.add(
                new Resource.DeployPace(
                        key, deployment.name(), deployment.target().platform(), deployment.pace()));
        return Text.nameOf(key);
    }

    private Optional<Resource.EcsService> service(Site site, Companion.Deployment deployment) {
        return deployment.target() instanceof DeploymentTarget.Service s
                ? Optional.of(
                        new Resource.EcsService(
                                told(site, deployment, s.cluster(), "Cluster", "The ECS cluster"),
                                told(site, deployment, s.service(), "Service", "The ECS service"),
                                told(
                                        site,
                                        deployment,
                                        s.listener(),
                                        "ListenerArn",
                                        "The ARN of the load balancer's listener"),
                                told(
                                        site,
                                        deployment,
                                        s.blue(),
                                        "BlueGroup",
                                        "The name of the target group that is live at first"),
                                told(
                                        site,
                                        deployment,
                                        s.green(),
                                        "GreenGroup",
                                        "The name of the other target group")))
                : Optional.empty();
    }

    /// The listeners of a load balancer, or their rules, where nobody wrote the listener: an ARN that is asked for later cannot
    /// be turned into that of its rules.
    private List<Text> askedBalancer(Site site, Companion.Deployment deployment, String of) {
        var name = told(site, deployment, "", "Balancer", "The name of the load balancer in front");
        return Stream.of("/app/", "/net/")
                .map(kind ->
                        balancer(site, of + kind)
                                .plus(name)
                                .plus(of.equals("listener") ? "/*/*" : "/*/*/*"))
                .toList();
    }

    private Text balancer(Site site, String rest) {
        return ground.arn("elasticloadbalancing", site, site, rest);
    }

    /// What nobody wrote is asked for.
    private Text told(
            Site site, Companion.Deployment deployment, String text, String key, String what) {
        return text.isBlank()
                ? ground.draft(site)
                        .parameter(
                                Keys.pascal(deployment.name()) + key,
                                what + " of " + deployment.name(),
                                false)
                : Text.of(text.strip());
    }

    private List<Statement> statements(
            Site site, Companion.Deployment deployment, Optional<Resource.EcsService> service) {
        return switch (deployment.target()) {
            case DeploymentTarget.Instances i -> instances(site, i);
            case DeploymentTarget.Functions f -> functions(site, f);
            case DeploymentTarget.Service s ->
                    service.map(where -> service(site, deployment, s, where)).orElse(List.of());
        };
    }

    private List<Statement> instances(Site site, DeploymentTarget.Instances target) {
        var all = new ArrayList<Statement>();
        if (!target.onPremises() || !target.autoScalingGroups().isEmpty()) {
            all.add(
                    look(
                            "FindInstances",
                            List.of(
                                    "ec2:DescribeInstances",
                                    "ec2:DescribeInstanceStatus",
                                    "tag:GetResources"),
                            "finds the instances to deploy to"));
        }
        if (!target.autoScalingGroups().isEmpty()) {
            all.add(
                    look(
                            "LookAtGroups",
                            List.of(
                                    "autoscaling:DescribeAutoScalingGroups",
                                    "autoscaling:DescribeLifecycleHooks"),
                            "finds the instances of its Auto Scaling groups"));
            all.add(
                    allow(
                            "HookIntoGroups",
                            List.of(
                                    "autoscaling:CompleteLifecycleAction",
                                    "autoscaling:DeleteLifecycleHook",
                                    "autoscaling:PutLifecycleHook",
                                    "autoscaling:RecordLifecycleActionHeartbeat"),
                            target.autoScalingGroups().stream()
                                    .map(g ->
                                            ground.arn(
                                                    "autoscaling",
                                                    site,
                                                    site,
                                                    "autoScalingGroup:*:autoScalingGroupName/" + g))
                                    .toList(),
                            "deploys to instances as they start"));
        }
        if (!target.targetGroup().isBlank()) {
            all.add(
                    look(
                            "LookAtTargets",
                            List.of(
                                    "elasticloadbalancing:DescribeTargetGroups",
                                    "elasticloadbalancing:DescribeTargetHealth"),
                            "waits until an instance is healthy"));
            all.add(
                    allow(
                            "MoveTargets",
                            List.of(
                                    "elasticloadbalancing:DeregisterTargets",
                                    "elasticloadbalancing:RegisterTargets"),
                            List.of(
                                    ground.arn(
                                            "elasticloadbalancing",
                                            site,
                                            site,
                                            "targetgroup/" + target.targetGroup() + "/*")),
                            "takes an instance off the load balancer meanwhile"));
        }
        return all;
    }

    private List<Statement> functions(Site site, DeploymentTarget.Functions target) {
        var names = target.functions().isEmpty() ? List.of("*") : target.functions();
        return List.of(
                allow(
                        "MoveAliases",
                        List.of(
                                "lambda:GetAlias",
                                "lambda:GetProvisionedConcurrencyConfig",
                                "lambda:UpdateAlias"),
                        names.stream()
                                .flatMap(n -> n.equals("*") ? Stream.of(n) : Stream.of(n, n + ":*"))
                                .map(n -> ground.arn("lambda", site, site, "function:" + n))
                                .toList(),
                        "moves an alias from one version to the next"),
                allow(
                        "CallHooks",
                        List.of("lambda:InvokeFunction"),
                        List.of(ground.arn("lambda", site, site, "function:CodeDeployHook_*")),
                        "calls the checks that the AppSpec names"));
    }

    private List<Statement> service(
            Site site,
            Companion.Deployment deployment,
            DeploymentTarget.Service drawn,
            Resource.EcsService where) {
        var path = where.cluster().plus("/").plus(where.service());
        return List.of(
                allow(
                        "MoveTheService",
                        List.of("ecs:DescribeServices", "ecs:UpdateServicePrimaryTaskSet"),
                        List.of(ground.arn("ecs", site, site, "service/").plus(path)),
                        "moves the service to the new tasks"),
                statement(
                        "StartNewTasks",
                        List.of("ecs:CreateTaskSet"),
                        List.of(Text.of("*")),
                        List.of(
                                new Clause(
                                        "ArnEquals",
                                        "ecs:service",
                                        List.of(
                                                ground.arn("ecs", site, site, "service/")
                                                        .plus(path)))),
                        "starts the new tasks beside the old",
                        Optional.of(
                                "The call knows no resource; its condition names the service.")),
                allow(
                        "EndTheOldTasks",
                        List.of("ecs:DeleteTaskSet"),
                        List.of(ground.arn("ecs", site, site, "task-set/").plus(path).plus("/*")),
                        "ends the old tasks"),
                look(
                        "LookAtTheBalancer",
                        List.of(
                                "elasticloadbalancing:DescribeListeners",
                                "elasticloadbalancing:DescribeRules",
                                "elasticloadbalancing:DescribeTargetGroups"),
                        "finds the listener and its target groups"),
                allow(
                        "MoveTraffic",
                        List.of("elasticloadbalancing:ModifyListener"),
                        drawn.listener().isBlank()
                                ? askedBalancer(site, deployment, "listener")
                                : List.of(where.listener()),
                        "moves the traffic"),
                allow(
                        "MoveTrafficByRule",
                        List.of("elasticloadbalancing:ModifyRule"),
                        rules(site, deployment, drawn.listener().strip()),
                        "moves the traffic of the listener's rules"),
                passRoles(drawn));
    }

    /// The rules of a listener; of all, where what is written is no ARN of one.
    private List<Text> rules(Site site, Companion.Deployment deployment, String listener) {
        if (listener.isEmpty()) {
            return askedBalancer(site, deployment, "listener-rule");
        }
        return List.of(
                listener.contains(":listener/")
                        ? Text.of(listener.replace(":listener/", ":listener-rule/") + "/*")
                        : balancer(site, "listener-rule/*"));
    }

    private static Statement passRoles(DeploymentTarget.Service drawn) {
        boolean known = !drawn.taskRoles().isEmpty();
        var anyRole =
                Text.of("arn:")
                        .plus(Text.here(Text.Here.PARTITION))
                        .plus(":iam::")
                        .plus(Text.here(Text.Here.ACCOUNT))
                        .plus(":role/*");
        return statement(
                "HandOnTaskRoles",
                List.of("iam:PassRole"),
                known ? drawn.taskRoles().stream().map(Text::of).toList() : List.of(anyRole),
                List.of(
                        new Clause(
                                "StringEquals",
                                "iam:PassedToService",
                                List.of(Text.of("ecs-tasks.amazonaws.com")))),
                "hands the task's roles to ECS",
                known
                        ? Optional.empty()
                        : Optional.of(
                                "The task definition names the roles; nobody wrote them here."));
    }

    private static Statement look(String sid, List<String> actions, String why) {
        return statement(sid, actions, List.of(Text.of("*")), List.of(), why, Optional.of(LOOKS));
    }

    private static Statement allow(String sid, List<String> actions, List<Text> on, String why) {
        return statement(sid, actions, on, List.of(), why, Optional.empty());
    }

    private static Statement statement(
            String sid,
            List<String> actions,
            List<Text> on,
            List<Clause> conditions,
            String why,
            Optional<String> unscoped) {
        return new Statement(
                sid,
                Effect.ALLOW,
                List.of(),
                actions,
                on,
                conditions,
                List.of(new Reason(Optional.empty(), why)),
                unscoped);
    }
}
