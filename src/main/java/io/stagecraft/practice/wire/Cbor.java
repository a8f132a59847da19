package io.stagecraft.practice.wire;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The part of CBOR that Smithy's RPC v2 uses.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc8949">RFC 8949</a>
/// @see <a href="https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html">Smithy RPC v2 CBOR</a>
final class Cbor {
    private static final int BREAK = 0xff;
    private static final int INDEFINITE = 31;
    private static final int DEEPEST = 64;

    private final ByteBuffer in;

    private Cbor(byte[] bytes) {
        this.in = ByteBuffer.wrap(bytes);
    }

    /// @return a map; empty for no bytes at all
    /// @throws Refusal `SerializationException` for anything else
    static Map<?, ?> read(byte[] bytes) {
        if (bytes.length == 0) {
            return Map.of();
        }
        try {
            if (new Cbor(bytes).item(0) instanceof Map<?, ?> map) {
                return map;
            }
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw Shapes.misplaced("The body is not CBOR.");
        }
        throw Shapes.misplaced("The body is not a CBOR map.");
    }

    private @Nullable Object item(int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("too deep");
        }
        int first = in.get() & 0xff;
        int major = first >> 5;
        int info = first & 31;
        return switch (major) {
            case 0 -> length(info);
            case 1 -> -1 - length(info);
            case 2 -> info == INDEFINITE ? joined(depth) : bytes(length(info));
            case 3 ->
                    new String(
                            info == INDEFINITE ? joined(depth) : bytes(length(info)),
                            StandardCharsets.UTF_8);
            case 4 -> list(info, depth);
            case 5 -> map(info, depth);
            case 6 -> tagged(length(info), depth);
            default -> simple(info);
        };
    }

    private List<Object> list(int info, int depth) {
        var list = new ArrayList<Object>();
        for (long left = count(info); more(left); left--) {
            var item = item(depth + 1);
            if (item != null) {
                list.add(item);
            }
        }
        return list;
    }

    private Map<Object, Object> map(int info, int depth) {
        var map = new LinkedHashMap<Object, Object>();
        for (long left = count(info); more(left); left--) {
            var key = item(depth + 1);
            var value = item(depth + 1);
            if (key != null && value != null) {
                map.put(key, value);
            }
        }
        return map;
    }

    private long count(int info) {
        return info == INDEFINITE ? -1 : length(info);
    }

    private boolean more(long left) {
        if (left >= 0) {
            return left > 0;
        }
        if ((in.get(in.position()) & 0xff) == BREAK) {
            in.get();
            return false;
        }
        return true;
    }

    private @Nullable Object tagged(long tag, int depth) {
        var item = item(depth + 1);
        return tag == 1 && item instanceof Number seconds
                ? Instant.ofEpochMilli(
                        new BigDecimal(seconds.toString()).movePointRight(3).longValue())
                : item;
    }

    private @Nullable Object simple(int info) {
        return switch (info) {
            case 20 -> false;
            case 21 -> true;
            case 22, 23 -> null;
            case 25 -> Float.float16ToFloat(in.getShort());
            case 26 -> in.getFloat();
            case 27 -> in.getDouble();
            default -> throw new IllegalArgumentException("unknown simple value");
        };
    }

    private long length(int info) {
        return switch (info) {
            case 24 -> in.get() & 0xffL;
            case 25 -> in.getShort() & 0xffffL;
            case 26 -> in.getInt() & 0xffffffffL;
            case 27 -> in.getLong();
            default -> {
                if (info > 23) {
                    throw new IllegalArgumentException("bad length");
                }
                yield info;
            }
        };
    }

    private byte[] bytes(long length) {
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException("bad length");
        }
        var bytes = new byte[(int) length];
        in.get(bytes);
        return bytes;
    }

    private byte[] joined(int depth) {
        var all = new ByteArrayOutputStream();
        while (more(-1)) {
            var part = item(depth + 1);
            all.writeBytes(
                    part instanceof byte[] some
                            ? some
                            : String.valueOf(part).getBytes(StandardCharsets.UTF_8));
        }
        return all.toByteArray();
    }

    static byte[] write(Object tree) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            put(tree, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(Object value, DataOutputStream out) throws IOException {
        switch (value) {
            case Map<?, ?> map -> {
                head(5, map.size(), out);
                for (var entry : map.entrySet()) {
                    put(String.valueOf(entry.getKey()), out);
                    put(entry.getValue(), out);
                }
            }
            case List<?> list -> {
                head(4, list.size(), out);
                for (var item : list) {
                    put(item, out);
                }
            }
            case Boolean flag -> out.writeByte(flag ? 0xf5 : 0xf4);
            case Instant instant -> {
                head(6, 1, out);
                put(instant.toEpochMilli() / 1000.0, out);
            }
            case Double number -> number(number, out);
            case Float number -> number(number, out);
            case Number number -> {
                long n = number.longValue();
                head(n < 0 ? 1 : 0, n < 0 ? -1 - n : n, out);
            }
            case byte[] bytes -> {
                head(2, bytes.length, out);
                out.write(bytes);
            }
            default -> {
                var text = value.toString().getBytes(StandardCharsets.UTF_8);
                head(3, text.length, out);
                out.write(text);
            }
        }
    }

    private static void number(double number, DataOutputStream out) throws IOException {
        out.writeByte(0xfb);
        out.writeDouble(number);
    }

    private static void head(int major, long length, DataOutputStream out) throws IOException {
        int top = major << 5;
        if (length < 24) {
            out.writeByte(top | (int) length);
        } else if (length < 1 << 8) {
            out.writeByte(top | 24);
            out.writeByte((int) length);
        } else if (length < 1 << 16) {
            out.writeByte(top | 25);
            out.writeShort((int) length);
        } else if (length < 1L << 32) {
            out.writeByte(top | 26);
            out.writeInt((int) length);
        } else {
            out.writeByte(top | 27);
            out.writeLong(length);
        }
    }
}
