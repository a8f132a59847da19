package io.stagecraft.ui.inspector;

import io.stagecraft.model.Companion.Deployment;
import io.stagecraft.model.DeploymentTarget;
import io.stagecraft.model.DeploymentTarget.Functions;
import io.stagecraft.model.DeploymentTarget.Instances;
import io.stagecraft.model.DeploymentTarget.Service;
import io.stagecraft.model.Ordered;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The fields of a CodeDeploy deployment.
record DeploymentForm(Part<Deployment> part) {
    void fill(Live box) {
        box.add(
                new FieldRow(
                        "deploys-to",
                        "Deploys to",
                        part.choice(
                                () -> CompanionForms.and(fresh(), part, Deployment::target),
                                DeploymentForm::words,
                                Deployment::target,
                                DeploymentForm::moved)));
        box.add(new Live(() -> part.read().get().map(d -> words(d.target())), this::target));
        new DeploymentPaceForm(part).fill(box);
        box.say(
                Forms.words(
                        "Application and group have its name. A deployment that fails goes back by itself."));
    }

    /// A pace of one platform means nothing on another.
    private static Deployment moved(Deployment deployment, DeploymentTarget to) {
        var there = deployment.withTarget(to);
        return to.platform().equals(deployment.target().platform())
                ? there
                : there.withPace(DeploymentPaceForm.usual(to));
    }

    private static List<DeploymentTarget> fresh() {
        return Stream.of(
                        new Instances(false, Ordered.copy(Map.of()), List.of(), ""),
                        new Instances(true, Ordered.copy(Map.of()), List.of(), ""),
                        new Service("", "", "", "", "", 60, List.of()),
                        new Functions(List.of()))
                .map(DeploymentTarget.class::cast)
                .toList();
    }

    private static String words(DeploymentTarget target) {
        return switch (target) {
            case Instances i -> i.onPremises() ? "servers of your own" : "EC2 instances";
            case Service _ -> "an ECS service, blue/green";
            case Functions _ -> "Lambda functions";
        };
    }

    private void target(Live box) {
        part.read()
                .get()
                .map(Deployment::target)
                .ifPresent(target -> {
                    switch (target) {
                        case Instances _ -> instances(box, of(Instances.class));
                        case Service _ -> service(box, of(Service.class));
                        case Functions _ -> functions(box, of(Functions.class));
                    }
                });
    }

    private <T extends DeploymentTarget> Part<T> of(Class<T> kind) {
        return Part.as(part.in(Deployment::target, Deployment::withTarget), kind, t -> t);
    }

    private static void instances(Live box, Part<Instances> part) {
        box.add(
                new FieldRow(
                        "tags",
                        "Those with any of the tags",
                        part.line(i -> written(i.tags()), (i, text) -> i.withTags(tags(text)))
                                .mono()
                                .prompt("Role=orders, Stage=production")));
        box.add(
                new FieldRow(
                        "auto-scaling-groups",
                        "And those of the Auto Scaling groups",
                        part.list(Instances::autoScalingGroups, Instances::withAutoScalingGroups)
                                .mono()));
        box.add(
                new FieldRow(
                        "target-group",
                        "Each leaves the target group meanwhile",
                        part.line(Instances::targetGroup, Instances::withTargetGroup)
                                .mono()
                                .prompt("none")));
    }

    private static String written(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(t -> t.getKey() + "=" + t.getValue())
                .collect(Collectors.joining(", "));
    }

    private static SequencedMap<String, String> tags(String text) {
        var tags = new LinkedHashMap<String, String>();
        Forms.list(text).stream()
                .map(tag -> tag.split("=", 2))
                .forEach(tag -> tags.put(tag[0].strip(), tag.length == 2 ? tag[1].strip() : ""));
        return tags;
    }

    private static void functions(Live box, Part<Functions> part) {
        box.add(
                new FieldRow(
                        "functions",
                        "Functions",
                        part.list(Functions::functions, (_, names) -> new Functions(names))
                                .mono()
                                .prompt("any")));
    }

    private static void service(Live box, Part<Service> part) {
        text(box, part, "cluster", "Cluster", Service::cluster, Service::withCluster);
        text(box, part, "service", "Service", Service::service, Service::withService);
        text(box, part, "listener", "Listener's ARN", Service::listener, Service::withListener);
        text(box, part, "blue", "Target group, live at first", Service::blue, Service::withBlue);
        text(box, part, "green", "The other target group", Service::green, Service::withGreen);
        box.add(
                new FieldRow(
                        "keep-minutes",
                        "Minutes that the old tasks stay",
                        part.number(
                                s -> Optional.of(s.keepMinutes()),
                                (s, n) -> s.withKeepMinutes(n.orElse(0)))));
        box.add(
                new FieldRow(
                        "task-roles",
                        "ARNs of the task's roles",
                        part.list(Service::taskRoles, Service::withTaskRoles)
                                .mono()
                                .prompt("any role; better name them")));
    }

    private static void text(
            Live box,
            Part<Service> part,
            String id,
            String label,
            Function<Service, String> get,
            BiFunction<Service, String, Service> set) {
        box.add(
                new FieldRow(
                        id, label, part.line(get, set).mono().prompt("asked for on deployment")));
    }
}
