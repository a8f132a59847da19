package io.stagecraft.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A piece of a text that a template has yet to fill in, `${…}`, or of the letters around.
///
/// `${AWS::Region}` and Terraform's `${data.aws_region.current.region}` are facts; any other name, `${Branch}`, `${Role.Arn}` or
/// `${var.branch}`, is a parameter that whoever deploys gives. `${!Branch}` and `$${Branch}` are the letters `${Branch}`, and so is
/// what is no name, such as `${aws:username}` of an IAM policy.
///
/// @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html">Fn::Sub</a>
/// @see <a href="https://developer.hashicorp.com/terraform/language/expressions/strings">Strings and templates</a>
public sealed interface Placeholder {
    /// Letters as AWS will see them.
    record Letters(String text) implements Placeholder {}

    /// What is known where the stack is.
    record Here(String written, Fact fact) implements Placeholder {}

    /// What is asked for.
    ///
    /// @param name letters and digits, as CloudFormation wants a parameter's name
    record Asked(String written, String name) implements Placeholder {}

    /// Which fact.
    enum Fact {
        PARTITION("AWS::Partition"),
        REGION("AWS::Region"),
        ACCOUNT("AWS::AccountId"),
        /// The end of host names, such as `amazonaws.com`.
        SUFFIX("AWS::URLSuffix"),
        STACK("AWS::StackName");

        private final String word;

        Fact(String word) {
            this.word = word;
        }

        /// CloudFormation's name for it, `AWS::Region`.
        public String word() {
            return word;
        }
    }

    /// The pieces of `text` in their order, letters together.
    static List<Placeholder> in(String text) {
        if (!text.contains("${")) {
            return List.of(new Letters(text));
        }
        var pieces = new ArrayList<Placeholder>();
        var letters = new StringBuilder();
        var holes = Holes.HOLE.matcher(text);
        int at = 0;
        while (holes.find()) {
            letters.append(text, at, holes.start());
            var piece = Holes.piece(holes.group(), holes.group(1));
            if (piece instanceof Letters(var more)) {
                letters.append(more);
            } else {
                flush(letters, pieces);
                pieces.add(piece);
            }
            at = holes.end();
        }
        letters.append(text.substring(at));
        flush(letters, pieces);
        return pieces;
    }

    /// The pieces of a command or a buildspec, where a `${…}` is the shell's: all but facts stay as written, `${!NAME}` and `$${NAME}`
    /// letter by letter.
    static List<Placeholder> inCommands(String text) {
        var pieces = new ArrayList<Placeholder>();
        var letters = new StringBuilder();
        var holes = Holes.HOLE.matcher(text);
        int at = 0;
        while (holes.find()) {
            letters.append(text, at, holes.start());
            var piece = Holes.piece(holes.group(), holes.group(1));
            if (piece instanceof Here) {
                flush(letters, pieces);
                pieces.add(piece);
            } else {
                letters.append(holes.group());
            }
            at = holes.end();
        }
        letters.append(text.substring(at));
        flush(letters, pieces);
        return pieces;
    }

    /// A command or a buildspec as a text among others, whose pieces are those of [#inCommands].
    static String ofCommands(String text) {
        return Holes.HOLE
                .matcher(text)
                .replaceAll(m ->
                        Matcher.quoteReplacement(
                                Holes.piece(m.group(), m.group(1)) instanceof Here
                                        ? m.group()
                                        : letters(m.group())));
    }

    private static void flush(StringBuilder letters, List<Placeholder> pieces) {
        if (!letters.isEmpty()) {
            pieces.add(new Letters(letters.toString()));
            letters.setLength(0);
        }
    }

    /// `text` with each piece in its place.
    static String fill(String text, Function<Placeholder, String> pieces) {
        return in(text).stream().map(pieces).collect(Collectors.joining());
    }

    /// `text` with an `x` for every letter of a placeholder, so that nobody takes the colons in it for those of an ARN.
    static String masked(String text) {
        return text.contains("${")
                ? Holes.HOLE.matcher(text).replaceAll(m -> "x".repeat(m.group().length()))
                : text;
    }

    /// `text` written so that all of it stays letters.
    static String letters(String text) {
        return text.replace("${", "${!");
    }

    /// `text` of a document that knows placeholders but no way to write their letters.
    static String unescaped(String text) {
        return Holes.ESCAPE.matcher(text).replaceAll("$0!");
    }

    /// Whether all of `text` stands for `fact`.
    static boolean is(String text, Fact fact) {
        return in(text) instanceof List<Placeholder> all
                && all.size() == 1
                && all.getFirst() instanceof Here(_, var here)
                && here == fact;
    }

    /// How placeholders are written.
    final class Holes {
        private static final Pattern HOLE = Pattern.compile("\\$?\\$\\{([^{}]*)}");
        private static final Pattern ESCAPE = Pattern.compile("\\$\\$\\{|\\$\\{!");
        private static final Pattern NAME =
                Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*(\\.[A-Za-z_][A-Za-z0-9_-]*)*");

        /// Terraform's, with the label that everybody gives them.
        private static final Map<String, Fact> FACTS =
                Map.of(
                        "data.aws_partition.current.partition", Fact.PARTITION,
                        "data.aws_partition.current.id", Fact.PARTITION,
                        "data.aws_partition.current.dns_suffix", Fact.SUFFIX,
                        "data.aws_region.current.region", Fact.REGION,
                        "data.aws_region.current.name", Fact.REGION,
                        "data.aws_region.current.id", Fact.REGION,
                        "data.aws_caller_identity.current.account_id", Fact.ACCOUNT,
                        "data.aws_caller_identity.current.id", Fact.ACCOUNT);

        private Holes() {}

        private static Placeholder piece(String written, String inside) {
            var doubled = written.startsWith("$$");
            if (inside.startsWith("!")) {
                return new Letters((doubled ? "$${" : "${") + inside.substring(1) + "}");
            }
            return doubled
                    ? new Letters(written.substring(1))
                    : known(written, inside.strip()).orElseGet(() -> new Letters(written));
        }

        private static Optional<Placeholder> known(String written, String name) {
            for (var fact : Fact.values()) {
                if (fact.word().equals(name) || FACTS.get(name) == fact) {
                    return Optional.of(new Here(written, fact));
                }
            }
            return NAME.matcher(name).matches()
                    ? Optional.of(parameter(name))
                            .filter(p -> !p.isEmpty())
                            .map(p -> new Asked(written, p))
                    : Optional.empty();
        }

        /// `var.branch_name` is `BranchName`; `branch` stays as it is.
        private static String parameter(String name) {
            if (name.matches("[A-Za-z][A-Za-z0-9]*")) {
                return name;
            }
            var pascal = new StringBuilder();
            for (var word : name.replaceFirst("^var\\.", "").split("[^A-Za-z0-9]+")) {
                if (!word.isEmpty()) {
                    pascal.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
                }
            }
            var digit = !pascal.isEmpty() && Character.isDigit(pascal.charAt(0));
            return digit ? "The" + pascal : pascal.toString();
        }
    }
}
