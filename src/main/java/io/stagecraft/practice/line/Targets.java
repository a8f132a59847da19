package io.stagecraft.practice.line;

import io.stagecraft.catalog.Play;
import io.stagecraft.catalog.Principal;
import io.stagecraft.practice.account.Holdings;
import io.stagecraft.practice.account.Thing;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Looks up what actions and rules work on, as the catalogue says it.
final class Targets {
    private final Holdings holdings;

    Targets(Holdings holdings) {
        this.holdings = holdings;
    }

    /// What the service says about the first target that is not there, or of no use yet; empty when all are.
    Optional<String> missing(Play play, Work work) {
        return asked(play, work)
                .flatMap(target -> trouble(target, find(target, work)).stream())
                .map(work::fill)
                .findFirst();
    }

    private static Optional<String> trouble(Play.Target target, Optional<Thing> found) {
        return found.isEmpty()
                ? Optional.of(target.missing())
                : target.unready().filter(_ -> !isReady(target, found.get()));
    }

    private static boolean isReady(Play.Target target, Thing thing) {
        return thing.isLent()
                || target.ready().entrySet().stream()
                        .allMatch(e -> e.getValue().equals(thing.attributes().get(e.getKey())));
    }

    /// The first target, if the type has any and it is there.
    Optional<Thing> first(Play play, Work work) {
        return asked(play, work).findFirst().flatMap(target -> find(target, work));
    }

    /// The role that the first target works under.
    Optional<String> role(Play play, Work work) {
        return asked(play, work)
                .findFirst()
                .flatMap(target ->
                        target.role().flatMap(r -> find(target, work).flatMap(t -> t.text(r))));
    }

    /// Another role that the first target works under.
    Optional<String> role(Play play, Work work, Principal who) {
        return asked(play, work)
                .findFirst()
                .flatMap(target ->
                        Optional.ofNullable(target.roles().get(who))
                                .flatMap(path -> find(target, work).flatMap(t -> inner(t, path))));
    }

    private static Optional<String> inner(Thing thing, String path) {
        Object at = thing.properties();
        for (var name : path.split("\\.")) {
            at = at instanceof Map<?, ?> map && map.get(name) != null ? map.get(name) : "";
        }
        return Optional.of(String.valueOf(at)).filter(text -> !text.isEmpty());
    }

    /// A property of the first target that has it.
    Optional<String> text(Play play, Work work, String property) {
        return asked(play, work)
                .flatMap(target -> find(target, work).stream())
                .flatMap(thing -> thing.text(property).stream())
                .findFirst();
    }

    /// What comes of the first target where it may not report.
    static Optional<Play.Silence> silence(Play play) {
        return play.targets().stream().findFirst().flatMap(Play.Target::silence);
    }

    /// Targets that only stand in for what is outside.
    Stream<Thing> lent(Play play, Work work) {
        return asked(play, work).flatMap(t -> find(t, work).stream()).filter(Thing::isLent);
    }

    /// Only what the settings name; a pattern that is not filled is about a setting that is not given.
    private static Stream<Play.Target> asked(Play play, Work work) {
        return play.targets().stream().filter(t -> !work.fill(t.named()).contains("{"));
    }

    private Optional<Thing> find(Play.Target target, Work work) {
        var named = work.fill(target.named());
        return Stream.concat(Stream.of(target.type()), target.or().stream())
                .flatMap(holdings::of)
                .filter(t -> t.region().equals(work.region()) || t.region().equals(Holdings.GLOBAL))
                .filter(t -> isCalled(t, named))
                .filter(t -> t.isLent() || fits(t, target, work))
                .findFirst();
    }

    /// By name, id or ARN; a version or alias behind a colon does not matter.
    private static boolean isCalled(Thing thing, String named) {
        return Stream.of(thing.name(), thing.id(), thing.arn())
                        .filter(own -> !own.isEmpty())
                        .anyMatch(own -> named.equals(own) || named.startsWith(own + ":"))
                || thing.isLent() && Pattern.matches(glob(thing.name()), named);
    }

    private static String glob(String name) {
        return Stream.of(name.split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
    }

    private static boolean fits(Thing thing, Play.Target target, Work work) {
        return target.with().entrySet().stream()
                .allMatch(with -> {
                    var wanted = work.fill(with.getValue());
                    var is = thing.text(with.getKey()).orElse("");
                    return is.equals(wanted) || is.endsWith("/" + wanted);
                });
    }
}
