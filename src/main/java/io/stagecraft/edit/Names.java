package io.stagecraft.edit;

import java.util.Set;

/// Names that nobody has yet.
final class Names {
    private static final int LONGEST = 100;

    private Names() {}

    /// `wanted`, or `wanted-2`, `wanted-3`, … where it is taken; for pipelines, stages and actions.
    static String free(String wanted, Set<String> taken) {
        return free(wanted, "-", taken);
    }

    /// `wanted`, or `wanted2`, `wanted3`, … where it is taken: artifacts and namespaces become parts of variables.
    static String freeWord(String wanted, Set<String> taken) {
        return free(wanted, "", taken);
    }

    private static String free(String wanted, String mark, Set<String> taken) {
        if (!taken.contains(wanted)) {
            return wanted;
        }
        var base = wanted.replaceFirst(mark.isEmpty() ? "(?<=\\D)\\d+$" : "-\\d+$", "");
        for (int n = 2; ; n++) {
            var end = mark + n;
            var name = base.substring(0, Math.min(base.length(), LONGEST - end.length())) + end;
            if (!taken.contains(name)) {
                return name;
            }
        }
    }
}
