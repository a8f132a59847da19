package io.stagecraft.edit;

import io.stagecraft.model.Action;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Makes room between the rows of a stage.
final class Rows {
    /// The greatest run order that AWS takes.
    static final int LAST = 999;

    /// The actions of a stage with one run order that none of them has.
    record Freed(List<Action> actions, int runOrder) {}

    private Rows() {}

    /// Frees a row just before the one that has `wanted`, and renumbers no more rows than that takes.
    static Freed free(List<Action> actions, int wanted) {
        var rows = new TreeSet<Integer>();
        actions.forEach(a -> rows.add(a.runOrder()));
        var row = Math.clamp(wanted, 1, LAST);
        if (!rows.contains(row)) {
            return new Freed(actions, row);
        }
        var end = row;
        while (rows.contains(end)) {
            end++;
        }
        if (end <= LAST) {
            return new Freed(moved(actions, from(rows, row, end)), row);
        }
        return packed(actions, rows, row);
    }

    private static Map<Integer, Integer> from(TreeSet<Integer> rows, int first, int end) {
        var moves = new HashMap<Integer, Integer>();
        rows.subSet(first, end).forEach(r -> moves.put(r, r + 1));
        return moves;
    }

    /// No number is left below the row, so all rows close up from 1 on.
    private static Freed packed(List<Action> actions, TreeSet<Integer> rows, int row) {
        var moves = new HashMap<Integer, Integer>();
        var next = 1;
        var free = 1;
        for (int r : rows) {
            if (r == row) {
                free = next++;
            }
            moves.put(r, Math.min(next++, LAST));
        }
        return new Freed(moved(actions, moves), free);
    }

    private static List<Action> moved(List<Action> actions, Map<Integer, Integer> moves) {
        return actions.stream()
                .map(a -> a.withRunOrder(moves.getOrDefault(a.runOrder(), a.runOrder())))
                .toList();
    }
}
