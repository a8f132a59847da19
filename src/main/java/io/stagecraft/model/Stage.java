package io.stagecraft.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// A column on the canvas: actions that run row by row once an execution passes the arrow into it.
///
/// @param name 1–100 of `[A-Za-z0-9.@_-]`, unique in the pipeline
/// @param actions in drawn order; rows follow from their run orders
/// @param inbound the arrow into it; without meaning for the first stage
public record Stage(
        StageId id,
        String name,
        List<Action> actions,
        Transition inbound,
        Optional<Condition> beforeEntry,
        Optional<Condition> onSuccess,
        Optional<OnFailure> onFailure,
        Extras extras) {
    public Stage {
        actions = List.copyOf(actions);
    }

    /// A stage with an open arrow and no conditions.
    public static Stage of(StageId id, String name, List<Action> actions) {
        return new Stage(
                id,
                name,
                actions,
                Transition.OPEN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Extras.NONE);
    }

    /// The actions by run order, rising; within a row in drawn order.
    public List<List<Action>> rows() {
        var rows = new TreeMap<Integer, List<Action>>();
        actions.forEach(a -> rows.computeIfAbsent(a.runOrder(), _ -> new ArrayList<>()).add(a));
        return rows.values().stream().map(List::copyOf).toList();
    }

    /// What is checked at its edges, in the order of a run.
    public Stream<Condition> conditions() {
        return Stream.of(Moment.values()).flatMap(moment -> condition(moment).stream());
    }

    /// What is checked at one of its edges.
    public Optional<Condition> condition(Moment moment) {
        return switch (moment) {
            case ENTRY -> beforeEntry;
            case SUCCESS -> onSuccess;
            case FAILURE -> onFailure.flatMap(OnFailure::condition);
        };
    }

    public Stage plus(Action action) {
        var more = new ArrayList<>(actions);
        more.add(action);
        return withActions(more);
    }

    public Stage minus(ActionId id) {
        return withActions(actions.stream().filter(a -> !a.id().equals(id)).toList());
    }

    public Stage withAction(ActionId id, UnaryOperator<Action> change) {
        return withActions(
                actions.stream().map(a -> a.id().equals(id) ? change.apply(a) : a).toList());
    }

    public Stage withId(StageId id) {
        return new Stage(id, name, actions, inbound, beforeEntry, onSuccess, onFailure, extras);
    }

    public Stage withName(String name) {
        return new Stage(id, name, actions, inbound, beforeEntry, onSuccess, onFailure, extras);
    }

    public Stage withActions(List<Action> actions) {
        return new Stage(id, name, actions, inbound, beforeEntry, onSuccess, onFailure, extras);
    }

    public Stage withInbound(Transition inbound) {
        return new Stage(id, name, actions, inbound, beforeEntry, onSuccess, onFailure, extras);
    }

    public Stage withConditions(
            Optional<Condition> beforeEntry,
            Optional<Condition> onSuccess,
            Optional<OnFailure> onFailure) {
        return new Stage(id, name, actions, inbound, beforeEntry, onSuccess, onFailure, extras);
    }

    public Stage withExtras(Extras extras) {
        return new Stage(id, name, actions, inbound, beforeEntry, onSuccess, onFailure, extras);
    }
}
