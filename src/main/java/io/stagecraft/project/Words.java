package io.stagecraft.project;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Enums as the file spells them: `SECRETS_MANAGER` is `secrets-manager`.
final class Words {
    private Words() {}

    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> Optional<E> read(Class<E> kind, String word) {
        return Stream.of(kind.getEnumConstants()).filter(e -> of(e).equals(word)).findFirst();
    }

    static <E extends Enum<E>> String all(Class<E> kind) {
        return Stream.of(kind.getEnumConstants()).map(Words::of).collect(Collectors.joining(", "));
    }
}
