package io.stagecraft.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// Reads an enum's value from its word: `CLOUDFORMATION_JSON` is written `cloudformation-json`.
record Words<T extends Enum<T>>(T[] values) implements ITypeConverter<T> {
    @Override
    public T convert(String word) {
        return Arrays.stream(values)
                .filter(v -> of(v).equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() ->
                        new TypeConversionException("there is no '" + word + "', but " + all()));
    }

    private String all() {
        return Arrays.stream(values).map(Words::of).collect(Collectors.joining(", "));
    }

    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
