package io.stagecraft.edit;

import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.catalog.Circumstance;
import io.stagecraft.catalog.CompanionKind;
import io.stagecraft.catalog.Drop;
import io.stagecraft.catalog.FieldSpec;
import io.stagecraft.model.Action;
import io.stagecraft.model.ActionType;
import io.stagecraft.model.ArtifactFlow;
import io.stagecraft.model.Category;
import io.stagecraft.model.Companion;
import io.stagecraft.model.CompanionRef;
import io.stagecraft.model.Design;
import io.stagecraft.model.OutputArtifact;
import io.stagecraft.model.Stage;
import io.stagecraft.model.StageId;
import io.stagecraft.model.VariableRef;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Builds what is dropped as somebody would who has done it often: named, wired, set, and with the resources it needs.
public final class Expert {
    private final ActionCatalog catalog;

    public Expert(ActionCatalog catalog) {
        this.catalog = catalog;
    }

    /// Adds an action of a type, which is to be [Design#nextActionId]; a stage made for it is [Design#nextStageId].
    /// One aimed at a stage that is gone changes nothing.
    public Edit action(Design design, ActionType type, Place place) {
        var target = target(design, type, place);
        if (target.isEmpty()) {
            return new Several("Add " + type.provider());
        }
        var to = target.get();
        var edits = new ArrayList<>(to.before());
        var bare = named(design, type, to);
        var placed = new Several("", to.then(bare)).apply(new Several("", edits).apply(design));
        var wired = wired(placed, bare);
        var accompanied = companions(design, wired);
        edits.addAll(accompanied.edits());
        edits.addAll(to.then(accompanied.action()));
        return new Several("Add " + bare.name(), edits);
    }

    /// Puts a manual approval before all else in a stage. There the stage is locked while somebody thinks, so what is
    /// approved is what is deployed: no newer execution can slip in between.
    ///
    /// Before the first stage it changes nothing, as nothing has happened yet that could be approved.
    public Edit approvalBefore(Design design, StageId into) {
        var stage = design.stage(into);
        var first = design.stages().isEmpty() || design.stages().getFirst().id().equals(into);
        var type =
                catalog.all().stream()
                        .map(ActionSpec::type)
                        .filter(t -> t.category() == Category.APPROVAL)
                        .findFirst();
        if (stage.isEmpty() || first || type.isEmpty()) {
            return new Several("Add approval");
        }
        var row = stage.get().actions().stream().mapToInt(Action::runOrder).min().orElse(1);
        return action(design, type.get(), new Place.Row(into, row, 0, true));
    }

    /// Where an action ends up, and what has to be there before.
    private record Target(
            StageId stage,
            List<Edit> before,
            Set<String> names,
            int row,
            int index,
            boolean newRow) {
        List<Edit> then(Action action) {
            return List.of(
                    new AddAction(stage, action),
                    new MoveAction(action.id(), stage, row, index, newRow));
        }
    }

    private static Optional<Target> target(Design design, ActionType type, Place place) {
        return switch (place) {
            case Place.Row(var id, var row, var index, var newRow) ->
                    design.stage(id)
                            .map(s ->
                                    new Target(id, List.of(), Copies.names(s), row, index, newRow));
            case Place.Below(var id) -> design.stage(id).map(Expert::below);
            case Place.Gap(var index) -> Optional.of(gap(design, type, index));
        };
    }

    private static Target below(Stage stage) {
        var last = stage.actions().stream().mapToInt(Action::runOrder).max().orElse(0);
        var row = Math.min(last + 1, Rows.LAST);
        return new Target(
                stage.id(), List.of(), Copies.names(stage), row, stage.actions().size(), false);
    }

    private static Target gap(Design design, ActionType type, int index) {
        var name = Names.free(type.category().word(), Copies.names(design));
        var stage = Stage.of(design.nextStageId(), name, List.of());
        return new Target(
                stage.id(), List.of(new AddStage(index, stage)), new HashSet<>(), 1, 0, false);
    }

