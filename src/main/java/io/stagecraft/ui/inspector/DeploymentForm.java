package io.stagecraft.ui.inspector;

import io.stagecraft.model.Companion.Deployment;
import io.stagecraft.model.DeploymentPace;
import io.stagecraft.model.DeploymentPace.Canary;
import io.stagecraft.model.DeploymentPace.Healthy;
import io.stagecraft.model.DeploymentPace.Linear;
import io.stagecraft.model.DeploymentPace.Named;
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
                                (d, to) ->
                                        to.platform().equals(d.target().platform())
                                                ? d.withTarget(to)
                                                : d.withTarget(to).withPace(usual(to)))));
        box.add(new Live(() -> part.read().get().map(d -> words(d.target())), this::target));
        box.add(
                new FieldRow(
                        "pace",
                        "Pace",
                        part.choice(
                                () -> CompanionForms.and(paces(), part, Deployment::pace),
                                DeploymentForm::words,
                                Deployment::pace,
                                Deployment::withPace)));
        box.add(
                new Live(
                        () -> part.read().get().map(d -> d.pace().getClass().getSimpleName()),
                        this::own));
        box.say(
                Forms.words(
                        "Application and group have its name. A deployment that fails goes back by"
                                + " itself."));
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

    private static DeploymentPace usual(DeploymentTarget target) {
        return new Named(DeploymentPace.predefined(target).getFirst());
    }

    private static String words(DeploymentTarget target) {
        return switch (target) {
            case Instances i -> i.onPremises() ? "servers of your own" : "EC2 instances";
            case Service _ -> "an ECS service, blue/green";
            case Functions _ -> "Lambda functions";
        };
    }

    private List<DeploymentPace> paces() {
        var target = part.read().get().map(Deployment::target).orElse(fresh().getFirst());
        var own =
                target instanceof Instances
                        ? Stream.<DeploymentPace>of(new Healthy(75))
                        : Stream.<DeploymentPace>of(new Canary(10, 10), new Linear(10, 5));
        return Stream.concat(DeploymentPace.predefined(target).stream().map(Named::new), own)
                .toList();
    }

    private static String words(DeploymentPace pace) {
        return switch (pace) {
            case Named(var name) -> name.replace(DeploymentPace.PREDEFINED, "");
            case Healthy(var percent) -> "own: " + percent + "% stay in service";
            case Canary(var percent, var minutes) ->
                    "own: " + percent + "%, and the rest after " + minutes + " minutes";
            case Linear(var percent, var minutes) ->
                    "own: " + percent + "% every " + minutes + " minutes";
        };
    }

    private void own(Live box) {
        var pace = part.read().get().map(Deployment::pace);
        if (pace.isEmpty() || pace.get() instanceof Named) {
            return;
        }
        box.add(
                new FieldRow(
                        "percent",
                        "Percent",
                        part.number(
                                d -> Optional.of(numbers(d.pace())[0]),
                                (d, n) ->
                                        n.map(p ->
                                                        d.withPace(
                                                                with(
                                                                        d.pace(),
                                                                        p,
                                                                        numbers(d.pace())[1])))
                                                .orElse(d))));
        if (!(pace.get() instanceof Healthy)) {
            box.add(
                    new FieldRow(
                            "minutes",
                            "Minutes between",
                            part.number(
                                    d -> Optional.of(numbers(d.pace())[1]),
                                    (d, n) ->
                                            n.map(m ->
                                                            d.withPace(
                                                                    with(
                                                                            d.pace(),
                                                                            numbers(d.pace())[0],
                                                                            m)))
                                                    .orElse(d))));
        }
    }

    private static int[] numbers(DeploymentPace pace) {
        return switch (pace) {
            case Named _ -> new int[] {0, 0};
            case Healthy(var percent) -> new int[] {percent, 0};
            case Canary(var percent, var minutes) -> new int[] {percent, minutes};
            case Linear(var percent, var minutes) -> new int[] {percent, minutes};
        };
    }

    private static DeploymentPace with(DeploymentPace pace, int percent, int minutes) {
        return switch (pace) {
            case Named n -> n;
            case Healthy _ -> new Healthy(percent);
            case Canary _ -> new Canary(percent, minutes);
            case Linear _ -> new Linear(percent, minutes);
        };
    }

    private void target(Live box) {
        var target = part.read().get().map(Deployment::target);
        if (target.isPresent()) {
            switch (target.get()) {
                case Instances _ -> instances(box, of(Instances.class));
                case Service _ -> service(box, of(Service.class));
                case Functions _ -> functions(box, of(Functions.class));
            }
        }
    }

    private <T extends DeploymentTarget> Part<T> of(Class<T> kind) {
        return Part.as(part.in(Deployment::target, Deployment::withTarget), kind, t -> t);
    }

    private static void instances(Live box, Part<Instances> part) {
        box.add(
                new FieldRow(
                        "tags",
                        "Those with any of the tags",
                        part.line(
                                        i ->
                                                i.tags().entrySet().stream()
                                                        .map(t -> t.getKey() + "=" + t.getValue())
                                                        .collect(Collectors.joining(", ")),
                                        (i, text) ->
                                                new Instances(
                                                        i.onPremises(),
                                                        tags(text),
                                                        i.autoScalingGroups(),
                                                        i.targetGroup()))
                                .mono()
                                .prompt("Role=orders, Stage=production")));
        box.add(
                new FieldRow(
                        "auto-scaling-groups",
                        "And those of the Auto Scaling groups",
                        part.list(
                                        Instances::autoScalingGroups,
                                        (i, groups) ->
                                                new Instances(
                                                        i.onPremises(),
                                                        i.tags(),
                                                        groups,
                                                        i.targetGroup()))
                                .mono()));
        box.add(
                new FieldRow(
                        "target-group",
                        "Each leaves the target group meanwhile",
                        part.line(
                                        Instances::targetGroup,
                                        (i, name) ->
                                                new Instances(
                                                        i.onPremises(),
                                                        i.tags(),
                                                        i.autoScalingGroups(),
                                                        name))
                                .mono()
                                .prompt("none")));
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
        text(
                box,
                part,
                "cluster",
                "Cluster",
                Service::cluster,
                (s, t) ->
                        new Service(
                                t,
                                s.service(),
                                s.listener(),
                                s.blue(),
                                s.green(),
                                s.keepMinutes(),
                                s.taskRoles()));
        text(
                box,
                part,
                "service",
                "Service",
                Service::service,
                (s, t) ->
                        new Service(
                                s.cluster(),
                                t,
                                s.listener(),
                                s.blue(),
                                s.green(),
                                s.keepMinutes(),
                                s.taskRoles()));
        text(
                box,
                part,
                "listener",
                "Listener's ARN",
                Service::listener,
                (s, t) ->
                        new Service(
                                s.cluster(),
                                s.service(),
                                t,
                                s.blue(),
                                s.green(),
                                s.keepMinutes(),
                                s.taskRoles()));
        text(
                box,
                part,
                "blue",
                "Target group, live at first",
                Service::blue,
                (s, t) ->
                        new Service(
                                s.cluster(),
                                s.service(),
                                s.listener(),
                                t,
                                s.green(),
                                s.keepMinutes(),
                                s.taskRoles()));
        text(
                box,
                part,
                "green",
                "The other target group",
                Service::green,
                (s, t) ->
                        new Service(
                                s.cluster(),
                                s.service(),
                                s.listener(),
                                s.blue(),
                                t,
                                s.keepMinutes(),
                                s.taskRoles()));
        box.add(
                new FieldRow(
                        "keep-minutes",
                        "Minutes that the old tasks stay",
                        part.number(
                                s -> Optional.of(s.keepMinutes()),
                                (s, n) ->
                                        new Service(
                                                s.cluster(),
                                                s.service(),
                                                s.listener(),
                                                s.blue(),
                                                s.green(),
                                                n.orElse(0),
                                                s.taskRoles()))));
        box.add(
                new FieldRow(
                        "task-roles",
                        "ARNs of the task's roles",
                        part.list(
                                        Service::taskRoles,
                                        (s, roles) ->
                                                new Service(
                                                        s.cluster(),
                                                        s.service(),
                                                        s.listener(),
                                                        s.blue(),
                                                        s.green(),
                                                        s.keepMinutes(),
                                                        roles))
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
