package io.stagecraft.practice;

import io.stagecraft.practice.account.Holdings;
import io.stagecraft.practice.account.Thing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Things that a Practice account holds without a stack having made them, for designs that use what is there already.
///
/// Nobody here knows what a real role's policies say, so a stand-in may do everything and trusts everybody: a run shows
/// the pipeline's own behaviour, and proves nothing about roles that are not part of the design. An action that works on a
/// stand-in says so in its log and its summary.
///
/// @param roles ARNs, of any account
/// @param buckets names
/// @param things whatever else actions and rules work on
/// @param actionTypes custom action types, whose jobs a stand-in worker does
public record StandIns(
        List<String> roles, List<String> buckets, List<Lent> things, List<LentType> actionTypes) {
    private static final Map<String, Object> EVERYTHING =
            Map.of("Statement", List.of(Map.of("Effect", "Allow", "Action", "*", "Resource", "*")));
    private static final Map<String, Object> EVERYBODY =
            Map.of(
                    "Statement",
                    List.of(
                            Map.of(
                                    "Effect",
                                    "Allow",
                                    "Principal",
                                    "*",
                                    "Action",
                                    "sts:AssumeRole")));
    private static final String WORKER =
            "arn:" + Holdings.PARTITION + ":iam::" + Holdings.ACCOUNT + ":role/stand-in-worker";

    public StandIns {
        roles = List.copyOf(roles);
        buckets = List.copyOf(buckets);
        things = List.copyOf(things);
        actionTypes = List.copyOf(actionTypes);
    }

    /// Whether there is nothing to stand in for.
    public boolean isEmpty() {
        return roles.isEmpty() && buckets.isEmpty() && things.isEmpty() && actionTypes.isEmpty();
    }

    /// All that stands in, in words for a person.
    public List<String> names() {
        return Stream.of(
                        roles.stream().map(r -> "role " + r),
                        buckets.stream().map(b -> "bucket " + b),
                        things.stream()
                                .map(t -> t.type().replaceFirst("^AWS::", "") + " " + t.name()),
                        actionTypes.stream().map(t -> "worker of " + t.provider()))
                .flatMap(all -> all)
                .toList();
    }

    /// What [TrainersDoor] is sent.
    public Map<String, Object> tree() {
        return Map.of(
                "roles",
                roles,
                "buckets",
                buckets,
                "things",
                things.stream()
                        .map(t ->
                                Map.of(
                                        "type",
                                        t.type(),
                                        "name",
                                        t.name(),
                                        "role",
                                        t.role().orElse("")))
                        .toList(),
                "actionTypes",
                actionTypes.stream()
                        .map(t ->
                                Map.of(
                                        "category",
                                        t.category(),
                                        "provider",
                                        t.provider(),
                                        "version",
                                        t.version()))
                        .toList());
    }

    /// What [#tree] gave.
    static StandIns of(Map<?, ?> tree) {
        return new StandIns(
                list(tree, "roles").map(String::valueOf).toList(),
                list(tree, "buckets").map(String::valueOf).toList(),
                list(tree, "things")
                        .map(t -> (Map<?, ?>) t)
                        .map(t ->
                                new Lent(
                                        text(t, "type"),
                                        text(t, "name"),
                                        Optional.of(text(t, "role")).filter(r -> !r.isEmpty())))
                        .toList(),
                list(tree, "actionTypes")
                        .map(t -> (Map<?, ?>) t)
                        .map(t ->
                                new LentType(
                                        text(t, "category"),
                                        text(t, "provider"),
                                        text(t, "version")))
                        .toList());
    }

    private static Stream<?> list(Map<?, ?> tree, String key) {
        return tree.get(key) instanceof List<?> list ? list.stream() : Stream.of();
    }

    private static String text(Map<?, ?> tree, String key) {
        return Objects.toString(tree.get(key), "");
    }

    /// A thing, as an action's settings name it.
    ///
    /// @param type CloudFormation's, such as `AWS::Lambda::Function`
    /// @param name its name or ARN; `*` stands for what is known only when the pipeline runs
    /// @param role the property that holds the role it works under
    public record Lent(String type, String name, Optional<String> role) {}

    /// A custom action type.
    ///
    /// @param category as AWS writes it, such as `Build`
    public record LentType(String category, String provider, String version) {}

    /// Puts what is not there yet into the account.
    void into(Holdings holdings) {
        Stream.of(
                        roles.stream().map(StandIns::role),
                        things.stream()
                                .filter(t -> t.role().isPresent())
                                .limit(1)
                                .map(_ -> role(WORKER)),
                        buckets.stream().map(b -> new Lent("AWS::S3::Bucket", b, Optional.empty())),
                        things.stream())
                .flatMap(all -> all)
                .map(one -> one instanceof Lent lent ? thing(lent) : (Thing) one)
                .filter(thing -> isNew(thing, holdings))
                .forEach(holdings::add);
    }

    private static boolean isNew(Thing thing, Holdings holdings) {
        return holdings.of(thing.type())
                .noneMatch(t ->
                        thing.arn().isEmpty()
                                ? t.name().equals(thing.name())
                                : t.arn().equals(thing.arn()));
    }

    private static Thing role(String arn) {
        var properties =
                Map.<String, Object>of(
                        "AssumeRolePolicyDocument",
                        EVERYBODY,
                        "Policies",
                        List.of(Map.of("PolicyName", "everything", "PolicyDocument", EVERYTHING)));
        return thing("AWS::IAM::Role", arn.substring(arn.lastIndexOf('/') + 1), arn, properties);
    }

    private static Thing thing(Lent lent) {
        var arn = lent.name().startsWith("arn:") ? lent.name() : "";
        return thing(
                lent.type(),
                lent.name(),
                arn,
                lent.role().map(r -> Map.<String, Object>of(r, WORKER)).orElse(Map.of()));
    }

    private static Thing thing(
            String type, String name, String arn, Map<String, Object> properties) {
        return new Thing(
                type,
                name,
                name,
                arn,
                Holdings.GLOBAL,
                properties,
                arn.isEmpty() ? Map.of() : Map.of("Arn", arn),
                Thing.LENT);
    }
}
