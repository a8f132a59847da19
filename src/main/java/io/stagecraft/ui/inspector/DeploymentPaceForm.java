package io.stagecraft.ui.inspector;

import io.stagecraft.model.Companion.Deployment;
import io.stagecraft.model.DeploymentPace;
import io.stagecraft.model.DeploymentPace.Canary;
import io.stagecraft.model.DeploymentPace.Healthy;
import io.stagecraft.model.DeploymentPace.Linear;
import io.stagecraft.model.DeploymentPace.Named;
import io.stagecraft.model.DeploymentTarget;
import io.stagecraft.model.DeploymentTarget.Instances;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/// How fast a CodeDeploy deployment goes over what it deploys to: a pace of AWS's own, or one in numbers.
record DeploymentPaceForm(Part<Deployment> part) {
    void fill(Live box) {
        box.add(
                new FieldRow(
                        "pace",
                        "Pace",
                        part.choice(
                                () -> CompanionForms.and(paces(), part, Deployment::pace),
                                DeploymentPaceForm::words,
                                Deployment::pace,
                                Deployment::withPace)));
        box.add(
                new Live(
                        () -> part.read().get().map(d -> d.pace().getClass().getSimpleName()),
                        this::own));
    }

    /// The pace that a platform begins with.
    static DeploymentPace usual(DeploymentTarget target) {
        return new Named(DeploymentPace.predefined(target).getFirst());
    }

    private List<DeploymentPace> paces() {
        return part.read()
                .get()
                .map(Deployment::target)
                .map(DeploymentPaceForm::paces)
                .orElse(List.of());
    }

    private static List<DeploymentPace> paces(DeploymentTarget target) {
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
        box.add(new FieldRow("percent", "Percent", number(0, (p, n) -> with(p, n, numbers(p)[1]))));
        if (!(pace.get() instanceof Healthy)) {
            box.add(
                    new FieldRow(
                            "minutes",
                            "Minutes between",
                            number(1, (p, n) -> with(p, numbers(p)[0], n))));
        }
    }

    private TextEditor number(
            int which, BiFunction<DeploymentPace, Integer, DeploymentPace> changed) {
        return part.number(
                d -> Optional.of(numbers(d.pace())[which]),
                (d, n) -> n.map(v -> d.withPace(changed.apply(d.pace(), v))).orElse(d));
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
}
