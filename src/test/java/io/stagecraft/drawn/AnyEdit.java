package io.stagecraft.drawn;

import io.stagecraft.model.Action;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.ActionType;
import io.stagecraft.model.Category;
import io.stagecraft.model.Design;
import io.stagecraft.model.Environment;
import io.stagecraft.model.EnvironmentId;
import io.stagecraft.model.EnvironmentVariable;
import io.stagecraft.model.ExecutionMode;
import io.stagecraft.model.Origin;
import io.stagecraft.model.OutputArtifact;
import io.stagecraft.model.PipelineType;
import io.stagecraft.model.Stage;
import io.stagecraft.model.StageId;
import io.stagecraft.model.Variable;
import io.stagecraft.model.Waiver;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// One change of any kind to a design: to the pipeline, to what it brings along, to a stage or to an action. What is written somewhere
/// is often the name of something that is there or was there a moment ago, so that things come to hang together and come apart.
public final class AnyEdit {
    private static final List<String> NAMES =
            List.of("Src", "Bin", "Build", "Deploy", "Live", "Code", "orders", "", "a b", "x");

    private final Design design;
    private final Random chance;

    private AnyEdit(Design design, Random chance) {
        this.design = design;
        this.chance = chance;
    }

    /// The same design and chance, the same edit.
    public static Design of(Design design, Random chance) {
        var edit = new AnyEdit(design, chance);
        return switch (chance.nextInt(8)) {
            case 0 -> edit.pipeline();
            case 1 -> edit.broughtAlong();
            case 2 -> edit.stages();
            case 3 -> edit.stage();
            default -> edit.action();
        };
    }

    private Design pipeline() {
        var wild = AnyDesign.of(chance);
        return switch (chance.nextInt(9)) {
            case 0 -> design.withName(name());
            case 1 -> design.withType(any(PipelineType.values()));
            case 2 -> design.withMode(any(ExecutionMode.values()));
            case 3 -> design.withRole(role().orElse(Origin.CREATE));
            case 4 -> design.withTriggers(wild.triggers());
            case 5 -> design.withTags(wild.tags());
            case 6 -> design.withVariables(some(() -> new Variable(name(), text(), "")));
            case 7 -> design.withStores(wild.stores());
            default ->
                    design.withWaivers(
                            some(() -> new Waiver(any("SC901", "SC902", "SC907", "SC411"), "")));
        };
    }

    private Design broughtAlong() {
        return switch (chance.nextInt(3)) {
            case 0 -> design.withCompanions(AnyDesign.of(chance).companions());
            case 1 ->
                    design.withEnvironments(
                            IntStream.rangeClosed(1, 1 + chance.nextInt(3))
                                    .mapToObj(this::environment)
                                    .toList());
            default -> design.withEnvironments(List.of());
        };
    }

    private Environment environment(int number) {
        return new Environment(
                new EnvironmentId("e" + number),
                any("Production", "Staging", "Tools"),
                any("", "111122223333", "444455556666"),
                any("", "eu-west-1", "us-east-1"),
                "");
    }

    private Design stages() {
        var stages = new ArrayList<>(design.stages());
        switch (chance.nextInt(4)) {
            case 0 -> stages.add(at(stages), Stage.of(design.nextStageId(), name(), List.of()));
            case 1 -> stages.add(at(stages), copy(AnyDesign.of(chance)));
            case 2 -> stages.removeIf(_ -> chance.nextInt(stages.size()) == 0);
            default -> Collections.shuffle(stages, chance);
        }
        return design.withStages(stages);
    }

    /// A stage of another design, with ids of its own.
    private Stage copy(Design other) {
        var stage =
                other.stages().stream()
                        .findFirst()
                        .orElse(Stage.of(new StageId("s1"), name(), List.of()));
        var first = Integer.parseInt(design.nextActionId().value().substring(1));
        var actions =
                IntStream.range(0, stage.actions().size())
                        .mapToObj(
                                i -> stage.actions().get(i).withId(new ActionId("a" + (first + i))))
                        .toList();
        return stage.withId(design.nextStageId()).withActions(actions);
    }

    private Design stage() {
        if (design.stages().isEmpty()) {
            return design;
        }
        var wild = copy(AnyDesign.of(chance));
        UnaryOperator<Stage> change =
                switch (chance.nextInt(5)) {
                    case 0 -> s -> s.withName(name());
                    case 1 -> s -> s.withInbound(wild.inbound());
                    case 2 ->
                            s ->
                                    s.withConditions(
                                            wild.beforeEntry(), wild.onSuccess(), wild.onFailure());
                    case 3 -> s -> s.plus(drawn());
                    default -> s -> s.actions().isEmpty() ? s : s.minus(any(s.actions()).id());
                };
        return design.withStage(any(design.stages()).id(), change);
    }

