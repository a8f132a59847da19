package io.stagecraft.ui.canvas;

import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.model.Action;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.ArtifactFlow;
import io.stagecraft.model.CompanionRef;
import io.stagecraft.model.Condition;
import io.stagecraft.model.Design;
import io.stagecraft.model.Environment;
import io.stagecraft.model.Moment;
import io.stagecraft.model.Result;
import io.stagecraft.model.Stage;
import io.stagecraft.model.Transition;
import io.stagecraft.run.RunSnapshot;
import io.stagecraft.run.RunSnapshot.ActionRun;
import io.stagecraft.run.RunSnapshot.StageRun;
import io.stagecraft.run.RunStatus;
import io.stagecraft.ui.canvas.Drawing.Badge;
import io.stagecraft.ui.canvas.Drawing.CardLook;
import io.stagecraft.ui.canvas.Drawing.GateLook;
import io.stagecraft.ui.canvas.Drawing.PlaceLook;
import io.stagecraft.ui.canvas.Drawing.PortLook;
import io.stagecraft.ui.canvas.Drawing.RunLook;
import io.stagecraft.ui.canvas.Drawing.StageLook;
import io.stagecraft.ui.canvas.Drawing.WireLook;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Problem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Works out what the canvas shows: from a design, its problems and a run, in one pass over them.
final class Draughtsman {
    private static final double APPROVAL_ROOM = 52;
    private static final double FAILURE_ROOM = 52;

    private final Design design;
    private final ActionCatalog catalog;
    private final Optional<RunSnapshot> run;
    private final Map<String, String> broken;
    private final ArtifactFlow flow;
    private final Map<String, Integer> colours;
    private final Map<Object, Badge> badges = new HashMap<>();
    private final Map<ActionId, ActionRun> runs = new HashMap<>();
    private final Map<ActionId, String> names = new HashMap<>();
    private final CanvasLayout layout;
    private final boolean placesMatter;

    private Draughtsman(
            Design design,
            ActionCatalog catalog,
            List<Problem> problems,
            Optional<RunSnapshot> run,
            Map<String, String> broken) {
        this.broken = broken;
        this.design = design;
        this.catalog = catalog;
        this.run = run;
        flow = ArtifactFlow.of(design);
        colours = ArtifactColours.of(flow.artifacts());
        design.actions().forEach(a -> names.put(a.id(), a.name()));
        problems.forEach(this::note);
        for (var stage : design.stages()) {
            run.flatMap(r -> r.stage(stage.name())).ifPresent(s -> note(stage, s));
        }
        layout = CanvasLayout.of(design, this::footer);
        placesMatter =
                design.environments().size() > 1
                        || !design.home().equals(design.home().withAccount("").withRegion(""));
    }

    /// @param broken what a trainer has go wrong, in words, by the action's name
    static Drawing draw(
            Design design,
            ActionCatalog catalog,
            List<Problem> problems,
            Optional<RunSnapshot> run,
            Map<String, String> broken) {
        return new Draughtsman(design, catalog, problems, run, broken).draw();
    }

    private void note(Problem problem) {
        switch (problem.about()) {
            case About.InAction(var id) -> note(id, problem);
            case About.Field(var id, _) -> note(id, problem);
            case About.InStage(var id) -> note(id, problem);
            case About.InGate(var id, _) -> note(id, problem);
            case About.InGateRule(var id, _, _, _) -> note(id, problem);
            case About.Pipeline(), About.PipelinePart(_, _) -> {
                // the problem list has it; nothing on the canvas is to blame
            }
        }
    }

    private void note(Object id, Problem problem) {
        var severity = problem.rule().severity();
        badges.merge(
                id,
                new Badge(1, Optional.of(severity), problem.message()),
                (old, one) ->
                        old.worst().orElseThrow().compareTo(severity) <= 0
                                ? new Badge(old.count() + 1, old.worst(), old.first())
                                : new Badge(old.count() + 1, one.worst(), one.first()));
    }

    private void note(Stage stage, StageRun state) {
        for (var action : stage.actions()) {
            state.action(action.name()).ifPresent(a -> runs.put(action.id(), a));
        }
    }

