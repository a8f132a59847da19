package io.stagecraft.model.images;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/// The simple commands of a shell text, in its order, those inside `$(…)` too. Words keep their quotes.
///
/// @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html">Shell command language</a>
final class ShellText {
    /// One command.
    ///
    /// @param words with their quotes, without redirections
    /// @param before the operator before it, such as `&&`; empty for the first
    record Simple(List<String> words, String before) {
        Simple {
            words = List.copyOf(words);
        }
    }

    private static final Pattern QUOTES = Pattern.compile("[\"'\\\\]");

    private final String text;
    private final List<Simple> commands = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private final Deque<String> heredocs = new ArrayDeque<>();
    private final int deep;
    private String before = "";
    private boolean redirected;
    private boolean awaitsHeredoc;
    private int at;
    private int depth;

    private ShellText(String text, int deep) {
        this.text = text;
        this.deep = deep;
    }

    static List<Simple> commands(String text) {
        return commands(text, 0);
    }

    /// @param deep how many substitutions it is inside of; what is in too many is not read
    private static List<Simple> commands(String text, int deep) {
        var shell = new ShellText(text.replace("\\\n", " "), deep);
        shell.read();
        return List.copyOf(shell.commands);
    }

    private void read() {
        while (at < text.length()) {
            char c = text.charAt(at);
            switch (c) {
                case ' ', '\t', '\r' -> {
                    endWord();
                    at++;
                }
                case '\n' -> {
                    end("\n");
                    at++;
                    heredocs();
                }
                case ';', '&', '|', '(', ')' -> operator(c);
                case '<', '>' -> redirection(c);
                case '#' -> comment();
                default -> take(c);
            }
        }
        end("");
    }

    private void take(char c) {
        int start = at;
        at = after(at);
        word.append(text, start, at);
        if (c == '$' && text.startsWith("(", start + 1) || c == '`') {
            inner(text.substring(start, at));
        }
        if (c == '"') {
            inQuotes(start + 1, at - 1);
        }
    }

    /// Commands inside double quotes.
    private void inQuotes(int from, int to) {
        for (int i = from; i < to; ) {
            int next = after(i);
            if (text.startsWith("$(", i) || text.charAt(i) == '`') {
                inner(text.substring(i, Math.min(next, to)));
            }
            i = next;
        }
    }

    private void inner(String substitution) {
        int open = substitution.startsWith("$(") ? 2 : 1;
        if (substitution.length() > open + 1 && deep < Nesting.MOST) {
            var text = substitution.substring(open, substitution.length() - 1);
            commands.addAll(commands(text, deep + 1));
        }
    }

    /// Behind what begins at `from`: a quoted text, a substitution, an escaped letter, or a letter.
    private int after(int from) {
        char c = text.charAt(from);
        int end =
                switch (c) {
                    case '\\' -> from + 2;
                    case '\'' -> closing('\'', from + 1, false);
                    case '"' -> closing('"', from + 1, true);
                    case '`' -> closing('`', from + 1, false);
                    case '$' ->
                            text.startsWith("(", from + 1)
                                    ? closing(')', from + 2, true)
                                    : text.startsWith("{", from + 1)
                                            ? closing('}', from + 2, true)
                                            : from + 1;
                    default -> from + 1;
                };
        return Math.min(end, text.length());
    }

    private int closing(char close, int from, boolean nests) {
        if (depth == Nesting.MOST) {
            return text.length();
        }
        depth++;
        int end = closed(close, from, nests);
        depth--;
        return end;
    }

    private int closed(char close, int from, boolean nests) {
        int i = from;
        int open = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == close && open == 0) {
                return i + 1;
            }
            if (close == ')' && (c == '(' || c == ')')) {
                open += c == '(' ? 1 : -1;
                i++;
            } else if (nests && (close != '"' || c != '\'')) {
                i = after(i);
            } else {
                i++;
            }
        }
        return i;
    }

    private void comment() {
        if (!word.isEmpty()) {
            word.append('#');
            at++;
            return;
        }
        while (at < text.length() && text.charAt(at) != '\n') {
            at++;
        }
    }

    private void operator(char c) {
        if (c == '&' && text.startsWith("&>", at)) { // both outputs into a file
            at++;
            return;
        }
        int sum =
                c == '(' && word.isEmpty() && text.startsWith("((", at)
                        ? text.indexOf("))", at)
                        : -1;
        if (sum >= 0) { // arithmetic, whose << is no document
            at = sum + 2;
            return;
        }
        boolean twice = c != '(' && c != ')' && text.startsWith("" + c + c, at);
        var operator = twice ? "" + c + c : "" + c;
        end(operator);
        at += operator.length();
    }

    private void redirection(char c) {
        if (word.chars().allMatch(Character::isDigit)) {
            word.setLength(0); // the 2 of 2>
        }
        endWord();
        int start = at;
        while (at < text.length() && "<>&-".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        var operator = text.substring(start, at);
        awaitsHeredoc = operator.equals("<<") || operator.equals("<<-");
        redirected = !(c == '>' && operator.endsWith("-"));
    }

    private void endWord() {
        if (word.isEmpty()) {
            return;
        }
        if (awaitsHeredoc) {
            heredocs.add(QUOTES.matcher(word).replaceAll(""));
        } else if (!redirected) {
            words.add(word.toString());
        }
        awaitsHeredoc = false;
        redirected = false;
        word.setLength(0);
    }

    /// Ends the command.
    private void end(String operator) {
        endWord();
        if (!words.isEmpty()) {
            commands.add(new Simple(words, before));
            words.clear();
        }
        redirected = false;
        before = operator;
    }

    /// Leaves out what is handed to a command as its input.
    private void heredocs() {
        while (!heredocs.isEmpty()) {
            var mark = heredocs.remove();
            boolean over = false;
            while (!over && at < text.length()) {
                int end = text.indexOf('\n', at);
                int next = end < 0 ? text.length() : end;
                over = text.substring(at, next).strip().equals(mark);
                at = Math.min(next + 1, text.length());
            }
        }
    }
}
