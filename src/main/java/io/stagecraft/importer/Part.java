package io.stagecraft.importer;

import io.stagecraft.json.Json;
import io.stagecraft.model.Extras;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// One object of the document being read. A member that was read is gone from it; what is left at the end nobody knew.
///
/// What is left of a part that the design cannot keep anything beside goes to the part around it, named by its way there, as
/// in [Extras]: so it stays with the stage or action that it belongs to, wherever that is moved.
final class Part {
    private static final String MISSING = " is missing: AWS needs it; add it and import again.";

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

    private Part inner(String name, String place, Json json) {
        return new Part(
                at(place),
                object(place, json),
                rest -> rest.forEach((pointer, value) -> below.put(name + "/" + pointer, value)),
                unknown,
                texts,
                wrongs);
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

    String neededText(String name) {
        var text = text(name);
        if (text.isEmpty()) {
            wrongs.add(at(name) + MISSING);
        }
        return text.orElse("");
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
        wrongs.add(wrong(name, what));
    }

    /// @throws UnreadableImport where anything was noted, a line each
    void refuse() {
        if (!wrongs.isEmpty()) {
            throw new UnreadableImport(String.join("\n", wrongs));
        }
    }

    <E extends Enum<E>> List<E> words(String name, Class<E> kind) {
        return texts(name).stream().flatMap(text -> constant(name, text, kind).stream()).toList();
    }

    List<String> texts(String name) {
        return list(name, (json, _) -> plain(name, json));
    }

    /// As they are: lines for a shell, whose `${…}` is its own.
    List<String> commands(String name) {
        return list(name, (json, _) -> raw(name, json));
    }

    SequencedMap<String, String> textByName(String name) {
        var texts = new LinkedHashMap<String, String>();
        part(name)
                .ifPresent(part ->
                        part.left.forEach((key, json) -> texts.put(key, part.plain(key, json))));
        return texts;
    }

    Optional<Part> part(String name) {
        return take(name, json -> inner(name, name, json));
    }

    Part neededPart(String name) {
        return part(name).orElseThrow(() -> missing(name));
    }

    List<Part> parts(String name) {
        return list(name, (json, i) -> inner(name + "/" + i, name + "[" + i + "]", json));
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

    private String wrong(String name, String what) {
        return at(name) + " " + what + ": correct it and import again.";
    }

    /// With all that was noted before, where reading cannot go on.
    private UnreadableImport refused(String name, String what) {
        return new UnreadableImport(String.join("\n", with(wrong(name, what))));
    }

    private UnreadableImport missing(String name) {
        return new UnreadableImport(String.join("\n", with(at(name) + MISSING)));
    }

    private List<String> with(String last) {
        var all = new ArrayList<>(wrongs);
        all.add(last);
        return all;
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private <T> Optional<T> take(String name, Function<Json, T> read) {
        return Optional.ofNullable(left.remove(name)).map(read);
    }

    private interface Item<T> {
        T read(Json json, int index);
    }

    private <T> List<T> list(String name, Item<T> item) {
        var json = left.remove(name);
        if (json == null) {
            return List.of();
        }
        if (json instanceof Json.Arr(var items)) {
            var read = new ArrayList<T>();
            for (var one : items) {
                read.add(item.read(one, read.size()));
            }
            return read;
        }
        throw refused(name, "has to be a list, [ … ]");
    }

    private Json.Obj object(String name, Json json) {
        if (json instanceof Json.Obj object) {
            return object;
        }
        throw refused(name, "has to be an object, { … }");
    }

    private String plain(String name, Json json) {
        return texts.apply(raw(name, json));
    }

    private String raw(String name, Json json) {
        return switch (json) {
            case Json.Str(var text) -> text;
            case Json.Num(var text) -> text;
            case Json.Bool(var is) -> Boolean.toString(is);
            case Json.Obj _, Json.Arr _, Json.Null _ -> throw refused(name, "has to be a text");
        };
    }
}