    private double footer(ActionId id) {
        var state = runs.get(id);
        if (state == null) {
            return 0;
        }
        return answerable(state)
                ? APPROVAL_ROOM
                : state.status() == RunStatus.FAILED ? FAILURE_ROOM : 0;
    }

    private static boolean answerable(ActionRun state) {
        return state.status() == RunStatus.WAITING_FOR_APPROVAL
                || state.status() == RunStatus.IN_PROGRESS && state.approvalToken().isPresent();
    }

    private Drawing draw() {
        var stages = new ArrayList<StageLook>();
        var cards = new ArrayList<CardLook>();
        var gates = new ArrayList<GateLook>();
        for (var place : layout.stages()) {
            var stage = design.stages().get(place.index());
            stages.add(look(stage, place));
            stage.actions().forEach(a -> cards.add(look(a)));
            if (place.index() > 0) {
                gates.add(gate(stage, place));
            }
        }
        return new Drawing(
                layout, stages, cards, gates, layout.wires().stream().map(this::look).toList());
    }

    private StageLook look(Stage stage, CanvasLayout.StagePlace place) {
        var state = run.flatMap(r -> r.stage(stage.name())).map(StageRun::status);
        var badge = badge(stage.id());
        return new StageLook(
                stage.id(),
                stage.name(),
                place.box(),
                place.rows().stream().map(r -> new Drawing.RowMark(r.runOrder(), r.top())).toList(),
                new Drawing.Conditions(
                        stage.beforeEntry()
                                .map(c -> words("Before entry", c) + found(stage, Moment.ENTRY))
                                .orElse(""),
                        stage.onSuccess()
                                .map(c -> words("On success", c) + found(stage, Moment.SUCCESS))
                                .orElse(""),
                        stage.onFailure()
                                .map(f ->
                                        "On failure: "
                                                + f.result().map(Draughtsman::word).orElse("stop")
                                                + f.condition().map(c -> ", " + rules(c)).orElse("")
                                                + found(stage, Moment.FAILURE))
                                .orElse("")),
                state,
                badge,
                "Stage "
                        + stage.name()
                        + ", "
                        + count(stage.actions().size(), "action")
                        + state.map(s -> ", " + s.words()).orElse("")
                        + spoken(badge));
    }

    private static String words(String when, Condition condition) {
        return when
                + ": "
                + rules(condition)
                + condition.result().map(r -> ", otherwise " + word(r)).orElse("");
    }

    /// What the rules of that moment said in the run that is shown, a line each.
    private String found(Stage stage, Moment moment) {
        return run.flatMap(r -> r.stage(stage.name())).stream()
                .flatMap(s -> s.rules().stream())
                .filter(r -> r.moment() == moment)
                .map(r ->
                        "\n"
                                + r.name()
                                + ": "
                                + r.status().words()
                                + (r.words().isEmpty() ? "" : ", " + r.words()))
                .collect(Collectors.joining());
    }

    private static String word(Result result) {
        return result.name().toLowerCase(Locale.ROOT);
    }

    private static String rules(Condition condition) {
        return condition.rules().isEmpty()
                ? "no rule"
                : condition.rules().stream()
                        .map(r -> r.name() + " (" + r.provider() + ")")
                        .collect(Collectors.joining(", "));
    }

    private CardLook look(Action action) {
        var place = layout.card(action.id()).orElseThrow();
        var spec = catalog.find(action.type());
        var environment = design.environmentOf(action);
        var badge = badge(action.id());
        var state = Optional.ofNullable(runs.get(action.id())).map(Draughtsman::look);
        var provider = spec.map(ActionSpec::title).orElse(action.type().provider());
        var wrong = broken.getOrDefault(action.name(), "");
        return new CardLook(
                action.id(),
                place.box(),
                place.footer(),
                action.name(),
                provider,
                spec.flatMap(ActionSpec::main)
                        .flatMap(action::setting)
                        .map(Draughtsman::shortened)
                        .orElse(""),
                action.type().category(),
                spec.map(ActionSpec::icon).orElse("box"),
                place(environment),
                inputs(action, place, spec),
                outputs(action, place),
                badge,
                state,
                wrong,
                spoken(action, provider, badge, state)
                        + (placesMatter ? ", in " + environment.words() : "")
                        + (wrong.isEmpty() ? "" : ", broken: " + wrong));
    }

