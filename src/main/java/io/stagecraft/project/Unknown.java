package io.stagecraft.project;

import io.stagecraft.json.Json;
import io.stagecraft.model.Extras;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Members that somebody added to the file by hand. The design carries them in its extras, named by the path at which
/// they stood, `/pipeline/stages/[s1]/owner`; no member of AWS's begins with a slash. Printing puts them back; where the
/// thing they belonged to is gone, they are gone with it.
final class Unknown {
    private Unknown() {}

    static boolean isOne(String name) {
        return name.startsWith("/");
    }

    static String member(String key, String name) {
        return key + "/" + name.replace("~", "~0").replace("/", "~1").replace("[", "~2");
    }

    /// A list's item is known by its id or name, so moving it takes its members along.
    static String item(String key, Json json, int index) {
        return key + "/[" + escaped(identity(json, index)) + "]";
    }

    private static String escaped(String text) {
        return text.replace("~", "~0").replace("/", "~1");
    }

    private static String identity(Json json, int index) {
        if (json instanceof Json.Obj(var members)) {
            for (var name : List.of("id", "name")) {
                if (members.get(name) instanceof Json.Str(var text)) {
                    return text;
                }
            }
        }
        return "#" + index;
    }

    /// Where the item stands that a step leads to. One that came without an id was known by its name, and has an id by now.
    private static int place(List<Json> items, String step) {
        for (int i = 0; i < items.size(); i++) {
            if (item("", items.get(i), i).equals("/" + step)) {
                return i;
            }
        }
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Json.Obj(var members)
                    && members.get("name") instanceof Json.Str(var name)
                    && ("[" + escaped(name) + "]").equals(step)) {
                return i;
            }
        }
        return -1;
    }

    /// `document` with the unknown members of `extras` in their places.
    static Json putBack(Json document, Extras extras) {
        for (var member : extras.members().entrySet()) {
            if (isOne(member.getKey())) {
                var steps = List.of(member.getKey().substring(1).split("/", -1));
                document = with(document, steps, Values.parsed(member.getValue()));
            }
        }
        return document;
    }

    private static Json with(Json at, List<String> steps, Json value) {
        var step = steps.getFirst();
        var rest = steps.subList(1, steps.size());
        return switch (at) {
            case Json.Obj(var members) when !step.startsWith("[") -> {
                var name = step.replace("~2", "[").replace("~1", "/").replace("~0", "~");
                var more = new LinkedHashMap<>(members);
                if (rest.isEmpty()) {
                    more.putIfAbsent(name, value);
                } else if (members.containsKey(name) || !rest.getFirst().startsWith("[")) {
                    var inner = members.getOrDefault(name, new Json.Obj(new LinkedHashMap<>()));
                    more.put(name, with(inner, rest, value));
                }
                yield new Json.Obj(more);
            }
            case Json.Arr(var items) when step.startsWith("[") && !rest.isEmpty() -> {
                var more = new ArrayList<>(items);
                int i = place(items, step);
                if (i >= 0) {
                    more.set(i, with(items.get(i), rest, value));
                }
                yield new Json.Arr(more);
            }
            case Json.Obj _, Json.Arr _, Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> at;
        };
    }
}
