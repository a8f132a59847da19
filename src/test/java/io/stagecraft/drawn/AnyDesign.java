package io.stagecraft.drawn;

import io.stagecraft.model.Action;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.ActionType;
import io.stagecraft.model.ArtifactStore;
import io.stagecraft.model.BuildSurroundings;
import io.stagecraft.model.Category;
import io.stagecraft.model.Companion;
import io.stagecraft.model.Condition;
import io.stagecraft.model.ConditionRule;
import io.stagecraft.model.DeploymentPace;
import io.stagecraft.model.DeploymentTarget;
import io.stagecraft.model.Design;
import io.stagecraft.model.EncryptionKey;
import io.stagecraft.model.Environment;
import io.stagecraft.model.EnvironmentId;
import io.stagecraft.model.EnvironmentVariable;
import io.stagecraft.model.ExecutionMode;
import io.stagecraft.model.Extras;
import io.stagecraft.model.OnFailure;
import io.stagecraft.model.Ordered;
import io.stagecraft.model.Origin;
import io.stagecraft.model.OutputArtifact;
import io.stagecraft.model.Owner;
import io.stagecraft.model.Patterns;
import io.stagecraft.model.PipelineType;
import io.stagecraft.model.Result;
import io.stagecraft.model.RetryMode;
import io.stagecraft.model.Stage;
import io.stagecraft.model.StageId;
import io.stagecraft.model.Transition;
import io.stagecraft.model.Trigger;
import io.stagecraft.model.Variable;
import io.stagecraft.model.Waiver;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Supplier;

/// Designs nobody would draw: every member there or not, and texts that hurt. Not one is broken, hardly one is right.
public final class AnyDesign {
    private static final List<String> TEXTS =
            List.of(
                    "",
                    "main",
                    "Build",
                    "true",
                    "1.50",
                    "a b: c # d",
                    "two\nlines",
                    "\n",
                    "trailing\n\n",
                    "quote\" back\\slash '",
                    "${AWS::Region} %{x} #{ns.key} @{orders-build}",
                    "tab\tbell\u0007 del\u007f nel\u0085",
                    "Grüße, 例え, 😀",
                    " leading and trailing ",
                    "- list",
                    "*",
                    "a/b/c");

    private final Random chance;
    private int ids;

    private AnyDesign(Random chance) {
        this.chance = chance;
    }

    /// The same chance, the same design.
    public static Design of(Random chance) {
        return new AnyDesign(chance).design();
    }

    private Design design() {
        return new Design(
                text(),
                one(PipelineType.values()),
                one(ExecutionMode.values()),
                origin(),
                some(() -> new Variable(text(), maybe(this::text), text())),
                some(this::trigger),
                some(() -> new ArtifactStore(text(), origin(), key(), extras())),
                some(this::stage),
                some(() ->
                        new Environment(
                                new EnvironmentId("e" + ++ids), text(), text(), text(), text())),
                some(this::companion),
                map(),
                some(() -> new Waiver(text(), text())),
                extras());
    }

    private Trigger trigger() {
        return new Trigger(
                text(),
                some(() -> new Trigger.Push(patterns(), patterns(), patterns())),
                some(() ->
                        new Trigger.PullRequest(
                                some(() -> one(Trigger.Event.values())), patterns(), patterns())),
                extras());
    }

    private Stage stage() {
        return new Stage(
                new StageId("s" + ++ids),
                text(),
                some(this::action),
                chance.nextBoolean() ? Transition.OPEN : new Transition.Closed(text()),
                maybe(this::condition),
                maybe(this::condition),
                maybe(() ->
                        new OnFailure(
                                maybe(() -> one(Result.values())),
                                maybe(() -> one(RetryMode.values())),
                                maybe(this::condition),
                                extras())),
                extras());
    }

    private Condition condition() {
        return new Condition(
                maybe(() -> one(Result.values())),
                some(() ->
                        new ConditionRule(
                                text(),
                                text(),
                                chance.nextBoolean() ? "1" : text("2"),
                                map(),
                                texts(),
                                texts(),
                                maybe(this::text),
                                maybe(this::text),
                                maybe(chance::nextInt),
                                extras())),
                extras());
    }

    private Action action() {
        return new Action(
                new ActionId("a" + ++ids),
                text(),
                new ActionType(one(Category.values()), one(Owner.values()), text(), text()),
                chance.nextBoolean() ? 1 : chance.nextInt(),
                map(),
                texts(),
                some(() -> new OutputArtifact(text(), texts())),
                maybe(this::text),
                maybe(() -> new EnvironmentId(text())),
                maybe(this::origin),
                maybe(chance::nextInt),
                texts(),
                texts(),
                some(this::variable),
                text(),
                extras());
    }

