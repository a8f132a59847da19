package io.stagecraft.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// Members of an imported document that the model has no word for: kept as they came and written back, so an import loses nothing.
///
/// @param members the way to a member and its value as JSON text, in the order read. The way is a JSON Pointer (RFC 6901) without
///   its first slash: `blockers`, or `outputArtifacts/0/zip` for what stands deeper than the model keeps anything beside.
///   What begins with a slash belongs to whoever read the design and is no member of AWS's.
public record Extras(SequencedMap<String, String> members) {
    /// Nothing unknown came with it.
    public static final Extras NONE = new Extras(new LinkedHashMap<>());

    /// Under this name a design keeps what stood beside the pipeline in the file that it was imported from: a JSON object of
    /// values by the way to each.
    public static final String BESIDE = "/import";

    public Extras {
        members = Ordered.copy(members);
    }

    /// A member's name as one step of the way.
    public static String step(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /// The names and indexes on the way to a member.
    public static List<String> steps(String way) {
        return Stream.of(way.split("/", -1))
                .map(step -> step.replace("~1", "/").replace("~0", "~"))
                .toList();
    }

    public Extras without(String way) {
        return new Extras(Ordered.without(members, way));
    }

    /// AWS's own members: all but what begins with a slash.
    public SequencedMap<String, String> foreign() {
        var foreign = new LinkedHashMap<>(members);
        foreign.keySet().removeIf(name -> name.startsWith("/"));
        return foreign;
    }
}
