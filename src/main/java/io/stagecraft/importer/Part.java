package io.stagecraft.importer;

import io.stagecraft.json.Json;
import io.stagecraft.model.Extras;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// One object of the document being read. A member that was read is gone from it; what is left at the end nobody knew.
///
/// What is left of a part that the design cannot keep anything beside goes to the part around it, named by its way there, as
/// in [Extras]: so it stays with the stage or action that it belongs to, wherever that is moved.
final class Part {
    private static final String MISSING = " is missing: AWS needs it; add it and import again.";

    /// More than this nobody reads before mending some.
    private static final int TOLD = 50;

    private final String path;
    private final SequencedMap<String, Json> left;
    private final SequencedMap<String, Json> below = new LinkedHashMap<>();
    private final Consumer<Map<String, Json>> around;
    private final List<String> unknown;
    private final UnaryOperator<String> texts;
    private final List<String> wrongs;

    /// The whole document.
    ///
    /// @param unknown told the path of everything that nobody knew
    /// @param texts how the design writes what is text there
    static Part document(Json.Obj object, List<String> unknown, UnaryOperator<String> texts) {
        return new Part("", object, _ -> {}, unknown, texts, new ArrayList<>());
    }

    private Part(
            String path,
            Json.Obj object,
            Consumer<Map<String, Json>> around,
            List<String> unknown,
            UnaryOperator<String> texts,
            List<String> wrongs) {
        this.texts = texts;
        this.wrongs = wrongs;
        this.path = path;
        this.left = new LinkedHashMap<>(object.members());
        this.left.values().removeIf(Json.Null.class::isInstance);
        this.around = around;
        this.unknown = unknown;
    }

    private Optional<Part> inner(String name, String place, Json json) {
        if (!(json instanceof Json.Obj object)) {
            note(place, "has to be an object, { … }");
            return Optional.empty();
        }
        return Optional.of(
                new Part(
                        at(place),
                        object,
                        rest ->
                                rest.forEach(
                                        (pointer, value) -> below.put(name + "/" + pointer, value)),
                        unknown,
                        texts,
                        wrongs));
    }

    /// Stands where no part is, so that reading goes on: what is wrong with that was said once and is not said of its members.
    private Part mute(String name) {
        return new Part(
                at(name),
                new Json.Obj(new LinkedHashMap<>()),
                _ -> {},
                new ArrayList<>(),
                texts,
                new ArrayList<>());
    }

    String path() {
        return path;
    }

    boolean has(String name) {
        return left.containsKey(name);
    }

    /// What stands there as text; numbers and truths as they are spelled.
    Optional<String> text(String name) {
        return take(name, json -> plain(name, json));
    }

    /// What has to stand there as text: a number means nothing to AWS in that place.
    Optional<String> onlyText(String name) {
        if (left.get(name) instanceof Json.Num || left.get(name) instanceof Json.Bool) {
            note(name, "has to be a text, in double quotes");
            left.remove(name);
        }
        return text(name);
    }

    String neededText(String name) {
        need(name);
        return text(name).orElse("");
    }

    private void need(String name) {
        if (!has(name)) {
            wrongs.add(at(name) + MISSING);
        }
    }

    Optional<Integer> number(String name) {
        return text(name)
                .flatMap(text -> {
                    if (!text.matches("-?\\d{1,9}")) {
                        note(name, "has to be a whole number");
                        return Optional.empty();
                    }
                    return Optional.of(Integer.parseInt(text));
                });
    }

    <E extends Enum<E>> Optional<E> word(String name, Class<E> kind) {
        return text(name).flatMap(text -> constant(name, text, kind));
    }

    private <E extends Enum<E>> Optional<E> constant(String name, String text, Class<E> kind) {
        return known(name, text, List.of(kind.getEnumConstants()), Enum::name);
    }

    /// The one of `all` that is called `text`; without one that is noted, and reading goes on.
    <E> Optional<E> known(String name, String text, List<E> all, Function<E, String> word) {
        var found = all.stream().filter(e -> word.apply(e).equals(text)).findFirst();
        if (found.isEmpty()) {
            var words = String.join(", ", all.stream().map(word).toList());
            note(name, "is " + text + ", and AWS knows " + words + " only");
        }
        return found;
    }