    private EnvironmentVariable variable() {
        return new EnvironmentVariable(text(), text(), one(EnvironmentVariable.Kind.values()));
    }

    private Companion companion() {
        var name = text();
        var environment = maybe(() -> new EnvironmentId(text()));
        return switch (chance.nextInt(7)) {
            case 0 ->
                    new Companion.BuildProject(
                            name,
                            origin(),
                            environment,
                            text(),
                            text(),
                            text(),
                            chance.nextBoolean(),
                            chance.nextInt(),
                            text(),
                            some(this::variable),
                            chance.nextBoolean(),
                            chance.nextInt(),
                            surroundings());
            case 1 -> new Companion.Connection(name, origin(), environment, text());
            case 2 ->
                    new Companion.Topic(
                            name,
                            origin(),
                            environment,
                            some(() -> new Companion.Subscription(text(), text())));
            case 3 ->
                    new Companion.Watch(
                            name,
                            origin(),
                            environment,
                            some(() -> new Companion.Subscription(text(), text())),
                            chance.nextInt(100));
            case 4 ->
                    new Companion.Repository(
                            name,
                            origin(),
                            environment,
                            texts(),
                            chance.nextInt(100),
                            chance.nextBoolean());
            case 5 -> new Companion.Deployment(name, origin(), environment, target(), pace());
            default ->
                    new Companion.StackRole(
                            name,
                            origin(),
                            environment,
                            some(() -> new Companion.Grant(texts(), texts(), text())));
        };
    }

    private BuildSurroundings surroundings() {
        return new BuildSurroundings(
                maybe(() -> new BuildSurroundings.Network(text(), texts(), texts())),
                switch (chance.nextInt(3)) {
                    case 0 -> new BuildSurroundings.Cache.None();
                    case 1 -> new BuildSurroundings.Cache.InS3(text());
                    default ->
                            new BuildSurroundings.Cache.Local(
                                    Set.of(one(BuildSurroundings.Mode.values())));
                },
                chance.nextInt(500));
    }

    private DeploymentTarget target() {
        return switch (chance.nextInt(3)) {
            case 0 ->
                    new DeploymentTarget.Instances(
                            chance.nextBoolean(),
                            Ordered.copy(Map.of(text(), text())),
                            texts(),
                            text());
            case 1 -> new DeploymentTarget.Functions(texts());
            default ->
                    new DeploymentTarget.Service(
                            text(), text(), text(), text(), text(), chance.nextInt(99), texts());
        };
    }

    private DeploymentPace pace() {
        return switch (chance.nextInt(4)) {
            case 0 -> new DeploymentPace.Named(text());
            case 1 -> new DeploymentPace.Healthy(chance.nextInt(100));
            case 2 -> new DeploymentPace.Canary(chance.nextInt(100), chance.nextInt(60));
            default -> new DeploymentPace.Linear(chance.nextInt(100), chance.nextInt(60));
        };
    }

    private EncryptionKey key() {
        return switch (chance.nextInt(3)) {
            case 0 -> new EncryptionKey.Create();
            case 1 -> new EncryptionKey.AwsManaged();
            default -> new EncryptionKey.Existing(text());
        };
    }

    private Origin origin() {
        return chance.nextBoolean() ? Origin.CREATE : new Origin.Existing(text());
    }

    private Patterns patterns() {
        return new Patterns(texts(), texts());
    }

    private Extras extras() {
        var members = new LinkedHashMap<String, String>();
        some(() -> chance.nextInt(9))
                .forEach(n -> members.put("x" + n, "{\"deep\":[1.50,null,\"" + n + "\",true]}"));
        return new Extras(members);
    }

    private SequencedMap<String, String> map() {
        var map = new LinkedHashMap<String, String>();
        some(() -> map.put(text(), text()));
        return map;
    }

    private String text() {
        return one(TEXTS.toArray(String[]::new));
    }

    private String text(String instead) {
        var text = text();
        return text.isEmpty() ? instead : text;
    }

    private List<String> texts() {
        return some(this::text);
    }

    private <T> T one(T[] values) {
        return values[chance.nextInt(values.length)];
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return chance.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> List<T> some(Supplier<T> item) {
        var items = new ArrayList<T>();
        for (int n = chance.nextInt(3); n > 0; n--) {
            items.add(item.get());
        }
        return items.stream().filter(java.util.Objects::nonNull).toList();
    }
}
