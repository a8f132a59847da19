package io.stagecraft.ui.inspector;

import io.stagecraft.model.Companion;
import io.stagecraft.model.Companion.Grant;
import io.stagecraft.model.Companion.Subscription;
import io.stagecraft.model.Environment;
import io.stagecraft.model.EnvironmentVariable;
import io.stagecraft.model.Origin;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The fields of each kind of companion.
record CompanionForms(Part<Companion> companion) {
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

    private static final List<String> HOSTS =
            List.of("GitHub", "GitHubEnterpriseServer", "GitLab", "GitLabSelfManaged", "Bitbucket");

    void fill(Live box) {
        companion
                .read()
                .get()
                .ifPresent(c -> {
                    box.add(
                            new FieldRow(
                                    "origin",
                                    "Comes from",
                                    companion.origin(
                                            "Its ARN or name",
                                            Companion::origin,
                                            Companion::withOrigin)));
                    box.add(
                            new FieldRow(
                                    "Name",
                                    "Name",
                                    companion.line(Companion::name, Companion::withName)));
                    if (design().size() > 1
                            && !(c instanceof Companion.Watch)) { // it lives with its pipeline
                        box.add(
                                new FieldRow(
                                        "companion-environment", "Environment", environment()));
                    }
                    if (c.origin() instanceof Origin.Create) {
                        kind(box, c);
                    }
                });
    }

    private void kind(Live box, Companion of) {
        switch (of) {
            case Companion.BuildProject _ ->
                    project(box, Part.as(companion, Companion.BuildProject.class, c -> c));
            case Companion.Connection _ ->
                    connection(box, Part.as(companion, Companion.Connection.class, c -> c));
            case Companion.Topic _ -> topic(box, Part.as(companion, Companion.Topic.class, c -> c));
            case Companion.Watch _ -> watch(box, Part.as(companion, Companion.Watch.class, c -> c));
            case Companion.StackRole _ ->
                    role(box, Part.as(companion, Companion.StackRole.class, c -> c));
        }
    }

    private List<Environment> design() {
        return companion.workspace().design().environments();
    }

    private Editor environment() {
        return companion.choice(
                this::design,
                Environment::name,
                c ->
                        c.environment()
                                .flatMap(companion.workspace().design()::environment)
                                .orElse(design().getFirst()),
                (c, e) ->
                        c.withEnvironment(
                                e.equals(design().getFirst())
                                        ? Optional.empty()
                                        : Optional.of(e.id())));
    }

