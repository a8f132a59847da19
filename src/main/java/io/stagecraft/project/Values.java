package io.stagecraft.project;

import io.stagecraft.json.Json;
import io.stagecraft.json.UnreadableJson;
import io.stagecraft.model.Extras;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;

/// One object of the file while it is written: members in the order they are put, those that say nothing left out.
final class Values {
    private final SequencedMap<String, Json> members = new LinkedHashMap<>();

    Values put(String name, Json json) {
        members.put(name, json);
        return this;
    }

    Values text(String name, String text) {
        return put(name, Json.of(text));
    }

    Values unlessEmpty(String name, String text) {
        return text.isEmpty() ? this : text(name, text);
    }

    Values maybe(String name, Optional<String> text) {
        text.ifPresent(t -> text(name, t));
        return this;
    }

    Values maybeNumber(String name, Optional<Integer> number) {
        number.ifPresent(n -> put(name, Json.of(n)));
        return this;
    }

    Values maybeWord(String name, Optional<? extends Enum<?>> word) {
        word.ifPresent(w -> text(name, Words.of(w)));
        return this;
    }

    /// Several lines stand as a list of lines: a diff shows the one that changed.
    Values lines(String name, String text) {
        return text.contains("\n")
                ? put(name, Json.strings(List.of(text.split("\n", -1))))
                : unlessEmpty(name, text);
    }

    Values texts(String name, List<String> texts) {
        return texts.isEmpty() ? this : put(name, Json.strings(texts));
    }

    Values map(String name, SequencedMap<String, String> map) {
        return map.isEmpty() ? this : put(name, Json.texts(map));
    }

    <T> Values each(String name, List<T> items, Function<T, Json> writer) {
        return items.isEmpty()
                ? this
                : put(name, new Json.Arr(items.stream().map(writer).toList()));
    }

    <T> Values maybe(String name, Optional<T> value, Function<T, Json> writer) {
        value.ifPresent(v -> put(name, writer.apply(v)));
        return this;
    }

    Values extras(Extras extras) {
        var kept = new LinkedHashMap<String, Json>();
        extras.members()
                .forEach((name, json) -> {
                    if (!Unknown.isOne(name)) {
                        kept.put(name, parsed(json));
                    }
                });
        return kept.isEmpty() ? this : put("extras", new Json.Obj(kept));
    }

    /// A text that is no JSON is kept as a text: saving never fails for what is saved.
    static Json parsed(String json) {
        try {
            return Json.parse(json);
        } catch (UnreadableJson _) {
            return Json.of(json);
        }
    }

    Json.Obj done() {
        return new Json.Obj(members);
    }
}
