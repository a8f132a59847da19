package io.stagecraft.practice.wire;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.utils.builder.Buildable;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Between the SDK's model classes and plain trees of maps, lists, texts, numbers, truth values and instants.
///
/// The model classes describe their own wire shape, so this serves every operation.
public final class Shapes {
    private Shapes() {}

    /// Fills a builder.
    ///
    /// @throws Refusal `SerializationException` where a value has the wrong kind
    public static <B extends SdkPojo> B read(Map<?, ?> tree, B builder) {
        for (var field : builder.sdkFields()) {
            var value = tree.get(field.locationName());
            if (value != null) {
                field.set(builder, value(field, value));
            }
        }
        return builder;
    }

    /// What a model object says, in its own order, without what it leaves out.
    static Map<String, Object> tree(SdkPojo pojo) {
        var tree = new LinkedHashMap<String, Object>();
        for (var field : pojo.sdkFields()) {
            var value = field.getValueOrDefault(pojo);
            if (value != null
                    && !(value instanceof SdkAutoConstructList)
                    && !(value instanceof SdkAutoConstructMap)) {
                tree.put(field.locationName(), plain(value));
            }
        }
        return tree;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case SdkPojo pojo -> tree(pojo);
            case List<?> list -> list.stream().map(Shapes::plain).toList();
            case Map<?, ?> map -> {
                var plain = new LinkedHashMap<String, Object>();
                map.forEach((k, v) -> plain.put(String.valueOf(k), plain(v)));
                yield plain;
            }
            case SdkBytes bytes -> bytes.asByteArray();
            default -> value;
        };
    }

    private static Object value(SdkField<?> field, Object value) {
        MarshallingKnownType type = field.marshallingType().getKnownType();
        return switch (type) {
            case STRING -> {
                if (value instanceof Map || value instanceof List) {
                    throw misplaced("Start of structure or map found where not expected.");
                }
                yield String.valueOf(value);
            }
            case INTEGER -> whole(value, Integer.MIN_VALUE, Integer.MAX_VALUE).intValue();
            case LONG -> whole(value, Long.MIN_VALUE, Long.MAX_VALUE).longValue();
            case SHORT -> whole(value, Short.MIN_VALUE, Short.MAX_VALUE).shortValue();
            case BYTE -> whole(value, Byte.MIN_VALUE, Byte.MAX_VALUE).byteValue();
            case FLOAT -> number(value).floatValue();
            case DOUBLE -> number(value).doubleValue();
            case BIG_DECIMAL -> number(value);
            case BOOLEAN -> Boolean.parseBoolean(String.valueOf(value));
            case INSTANT -> instant(value);
            case SDK_BYTES -> SdkBytes.fromByteArray((byte[]) value);
            case SDK_POJO -> {
                if (!(value instanceof Map<?, ?> map)) {
                    throw misplaced("Expected a structure for " + field.locationName() + ".");
                }
                yield ((Buildable) read(map, field.constructor().get())).build();
            }
            case LIST -> list(field, value);
            case MAP -> map(field, value);
            case NULL, DOCUMENT -> throw misplaced("Unexpected field type.");
        };
    }

    private static List<Object> list(SdkField<?> field, Object value) {
        if (!(value instanceof List<?> items)) {
            throw misplaced("Expected list or null for " + field.locationName() + ".");
        }
        var member = field.getTrait(ListTrait.class).memberFieldInfo();
        var list = new ArrayList<>();
        items.forEach(item -> list.add(value(member, item)));
        return list;
    }

    private static Map<String, Object> map(SdkField<?> field, Object value) {
        if (!(value instanceof Map<?, ?> entries)) {
            throw misplaced("Expected map or null for " + field.locationName() + ".");
        }
        var of = field.getTrait(MapTrait.class).valueFieldInfo();
        var map = new LinkedHashMap<String, Object>();
        entries.forEach((k, v) -> map.put(String.valueOf(k), value(of, v)));
        return map;
    }

    private static BigDecimal number(Object value) {
        try {
            return new BigDecimal(String.valueOf(value));
        } catch (NumberFormatException e) {
            throw misplaced("STRING_VALUE can not be converted to a number.");
        }
    }

    private static BigDecimal whole(Object value, long least, long most) {
        var number = number(value);
        if (number.stripTrailingZeros().scale() > 0
                || number.compareTo(BigDecimal.valueOf(least)) < 0
                || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw misplaced(value + " is not a whole number that fits.");
        }
        return number;
    }

    private static Instant instant(Object value) {
        try {
            return switch (value) {
                case Instant instant -> instant;
                case Number seconds ->
                        Instant.ofEpochMilli(number(seconds).movePointRight(3).longValue());
                default -> Instant.from(DateTimeFormatter.ISO_DATE_TIME.parse(value.toString()));
            };
        } catch (DateTimeException e) {
            throw misplaced("A timestamp is not of the form that was expected.");
        }
    }

    static Refusal misplaced(String words) {
        return new Refusal("SerializationException", words);
    }
}
