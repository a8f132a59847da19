package io.stagecraft.catalog;

import java.util.List;
import java.util.Optional;

/// What one field of a cron expression counts in.
///
/// @param names of the numbers from `first` on, three letters each; none where there are only numbers
record CronUnit(int first, int last, List<String> names) {
    CronUnit {
        names = List.copyOf(names);
    }

    /// `*`, `a`, `a-b`, `a/n` or `a-b/n`; `b` may lie before `a`.
    boolean fits(String part, int value) {
        int slash = part.indexOf('/');
        var range = slash < 0 ? part : part.substring(0, slash);
        int step =
                slash < 0 ? 1 : new CronUnit(0, last, List.of()).number(part.substring(slash + 1));
        int dash = range.indexOf('-');
        boolean all = range.equals("*") || slash == 0;
        int from = all ? first : number(dash < 0 ? range : range.substring(0, dash));
        int to =
                all || dash < 0 && slash >= 0
                        ? last
                        : dash < 0 ? from : number(range.substring(dash + 1));
        int size = last - first + 1;
        int behind = Math.floorMod(value - from, size);
        return behind <= Math.floorMod(to - from, size) && behind % Math.max(1, step) == 0;
    }

    /// @throws IllegalArgumentException in a clause, where the text is neither a number in range nor a name
    int number(String text) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equalsIgnoreCase(text)) {
                return first + i;
            }
        }
        if (!text.isEmpty()
                && text.length() <= 4
                && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            int number = Integer.parseInt(text);
            if (number >= first && number <= last) {
                return number;
            }
        }
        throw new IllegalArgumentException(
                (text.isEmpty() ? "nothing" : text)
                        + " is no number from "
                        + first
                        + " to "
                        + last
                        + (names.isEmpty()
                                ? ""
                                : " and none of the names "
                                        + names.getFirst()
                                        + " to "
                                        + names.getLast())
                        + meant(text).map(name -> "; it may mean " + name).orElse(""));
    }

    /// The name that a longer word begins with, such as MON of Monday.
    private Optional<String> meant(String text) {
        return names.stream()
                .filter(name -> text.regionMatches(true, 0, name, 0, name.length()))
                .findFirst();
    }
}
