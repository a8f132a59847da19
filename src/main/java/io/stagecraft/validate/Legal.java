package io.stagecraft.validate;

import java.util.Set;

/// The shapes of names that AWS takes, and the nearest legal name to one that it does not.
///
/// @param allowed the characters, as the inside of a character class
/// @param longest the greatest length
/// @see <a href="https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_Types.html">Data types</a>
public record Legal(String allowed, int longest, String words) {
    /// Pipelines, stages, actions, rules.
    public static final Legal NAME = new Legal("A-Za-z0-9.@_-", 100, "letters, digits and . @ _ -");

    public static final Legal ARTIFACT = new Legal("A-Za-z0-9_-", 100, "letters, digits and _ -");
    public static final Legal NAMESPACE =
            new Legal("A-Za-z0-9@_-", 100, "letters, digits and @ _ -");
    public static final Legal VARIABLE =
            new Legal("A-Za-z0-9@_-", 128, "letters, digits and @ _ -");
    public static final Legal REASON =
            new Legal("a-zA-Z0-9!@ ().*?-", 300, "letters, digits, spaces and ! @ ( ) . * ? -");

    public boolean allows(String name) {
        return name.length() <= longest && name.matches("[" + allowed + "]+");
    }

    /// A legal name near this one, which `taken` does not hold.
    public String mended(String name, String otherwise, Set<String> taken) {
        var legal = name.strip().replaceAll("[^" + allowed + "]+", "-");
        legal = legal.isEmpty() || legal.equals("-") ? otherwise : legal;
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
