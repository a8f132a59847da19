package io.stagecraft.validate.settings;

import io.stagecraft.catalog.FieldKind;
import io.stagecraft.catalog.FieldSpec.JsonForm;
import io.stagecraft.model.Literal;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Json;
import io.stagecraft.validate.LocalRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A text with variables in it can be read too, as long as it is JSON as it stands.
final class JsonHoldsWhatIsAskedFor implements LocalRule {
    private static final Info INFO =
            new Info(
                    "SC435",
                    Severity.ERROR,
                    "JSON settings hold what is asked for",
                    "AWS reads a list of objects, or one object, with members of certain names.",
                    Guide.ACTION_TYPES);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        var patterns = new HashMap<String, Pattern>();
        return Setting.all(drawing)
                .filter(s ->
                        s.field().kind() == FieldKind.JSON
                                && !s.value().isEmpty()
                                && !Literal.isTemplate(s.value()))
                .flatMap(s ->
                        s
                                .field()
                                .json()
                                .flatMap(form ->
                                        Json.read(s.value())
                                                .flatMap(json -> wrong(form, json, patterns)))
                                .stream()
                                .map(what -> INFO.at(s.about(), s.words() + " " + what)));
    }

    private static Optional<String> wrong(
            JsonForm form, Object json, Map<String, Pattern> patterns) {
        if (!form.list()) {
            return json instanceof Map<?, ?> one
                    ? member(form, one, "", patterns)
                    : Optional.of("is JSON, and no object in braces.");
        }
        if (!(json instanceof List<?> all)) {
            return Optional.of("is JSON, and no list in brackets.");
        }
        for (int i = 0; i < all.size(); i++) {
            var what =
                    all.get(i) instanceof Map<?, ?> one
                            ? member(form, one, " in entry " + (i + 1), patterns)
                            : Optional.of("has an entry " + (i + 1) + " that is no object.");
            if (what.isPresent()) {
                return what;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> member(
            JsonForm form, Map<?, ?> json, String where, Map<String, Pattern> patterns) {
        return form.members().entrySet().stream()
                .flatMap(m -> member(m.getKey(), m.getValue(), json, where, patterns).stream())
                .findFirst();
    }

    private static Optional<String> member(
            String name, String form, Map<?, ?> json, String where, Map<String, Pattern> patterns) {
        if (!json.containsKey(name)) {
            return Optional.of("has no " + name + where + ".");
        }
        if (!(json.get(name) instanceof String text)) {
            return Optional.of("has the " + name + where + ", which is no text.");
        }
        return !Literal.is(text)
                        || patterns.computeIfAbsent(form, Pattern::compile).matcher(text).matches()
                ? Optional.empty()
                : Optional.of(
                        "has the "
                                + name
                                + " \""
                                + text
                                + "\""
                                + where
                                + ", which AWS does not take.");
    }
}