    private Action drawn() {
        var box =
                switch (chance.nextInt(7)) {
                    case 0 -> Drawings.source(name(), name());
                    case 1 -> Drawings.git(name(), name());
                    case 2 -> Drawings.build(name(), name(), name());
                    case 3 -> Drawings.test(name(), name());
                    case 4 -> Drawings.approval(name());
                    case 5 -> Drawings.stack(name(), name());
                    default -> Drawings.deploy(name(), name());
                };
        return box.action().withId(design.nextActionId());
    }

    private Design action() {
        var all = design.actions().toList();
        if (all.isEmpty()) {
            return design;
        }
        var action = any(all);
        return chance.nextInt(6) == 0
                ? moved(action)
                : design.withAction(action.id(), this::changed);
    }

    /// The very same action in another stage.
    private Design moved(Action action) {
        var there = any(design.stages()).id();
        return design.withStages(
                design.stages().stream()
                        .map(s -> s.minus(action.id()))
                        .map(s -> s.id().equals(there) ? s.plus(action) : s)
                        .toList());
    }

    private Action changed(Action a) {
        return switch (chance.nextInt(14)) {
            case 0 -> a.withName(name());
            case 1 -> a.withRunOrder(chance.nextInt(4));
            case 2 -> a.withInputs(some(this::name));
            case 3 -> a.withOutputs(some(() -> new OutputArtifact(name())));
            case 4 -> a.withNamespace(chance.nextBoolean() ? Optional.empty() : text());
            case 5 -> a.withEnvironment(Optional.of(new EnvironmentId(any("e1", "e2", "e9"))));
            case 6 -> a.withRole(role());
            case 7 -> a.withType(type());
            case 8 -> a.withCommands(some(this::value));
            case 9 ->
                    a.withEnvironmentVariables(
                            some(() ->
                                    new EnvironmentVariable(
                                            any("PASSWORD", "AWS_ACCESS_KEY_ID", "X"),
                                            value(),
                                            any(EnvironmentVariable.Kind.values()))));
            case 10 -> a.withTimeoutMinutes(Optional.of(chance.nextInt(20)));
            case 11 -> a.settings().isEmpty() ? a : a.withoutSetting(any(keys(a)));
            default ->
                    a.withSetting(
                            a.settings().isEmpty() || chance.nextInt(5) == 0
                                    ? "TemplatePath"
                                    : any(keys(a)),
                            value());
        };
    }

    private static List<String> keys(Action action) {
        return List.copyOf(action.settings().keySet());
    }

    private ActionType type() {
        return chance.nextBoolean()
                ? drawn().type()
                : ActionType.aws(any(Category.values()), any("CodeBuild", "S3", "None"));
    }

    private Optional<Origin> role() {
        return switch (chance.nextInt(3)) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(Origin.CREATE);
            default ->
                    Optional.of(
                            new Origin.Existing(any("arn:aws:iam::111122223333:role/x", "x", "")));
        };
    }

    private Optional<String> text() {
        return chance.nextInt(4) == 0 ? Optional.empty() : Optional.of(name());
    }

    /// A name, new or taken.
    private String name() {
        var taken =
                Stream.of(
                                design.actions().map(Action::name),
                                design.actions().flatMap(x -> x.outputNames().stream()),
                                design.actions().flatMap(x -> x.namespace().stream()),
                                design.companions().stream().map(c -> c.name()))
                        .flatMap(s -> s)
                        .toList();
        return taken.isEmpty() || chance.nextBoolean() ? any(NAMES) : any(taken);
    }

    private String value() {
        return switch (chance.nextInt(8)) {
            case 0 -> "";
            case 1 -> "true";
            case 2 -> "#{" + name() + ".CommitId}";
            case 3 -> "#{variables." + name() + "}";
            case 4 -> "@{" + name() + "}";
            case 5 -> name() + "::template.yml";
            case 6 -> "AKIAIOSFODNN7EXAMPLE";
            default -> name();
        };
    }

    private int at(List<?> list) {
        return chance.nextInt(list.size() + 1);
    }

    private <T> List<T> some(Supplier<T> item) {
        return Stream.generate(item).limit(chance.nextInt(3)).toList();
    }

    @SafeVarargs
    private <T> T any(T... some) {
        return some[chance.nextInt(some.length)];
    }

    private <T> T any(List<T> some) {
        return some.get(chance.nextInt(some.size()));
    }
}
