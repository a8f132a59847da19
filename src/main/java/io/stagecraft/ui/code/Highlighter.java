package io.stagecraft.ui.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells keys, texts, numbers, tags and comments apart, line by line. It colours; it does not judge.
enum Highlighter {
    YAML(
            "(?<comment>(?:^|(?<=\\s))#(?!\\{).*$)"
                    + "|(?<tag>(?<=[\\s\\[]|^)!\\w+(?:::\\w+)?)"
                    + "|(?<key>(?<=^|^\\s{0,200}|- |\\{ |, )[\\w.:/@+*-]+(?=:(?:\\s|$))|(?:\"[^\"]*\"|'[^']*')(?=:(?:\\s|$)))"
                    + "|(?<string>\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^']|'')*')"
                    + "|(?<number>(?<=[\\s\\[,]|^)-?\\d+(?:\\.\\d+)?(?=[\\s,\\]]|$))"
                    + "|(?<word>(?<=: |- )(?:true|false|null)(?=\\s|$))"),
    JSON(
            "(?<key>\"(?:[^\"\\\\]|\\\\.)*\"(?=\\s*:))"
                    + "|(?<string>\"(?:[^\"\\\\]|\\\\.)*\")"
                    + "|(?<number>-?\\b\\d+(?:\\.\\d+)?\\b)"
                    + "|(?<word>\\b(?:true|false|null)\\b)"
                    + "|(?<comment>(?!))|(?<tag>(?!))"),
    HCL(
            "(?<comment>#(?!\\{).*$|//.*$)"
                    + "|(?<string>\"(?:[^\"\\\\]|\\\\.)*\")"
                    + "|(?<tag>^(?:resource|data|variable|output|provider|terraform|locals|module|moved)\\b)"
                    + "|(?<key>(?<=^|\\s)[\\w-]+(?=\\s*=(?!=)|\\s*\\{))"
                    + "|(?<number>\\b\\d+(?:\\.\\d+)?\\b)"
                    + "|(?<word>\\b(?:true|false|null)\\b)");

    private final Pattern pattern;

    Highlighter(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    /// The highlighter for a file of that name.
    static Highlighter of(String path) {
        if (path.endsWith(".json")) {
            return JSON;
        }
        return path.endsWith(".tf") ? HCL : YAML;
    }

    /// The line in pieces that join to it again.
    List<Token> tokens(String line) {
        var tokens = new ArrayList<Token>();
        var match = pattern.matcher(line);
        int at = 0;
        while (match.find()) {
            plain(tokens, line.substring(at, match.start()));
            if (match.end() > match.start()) {
                tokens.add(new Token(kind(match), match.group()));
            }
            at = match.end();
        }
        plain(tokens, line.substring(at));
        return tokens;
    }

    private static void plain(List<Token> tokens, String text) {
        if (!text.isEmpty()) {
            tokens.add(new Token(Token.Kind.PLAIN, text));
        }
    }

    private static Token.Kind kind(Matcher match) {
        for (var kind : Token.Kind.values()) {
            if (kind != Token.Kind.PLAIN
                    && match.group(kind.name().toLowerCase(Locale.ROOT)) != null) {
                return kind;
            }
        }
        return Token.Kind.PLAIN;
    }
}
