package io.stagecraft.practice.stack;

import static io.stagecraft.practice.stack.Trees.list;
import static io.stagecraft.practice.stack.Trees.map;
import static io.stagecraft.practice.stack.Trees.text;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Collects what a tree of a template points at.
final class References {
    private static final Pattern PLACE = Pattern.compile("\\$\\{([^!}][^}]*)}");

    /// One name that is pointed at.
    ///
    /// @param attribute what is wanted of it; empty where `Ref` is meant
    record Reference(String name, String attribute) {
        static Reference of(String dotted) {
            var parts = dotted.split("\\.", 2);
            return new Reference(parts[0], parts.length == 1 ? "" : parts[1]);
        }
    }

    private final Set<Reference> found = new LinkedHashSet<>();

    private References() {}

    /// All that a tree points at, in the order of the tree.
    static Set<Reference> in(@Nullable Object tree) {
        var references = new References();
        references.look(tree);
        return references.found;
    }

    private void look(@Nullable Object tree) {
        switch (tree) {
            case null -> {}
            case List<?> list -> list.forEach(this::look);
            case Map<?, ?> call when Functions.isFunction(call) -> called(call);
            case Map<?, ?> map -> map.values().forEach(this::look);
            default -> {}
        }
    }

    private void called(Map<?, ?> call) {
        var argument = call.values().iterator().next();
        switch (text(call.keySet().iterator().next())) {
            case "Ref" -> found.add(new Reference(text(argument), ""));
            case "Fn::GetAtt" -> found.add(got(list(argument)));
            case "Fn::Sub" -> {
                var own =
                        argument instanceof List<?> l && l.size() == 2
                                ? map(l.getLast())
                                : Map.<String, Object>of();
                PLACE.matcher(text(list(argument).getFirst()))
                        .results()
                        .map(m -> m.group(1).strip())
                        .filter(n -> !own.containsKey(n))
                        .forEach(n -> found.add(Reference.of(n)));
                look(own);
            }
            default -> look(argument);
        }
    }

    private static Reference got(List<?> path) {
        return path.size() == 1
                ? Reference.of(text(path.getFirst()))
                : new Reference(text(path.getFirst()).split("\\.", 2)[0], text(path.getLast()));
    }
}
