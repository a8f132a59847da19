package io.stagecraft.catalog;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What else is known of an action type: what only rules and the catalogue's page speak of, and nobody who exports or runs it.
///
/// @param checks settings that do not go together
/// @param reference in which circumstance its artifacts are no archives but references that only builds can follow; empty for never
/// @param writes the files in its artifacts, where they are always the same ones; empty for whatever there is
/// @param reads files that it looks for in its first input, as patterns like those of [PermissionSpec]
/// @param artifactMegabytes the largest artifact it takes, where AWS sets a limit
/// @param once the setting that no two actions of a pipeline may have in common
/// @param alone the settings that say what it changes, where no two can change it at once; empty where they can
/// @param handovers what it makes for, or takes from, another action beside artifacts
/// @param scans whether it looks for known weaknesses
/// @param undoes whether what it deploys goes back by itself when it fails
/// @param cost what it costs beyond the pipeline's own minutes
/// @param notIn regions that do not offer it, on the day it was checked; empty where nothing is known
/// @param onlyIn the only regions that offer it; empty where nothing is known
/// @param unverified what of the entry no primary source confirms
public record Traits(
        List<Check> checks,
        Optional<When> reference,
        List<String> writes,
        List<String> reads,
        Optional<Integer> artifactMegabytes,
        Optional<String> once,
        List<String> alone,
        List<Handover> handovers,
        boolean scans,
        boolean undoes,
        Optional<String> cost,
        Set<String> notIn,
        Set<String> onlyIn,
        Set<Fact> unverified) {
    /// Nothing more is known.
    public static final Traits NONE =
            new Traits(
                    List.of(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    false,
                    false,
                    Optional.empty(),
                    Set.of(),
                    Set.of(),
                    Set.of());

    public Traits {
        checks = List.copyOf(checks);
        writes = List.copyOf(writes);
        reads = List.copyOf(reads);
        alone = List.copyOf(alone);
        handovers = List.copyOf(handovers);
        notIn = Set.copyOf(notIn);
        onlyIn = Set.copyOf(onlyIn);
        unverified = Set.copyOf(unverified);
    }

    /// Whether `region` is known not to offer it.
    public boolean isMissingIn(String region) {
        return notIn.contains(region) || !onlyIn.isEmpty() && !onlyIn.contains(region);
    }

    /// A circumstance in which the settings do not go together.
    ///
    /// @param field the setting to look at first
    /// @param says what is wrong, a clause that follows the setting's name, without a full stop
    /// @param refused whether AWS refuses it, rather than let it fail or ignore it
    public record Check(When when, String field, String says, boolean refused) {}

    /// Something named by settings that one action makes and a later one takes, such as a change set.
    ///
    /// @param thing what people call it
    /// @param keys the settings that name it
    /// @param made whether the action makes it, or else takes it
    public record Handover(String thing, List<String> keys, boolean made, When when) {
        public Handover {
            keys = List.copyOf(keys);
        }
    }

    /// A part of an entry.
    public enum Fact {
        PIPELINE_TYPES,
        TIMEOUT
    }
}
