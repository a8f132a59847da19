package io.stagecraft.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stagecraft.drawn.Drawings;
import io.stagecraft.drawn.SmallCatalog;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.ActionType;
import io.stagecraft.model.Design;
import io.stagecraft.model.StageId;
import io.stagecraft.model.Transition;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Whatever is done in whatever order, ids stay unique, run orders stay legal and Undo leads all the way back.
class EditsPropertyTest {
    private static final SmallCatalog CATALOG = new SmallCatalog();
    private static final Expert EXPERT = new Expert(CATALOG);

    @Property(tries = 300)
    void undoLeadsAllTheWayBack(@ForAll("edits") List<Function<Design, Edit>> edits) {
        var start = Drawings.simple();
        var history = History.of(start);
        for (var edit : edits) {
            history = history.then(edit.apply(history.now()));
            sound(history.now());
        }
        var end = history.now();
        var steps = history.steps().size();
        for (int i = 0; i < steps; i++) {
            history = history.undo();
        }
        assertEquals(start, history.now());
        for (int i = 0; i < steps; i++) {
            history = history.redo();
        }
        assertEquals(end, history.now());
    }

    private static void sound(Design design) {
        var actions = design.actions().map(a -> a.id()).toList();
        assertEquals(actions.size(), Set.copyOf(actions).size(), "action ids");
        assertEquals(
                design.stages().size(),
                design.stages().stream().map(s -> s.id()).distinct().count(),
                "stage ids");
        design.actions()
                .forEach(a ->
                        assertEquals(Math.clamp(a.runOrder(), 1, 999), a.runOrder(), a.name()));
    }

    @Provide
    Arbitrary<List<Function<Design, Edit>>> edits() {
        return edit().list().ofMaxSize(30);
    }

    private static Arbitrary<Function<Design, Edit>> edit() {
        var action = Arbitraries.integers().between(1, 12).map(n -> new ActionId("a" + n));
        var stage = Arbitraries.integers().between(1, 6).map(n -> new StageId("s" + n));
        var name =
                Arbitraries.of(
                        "Build", "Test", "Build-2", "Deploy", "SourceOutput", "BuildOutput", "");
        var index = Arbitraries.integers().between(-1, 6);
        var row = Arbitraries.of(1, 2, 3, 7, 998, 999);
        var type =
                Arbitraries.of(
                        SmallCatalog.REPOSITORY,
                        SmallCatalog.BUILDER,
                        SmallCatalog.TESTER,
                        SmallCatalog.STACK,
                        SmallCatalog.ASK);
        return Arbitraries.oneOf(
                moves(action, stage, index, row),
                drops(type, stage, index, row),
                copies(action, stage),
                names(action, stage, name));
    }

    private static Arbitrary<Function<Design, Edit>> moves(
            Arbitrary<ActionId> action,
            Arbitrary<StageId> stage,
            Arbitrary<Integer> index,
            Arbitrary<Integer> row) {
        return Arbitraries.oneOf(
                Combinators.combine(action, stage, row, index, Arbitraries.of(true, false))
                        .as((a, s, r, i, n) -> _ -> new MoveAction(a, s, r, i, n)),
                Combinators.combine(stage, index).as((s, i) -> _ -> new MoveStage(s, i)),
                stage.map(s -> _ -> new SetTransition(s, new Transition.Closed("wait"))));
    }

    private static Arbitrary<Function<Design, Edit>> drops(
            Arbitrary<ActionType> type,
            Arbitrary<StageId> stage,
            Arbitrary<Integer> index,
            Arbitrary<Integer> row) {
        return Arbitraries.oneOf(
                Combinators.combine(type, index)
                        .as((t, i) -> d -> EXPERT.action(d, t, new Place.Gap(i))),
                Combinators.combine(type, stage, row, index)
                        .as((t, s, r, i) -> d -> EXPERT.action(d, t, new Place.Row(s, r, i, true))),
                Combinators.combine(type, stage)
                        .as((t, s) -> d -> EXPERT.action(d, t, new Place.Below(s))),
                stage.map(s -> d -> EXPERT.approvalBefore(d, s)));
    }

    private static Arbitrary<Function<Design, Edit>> copies(
            Arbitrary<ActionId> action, Arbitrary<StageId> stage) {
        return Arbitraries.oneOf(
                Combinators.combine(action.set().ofMaxSize(3), stage)
                        .as((a, s) ->
                                d -> new Paste(Clip.of(d, a, Set.of()), Optional.of(s), CATALOG)),
                Combinators.combine(action.set().ofMaxSize(2), stage.set().ofMaxSize(2))
                        .as((a, s) -> _ -> new Duplicate(a, s, CATALOG)),
                Combinators.combine(action.set().ofMaxSize(2), stage.set().ofMaxSize(1))
                        .as((a, s) -> _ -> new Delete(a, s)));
    }

    private static Arbitrary<Function<Design, Edit>> names(
            Arbitrary<ActionId> action, Arbitrary<StageId> stage, Arbitrary<String> name) {
        return Arbitraries.oneOf(
                Combinators.combine(action, name).as((a, n) -> _ -> new RenameAction(a, n)),
                Combinators.combine(stage, name).as((s, n) -> _ -> new RenameStage(s, n)),
                Combinators.combine(action, name).as((a, n) -> _ -> new RenameNamespace(a, n)),
                Combinators.combine(name, name)
                        .as((a, b) -> _ -> new RenameArtifact(a, b, CATALOG)),
                Combinators.combine(name, action).as((n, a) -> _ -> new Connect(n, a)),
                Combinators.combine(name, action).as((n, a) -> _ -> new Disconnect(n, a)));
    }
}