    private Action named(Design design, ActionType type, Target target) {
        var spec = catalog.find(type);
        var name = spec.map(s -> s.drop().name()).orElse(type.provider());
        var action =
                Action.of(design.nextActionId(), Names.free(name, target.names()), type)
                        .withRunOrder(target.row());
        return spec.map(s -> dressed(design, action, s.drop())).orElse(action);
    }

    private static Action dressed(Design design, Action action, Drop drop) {
        var taken = new HashSet<>(Set.of(VariableRef.PIPELINE, VariableRef.BUILT_IN));
        design.actions()
                .forEach(a -> {
                    taken.addAll(a.outputNames());
                    a.namespace().ifPresent(taken::add);
                });
        var outputs = new ArrayList<OutputArtifact>();
        for (var name : drop.outputs()) {
            var free = Names.freeWord(name, taken);
            taken.add(free);
            outputs.add(new OutputArtifact(free));
        }
        return action.withOutputs(outputs)
                .withNamespace(drop.namespace().map(n -> Names.freeWord(n, taken)))
                .withSettings(drop.settings())
                .withCommands(drop.commands());
    }

    /// With the artifacts an expert would hand it, and settings that name them.
    private Action wired(Design placed, Action action) {
        var spec = catalog.find(action.type());
        if (spec.isEmpty()) {
            return action;
        }
        var bounds = spec.get().inputs();
        var count = Math.min(Math.max(spec.get().drop().inputs(), bounds.min()), bounds.max());
        var inputs = Suppliers.of(ArtifactFlow.of(placed), action).stream().limit(count).toList();
        var wired = action.withInputs(inputs);
        for (var field : spec.get().fields()) {
            wired = pointed(placed, wired, spec.get(), field);
        }
        return wired;
    }

    private static Action pointed(Design design, Action action, ActionSpec spec, FieldSpec field) {
        var first =
                action.inputs().isEmpty()
                        ? Optional.<String>empty()
                        : Optional.of(action.inputs().getFirst());
        var text = action.setting(field.key()).map(t -> filled(design, action, t));
        var value =
                switch (field.kind()) {
                    case INPUT ->
                            text.isPresent()
                                            || Circumstance.of(design, action, spec)
                                                    .isRequired(field)
                                    ? first
                                    : text;
                    case INPUT_PATH -> text.map(t -> first.map(a -> onto(t, a)).orElse(t));
                    case TEXT,
                            LONG_TEXT,
                            CHOICE,
                            FLAG,
                            NUMBER,
                            LIST,
                            JSON,
                            ARN,
                            VARIABLES,
                            BUILDSPEC,
                            ZONE,
                            CRON,
                            SECRET ->
                            text;
                };
        return value.map(v -> action.withSetting(field.key(), v))
                .orElseGet(() -> action.withoutSetting(field.key()));
    }

    private static String onto(String path, String artifact) {
        return artifact + path.substring(Math.max(0, path.indexOf("::")));
    }

    private static String filled(Design design, Action action, String text) {
        return text.replace("{pipeline}", design.name())
                .replace("{stage}", design.stageOf(action.id()).map(Stage::name).orElse(""))
                .replace("{action}", action.name());
    }

    /// The action with references, and the edits that bring what they refer to.
    private record Accompanied(Action action, List<Edit> edits) {}

    private Accompanied companions(Design design, Action action) {
        var spec = catalog.find(action.type());
        var companions = new Companions(design);
        var result = action;
        var names = new EnumMap<CompanionKind, String>(CompanionKind.class);
        for (var field : spec.map(ActionSpec::fields).orElse(List.of())) {
            if (field.companion().isPresent()
                    && result.setting(field.key()).isEmpty()
                    && (field.required().isEmpty()
                            || Circumstance.of(design, result, spec.get()).isRequired(field))) {
                // an application and its group are one companion
                var name =
                        names.computeIfAbsent(
                                field.companion().get().kind(),
                                kind -> companions.nameOf(kind, action));
                result = result.withSetting(field.key(), CompanionRef.to(name));
            }
        }
        return new Accompanied(result, companions.added());
    }

    /// A companion of a kind, new, as `action` would need it.
    public Companion companion(Design design, Action action, CompanionKind kind) {
        return new Companions(design).made(kind, action);
    }
}