    /// Remembers what is wrong, to be told with all else that is.
    void note(String name, String what) {
        wrongs.add(at(name) + " " + what + ": correct it and import again.");
    }

    /// @throws UnreadableImport where anything was noted, a line each
    void refuse() {
        if (!wrongs.isEmpty()) {
            var told = new ArrayList<>(wrongs.subList(0, Math.min(TOLD, wrongs.size())));
            if (wrongs.size() > TOLD) {
                told.add("and %d more: correct these first.".formatted(wrongs.size() - TOLD));
            }
            throw new UnreadableImport(String.join("\n", told));
        }
    }

    <E extends Enum<E>> List<E> words(String name, Class<E> kind) {
        return list(
                name,
                (json, place) -> plain(place, json).flatMap(text -> constant(place, text, kind)));
    }

    List<String> texts(String name) {
        return list(name, (json, place) -> plain(place, json));
    }

    /// As they are: lines for a shell, whose `${…}` is its own.
    List<String> commands(String name) {
        return list(name, (json, place) -> raw(place, json));
    }

    SequencedMap<String, String> textByName(String name) {
        var texts = new LinkedHashMap<String, String>();
        part(name)
                .ifPresent(part ->
                        part.left.forEach((key, json) ->
                                part.plain(key, json).ifPresent(text -> texts.put(key, text))));
        return texts;
    }

    Optional<Part> part(String name) {
        return take(name, json -> inner(name, name, json));
    }

    Part neededPart(String name) {
        need(name);
        return part(name).orElseGet(() -> mute(name));
    }

    List<Part> parts(String name) {
        var read = new ArrayList<Part>();
        items(name, (json, place, i) -> inner(name + "/" + i, place, json).ifPresent(read::add));
        return read;
    }

    /// Its members' names, in order.
    List<String> names() {
        return List.copyOf(left.keySet());
    }

    /// What nobody read so far.
    Json.Obj unread() {
        return new Json.Obj(left);
    }

    /// What nobody read, here and below, as JSON text.
    Extras extras() {
        var members = new LinkedHashMap<String, String>();
        rest().forEach((pointer, json) -> members.put(pointer, json.compact()));
        return members.isEmpty() ? Extras.NONE : new Extras(members);
    }

    /// For a part that the design cannot keep anything beside: what is left of it goes to the part around it.
    void done() {
        left.keySet().forEach(name -> unknown.add(at(name)));
        around.accept(rest());
    }

    /// What nobody read, here and below, by the way to it.
    SequencedMap<String, Json> rest() {
        var rest = new LinkedHashMap<String, Json>();
        left.forEach((name, json) -> rest.put(Extras.step(name), json));
        rest.putAll(below);
        return rest;
    }

    /// Puts back what was read, because it says more than the design can.
    void keep(String name, String text) {
        left.put(name, Json.of(text));
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private <T> Optional<T> take(String name, Function<Json, Optional<T>> read) {
        return Optional.ofNullable(left.remove(name)).flatMap(read);
    }

    private <T> List<T> list(String name, BiFunction<Json, String, Optional<T>> item) {
        var read = new ArrayList<T>();
        items(name, (json, place, _) -> item.apply(json, place).ifPresent(read::add));
        return read;
    }

    private interface Item {
        void read(Json json, String place, int index);
    }

    private void items(String name, Item item) {
        switch (left.remove(name)) {
            case null -> {}
            case Json.Arr(var items) -> {
                for (int i = 0; i < items.size(); i++) {
                    item.read(items.get(i), name + "[" + i + "]", i);
                }
            }
            default -> note(name, "has to be a list, [ … ]");
        }
    }

    private Optional<String> plain(String name, Json json) {
        return raw(name, json).map(texts);
    }

    private Optional<String> raw(String name, Json json) {
        return switch (json) {
            case Json.Str(var text) -> Optional.of(text);
            case Json.Num(var text) -> Optional.of(text);
            case Json.Bool(var is) -> Optional.of(Boolean.toString(is));
            case Json.Obj _, Json.Arr _, Json.Null _ -> {
                note(name, "has to be a text");
                yield Optional.empty();
            }
        };
    }
}
