package io.stagecraft.practice.account;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// All that exists in the account. Read and changed on the [Timeline] only.
public final class Holdings {
    /// The account's number: twelve zeros, which no real account has.
    public static final String ACCOUNT = "000000000000";

    /// The only partition there is here.
    public static final String PARTITION = "aws";

    /// Where a thing without a region lives.
    public static final String GLOBAL = "global";

    private final List<Thing> things = new ArrayList<>();
    private final Map<String, SortedSet<String>> objects = new LinkedHashMap<>();
    private final List<Consumer<Thing>> mourners = new ArrayList<>();

    /// A real thing takes the place of one that was lent under its name.
    public void add(Thing thing) {
        things.removeIf(t ->
                t.isLent()
                        && t.type().equals(thing.type())
                        && (t.arn().isEmpty()
                                ? t.name().equals(thing.name())
                                : t.arn().equals(thing.arn())));
        things.add(thing);
    }

    public void remove(Thing thing) {
        if (things.remove(thing)) {
            mourners.forEach(m -> m.accept(thing));
        }
    }

    /// Tells of every thing that is removed; one that is only changed stays.
    public void whenGone(Consumer<Thing> told) {
        mourners.add(told);
    }

    /// Puts one in the other's place.
    public void replace(Thing old, Thing now) {
        int at = things.indexOf(old);
        if (at >= 0) {
            things.set(at, now);
        } else {
            things.add(now);
        }
    }

    /// Things of a type, oldest first.
    public Stream<Thing> of(String type) {
        return things.stream().filter(t -> t.type().equals(type));
    }

    /// The thing of a type with a name in a region.
    public Optional<Thing> named(String type, String name, String region) {
        return of(type).filter(t -> t.name().equals(name) || t.id().equals(name))
                .filter(t -> t.region().equals(region) || t.region().equals(GLOBAL))
                .findFirst();
    }

    /// The thing with an ARN.
    public Optional<Thing> at(String arn) {
        return things.stream().filter(t -> !t.arn().isEmpty() && t.arn().equals(arn)).findFirst();
    }

    /// Notes that a bucket holds an object. Only its key: there is no content.
    public void put(String bucket, String key) {
        objects.computeIfAbsent(bucket, _ -> new TreeSet<>()).add(key);
    }

    /// The keys of a bucket's objects.
    public SortedSet<String> keys(String bucket) {
        return objects.getOrDefault(bucket, new TreeSet<>());
    }
}
