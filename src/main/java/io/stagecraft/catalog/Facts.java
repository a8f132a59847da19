package io.stagecraft.catalog;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/// One JSON object of a data file, read member by member; [#done] then says which members nobody asked for.
///
/// It stands on Jackson's token stream alone: binding classes by reflection would cost the command line more than all
/// the rest of its start.
final class Facts {
    private static final JsonFactory JSON = new JsonFactory();

    private final String file;
    private final String place;
    private final Map<?, ?> members;
    private final Set<String> read = new HashSet<>();

    private Facts(String file, String place, Map<?, ?> members) {
        this.file = file;
        this.place = place;
        this.members = members;
    }

    /// The object that is all of the file.
    ///
    /// @throws UnreadableCatalog when `content` is not JSON, or not an object
    static Facts in(String file, byte[] content) {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), content)) {
            parser.nextToken();
            if (value(file, parser) instanceof Map<?, ?> members) {
                return new Facts(file, "", members);
            }
            throw new UnreadableCatalog(file, "", "it has to be a JSON object");
        } catch (JacksonException e) {
            var at = e.getLocation();
            var where = at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw new UnreadableCatalog(file, where, "not JSON: " + e.getOriginalMessage());
        }
    }

    private static Object value(String file, JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(file, parser);
            case START_ARRAY -> {
                var list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(file, parser));
                }
                yield list;
            }
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT -> parser.getIntValue();
            case VALUE_STRING -> parser.getString();
            case null, default ->
                    throw new UnreadableCatalog(
                            file,
                            "line " + parser.currentTokenLocation().getLineNr(),
                            "only objects, lists, texts, whole numbers, true and false stand here");
        };
    }

    private static Map<String, Object> object(String file, JsonParser parser) {
        var members = new LinkedHashMap<String, Object>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            var line = parser.currentTokenLocation().getLineNr();
            parser.nextToken();
            if (members.put(name, value(file, parser)) != null) {
                throw new UnreadableCatalog(file, "line " + line, "\"" + name + "\" stands twice");
            }
        }
        return members;
    }

    boolean has(String key) {
        return members.containsKey(key);
    }

    boolean isText(String key) {
        return members.get(key) instanceof String;
    }

    String text(String key) {
        return optionalText(key).orElseThrow(() -> wrong(key, "is missing"));
    }

    Optional<String> optionalText(String key) {
        return Optional.ofNullable(get(key)).map(v -> is(String.class, v, key, "a text"));
    }

    int number(String key, int otherwise) {
        return optionalNumber(key).orElse(otherwise);
    }

    Optional<Integer> optionalNumber(String key) {
        return Optional.ofNullable(get(key)).map(v -> is(Integer.class, v, key, "a whole number"));
    }

    boolean flag(String key, boolean otherwise) {
        var value = get(key);
        return value == null ? otherwise : is(Boolean.class, value, key, "true or false");
    }

    /// A list of texts; one text alone stands for a list of one, an absent one for an empty list.
    List<String> texts(String key) {
        return switch (get(key)) {
            case null -> List.of();
            case String one -> List.of(one);
            case List<?> all ->
                    all.stream().map(v -> is(String.class, v, key, "a list of texts")).toList();
            default -> throw wrong(key, "has to be a text or a list of texts");
        };
    }

    SequencedMap<String, String> textByName(String key) {
        var texts = new LinkedHashMap<String, String>();
        optionalObject(key).ifPresent(all -> all.names().forEach(n -> texts.put(n, all.text(n))));
        return texts;
    }

    /// Texts by an enum's constants, which are written as in [#word].
    <E extends Enum<E>> SequencedMap<E, String> textByWord(String key, Class<E> kind) {
        var texts = new LinkedHashMap<E, String>();
        textByName(key).forEach((word, text) -> texts.put(constant(key, word, kind), text));
        return texts;
    }

    private List<String> names() {
        return members.keySet().stream().map(String.class::cast).toList();
    }

    /// An enum's constant, written in lower case with `-` for `_`.
    <E extends Enum<E>> E word(String key, E otherwise) {
        return optionalText(key)
                .map(text -> constant(key, text, otherwise.getDeclaringClass()))
                .orElse(otherwise);
    }

    <E extends Enum<E>> E word(String key, Class<E> kind) {
        return constant(key, text(key), kind);
    }

    <E extends Enum<E>> List<E> words(String key, Class<E> kind) {
        return texts(key).stream().map(text -> constant(key, text, kind)).toList();
    }

    private <E extends Enum<E>> E constant(String key, String text, Class<E> kind) {
        return Stream.of(kind.getEnumConstants())
                .filter(e -> spelled(e).equals(text))
                .findFirst()
                .orElseThrow(() -> notOneOf(key, text, kind));
    }

    private <E extends Enum<E>> UnreadableCatalog notOneOf(String key, String text, Class<E> kind) {
        var known = Stream.of(kind.getEnumConstants()).map(Facts::spelled).toList();
        return wrong(key, "\"" + text + "\" is none of " + String.join(", ", known));
    }

    private static String spelled(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Facts object(String key) {
        return optionalObject(key).orElseThrow(() -> wrong(key, "is missing"));
    }

    Optional<Facts> optionalObject(String key) {
        return Optional.ofNullable(get(key)).map(v -> facts(v, key, at(key)));
    }

    List<Facts> objects(String key) {
        var value = get(key);
        if (value == null) {
            return List.of();
        }
        var list = is(List.class, value, key, "a list of objects");
        var objects = new ArrayList<Facts>();
        for (var one : list) {
            objects.add(facts(one, key, at(key) + "[" + objects.size() + "]"));
        }
        return objects;
    }

    private Facts facts(Object value, String key, String place) {
        return new Facts(file, place, is(Map.class, value, key, "an object"));
    }

    /// To be called when every known member has been read.
    ///
    /// @throws UnreadableCatalog naming a member that nobody read
    void done() {
        for (var key : members.keySet()) {
            if (!read.contains(key)) {
                throw wrong((String) key, "no such member is known here");
            }
        }
    }

    UnreadableCatalog wrong(String key, String what) {
        return new UnreadableCatalog(file, at(key), what);
    }

    private String at(String key) {
        return place.isEmpty() || key.isEmpty() ? place + key : place + "." + key;
    }

    private @Nullable Object get(String key) {
        read.add(key);
        return members.get(key);
    }

    private <T> T is(Class<T> kind, Object value, String key, String wanted) {
        if (kind.isInstance(value)) {
            return kind.cast(value);
        }
        throw wrong(key, "has to be " + wanted);
    }
}