    private static void project(Live box, Part<Companion.BuildProject> part) {
        box.add(
                new FieldRow(
                        "Image",
                        "Image",
                        part.line(Companion.BuildProject::image, Companion.BuildProject::withImage)
                                .mono()));
        box.add(
                new FieldRow(
                        "machine",
                        "Machine",
                        part.choice(
                                () -> and(MACHINES, part, Companion.BuildProject::environmentType),
                                m -> plain(m.replace("_CONTAINER", "")),
                                Companion.BuildProject::environmentType,
                                Companion.BuildProject::withEnvironmentType)));
        box.add(
                new FieldRow(
                        "compute",
                        "Compute",
                        part.choice(
                                () -> and(COMPUTE, part, Companion.BuildProject::computeType),
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
                        "buildspec",
                        "Buildspec",
                        part.lines(
                                        10,
                                        Companion.BuildProject::buildspec,
                                        Companion.BuildProject::withBuildspec)
                                .mono()
                                .prompt("buildspec.yml in the source's root")));
        box.add(new FieldRow("project-variables", "Environment variables", variables(part)));
        box.add(
                new FieldRow(
                        "log-days",
                        "Days that its log is kept",
                        part.choice(
                                () -> and(DAYS, part, Companion.BuildProject::logRetentionDays),
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
        box.add(
                new FieldRow(
                        "privileged",
                        "May run Docker",
                        part.flag(
                                Companion.BuildProject::privileged,
                                Companion.BuildProject::withPrivileged)));
    }

    private static Editor variables(Part<Companion.BuildProject> part) {
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

    /// The usual values, and what stands there now.
    private static <T, C> List<C> and(List<C> usual, Part<T> part, Function<T, C> now) {
        return Stream.concat(usual.stream(), part.read().get().map(now).stream())
                .distinct()
                .toList();
    }

    private static String plain(String word) {
        return word.replace('_', ' ').toLowerCase(java.util.Locale.ROOT);
    }

    private static void connection(Live box, Part<Companion.Connection> part) {
        box.add(
                new FieldRow(
                        "host",
                        "Git host",
                        part.choice(
                                () -> and(HOSTS, part, Companion.Connection::providerType),
                                h -> h,
                                Companion.Connection::providerType,
                                Companion.Connection::withProviderType)));
        box.say(
                Forms.words(
                        "After the first deployment somebody completes its handshake once, in the console under Developer Tools › Connections."));
    }

    private static void topic(Live box, Part<Companion.Topic> part) {
        box.add(
                hearers(
                        "Who hears of it, protocol:endpoint lines",
                        part,
                        Companion.Topic::subscriptions,
                        Companion.Topic::withSubscriptions));
    }

    private static void watch(Live box, Part<Companion.Watch> part) {
        box.add(
                hearers(
                        "Who hears of failures, protocol:endpoint lines",
                        part,
                        Companion.Watch::subscriptions,
                        Companion.Watch::withSubscriptions));
        box.add(
                new FieldRow(
                        "slow-minutes",
                        "Alarm when a run takes this many minutes",
                        part.number(
                                        w -> Optional.of(w.slowMinutes()).filter(m -> m > 0),
                                        (w, minutes) -> w.withSlowMinutes(minutes.orElse(0)))
                                .prompt("none")));
        box.say(
                Forms.words(
                        "A topic hears of every run that fails; alarms and a dashboard of the pipeline and its builds come with it."));
    }

    private static <T> FieldRow hearers(
            String label,
            Part<T> part,
            Function<T, List<Subscription>> get,
            BiFunction<T, List<Subscription>, T> set) {
        return new FieldRow(
                "subscriptions",
                label,
                part.lines(
                                3,
                                t ->
                                        get.apply(t).stream()
                                                .map(s -> s.protocol() + ":" + s.endpoint())
                                                .collect(Collectors.joining("\n")),
                                (t, text) -> set.apply(t, subscriptions(text)))
                        .mono()
                        .prompt("email:team@example.com"));
    }

    private static List<Subscription> subscriptions(String text) {
        return text.lines()
                .map(String::strip)
                .filter(l -> l.contains(":"))
                .map(l ->
                        new Subscription(
                                l.substring(0, l.indexOf(':')), l.substring(l.indexOf(':') + 1)))
                .toList();
    }

    private static void role(Live box, Part<Companion.StackRole> part) {
        box.add(
                new FieldRow(
                        "grants",
                        "What its stack needs, a line each",
                        part.lines(
                                        8,
                                        r ->
                                                r.grants().stream()
                                                        .map(CompanionForms::line)
                                                        .collect(Collectors.joining("\n")),
                                        (r, text) ->
                                                r.withGrants(
                                                        text.lines()
                                                                .filter(l -> !l.isBlank())
                                                                .map(CompanionForms::grant)
                                                                .toList()))
                                .mono()
                                .prompt("sqs:CreateQueue on arn:… # the queue")));
        box.say(
                Forms.words(
                        "Actions, then “on” and ARNs, then “#” and why; commas between. {partition}, {region} and {account} stand for its environment's."));
    }

    private static String line(Grant grant) {
        return Forms.text(grant.actions())
                + " on "
                + Forms.text(grant.resources())
                + (grant.why().isEmpty() ? "" : " # " + grant.why());
    }

    private static Grant grant(String line) {
        int sign = line.indexOf(" # ");
        var parts = (sign < 0 ? line : line.substring(0, sign)).split(" on ", 2);
        return new Grant(
                Forms.list(parts[0]),
                parts.length == 2 ? Forms.list(parts[1]) : List.of(),
                sign < 0 ? "" : line.substring(sign + 3).strip());
    }
}
