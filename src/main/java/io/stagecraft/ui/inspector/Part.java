package io.stagecraft.ui.inspector;

import io.stagecraft.edit.ChangeDesign;
import io.stagecraft.model.Design;
import io.stagecraft.model.Origin;
import io.stagecraft.ui.Workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// A part of the design that a form edits, and the controls over what is in it.
///
/// @param read the part as it stands; nothing when it is gone
/// @param title what the Undo menu says
/// @param change changes it under a title, one step that Undo takes back
record Part<T>(
        Workspace workspace,
        String title,
        Supplier<Optional<T>> read,
        BiConsumer<String, UnaryOperator<T>> change) {
    /// The whole design.
    static Part<Design> of(Workspace workspace, String title) {
        return new Part<>(
                workspace,
                title,
                () -> Optional.of(workspace.design()),
                (what, change) -> workspace.apply(new ChangeDesign(what, change)));
    }

    /// The same part, changed under another title.
    Part<T> named(String title) {
        return new Part<>(workspace, title, read, change);
    }

    /// What stands in it.
    <P> Part<P> in(Function<T, P> get, BiFunction<T, P, T> set) {
        return new Part<>(
                workspace,
                title,
                () -> read.get().map(get),
                (what, to) -> change.accept(what, t -> set.apply(t, to.apply(get.apply(t)))));
    }

    /// The part as one of its kinds; nothing while it is of another.
    static <P, Q extends P> Part<Q> as(Part<P> part, Class<Q> kind, Function<Q, P> up) {
        return new Part<>(
                part.workspace(),
                part.title(),
                () -> part.read().get().filter(kind::isInstance).map(kind::cast),
                (what, to) ->
                        part.change()
                                .accept(
                                        what,
                                        p ->
                                                kind.isInstance(p)
                                                        ? up.apply(to.apply(kind.cast(p)))
                                                        : p));
    }

    /// One of a list.
    static <P> Part<P> at(Part<List<P>> list, int index) {
        return new Part<>(
                list.workspace(),
                list.title(),
                () -> list.read().get().filter(l -> index < l.size()).map(l -> l.get(index)),
                (what, to) ->
                        list.change()
                                .accept(
                                        what,
                                        l ->
                                                index < l.size()
                                                        ? with(l, index, to.apply(l.get(index)))
                                                        : l));
    }

    static <P> List<P> with(List<P> list, int index, P item) {
        var all = new ArrayList<>(list);
        all.set(index, item);
        return all;
    }

    static <P> List<P> plus(List<P> list, P item) {
        var all = new ArrayList<>(list);
        all.add(item);
        return all;
    }

    static <P> List<P> without(List<P> list, int index) {
        var all = new ArrayList<>(list);
        if (index < all.size()) {
            all.remove(index);
        }
        return all;
    }

    void set(UnaryOperator<T> to) {
        change.accept(title, to);
    }

    TextEditor line(Function<T, String> get, BiFunction<T, String, T> set) {
        return TextEditor.line(workspace, () -> text(get), text -> write(set, text));
    }

    TextEditor lines(int rows, Function<T, String> get, BiFunction<T, String, T> set) {
        return TextEditor.lines(rows, workspace, () -> text(get), text -> write(set, text));
    }

    /// A line per item.
    TextEditor linesOf(
            int rows, Function<T, List<String>> get, BiFunction<T, List<String>, T> set) {
        return lines(
                rows,
                t -> String.join("\n", get.apply(t)),
                (t, text) -> set.apply(t, text.lines().toList()));
    }

    /// Items with commas between.
    TextEditor list(Function<T, List<String>> get, BiFunction<T, List<String>, T> set) {
        return line(t -> Forms.text(get.apply(t)), (t, text) -> set.apply(t, Forms.list(text)));
    }

    /// A text that may be absent; empty means absent.
    TextEditor maybe(Function<T, Optional<String>> get, BiFunction<T, Optional<String>, T> set) {
        return line(
                t -> get.apply(t).orElse(""),
                (t, text) -> set.apply(t, Optional.of(text).filter(s -> !s.isEmpty())));
    }

    /// A whole number that may be absent; what is no number is not taken.
    TextEditor number(Function<T, Optional<Integer>> get, BiFunction<T, Optional<Integer>, T> set) {
        return line(
                t -> get.apply(t).map(String::valueOf).orElse(""),
                (t, text) ->
                        text.isBlank()
                                ? set.apply(t, Optional.empty())
                                : Forms.number(text)
                                        .map(n -> set.apply(t, Optional.of(n)))
                                        .orElse(t));
    }

    <C> ChoiceEditor<C> choice(
            Supplier<List<C>> choices,
            Function<C, String> words,
            Function<T, C> get,
            BiFunction<T, C, T> set) {
        return new ChoiceEditor<>(
                choices, words, () -> read.get().map(get), chosen -> write(set, chosen));
    }

    Switch flag(Predicate<T> get, BiFunction<T, Boolean, T> set) {
        return new Switch(() -> read.get().filter(get).isPresent(), on -> write(set, on));
    }

    /// Whether it is created or there already.
    OriginEditor origin(String prompt, Function<T, Origin> get, BiFunction<T, Origin, T> set) {
        return new OriginEditor(
                workspace,
                Optional.empty(),
                prompt,
                () -> read.get().map(get),
                to -> write(set, to.orElse(Origin.CREATE)));
    }

    private String text(Function<T, String> get) {
        return read.get().map(get).orElse("");
    }

    private <C> void write(BiFunction<T, C, T> set, C value) {
        change.accept(title, t -> set.apply(t, value));
    }
}
