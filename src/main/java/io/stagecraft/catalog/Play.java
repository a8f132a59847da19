package io.stagecraft.catalog;

import io.stagecraft.model.Ordered;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// How the Practice account plays an action or a rule of a type.
///
/// In texts may stand `{id}`, `{digest}` for the SHA-256 of what was made, `{time}`, a setting's key in braces, and `{partition}`, `{region}`, `{account}`.
///
/// @param part what it takes part in: nearly all only take time; a few change what the account holds, or wait for somebody
/// @param minSeconds the shortest it takes when all goes well
/// @param maxSeconds the longest it takes when all goes well
/// @param variables output variables and a sample value each
/// @param log the lines it writes, in order
/// @param summary what its result says
/// @param reads which setting says what a part has to know
/// @param targets what has to be in the account for it to work on
public record Play(
        Part part,
        int minSeconds,
        int maxSeconds,
        SequencedMap<String, String> variables,
        List<String> log,
        Optional<String> summary,
        SequencedMap<Word, String> reads,
        List<Target> targets) {
    public Play {
        variables = Ordered.copy(variables);
        log = List.copyOf(log);
        reads = Ordered.copy(reads);
        targets = List.copyOf(targets);
    }

    /// The key of the setting that says `word`.
    public Optional<String> key(Word word) {
        return Optional.ofNullable(reads.get(word));
    }

    /// What an action does to the account it is played in, or how a rule comes to its answer.
    public enum Part {
        /// Takes its time, then succeeds.
        TAKES_TIME,
        /// Brings a new revision into the pipeline.
        BRINGS_REVISION,
        /// Brings a new image into the pipeline: its revision is the image's digest.
        BRINGS_IMAGE,
        /// Waits for a person.
        WAITS_FOR_APPROVAL,
        /// Waits for a worker that asks for jobs.
        WAITS_FOR_WORKER,
        /// Creates, updates or deletes a stack, or makes or executes a change set.
        WORKS_ON_STACK(Word.STACK, Word.MODE, Word.CHANGE_SET, Word.ROLE, Word.CAPABILITIES),
        /// Starts a build of its first target.
        RUNS_BUILD,
        /// Starts another pipeline.
        STARTS_PIPELINE(Word.PIPELINE),
        /// Holds when a variable compares as said; for rules.
        COMPARES(Word.VARIABLE, Word.OPERATOR, Word.VALUE),
        /// Holds while the clock is inside a window; for rules.
        KEEPS_WINDOW(Word.WINDOW, Word.ZONE),
        /// Holds as its first target, an alarm, stands in time; for rules.
        WATCHES_ALARM(Word.STATES, Word.WAIT);

        private final List<Word> words;

        Part(Word... words) {
            this.words = List.of(words);
        }

        /// What it has to be told.
        public List<Word> words() {
            return words;
        }

        /// Whether only a rule of a stage condition can be like this.
        public boolean isForRules() {
            return this == COMPARES || this == KEEPS_WINDOW || this == WATCHES_ALARM;
        }
    }

    /// What a setting says to a [Part].
    public enum Word {
        STACK,
        MODE,
        CHANGE_SET,
        ROLE,
        CAPABILITIES,
        /// A JSON object of parameter values.
        PARAMETERS,
        /// `Artifact::path`.
        TEMPLATE,
        PIPELINE,
        VARIABLE,
        OPERATOR,
        VALUE,
        /// A Quartz cron expression.
        WINDOW,
        ZONE,
        /// With commas between; without any, all but `ALARM`, and after a failure only that.
        STATES,
        /// In minutes.
        WAIT
    }

    /// What comes of work that ends only when what it works on says so, and that may not say so.
    ///
    /// @param call that it has to be allowed under its own role
    /// @param minutes that are waited for it
    /// @param says what is said then
    public record Silence(String call, int minutes, String says) {}

    /// Something that has to be there before the work can begin. Where the setting that names it is not given, nothing has to.
    ///
    /// @param type CloudFormation's, such as `AWS::Lambda::Function`
    /// @param or other types that will do as well, such as one under its service's former name
    /// @param named its name or ARN
    /// @param with properties of the thing, by CloudFormation's name, and what each has to be: a name, or the ARN that ends in it
    /// @param role the property that holds the role it works under
    /// @param roles properties that hold other roles it works under, inner ones after a dot, such as `BuildBatchConfig.ServiceRole`
    /// @param missing what its service says where it is not
    /// @param ready attributes that the thing has to have, by CloudFormation's name, to be of use
    /// @param unready what is said where it is there and has not
    /// @param silence what comes of it where it may not report how it went
    /// @param verified whether a source confirms those words
    public record Target(
            String type,
            List<String> or,
            String named,
            SequencedMap<String, String> with,
            Optional<String> role,
            SequencedMap<Principal, String> roles,
            String missing,
            SequencedMap<String, String> ready,
            Optional<String> unready,
            Optional<Silence> silence,
            boolean verified) {
        public Target {
            or = List.copyOf(or);
            with = Ordered.copy(with);
            roles = Ordered.copy(roles);
            ready = Ordered.copy(ready);
        }
    }
}
