package io.stagecraft.validate;

import io.stagecraft.edit.Letters;
import io.stagecraft.model.Literal;

import java.util.Set;
import java.util.regex.Pattern;

/// The shapes of names that AWS takes, and the nearest legal name to one that it does not.
///
/// @param form what the whole name matches
/// @param others what has to go
/// @param longest the greatest length
/// @param words the characters, as messages say it
/// @see <a href="https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_Types.html">Data types</a>
public record Legal(Pattern form, Pattern others, int longest, String words) {
    /// Pipelines, stages, actions, rules.
    public static final Legal NAME = of("A-Za-z0-9.@_-", 100, "letters, digits and . @ _ -");

    public static final Legal ARTIFACT = of("A-Za-z0-9_-", 100, "letters, digits and _ -");
    public static final Legal NAMESPACE = of("A-Za-z0-9@_-", 100, "letters, digits and @ _ -");
    public static final Legal VARIABLE = of("A-Za-z0-9@_-", 128, "letters, digits and @ _ -");
    public static final Legal REASON =
            of("a-zA-Z0-9!@ ().*?-", 300, "letters, digits, spaces and ! @ ( ) . * ? -");

    private static Legal of(String allowed, int longest, String words) {
        return new Legal(
                Pattern.compile("[" + allowed + "]+"),
                Pattern.compile("[^" + allowed + "]+"),
                longest,
                words);
    }

    /// What a template has yet to fill in can be anything, and is allowed.
    public boolean allows(String name) {
        return name.length() <= longest && form.matcher(name).matches() || Literal.isTemplate(name);
    }

    /// A legal name near this one, which `taken` does not hold.
    public String mended(String name, String otherwise, Set<String> taken) {
        var said = name.strip();
        var legal = form.matcher(said).matches() ? said : Letters.name(said, others);
        legal = legal.isEmpty() ? otherwise : legal;
        legal = legal.substring(0, Math.min(legal.length(), longest));
        var free = legal;
        for (int n = 2; taken.contains(free); n++) {
            var end = "-" + n;
            free = legal.substring(0, Math.min(legal.length(), longest - end.length())) + end;
        }
        return free;
    }

    /// What is wrong with a name that is not allowed.
    public String complaint(String what, String name) {
        return name.isEmpty()
                ? what + " has no name."
                : name.length() > longest
                        ? what
                                + " \""
                                + name.substring(0, 30)
                                + "…\" is longer than "
                                + longest
                                + " characters."
                        : what + " \"" + name + "\" has other characters than " + words + ".";
    }
}
