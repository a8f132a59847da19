package io.stagecraft.ui.inspector;

import io.stagecraft.edit.BuildspecStarter;
import io.stagecraft.model.BuildSurroundings;
import io.stagecraft.model.BuildSurroundings.Cache;
import io.stagecraft.model.BuildSurroundings.Mode;
import io.stagecraft.model.BuildSurroundings.Network;
import io.stagecraft.model.Companion;
import io.stagecraft.model.EnvironmentVariable;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The fields of a build project.
record BuildForm(Part<Companion.BuildProject> part) {
    private static final List<String> COMPUTE =
            List.of(
                    "BUILD_GENERAL1_SMALL",
                    "BUILD_GENERAL1_MEDIUM",
                    "BUILD_GENERAL1_LARGE",
                    "BUILD_GENERAL1_XLARGE",
                    "BUILD_GENERAL1_2XLARGE");

    /// @see <a href="https://docs.aws.amazon.com/codebuild/latest/APIReference/API_ProjectEnvironment.html">ProjectEnvironment</a>
    private static final List<String> MACHINES =
            List.of(
                    "LINUX_CONTAINER",
                    "ARM_CONTAINER",
                    "LINUX_GPU_CONTAINER",
                    "WINDOWS_SERVER_2019_CONTAINER",
                    "WINDOWS_SERVER_2022_CONTAINER");

    /// What CloudWatch Logs takes, the usual ones.
    ///
    /// @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html">PutRetentionPolicy</a>
    private static final List<Integer> DAYS =
            List.of(1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1827, 3653);

    void fill(Live box) {
        box.add(
                new FieldRow(
                        "Image",
                        "Image",
                        part.line(Companion.BuildProject::image, Companion.BuildProject::withImage)
                                .mono()));
        box.say(
                Forms.words(
                        "Of CodeBuild, of a registry, or of a repository of the design: @{name}:tag."));
        box.add(
                new FieldRow(
                        "machine",
                        "Machine",
                        part.choice(
                                () ->
                                        CompanionForms.and(
                                                MACHINES,
                                                part,
                                                Companion.BuildProject::environmentType),
                                m -> plain(m.replace("_CONTAINER", "")),
                                Companion.BuildProject::environmentType,
                                Companion.BuildProject::withEnvironmentType)));
        box.add(
                new FieldRow(
                        "compute",
                        "Compute",
                        part.choice(
                                () ->
                                        CompanionForms.and(
                                                COMPUTE, part, Companion.BuildProject::computeType),
                                c -> plain(c.replace("BUILD_GENERAL1_", "")),
                                Companion.BuildProject::computeType,
                                Companion.BuildProject::withComputeType)));
        box.add(
                new FieldRow(
                        "Timeout in minutes",
                        "Timeout in minutes",
                        part.number(
                                p -> Optional.of(p.timeoutMinutes()),
                                (p, n) -> n.map(p::withTimeoutMinutes).orElse(p))));
        box.add(
                new FieldRow(
                        "queued-minutes",
                        "May queue for minutes",
                        around().number(
                                        a -> Optional.of(a.queuedMinutes()),
                                        (a, n) -> n.map(a::withQueuedMinutes).orElse(a))));
        box.add(new FieldRow("starter", "Start the buildspec from", starters()));
        box.add(
                new FieldRow(
                        "buildspec",
                        "Buildspec",
                        part.lines(
                                        10,
                                        Companion.BuildProject::buildspec,
                                        Companion.BuildProject::withBuildspec)
                                .mono()
                                .prompt("buildspec.yml in the source's root")));
        box.add(new FieldRow("project-variables", "Environment variables", variables()));
        box.add(
                new FieldRow(
                        "log-days",
                        "Days that its log is kept",
                        part.choice(
                                () ->
                                        CompanionForms.and(
                                                DAYS,
                                                part,
                                                Companion.BuildProject::logRetentionDays),
                                String::valueOf,
                                Companion.BuildProject::logRetentionDays,
                                Companion.BuildProject::withLogRetentionDays)));
        box.add(
                new FieldRow(
                        "reports",
                        "Publishes test reports",
                        part.flag(
                                Companion.BuildProject::reports,
                                Companion.BuildProject::withReports)));
        network(box);
        cache(box);
        box.add(
                new FieldRow(
                        "privileged",
                        "May run Docker",
                        part.flag(
                                Companion.BuildProject::privileged,
                                Companion.BuildProject::withPrivileged)));
    }

    private Editor variables() {
        return new VariablesEditor(
                new VariablesEditor.Source(
                        () ->
                                Optional.of(
                                        part.read()
                                                .get()
                                                .map(Companion.BuildProject::variables)
                                                .orElse(List.<EnvironmentVariable>of())),
                        all -> part.set(p -> p.withVariables(all)),
                        () -> "",
                        _ -> {}),
                part.workspace(),
                _ -> {});
    }

