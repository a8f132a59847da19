package io.stagecraft.practice.wire;

import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;
import software.amazon.awssdk.core.traits.ListTrait;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// AWS Query: parameters such as `Parameters.member.1.ParameterKey=x` in, XML out.
///
/// @see <a href="https://smithy.io/2.0/aws/protocols/aws-query-protocol.html">AWS Query protocol</a>
final class Query {
    private Query() {}

    /// The parameters of a form body or an address.
    static Map<String, String> form(String text) {
        var form = new LinkedHashMap<String, String>();
        for (var pair : text.split("&")) {
            int at = pair.indexOf('=');
            if (!pair.isEmpty()) {
                form.put(
                        decoded(at < 0 ? pair : pair.substring(0, at)),
                        at < 0 ? "" : decoded(pair.substring(at + 1)));
            }
        }
        return form;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refusal("MalformedQueryString", "The query string is malformed.");
        }
    }

    /// The parameters as a tree that fits the shape.
    static Map<String, Object> tree(Map<String, String> form, SdkPojo shape) {
        var raw = new TreeMap<String, Object>();
        form.forEach((path, value) -> put(raw, path.split("\\."), 0, value));
        return fitted(raw, shape.sdkFields());
    }

    private static void put(Map<String, Object> into, String[] path, int at, String value) {
        if (at == path.length - 1) {
            into.putIfAbsent(path[at], value);
        } else if (into.computeIfAbsent(path[at], _ -> new TreeMap<String, Object>())
                instanceof Map<?, ?> next) {
            @SuppressWarnings("unchecked")
            var deeper = (Map<String, Object>) next;
            put(deeper, path, at + 1, value);
        }
    }

    private static Map<String, Object> fitted(Map<?, ?> raw, List<SdkField<?>> fields) {
        var tree = new LinkedHashMap<String, Object>();
        for (var field : fields) {
            var value = raw.get(field.locationName());
            if (value != null) {
                tree.put(field.locationName(), fitted(value, field));
            }
        }
        return tree;
    }

    private static Object fitted(Object value, SdkField<?> field) {
        MarshallingKnownType type = field.marshallingType().getKnownType();
        if (type == MarshallingKnownType.SDK_POJO && value instanceof Map<?, ?> map) {
            return fitted(map, field.constructor().get().sdkFields());
        }
        if (type != MarshallingKnownType.LIST) {
            return value;
        }
        var trait = field.getTrait(ListTrait.class);
        var items = new TreeMap<Integer, Object>();
        var holder =
                value instanceof Map<?, ?> map && !trait.isFlattened() ? map.get("member") : value;
        if (holder instanceof Map<?, ?> map) {
            map.forEach((k, v) -> items.put(place(k), fitted(v, trait.memberFieldInfo())));
        }
        return new ArrayList<>(items.values());
    }

    private static int place(Object key) {
        try {
            return Integer.parseInt(key.toString());
        } catch (NumberFormatException e) {
            throw new Refusal("MalformedInput", "Key must be an integer: " + key);
        }
    }

    /// An answer.
    static String answer(String namespace, String operation, String request, Map<?, ?> tree) {
        var xml = new StringBuilder();
        xml.append("<").append(operation).append("Response xmlns=\"").append(namespace);
        xml.append("\"><").append(operation).append("Result>");
        tree.forEach((k, v) -> put(k.toString(), v, xml));
        xml.append("</").append(operation).append("Result><ResponseMetadata><RequestId>");
        xml.append(request).append("</RequestId></ResponseMetadata></");
        return xml.append(operation).append("Response>").toString();
    }

    /// A refusal.
    static String refusal(String namespace, Refusal refusal, String request) {
        var xml = new StringBuilder();
        xml.append("<ErrorResponse xmlns=\"").append(namespace).append("\"><Error>");
        put("Type", "Sender", xml);
        put("Code", refusal.code(), xml);
        put("Message", refusal.words(), xml);
        xml.append("</Error><RequestId>").append(request).append("</RequestId>");
        return xml.append("</ErrorResponse>").toString();
    }

    private static void put(String name, Object value, StringBuilder xml) {
        xml.append('<').append(name).append('>');
        switch (value) {
            case Map<?, ?> map -> map.forEach((k, v) -> put(k.toString(), v, xml));
            case List<?> list -> list.forEach(item -> put("member", item, xml));
            case Instant instant -> xml.append(instant);
            case Double number -> xml.append(new BigDecimal(number).toPlainString());
            default -> escaped(value.toString(), xml);
        }
        xml.append("</").append(name).append('>');
    }

    private static void escaped(String text, StringBuilder xml) {
        text.codePoints()
                .forEach(c -> {
                    switch (c) {
                        case '<' -> xml.append("&lt;");
                        case '>' -> xml.append("&gt;");
                        case '&' -> xml.append("&amp;");
                        case '"' -> xml.append("&quot;");
                        case '\r' -> xml.append("&#xD;");
                        default -> {
                            // XML 1.0 has no way to write the other control characters
                            if (c >= ' ' || c == '\n' || c == '\t') {
                                xml.appendCodePoint(c);
                            }
                        }
                    }
                });
    }
}