    private PlaceLook place(Environment environment) {
        return new PlaceLook(
                placesMatter ? environment.name() : "", environment.words(), environment.colour());
    }

    /// A reference by the name it points at, an ARN by its last part, several lines by the first.
    private static String shortened(String value) {
        var line = value.lines().findFirst().orElse("").strip();
        return CompanionRef.in(line)
                .orElse(
                        line.startsWith("arn:")
                                ? line.substring(
                                        Math.max(line.lastIndexOf(':'), line.lastIndexOf('/')) + 1)
                                : line);
    }

    private List<PortLook> inputs(
            Action action, CanvasLayout.CardPlace place, Optional<ActionSpec> spec) {
        if (action.inputs().isEmpty()) {
            boolean takesSome =
                    spec.map(s -> s.inputs().max() > 0).orElse(!action.type().isSource());
            return takesSome
                    ? List.of(new PortLook("", place.inputs().getFirst(), 0, true))
                    : List.of();
        }
        return IntStream.range(0, action.inputs().size())
                .mapToObj(i -> port(action.inputs().get(i), place.inputs().get(i)))
                .toList();
    }

    private List<PortLook> outputs(Action action, CanvasLayout.CardPlace place) {
        return IntStream.range(0, action.outputs().size())
                .mapToObj(i -> port(action.outputs().get(i).name(), place.outputs().get(i)))
                .toList();
    }

    private PortLook port(String artifact, Spot at) {
        return new PortLook(artifact, at, colour(artifact), colours.containsKey(artifact));
    }

    private int colour(String artifact) {
        return colours.getOrDefault(artifact, ArtifactColours.of(artifact));
    }

    private static RunLook look(ActionRun state) {
        var said = state.failure().map(RunSnapshot.Failure::message).orElse(state.summary());
        return new RunLook(
                state.status(),
                state.started(),
                state.changed(),
                said.lines().findFirst().orElse("").strip(),
                answerable(state));
    }

    private GateLook gate(Stage stage, CanvasLayout.StagePlace place) {
        var state = run.flatMap(r -> r.stage(stage.name()));
        var reason =
                state.isPresent()
                        ? state.get().closedReason()
                        : switch (stage.inbound()) {
                            case Transition.Open() -> Optional.<String>empty();
                            case Transition.Closed(var why) -> Optional.of(why);
                        };
        var before = layout.stages().get(place.index() - 1);
        var waiting =
                state.map(StageRun::waiting).orElse(List.of()).stream()
                        .map(id -> id.substring(0, Math.min(4, id.length())))
                        .toList();
        return new GateLook(
                stage.id(),
                stage.name(),
                layout.gate(place),
                before.box().right(),
                place.box().x(),
                reason.isPresent(),
                reason.orElse(""),
                waiting,
                "Transition into "
                        + stage.name()
                        + reason.map(r -> ", disabled: " + r).orElse(", enabled")
                        + (waiting.isEmpty()
                                ? ""
                                : ", " + count(waiting.size(), "execution") + " waiting"));
    }

    private WireLook look(CanvasLayout.Wire wire) {
        return new WireLook(
                wire.artifact(),
                wire.producer(),
                wire.consumer(),
                wire.points(),
                colour(wire.artifact()),
                !flow.isBefore(wire.producer(), wire.consumer()),
                wire.artifact() + ": " + name(wire.producer()) + " → " + name(wire.consumer()));
    }

    private String name(ActionId id) {
        return names.getOrDefault(id, "");
    }

    private Badge badge(Object id) {
        return badges.getOrDefault(id, Badge.NONE);
    }

    private static String spoken(
            Action action, String provider, Badge badge, Optional<RunLook> state) {
        var text = new StringBuilder(action.name() + ", " + provider);
        if (!action.inputs().isEmpty()) {
            text.append(", input ").append(String.join(" and ", action.inputs()));
        }
        if (!action.outputs().isEmpty()) {
            text.append(", output ").append(String.join(" and ", action.outputNames()));
        }
        state.ifPresent(s -> text.append(", ").append(s.status().words()));
        return text + spoken(badge);
    }

    private static String spoken(Badge badge) {
        return badge.count() == 0 ? "" : ", " + count(badge.count(), "problem");
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
