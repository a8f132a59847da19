package io.stagecraft.blueprint;

import io.stagecraft.blueprint.Ground.Site;
import io.stagecraft.iam.ActionContext;
import io.stagecraft.iam.ActionContext.Key;
import io.stagecraft.iam.Text;
import io.stagecraft.model.ArtifactStore;
import io.stagecraft.model.Design;
import io.stagecraft.model.EncryptionKey;
import io.stagecraft.model.Extras;
import io.stagecraft.model.Origin;
import io.stagecraft.model.Placeholder;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// The bucket and key of every region that the pipeline works in: those that are given, and new ones where none is.
final class Stores {
    /// A region's store.
    ///
    /// @param site its region in the pipeline's account
    /// @param bucketKey the logical id, where the bucket comes with the design
    /// @param keyKey the logical id, where the key does
    record At(
            Site site, ArtifactStore store, Optional<String> bucketKey, Optional<String> keyKey) {}

    private static final ArtifactStore NEW =
            new ArtifactStore("", Origin.CREATE, new EncryptionKey.Create(), Extras.NONE);

    /// The output that tells the key.
    static final String KEY_ARN = "ArtifactKeyArn";

    private final Design design;
    private final Ground ground;
    private final SequencedMap<String, At> stores = new LinkedHashMap<>();
    private final Map<List<Object>, Optional<ActionContext.Store>> seen = new LinkedHashMap<>();

    Stores(Design design, Ground ground, Keys keys) {
        this.design = design;
        this.ground = ground;
        var home = ground.home().region();
        Stream.concat(
                        Stream.of(home),
                        Stream.concat(
                                design.stores().stream()
                                        .map(ArtifactStore::region)
                                        .filter(region -> !region.isEmpty()),
                                Stream.concat(
                                        design.actions().map(a -> ground.of(a).region()),
                                        // AWS's pages leave open whether a rule that reads nothing
                                        // needs a store as an action does; one too many does no
                                        // harm
                                        design.rules()
                                                .flatMap(r -> r.region().stream())
                                                .filter(_ -> !home.isEmpty()))))
                .distinct()
                .filter(region -> !isHomes(region))
                .forEach(region -> put(region, keys));
    }

    /// A home without a region takes the first store that is given; that store's region needs no other.
    private boolean isHomes(String region) {
        return ground.home().region().isEmpty()
                && !region.isEmpty()
                && !design.stores().isEmpty()
                && design.stores().getFirst().region().equals(region)
                && stores.containsKey("");
    }

    private void put(String region, Keys keys) {
        var store = given(region).orElse(NEW);
        if (store.bucket() instanceof Origin.Create
                || store.key() instanceof EncryptionKey.Create) {
            ground.draft(ground.athome(region));
        }
        stores.put(
                region,
                new At(
                        ground.athome(region),
                        store,
                        store.bucket() instanceof Origin.Create
                                ? Optional.of(keys.of("Artifact", "Bucket"))
                                : Optional.empty(),
                        store.key() instanceof EncryptionKey.Create
                                ? Optional.of(keys.of("Artifact", "Key"))
                                : Optional.empty()));
    }

    private Optional<ArtifactStore> given(String region) {
        boolean home = region.equals(ground.home().region());
        return Stream.of(
                        design.stores().stream().filter(s -> s.region().equals(region)),
                        design.stores().stream().filter(s -> home && s.region().isEmpty()),
                        design.stores().stream().filter(_ -> home && region.isEmpty()))
                .flatMap(s -> s)
                .findFirst();
    }

    List<At> all() {
        return List.copyOf(stores.values());
    }

    Optional<At> at(String region) {
        return Optional.ofNullable(stores.get(region));
    }

    /// The store of `region` as policies in the stack at `from` name it.
    Optional<ActionContext.Store> seen(String region, Site from) {
        return seen.computeIfAbsent(List.of(region, from), _ -> at(region).map(s -> seen(s, from)));
    }

    private ActionContext.Store seen(At at, Site from) {
        var bucketArn =
                at.bucketKey().isPresent() && at.site().equals(from)
                        ? Text.arnOf(at.bucketKey().get())
                        : Text.of("arn:")
                                .plus(Text.here(Text.Here.PARTITION))
                                .plus(":s3:::")
                                .plus(bucketName(at, from));
        return new ActionContext.Store(
                bucketArn,
                ground.seen(at.site(), from).account(),
                key(at, from)
                        .map(k ->
                                k.throughS3(
                                        ground.seen(at.site(), from).region(),
                                        at.site().region())));
    }

