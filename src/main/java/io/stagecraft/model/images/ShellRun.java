package io.stagecraft.model.images;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Goes through shell texts as the shell would, and notes each call with what is known of its words.
final class ShellRun {
    /// A program that is called.
    ///
    /// @param tool its name without a path
    /// @param args each with all that it may be
    /// @param values what its variables may hold
    /// @param text as written
    record Call(String tool, List<Set<String>> args, ShellValues values, String text) {
        Call {
            args = List.copyOf(args);
        }
    }

    private static final Pattern ASSIGNMENT =
            Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)(\\+?=)(.*)", Pattern.DOTALL);
    private static final Set<String> OPENS =
            Set.of("if", "while", "until", "case", "for", "select");
    private static final Set<String> CLOSES = Set.of("fi", "done", "esac");
    private static final Set<String> LEADS =
            Set.of("if", "then", "elif", "else", "while", "until", "do", "!", "{", "}", "time");
    private static final Set<String> DECLARES =
            Set.of("export", "local", "declare", "readonly", "typeset");
    private static final Pattern OPTION = Pattern.compile("-.*|[0-9.]+[smhd]?", Pattern.DOTALL);
    private static final Pattern SHELL_TEXT = Pattern.compile("-[a-z]*c");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /// Programs that call another, and those of their options whose value is a word of its own.
    ///
    /// @see <a href="https://www.sudo.ws/docs/man/sudo.man/">sudo</a>
    /// @see <a href="https://www.gnu.org/software/coreutils/manual/html_node/Modified-command-invocation.html">Modified command invocation</a>
    private static final Map<String, Set<String>> WRAPS =
            Map.of(
                    "sudo",
                    Set.of(
                            "-u", "-g", "-h", "-p", "-C", "-D", "-R", "-T", "-r", "-t", "--user",
                            "--group"),
                    "env",
                    Set.of("-u", "-C", "--unset", "--chdir"),
                    "exec",
                    Set.of("-a"),
                    "timeout",
                    Set.of("-k", "-s", "--kill-after", "--signal"),
                    "nice",
                    Set.of("-n", "--adjustment"),
                    "stdbuf",
                    Set.of("-i", "-o", "-e"),
                    "command",
                    Set.of(),
                    "nohup",
                    Set.of());

    private static final Set<String> SHELLS = Set.of("sh", "bash", "dash", "zsh", "ash");
    private static final int DEEPEST = 8;

    /// Calls of a text, with those of the texts inside it, which may be itself again and again.
    private static final int MOST = 10_000;

    private final ShellValues values;
    private final int deep;
    private final List<Call> calls = new ArrayList<>();
    private int depth;

    ShellRun(ShellValues values) {
        this(values, 0);
    }

    private ShellRun(ShellValues values, int deep) {
        this.values = values;
        this.deep = deep;
    }

    /// The calls of a text; what it assigns stays for the next.
    List<Call> of(String text) {
        calls.clear();
        depth = 0;
        for (var command : ShellText.commands(text)) {
            if (calls.size() < MOST) {
                step(command);
            }
        }
        return List.copyOf(calls);
    }

    private void step(ShellText.Simple command) {
        var words = new ArrayList<>(command.words());
        while (!words.isEmpty() && LEADS.contains(words.getFirst())) {
            depth += OPENS.contains(words.removeFirst()) ? 1 : 0;
        }
        if (words.isEmpty()) {
            return;
        }
        var first = words.getFirst();
        if (CLOSES.contains(first)) {
            depth = Math.max(0, depth - 1);
        } else if (first.equals("for") || first.equals("select")) {
            depth++;
            each(words);
        } else if (OPENS.contains(first)) {
            depth++;
        } else {
            boolean surely = depth == 0 && !Set.of("||", "|").contains(command.before());
            command(words, surely);
        }
    }

    /// `for name in words`.
    private void each(List<String> words) {
        if (words.size() > 3 && words.get(2).equals("in")) {
            var may = new LinkedHashSet<String>();
            words.subList(3, words.size())
                    .forEach(word -> split(word).forEach(part -> may.addAll(part)));
            values.assign(words.get(1), may, true);
        }
    }

    private void command(List<String> words, boolean surely) {
        int at = assignments(words, 0);
        var own = at == words.size() ? values : values.copy();
        words.subList(0, at).forEach(word -> assign(own, word, surely));
        while (at < words.size() && WRAPS.containsKey(words.get(at))) {
            int from = behindOptions(words, at);
            at = assignments(words, from);
            words.subList(from, at).forEach(word -> assign(own, word, true));
        }
        var rest = words.subList(at, words.size());
        if (rest.isEmpty()) {
            return;
        }
        if (DECLARES.contains(rest.getFirst())) {
            rest.forEach(word -> assign(values, word, surely));
        } else if (rest.getFirst().equals("unset") || rest.getFirst().equals("read")) {
            rest.stream().skip(1).forEach(values::forget);
        } else {
            call(own, rest);
        }
    }

    /// Where the assignments that begin at `from` are over.
    private static int assignments(List<String> words, int from) {
        int at = from;
        while (at < words.size() && ASSIGNMENT.matcher(words.get(at)).matches()) {
            at++;
        }
        return at;
    }

    /// `sudo -u root docker …`, `timeout 600 docker …`.
    private static int behindOptions(List<String> words, int wrap) {
        var valued = WRAPS.getOrDefault(words.get(wrap), Set.of());
        int at = wrap + 1;
        while (at < words.size() && OPTION.matcher(words.get(at)).matches()) {
            at += valued.contains(words.get(at)) ? 2 : 1;
        }
        return Math.min(at, words.size());
    }

    private static void assign(ShellValues values, String word, boolean surely) {
        var match = ASSIGNMENT.matcher(word);
        if (!match.matches()) {
            return;
        }
        var name = match.group(1);
        if (match.group(2).equals("+=")) {
            if (match.group(3).isEmpty()) { // what an array grows by stands behind it
                values.forget(name);
            } else {
                values.assign(name, values.of("${" + name + "}" + match.group(3)), surely);
            }
        } else {
            values.assign(name, values.of(match.group(3)), surely);
        }
    }

    private void call(ShellValues own, List<String> words) {
        var all = words.stream().flatMap(word -> split(own, word).stream()).toList();
        if (all.isEmpty()) {
            return;
        }
        var name = all.getFirst().iterator().next();
        var args = all.subList(1, all.size());
        var tool = name.substring(name.lastIndexOf('/') + 1);
        calls.add(new Call(tool, args, own, String.join(" ", words)));
        if (deep < DEEPEST) {
            for (var text : inner(tool, args)) {
                if (calls.size() < MOST) {
                    calls.addAll(new ShellRun(own.copy(), deep + 1).of(text));
                }
            }
        }
    }

    /// Shell texts among the arguments: `sh -c '…'`, `eval "…"`.
    private static Set<String> inner(String tool, List<Set<String>> args) {
        if (tool.equals("eval") && args.size() == 1) {
            return args.getFirst();
        }
        if (SHELLS.contains(tool)) {
            for (int i = 0; i + 1 < args.size(); i++) {
                if (SHELL_TEXT.matcher(args.get(i).iterator().next()).matches()) {
                    return args.get(i + 1);
                }
            }
        }
        return Set.of();
    }

    private List<Set<String>> split(String word) {
        return split(values, word);
    }

    /// A word without quotes falls apart at the spaces that its variables hold.
    private static List<Set<String>> split(ShellValues values, String word) {
        var may = values.of(word);
        if (may.size() != 1 || word.indexOf('"') >= 0 || word.indexOf('\'') >= 0) {
            return List.of(may);
        }
        var one = may.iterator().next();
        if (word.indexOf('$') < 0 || one.indexOf(' ') < 0) {
            return one.isEmpty() ? List.of() : List.of(may);
        }
        var parts = new ArrayList<Set<String>>();
        for (var part : SPACE.split(one.strip())) {
            parts.add(Set.of(part));
        }
        return parts;
    }
}
