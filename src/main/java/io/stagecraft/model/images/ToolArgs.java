package io.stagecraft.model.images;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The arguments of a program, each with all that it may be.
record ToolArgs(List<Set<String>> all) {
    ToolArgs {
        all = List.copyOf(all);
    }

    private static String first(Set<String> arg) {
        return arg.iterator().next();
    }

    /// The first operand, such as `push` of `docker --debug push`, and what follows it.
    ///
    /// @param valued options that have the next argument for their value
    record Sub(String name, ToolArgs rest) {}

    Sub sub(String... valued) {
        for (int i = 0; i < all.size(); i++) {
            var word = first(all.get(i));
            if (Set.of(valued).contains(word)) {
                i++;
            } else if (!word.startsWith("-")) {
                return new Sub(word, from(i + 1));
            }
        }
        return new Sub("", new ToolArgs(List.of()));
    }

    ToolArgs from(int index) {
        return new ToolArgs(all.subList(Math.min(index, all.size()), all.size()));
    }

    /// Whether a flag is given.
    boolean has(String... flags) {
        return words().anyMatch(word ->
                Stream.of(flags).anyMatch(f -> word.equals(f) || word.equals(f + "=true")));
    }

    Stream<String> words() {
        return all.stream().map(ToolArgs::first);
    }

    /// What options hold, `--tag x` and `--tag=x`.
    Set<String> values(String... options) {
        var values = new LinkedHashSet<String>();
        for (int i = 0; i < all.size(); i++) {
            for (var option : options) {
                if (first(all.get(i)).equals(option) && i + 1 < all.size()) {
                    values.addAll(all.get(i + 1));
                }
                for (var may : all.get(i)) {
                    if (may.startsWith(option + "=")) {
                        values.add(may.substring(option.length() + 1));
                    }
                }
            }
        }
        return values;
    }

    /// What is no option.
    ///
    /// @param valued options that have the next argument for their value
    List<Set<String>> operands(String... valued) {
        var options = Set.of(valued);
        var operands = new ArrayList<Set<String>>();
        for (int i = 0; i < all.size(); i++) {
            var word = first(all.get(i));
            if (options.contains(word)) {
                i++;
            } else if (!word.startsWith("-")) {
                operands.add(all.get(i));
            }
        }
        return operands;
    }

    Set<String> operand(int index, String... valued) {
        var operands = operands(valued);
        return index < operands.size() ? operands.get(index) : Set.of();
    }

    Set<String> last(String... valued) {
        return Optional.of(operands(valued))
                .filter(o -> !o.isEmpty())
                .map(List::getLast)
                .orElse(Set.of());
    }
}
