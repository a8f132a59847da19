package io.stagecraft.json;

import io.stagecraft.model.Ordered;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// A JSON value. Members keep their order and numbers their spelling, so what is read and printed says the same.
public sealed interface Json {
    /// An object; later members of one name are refused on reading.
    record Obj(SequencedMap<String, Json> members) implements Json {
        public Obj {
            members = Ordered.copy(members);
        }

        public boolean has(String name) {
            return members.containsKey(name);
        }
    }

    record Arr(List<Json> items) implements Json {
        public Arr {
            items = List.copyOf(items);
        }
    }

    record Str(String text) implements Json {}

    /// @param text as it was spelled, such as `1.50`
    record Num(String text) implements Json {}

    record Bool(boolean is) implements Json {}

    record Null() implements Json {}

    /// Parses a whole document.
    ///
    /// @throws UnreadableJson with line and column, when it is no JSON
    static Json parse(String text) {
        return JsonParsing.parse(text);
    }

    static Json of(String text) {
        return new Str(text);
    }

    static Json of(int number) {
        return new Num(Integer.toString(number));
    }

    static Json of(boolean is) {
        return new Bool(is);
    }

    static Json strings(List<String> texts) {
        return new Arr(texts.stream().map(Json::of).toList());
    }

    static Obj texts(SequencedMap<String, String> map) {
        var members = new LinkedHashMap<String, Json>();
        map.forEach((name, text) -> members.put(name, of(text)));
        return new Obj(members);
    }

    /// With two blanks a level, a line per member; short lists of plain values on one line. Ends with a line break.
    default String pretty() {
        return JsonPrinting.pretty(this);
    }

    /// On one line, without blanks.
    default String compact() {
        return JsonPrinting.compact(this);
    }
}
