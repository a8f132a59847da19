package io.stagecraft.json;

import java.util.List;

final class JsonPrinting {
    private static final int LINE = 96;

    private JsonPrinting() {}

    static String pretty(Json json) {
        var out = new StringBuilder();
        pretty(json, "", out);
        return out.append('\n').toString();
    }

    static String compact(Json json) {
        var out = new StringBuilder();
        compact(json, ",", ":", out);
        return out.toString();
    }

    private static void pretty(Json json, String pad, StringBuilder out) {
        switch (json) {
            case Json.Obj(var members) when !members.isEmpty() -> {
                var inner = pad + "  ";
                var gap = "{\n";
                for (var member : members.entrySet()) {
                    out.append(gap).append(inner);
                    quoted(member.getKey(), out);
                    out.append(": ");
                    pretty(member.getValue(), inner, out);
                    gap = ",\n";
                }
                out.append('\n').append(pad).append('}');
            }
            case Json.Arr(var items) when !items.isEmpty() && !fitsOneLine(items, pad) -> {
                var inner = pad + "  ";
                var gap = "[\n";
                for (var item : items) {
                    out.append(gap).append(inner);
                    pretty(item, inner, out);
                    gap = ",\n";
                }
                out.append('\n').append(pad).append(']');
            }
            case Json.Obj _, Json.Arr _, Json.Str _, Json.Num _, Json.Bool _, Json.Null _ ->
                    compact(json, ", ", ": ", out);
        }
    }

    private static boolean fitsOneLine(List<Json> items, String pad) {
        return items.stream().noneMatch(i -> i instanceof Json.Obj || i instanceof Json.Arr)
                && pad.length() + compact(new Json.Arr(items)).length() <= LINE;
    }

    private static void compact(Json json, String comma, String colon, StringBuilder out) {
        switch (json) {
            case Json.Obj(var members) -> {
                var gap = "{";
                for (var member : members.entrySet()) {
                    out.append(gap);
                    quoted(member.getKey(), out);
                    out.append(colon);
                    compact(member.getValue(), comma, colon, out);
                    gap = comma;
                }
                out.append(members.isEmpty() ? "{}" : "}");
            }
            case Json.Arr(var items) -> {
                var gap = "[";
                for (var item : items) {
                    out.append(gap);
                    compact(item, comma, colon, out);
                    gap = comma;
                }
                out.append(items.isEmpty() ? "[]" : "]");
            }
            case Json.Str(var text) -> quoted(text, out);
            case Json.Num(var text) -> out.append(text);
            case Json.Bool(var is) -> out.append(is);
            case Json.Null() -> out.append("null");
        }
    }

    private static void quoted(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (Character.isSurrogate(c) && !paired(text, i)) {
                        out.append(
                                '\uFFFD'); // half a character has no bytes, and no reader takes it
                    } else if (c < ' ' || c == 0x7f) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static boolean paired(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
}
