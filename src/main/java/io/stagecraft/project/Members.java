package io.stagecraft.project;

import io.stagecraft.json.Json;
import io.stagecraft.model.Extras;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;

/// One object of the file while it is read: takes members out by name and keeps what nobody asked for.
final class Members {
    private final Json.Obj object;
    private final String at;
    private final String key;
    private final SequencedMap<String, String> unknown;
    private final Set<String> asked = new HashSet<>();

    private Members(Json json, String at, String key, SequencedMap<String, String> unknown) {
        if (!(json instanceof Json.Obj object)) {
            throw new WrongMember(at, "has to be an object, in { and }.");
        }
        this.object = object;
        this.at = at;
        this.key = key;
        this.unknown = unknown;
    }

    /// @param unknown where members go that nobody asks for, see [Unknown]
    static <T> T read(
            Json json, SequencedMap<String, String> unknown, Function<Members, T> reader) {
        return new Members(json, "", "", unknown).through(reader);
    }

    private <T> T through(Function<Members, T> reader) {
        var value = reader.apply(this);
        object.members()
                .forEach((name, json) -> {
                    if (!asked.contains(name)) {
                        unknown.put(Unknown.member(key, name), json.compact());
                    }
                });
        return value;
    }

    private Optional<Json> ask(String name) {
        asked.add(name);
        return Optional.ofNullable(object.members().get(name));
    }

    private String path(String name) {
        return at.isEmpty() ? name : at + "." + name;
    }

    WrongMember wrong(String name, String what) {
        return new WrongMember(path(name), what);
    }

    String text(String name) {
        return maybeText(name).orElseThrow(() -> wrong(name, "is missing."));
    }

    String text(String name, String absent) {
        return maybeText(name).orElse(absent);
    }

    Optional<String> maybeText(String name) {
        return ask(name).map(json -> textOf(json, path(name)));
    }

    /// A text, or a list of its lines.
    String lines(String name) {
        return ask(name)
                .map(json ->
                        json instanceof Json.Arr(var items)
                                ? String.join("\n", textsOf(items, path(name)))
                                : textOf(json, path(name)))
                .orElse("");
    }

    List<String> texts(String name) {
        return ask(name)
                .map(json -> textsOf(items(json, path(name)), path(name)))
                .orElse(List.of());
    }

    SequencedMap<String, String> map(String name) {
        var map = new LinkedHashMap<String, String>();
        ask(name)
                .ifPresent(json -> {
                    if (!(json instanceof Json.Obj(var members))) {
                        throw wrong(name, "has to be an object, in { and }.");
                    }
                    members.forEach((k, v) -> map.put(k, textOf(v, path(name) + "." + k)));
                });
        return map;
    }

    Optional<Integer> maybeNumber(String name) {
        return ask(name)
                .map(json -> {
                    try {
                        return Integer.valueOf(((Json.Num) json).text());
                    } catch (ClassCastException | NumberFormatException _) {
                        throw wrong(name, "has to be a whole number.");
                    }
                });
    }

    int number(String name, int absent) {
        return maybeNumber(name).orElse(absent);
    }

    boolean flag(String name) {
        return ask(name)
                .map(json -> {
                    if (json instanceof Json.Bool(var is)) {
                        return is;
                    }
                    throw wrong(name, "has to be true or false.");
                })
                .orElse(false);
    }

    <E extends Enum<E>> Optional<E> maybeWord(String name, Class<E> kind) {
        return maybeText(name).map(word -> wordOf(word, kind, path(name)));
    }

    <E extends Enum<E>> List<E> words(String name, Class<E> kind) {
        return texts(name).stream().map(word -> wordOf(word, kind, path(name))).toList();
    }

    /// What came from elsewhere and has no word here.
    Extras extras() {
        var kept = new LinkedHashMap<String, String>();
        ask("extras")
                .ifPresent(json -> {
                    if (!(json instanceof Json.Obj(var members))) {
                        throw wrong("extras", "has to be an object, in { and }.");
                    }
                    members.forEach((k, v) -> kept.put(k, v.compact()));
                });
        return new Extras(kept);
    }

    <T> Optional<T> maybe(String name, Function<Members, T> reader) {
        return ask(name).map(json -> inner(json, name).through(reader));
    }

    /// A member that is either a text or an object.
    <T> Optional<T> either(String name, Function<String, T> ofText, Function<Members, T> ofObject) {
        return ask(name)
                .map(json ->
                        json instanceof Json.Str(var text)
                                ? ofText.apply(text)
                                : inner(json, name).through(ofObject));
    }

    <T> List<T> each(String name, Function<Members, T> reader) {
        return each(
                name,
                text -> {
                    throw wrong(name, "holds the text \"" + text + "\" where an object is due.");
                },
                reader);
    }

    /// A list whose items are either texts or objects.
    <T> List<T> each(String name, Function<String, T> ofText, Function<Members, T> ofObject) {
        var values = new ArrayList<T>();
        var items = ask(name).map(json -> items(json, path(name))).orElse(List.of());
        for (int i = 0; i < items.size(); i++) {
            var json = items.get(i);
            values.add(
                    json instanceof Json.Str(var text)
                            ? ofText.apply(text)
                            : new Members(
                                            json,
                                            path(name) + "[" + i + "]",
                                            Unknown.item(Unknown.member(key, name), json, i),
                                            unknown)
                                    .through(ofObject));
        }
        return values;
    }

    private Members inner(Json json, String name) {
        return new Members(json, path(name), Unknown.member(key, name), unknown);
    }

    private static <E extends Enum<E>> E wordOf(String word, Class<E> kind, String at) {
        return Words.read(kind, word)
                .orElseThrow(() ->
                        new WrongMember(
                                at, "is \"" + word + "\"; it can be " + Words.all(kind) + "."));
    }

    private static List<Json> items(Json json, String at) {
        if (json instanceof Json.Arr(var items)) {
            return items;
        }
        throw new WrongMember(at, "has to be a list, in [ and ].");
    }

    private static List<String> textsOf(List<Json> items, String at) {
        return items.stream().map(item -> textOf(item, at)).toList();
    }

    private static String textOf(Json json, String at) {
        if (json instanceof Json.Str(var text)) {
            return text;
        }
        throw new WrongMember(at, "has to be text, in double quotes.");
    }
}
