package io.stagecraft.cli;

import java.util.regex.Pattern;

/// Text for a terminal.
final class Lines {
    private static final int WIDTH = 100;
    private static final int LONGEST = 1000;

    private static final Pattern PLAIN = Pattern.compile("[\\w./:=@%+,-]+");

    private Lines() {}

    /// `word` as a command that somebody pastes into a shell has to say it: a space ends a word there, `$` begins a variable.
    static String shell(Object word) {
        var text = word.toString();
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    /// `text` in lines of a hundred characters, each after `indent`.
    static String wrapped(String text, String indent) {
        var lines = new StringBuilder();
        var line = new StringBuilder(indent);
        for (var word : text.strip().split("\\s+")) {
            if (line.length() + word.length() > WIDTH && line.length() > indent.length()) {
                lines.append(line.toString().stripTrailing()).append('\n');
                line.setLength(0);
                line.append(indent);
            }
            line.append(word).append(' ');
        }
        return lines.append(line.toString().stripTrailing()).toString();
    }

    /// `text` on one line that a person may read to its end; a longer one loses its middle.
    static String one(String text) {
        var line = text.strip().replaceAll("\\s*\\R\\s*", " ");
        return line.length() <= LONGEST
                ? line
                : line.substring(0, LONGEST / 2)
                        + " … "
                        + line.substring(line.length() - LONGEST / 2);
    }

    /// "1 error", "2 errors".
    static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
