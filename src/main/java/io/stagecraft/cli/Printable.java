package io.stagecraft.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/// Lets only what can be seen through to a terminal: a name in somebody else's file may hold characters that move its
/// cursor, recolour it or turn the line around.
final class Printable extends FilterWriter {
    private static final char INSTEAD = '\uFFFD';

    Printable(Writer out) {
        super(out);
    }

    @Override
    public void write(int c) throws IOException {
        super.write(seen((char) c));
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        write(new String(text, from, length), 0, length);
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        var seen = text.substring(from, from + length).toCharArray();
        for (int i = 0; i < seen.length; i++) {
            seen[i] = seen(seen[i]);
        }
        super.write(seen, 0, seen.length);
    }

    private static char seen(char c) {
        return c == '\n' || c == '\r' || c == '\t' || !isHidden(c) ? c : INSTEAD;
    }

    /// Control characters, and those that turn the direction of a text.
    private static boolean isHidden(char c) {
        return Character.isISOControl(c)
                || c >= '\u202A' && c <= '\u202E'
                || c >= '\u2066' && c <= '\u2069';
    }
}