    private Part<BuildSurroundings> around() {
        return part.in(
                Companion.BuildProject::surroundings, Companion.BuildProject::withSurroundings);
    }

    /// The starter that the buildspec still is, or none.
    private Editor starters() {
        var all = BuildspecStarter.all();
        return new ChoiceEditor<>(
                        () -> all,
                        BuildspecStarter::title,
                        () ->
                                part.read()
                                        .get()
                                        .flatMap(p ->
                                                all.stream()
                                                        .filter(s ->
                                                                s.buildspec()
                                                                        .strip()
                                                                        .equals(
                                                                                p.buildspec()
                                                                                        .strip()))
                                                        .findFirst()),
                        starter -> part.set(starter::in))
                .prompt("a language or a tool");
    }

    private void network(Live box) {
        box.add(
                new FieldRow(
                        "vpc",
                        "Builds in the VPC",
                        around().line(
                                        a -> a.network().map(Network::vpc).orElse(""),
                                        (a, id) ->
                                                with(
                                                        a,
                                                        n ->
                                                                new Network(
                                                                        id,
                                                                        n.subnets(),
                                                                        n.securityGroups())))
                                .mono()
                                .prompt("none; or vpc-…")));
        box.add(
                new FieldRow(
                        "subnets",
                        "Its private subnets",
                        ids(
                                        Network::subnets,
                                        (n, ids) -> new Network(n.vpc(), ids, n.securityGroups()))
                                .prompt("subnet-…, subnet-…")));
        box.add(
                new FieldRow(
                        "security-groups",
                        "Its security groups",
                        ids(
                                        Network::securityGroups,
                                        (n, ids) -> new Network(n.vpc(), n.subnets(), ids))
                                .prompt("sg-…")));
    }

    private TextEditor ids(
            Function<Network, List<String>> get, BiFunction<Network, List<String>, Network> set) {
        return around().list(
                        a -> a.network().map(get).orElse(List.of()),
                        (a, ids) -> with(a, n -> set.apply(n, ids)))
                .mono();
    }

    /// What names nothing any more is no network.
    private static BuildSurroundings with(
            BuildSurroundings around, Function<Network, Network> change) {
        var none = new Network("", List.of(), List.of());
        return around.withNetwork(
                Optional.of(change.apply(around.network().orElse(none)))
                        .filter(n -> !n.equals(none)));
    }

    private void cache(Live box) {
        box.add(
                new FieldRow(
                        "cache",
                        "Keeps from one build to the next",
                        around().choice(
                                        () ->
                                                CompanionForms.and(
                                                        caches(),
                                                        around(),
                                                        BuildSurroundings::cache),
                                        BuildForm::words,
                                        BuildSurroundings::cache,
                                        BuildSurroundings::withCache)));
        box.add(new Live(() -> location().isPresent(), this::bucket));
    }

    private void bucket(Live box) {
        if (location().isPresent()) {
            box.add(
                    new FieldRow(
                            "cache-location",
                            "In the bucket, or bucket/folder",
                            around().line(
                                            _ -> location().orElse(""),
                                            (a, text) -> a.withCache(new Cache.InS3(text.strip())))
                                    .mono()
                                    .prompt("a bucket that is there already")));
        }
    }

    private Optional<String> location() {
        return part.read()
                .get()
                .flatMap(p ->
                        p.surroundings().cache() instanceof Cache.InS3(var place)
                                ? Optional.of(place)
                                : Optional.empty());
    }

    private List<Cache> caches() {
        return List.of(
                new Cache.None(),
                new Cache.InS3(location().orElse("")),
                new Cache.Local(Set.of(Mode.CUSTOM)),
                new Cache.Local(Set.of(Mode.DOCKER_LAYER)),
                new Cache.Local(Set.of(Mode.CUSTOM, Mode.DOCKER_LAYER)));
    }

    private static String words(Cache cache) {
        return switch (cache) {
            case Cache.None() -> "nothing";
            case Cache.InS3 _ -> "the buildspec's folders, in S3";
            case Cache.Local(var modes) ->
                    modes.stream().map(BuildForm::words).collect(Collectors.joining(" and "))
                            + ", on the machine";
        };
    }

    private static String words(Mode mode) {
        return switch (mode) {
            case SOURCE -> "Git's files";
            case DOCKER_LAYER -> "Docker layers";
            case CUSTOM -> "the buildspec's folders";
        };
    }

    private static String plain(String word) {
        return word.replace('_', ' ').toLowerCase(Locale.ROOT);
    }
}
