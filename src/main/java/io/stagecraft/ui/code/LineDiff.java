package io.stagecraft.ui.code;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;

/// Which lines of a text are new against an earlier one: a longest common subsequence, after the common ends are cut off.
final class LineDiff {
    private static final int TOO_LARGE =
            4_000_000; // cells; beyond it all lines of the middle count as new

    private LineDiff() {}

    /// The indices in `after` of lines that `before` does not have at their place.
    static BitSet added(List<String> before, List<String> after) {
        int head = 0;
        while (head < before.size()
                && head < after.size()
                && before.get(head).equals(after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < before.size() - head
                && tail < after.size() - head
                && before.get(before.size() - 1 - tail)
                        .equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        var added = new BitSet(after.size());
        added.set(head, after.size() - tail);
        keepCommon(
                before.subList(head, before.size() - tail),
                after.subList(head, after.size() - tail),
                head,
                added);
        return added;
    }

    private static void keepCommon(
            List<String> before, List<String> after, int offset, BitSet added) {
        if (before.isEmpty()
                || after.isEmpty()
                || (long) before.size() * after.size() > TOO_LARGE) {
            return;
        }
        var numbers = new HashMap<String, Integer>();
        var a =
                before.stream()
                        .mapToInt(l -> numbers.computeIfAbsent(l, _ -> numbers.size()))
                        .toArray();
        var b =
                after.stream()
                        .mapToInt(l -> numbers.computeIfAbsent(l, _ -> numbers.size()))
                        .toArray();
        var best = lengths(a, b);
        for (int i = 0, j = 0; i < a.length && j < b.length; ) {
            if (a[i] == b[j]) {
                added.clear(offset + j);
                i++;
                j++;
            } else if (best[i + 1][j] >= best[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
    }

    private static int[][] lengths(int[] a, int[] b) {
        var best = new int[a.length + 1][b.length + 1];
        for (int i = a.length - 1; i >= 0; i--) {
            for (int j = b.length - 1; j >= 0; j--) {
                best[i][j] =
                        a[i] == b[j]
                                ? best[i + 1][j + 1] + 1
                                : Math.max(best[i + 1][j], best[i][j + 1]);
            }
        }
        return best;
    }
}
