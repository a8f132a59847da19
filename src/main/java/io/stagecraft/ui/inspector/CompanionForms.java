package io.stagecraft.ui.inspector;

import io.stagecraft.model.Companion;
import io.stagecraft.model.Companion.Grant;
import io.stagecraft.model.Companion.Subscription;
import io.stagecraft.model.Environment;
import io.stagecraft.model.Origin;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The fields of each kind of companion.
record CompanionForms(Part<Companion> companion) {
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
                    new BuildForm(Part.as(companion, Companion.BuildProject.class, c -> c))
                            .fill(box);
            case Companion.Connection _ ->
                    connection(box, Part.as(companion, Companion.Connection.class, c -> c));
            case Companion.Topic _ -> topic(box, Part.as(companion, Companion.Topic.class, c -> c));
            case Companion.Watch _ -> watch(box, Part.as(companion, Companion.Watch.class, c -> c));
            case Companion.Repository _ ->
                    repository(box, Part.as(companion, Companion.Repository.class, c -> c));
            case Companion.Deployment _ ->
                    new DeploymentForm(Part.as(companion, Companion.Deployment.class, c -> c))
                            .fill(box);
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

    /// The usual values, and what stands there now.
    static <T, C> List<C> and(List<C> usual, Part<T> part, Function<T, C> now) {
        return Stream.concat(usual.stream(), part.read().get().map(now).stream())
                .distinct()
                .toList();
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

    private static void repository(Live box, Part<Companion.Repository> part) {
        box.add(
                new FieldRow(
                        "moving-tags",
                        "Tags that may be pushed again",
                        part.list(
                                        Companion.Repository::movingTags,
                                        Companion.Repository::withMovingTags)
                                .mono()
                                .prompt("none; or latest, main-*")));
        box.add(
                new FieldRow(
                        "keep-images",
                        "Images that it keeps",
                        part.number(
                                        r -> Optional.of(r.keepImages()).filter(n -> n > 0),
                                        (r, n) -> r.withKeepImages(n.orElse(0)))
                                .prompt("all that have a tag")));
        box.add(
                new FieldRow(
                        "own-key",
                        "Encrypts with a key of its own",
                        part.flag(Companion.Repository::ownKey, Companion.Repository::withOwnKey)));
        box.say(
                Forms.words(
                        "Every image is scanned as it comes in; all other tags stay what they are."));
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
