package io.stagecraft.practice.account;

import io.stagecraft.practice.wire.Refusal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What CloudWatch's alarms say. Nothing is measured here: a new alarm has no data, and a person sets its state.
public final class Alarms {
    /// The states there are.
    public static final Set<String> STATES = Set.of("OK", "ALARM", "INSUFFICIENT_DATA");

    private static final String TYPE = "AWS::CloudWatch::Alarm";

    /// How an alarm stands.
    ///
    /// @param state one of [#STATES]
    /// @param reason in words, as whoever set it gave it
    public record Standing(String state, String reason) {}

    /// Names are unique in a region only.
    private record Key(String region, String name) {
        static Key of(Thing alarm) {
            return new Key(alarm.region(), alarm.name());
        }
    }

    private final Holdings holdings;
    private final Map<Key, Standing> standings = new HashMap<>();

    public Alarms(Holdings holdings) {
        this.holdings = holdings;
        holdings.whenGone(thing -> {
            if (thing.type().equals(TYPE)) {
                standings.remove(Key.of(thing)); // one that is made again knows nothing of it
            }
        });
    }

    /// The alarm of a name in a region, whether it was deployed or lent.
    public Optional<Thing> named(String name, String region) {
        return holdings.named(TYPE, name, region);
    }

    /// All alarms of a region, as CloudWatch lists them.
    public Stream<Thing> in(String region) {
        return holdings.of(TYPE)
                .filter(a -> a.region().equals(region) || a.region().equals(Holdings.GLOBAL));
    }

    /// How an alarm stands; one that is only lent is `OK` until somebody says otherwise.
    public Standing standing(Thing alarm) {
        return standings.getOrDefault(
                Key.of(alarm),
                alarm.isLent()
                        ? new Standing("OK", "A stand-in's alarm is OK until it is set.")
                        : new Standing("INSUFFICIENT_DATA", "Unchecked: Initial alarm creation"));
    }

    /// Sets how an alarm stands.
    ///
    /// @throws Refusal `ResourceNotFound` for an alarm that is not there
    public void set(String name, String region, Standing standing) {
        var alarm =
                named(name, region)
                        .orElseThrow(() ->
                                new Refusal(
                                        "ResourceNotFound", "Unable to find alarm named " + name));
        standings.put(Key.of(alarm), standing);
    }
}