    /// A store's region as the pipeline names it; where nobody knows the pipeline's own, that of the store that is given.
    String regionOf(At at) {
        return at.site().region().isEmpty() ? at.store().region() : at.site().region();
    }

    /// The bucket's name, where the pipeline names it.
    Text bucket(At at) {
        return at.bucketKey().isPresent() && at.site().equals(ground.home())
                ? Text.nameOf(at.bucketKey().get())
                : bucketName(at, ground.home());
    }

    /// A name that is known before the bucket is there; AWS makes one up where nobody else has to know it.
    Optional<Text> fixedName(At at) {
        return ground.isOnePlace() ? Optional.empty() : Optional.of(bucketName(at, at.site()));
    }

    private Text bucketName(At at, Site from) {
        return switch (at.store().bucket()) {
            case Origin.Existing(var name) when name.isBlank() ->
                    ground.draft(from)
                            .parameter(
                                    "ArtifactBucketName",
                                    "The name of the bucket that holds the artifacts",
                                    false);
            case Origin.Existing(var name) ->
                    Text.of(name.substring(Placeholder.masked(name).lastIndexOf(':') + 1));
            case Origin.Create() -> {
                var place = ground.seen(at.site(), from);
                yield Text.of(Keys.slug(design.name(), 22) + "-artifacts-")
                        .plus(place.account())
                        .plus("-")
                        .plus(place.region());
            }
        };
    }

    private Optional<Key> key(At at, Site from) {
        return switch (at.store().key()) {
            case EncryptionKey.AwsManaged() -> Optional.empty();
            case EncryptionKey.Create() ->
                    Optional.of(
                            at.site().equals(from) && at.keyKey().isPresent()
                                    ? Key.of(Text.arnOf(at.keyKey().get()))
                                    : Key.anyIn(ground.seen(at.site(), from)));
            case EncryptionKey.Existing(var id) -> Optional.of(existing(id, at, from));
        };
    }

    private Key existing(String id, At at, Site from) {
        if (id.isBlank()) {
            return Key.of(
                    ground.draft(from)
                            .parameter(
                                    "ArtifactKeyArn",
                                    "The ARN of the key that encrypts the artifacts",
                                    false));
        }
        if (id.contains("alias/")) {
            return Key.anyIn(ground.seen(at.site(), from));
        }
        return Key.of(
                id.startsWith("arn:")
                        ? Text.of(id)
                        : ground.arn("kms", at.site(), from, "key/" + id));
    }

    /// The key as the pipeline names it. Only its account recognises an alias, so actions of other accounts need the ARN.
    ///
    /// @see <a href="https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_EncryptionKey.html">EncryptionKey</a>
    Optional<Text> pipelinesKey(At at) {
        return switch (at.store().key()) {
            case EncryptionKey.AwsManaged() -> Optional.empty();
            case EncryptionKey.Existing(var id) when !id.isBlank() -> Optional.of(Text.of(id));
            case EncryptionKey.Existing _ -> key(at, ground.home()).map(Key::arn);
            case EncryptionKey.Create() when at.site().equals(ground.home()) ->
                    at.keyKey().map(Text::arnOf);
            case EncryptionKey.Create() when servesForeigners(at) ->
                    Optional.of(
                            ground.draft(ground.home())
                                    .told(
                                            "ArtifactKeyArn" + Keys.pascal(at.site().region()),
                                            "ArtifactKeyArn of the stack in " + at.site().region(),
                                            at.site(),
                                            KEY_ARN));
            case EncryptionKey.Create() ->
                    Optional.of(ground.arn("kms", at.site(), ground.home(), alias()));
        };
    }

    /// The key as a build project at `from` names it.
    Optional<Text> projectsKey(String region, Site from) {
        return at(region)
                .flatMap(at ->
                        switch (at.store().key()) {
                            case EncryptionKey.AwsManaged() -> Optional.empty();
                            case EncryptionKey.Existing(var id) when !id.isBlank() ->
                                    Optional.of(Text.of(id));
                            case EncryptionKey.Existing _ -> key(at, from).map(Key::arn);
                            case EncryptionKey.Create() when at.site().equals(from) ->
                                    at.keyKey().map(Text::arnOf);
                            case EncryptionKey.Create() ->
                                    Optional.of(ground.arn("kms", at.site(), from, alias()));
                        });
    }

    boolean servesForeigners(At at) {
        return design.actions()
                .map(ground::of)
                .anyMatch(
                        site -> ground.isForeign(site) && site.region().equals(at.site().region()));
    }

    String alias() {
        return "alias/" + Keys.slug(design.name(), 80) + "-artifacts";
    }
}
