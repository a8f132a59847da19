package io.stagecraft.cli;

import io.stagecraft.json.Json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A JSON object being written, member by member.
final class Doc {
    private final LinkedHashMap<String, Json> members = new LinkedHashMap<>();

    private Doc() {}

    static Doc of() {
        return new Doc();
    }

    static <T> Json list(List<T> items, Function<? super T, Json> json) {
        return new Json.Arr(items.stream().map(json).toList());
    }

    Doc put(String name, Json value) {
        members.put(name, value);
        return this;
    }

    Doc put(String name, String text) {
        return put(name, Json.of(text));
    }

    Doc put(String name, int number) {
        return put(name, Json.of(number));
    }

    Doc put(String name, boolean is) {
        return put(name, Json.of(is));
    }

    Doc put(String name, List<String> texts) {
        return put(name, Json.strings(texts));
    }

    /// Nothing where there is nothing to say.
    Doc maybe(String name, Optional<String> text) {
        text.ifPresent(t -> put(name, t));
        return this;
    }

    Json done() {
        return new Json.Obj(members);
    }
}
