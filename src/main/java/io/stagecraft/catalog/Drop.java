package io.stagecraft.catalog;

import io.stagecraft.model.Ordered;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// How a new action of a type arrives: as an expert would have named and set it.
///
/// @param name such as "Build"; numbered when taken
/// @param namespace such as `BuildVariables`, or none
/// @param settings with sane defaults, in which `{pipeline}` stands for the pipeline's name and `{input}` for the first artifact it
///     takes; a setting whose `{input}` is nowhere to be had is left out. Companions are not among them: whoever drops an action makes
///     one for each field with a [FieldSpec.CompanionUse] that is required, see [CompanionKind]
/// @param inputs how many artifacts it takes from those before it
/// @param outputs names of the artifacts it makes; numbered when taken
/// @param commands of a Commands action
public record Drop(
        String name,
        Optional<String> namespace,
        SequencedMap<String, String> settings,
        int inputs,
        List<String> outputs,
        List<String> commands) {
    public Drop {
        settings = Ordered.copy(settings);
        outputs = List.copyOf(outputs);
        commands = List.copyOf(commands);
    }
}
