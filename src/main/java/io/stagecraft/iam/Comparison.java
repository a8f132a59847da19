package io.stagecraft.iam;

import java.util.List;
import java.util.Optional;

/// A role that is there, held against what a design needs of it.
///
/// @param missing what the role would be refused
/// @param open what cannot be told from the policies alone
/// @param wide what the role may do and nothing here needs
public record Comparison(List<Missing> missing, List<Open> open, List<Wide> wide) {
    public Comparison {
        missing = List.copyOf(missing);
        open = List.copyOf(open);
        wide = List.copyOf(wide);
    }

    /// Policies as somebody wrote them.
    ///
    /// @param name as a person would look for it
    public record Given(String name, PolicyDocument document) {}

    /// Calls that would be refused.
    ///
    /// @param needed the statement that a synthesised role would have
    /// @param resource as needed, with `*` where the need has it
    /// @param why who refuses, in words
    /// @param reasons who needs these calls on this resource
    public record Missing(
            Statement needed,
            List<String> actions,
            String resource,
            String why,
            List<Statement.Reason> reasons) {
        public Missing {
            actions = List.copyOf(actions);
            reasons = List.copyOf(reasons);
        }
    }

    /// Calls of which the policies do not say enough.
    ///
    /// @param on what it depends, in words
    /// @param reasons who needs these calls on this resource
    public record Open(
            Statement needed,
            List<String> actions,
            String resource,
            String on,
            List<Statement.Reason> reasons) {
        public Open {
            actions = List.copyOf(actions);
            reasons = List.copyOf(reasons);
        }
    }

    /// One way in which one statement allows more than is needed.
    ///
    /// @param policy the policy's name
    /// @param statement its Sid, or `statement 2`
    /// @param what the patterns that are too wide
    /// @param instead what would do; empty where nothing is needed of it
    public record Wide(
            Excess excess,
            String policy,
            String statement,
            List<String> what,
            List<String> instead) {
        public Wide {
            what = List.copyOf(what);
            instead = List.copyOf(instead);
        }
    }

    /// In which way.
    public enum Excess {
        /// Nothing here makes these calls.
        UNNEEDED_ACTIONS("allows what nothing here needs", ""),
        /// A pattern takes in calls that nobody makes.
        WIDE_ACTIONS("allows more actions than are needed", "enough:"),
        /// A pattern takes in things that nobody touches.
        WIDE_RESOURCES("allows more resources than are needed", "enough:"),
        /// `NotAction` or `NotResource` allows all but what it names, and so what AWS will think of next year.
        ALL_BUT("allows everything but what it names", "enough:"),
        /// What should hold the permission to a service or an account is not there.
        NO_CONDITION("lacks a condition that narrows it", "enough with:");

        private final String words;
        private final String instead;

        Excess(String words, String instead) {
            this.words = words;
            this.instead = instead;
        }

        /// For a sentence that begins with the statement's name.
        public String words() {
            return words;
        }

        /// What leads to [Wide#instead].
        public String instead() {
            return instead;
        }
    }

    /// Where the role works, and when.
    ///
    /// @param now ISO 8601, for conditions on the date
    public record Setting(String partition, String region, String account, String now) {}

    /// What a text comes to where the role works.
    @FunctionalInterface
    public interface Known {
        /// The text with what is known in its places, or a made-up name for what only a deployment will know.
        String of(Text text);
    }

    /// Whether the role has all it needs, as far as can be told.
    public boolean isEnough() {
        return missing.isEmpty();
    }

    /// Holds the policies `given` against the statements `needed`.
    public static Comparison of(
            List<Statement> needed,
            List<Given> given,
            Optional<PolicyDocument> boundary,
            Setting setting,
            Known known) {
        var wants =
                Redundancy.without(needed).stream().map(s -> Want.of(s, setting, known)).toList();
        var shortfall = new Shortfall(given, boundary);
        wants.forEach(shortfall::check);
        return new Comparison(shortfall.missing(), shortfall.open(), new Surplus(wants).of(given));
    }
}
