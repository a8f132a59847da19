package io.stagecraft.export;

import io.stagecraft.json.Json;
import io.stagecraft.model.Ordered;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A CloudFormation template's value, its functions kept apart from text so that each syntax spells them its own way.
sealed interface Doc {
    record Obj(SequencedMap<String, Doc> members) implements Doc {
        public Obj {
            members = Ordered.copy(members);
        }
    }

    record Arr(List<Doc> items) implements Doc {
        public Arr {
            items = List.copyOf(items);
        }
    }

    record Str(String text) implements Doc {}

    record Num(String text) implements Doc {}

    record Bool(boolean is) implements Doc {}

    record Nothing() implements Doc {}

    record Ref(String to) implements Doc {}

    record GetAtt(String resource, String attribute) implements Doc {}

    record Sub(String text) implements Doc {}

    /// Letters that hold `${`, where a reader would take it for a placeholder of the template.
    record Plain(String text) implements Doc {
        private static final String OPENING = "${";

        List<String> pieces() {
            return List.of(text.split(Pattern.quote(OPENING), -1));
        }

        String between() {
            return OPENING;
        }
    }

    /// A value with a remark for who reads it; JSON has no place for one.
    record Noted(List<String> remarks, Doc value) implements Doc {
        public Noted {
            remarks = List.copyOf(remarks);
        }
    }

    static Doc of(String text) {
        return new Str(text);
    }

    static Doc of(int number) {
        return new Num(Integer.toString(number));
    }

    static Doc of(boolean is) {
        return new Bool(is);
    }

    static Doc strings(List<String> texts) {
        return new Arr(texts.stream().map(Doc::of).toList());
    }

    /// Texts behind one another.
    static Doc join(List<Doc> texts) {
        return new Building().put("Fn::Join", new Arr(List.of(of(""), new Arr(texts)))).done();
    }

    static Doc of(Json json) {
        return of(json, Doc::of);
    }

    /// @param texts what becomes of a text
    static Doc of(Json json, Function<String, Doc> texts) {
        return switch (json) {
            case Json.Obj(var members) -> {
                var object = new Building();
                members.forEach((name, value) -> object.put(name, of(value, texts)));
                yield object.done();
            }
            case Json.Arr(var items) -> new Arr(items.stream().map(i -> of(i, texts)).toList());
            case Json.Str(var text) -> texts.apply(text);
            case Json.Num(var text) -> new Num(text);
            case Json.Bool(var is) -> new Bool(is);
            case Json.Null() -> new Nothing();
        };
    }

    /// As CloudFormation's JSON spells it.
    default Json json() {
        return switch (this) {
            case Obj(var members) -> {
                var object = new LinkedHashMap<String, Json>();
                members.forEach((name, value) -> object.put(name, value.json()));
                yield new Json.Obj(object);
            }
            case Arr(var items) -> new Json.Arr(items.stream().map(Doc::json).toList());
            case Str(var text) -> Json.of(text);
            case Num(var text) -> new Json.Num(text);
            case Bool(var is) -> Json.of(is);
            case Nothing() -> new Json.Null();
            case Ref(var to) -> function("Ref", Json.of(to));
            case GetAtt(var resource, var attribute) ->
                    function("Fn::GetAtt", Json.strings(List.of(resource, attribute)));
            case Sub(var text) -> function("Fn::Sub", Json.of(text));
            case Plain plain ->
                    function(
                            "Fn::Join",
                            new Json.Arr(
                                    List.of(
                                            Json.of(plain.between()),
                                            Json.strings(plain.pieces()))));
            case Noted(_, var value) -> value.json();
        };
    }

    /// What the functions in it point at: resources, parameters and pseudo parameters.
    default Stream<String> references() {
        return switch (this) {
            case Obj(var members) -> members.values().stream().flatMap(Doc::references);
            case Arr(var items) -> items.stream().flatMap(Doc::references);
            case Ref(var to) -> Stream.of(to);
            case GetAtt(var resource, _) -> Stream.of(resource);
            case Sub(var text) -> IN_A_SUB.matcher(text).results().map(m -> m.group(1));
            case Noted(_, var value) -> value.references();
            case Str _, Num _, Bool _, Nothing _, Plain _ -> Stream.empty();
        };
    }

    /// `${Name}` or `${Name.Attribute}`, but not the literal `${!Name}`.
    Pattern IN_A_SUB = Pattern.compile("\\$\\{([A-Za-z0-9:]+)[^}]*}");

    private static Json function(String name, Json argument) {
        var object = new LinkedHashMap<String, Json>();
        object.put(name, argument);
        return new Json.Obj(object);
    }

    /// An object under construction; what is empty is left out.
    final class Building {
        private final SequencedMap<String, Doc> members = new LinkedHashMap<>();

        /// To go on with an object that is done.
        static Building from(Obj object) {
            var building = new Building();
            object.members().forEach(building::put);
            return building;
        }

        Building put(String name, Doc value) {
            members.put(name, value);
            return this;
        }

        Building put(String name, String text) {
            return put(name, of(text));
        }

        Building unlessEmpty(String name, String text) {
            return text.isEmpty() ? this : put(name, text);
        }

        Building maybe(String name, Optional<? extends Doc> value) {
            value.ifPresent(v -> put(name, v));
            return this;
        }

        Building maybeText(String name, Optional<String> text) {
            return maybe(name, text.map(Doc::of));
        }

        Building maybeNumber(String name, Optional<Integer> number) {
            return maybe(name, number.map(Doc::of));
        }

        Building strings(String name, List<String> texts) {
            return texts.isEmpty() ? this : put(name, Doc.strings(texts));
        }

        <T> Building each(String name, List<T> items, Function<T, Doc> item) {
            return items.isEmpty() ? this : put(name, new Arr(items.stream().map(item).toList()));
        }

        Obj done() {
            return new Obj(members);
        }
    }
}
