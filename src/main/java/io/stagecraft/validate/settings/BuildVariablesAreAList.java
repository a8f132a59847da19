package io.stagecraft.validate.settings;

import io.stagecraft.catalog.FieldKind;
import io.stagecraft.model.Literal;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Json;
import io.stagecraft.validate.LocalRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

final class BuildVariablesAreAList implements LocalRule {
    private static final Info INFO =
            new Info(
                    "SC410",
                    Severity.ERROR,
                    "Environment variables have a name, a value and a type",
                    "CodeBuild wants a JSON array of objects with name, value and type; the type is PLAINTEXT, PARAMETER_STORE or SECRETS_MANAGER.",
                    Guide.SECRETS);

    @Override
    public Info info() {
        return INFO;
    }

    private static final Set<String> TYPES =
            Set.of("PLAINTEXT", "PARAMETER_STORE", "SECRETS_MANAGER");

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return Setting.all(drawing)
                .filter(s ->
                        s.field().kind() == FieldKind.VARIABLES && !Literal.isTemplate(s.value()))
                .flatMap(s ->
                        Json.read(s.value()).stream()
                                .flatMap(j -> complaint(j).stream())
                                .map(c -> INFO.at(s.about(), s.words() + " " + c)));
    }

    private static Optional<String> complaint(Object json) {
        if (!(json instanceof List<?> list)) {
            return Optional.of("is not a list.");
        }
        var names = new HashSet<String>();
        return list.stream().flatMap(e -> wrong(e, names).stream()).findFirst();
    }

    private static Optional<String> wrong(Object element, Set<String> names) {
        if (!(element instanceof Map<?, ?> variable)
                || !(variable.get("name") instanceof String name)
                || name.isEmpty()) {
            return Optional.of("has an entry without a name.");
        }
        if (!(variable.get("value") instanceof String)) {
            return Optional.of("has no value for " + name + ".");
        }
        if (!names.add(name)) {
            return Optional.of("has " + name + " twice.");
        }
        var type = variable.get("type");
        return type == null || type instanceof String t && TYPES.contains(t)
                ? Optional.empty()
                : Optional.of("gives " + name + " a type that CodeBuild does not know.");
    }
}
