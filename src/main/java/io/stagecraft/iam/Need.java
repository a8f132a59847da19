package io.stagecraft.iam;

import io.stagecraft.catalog.Principal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// That somebody must be able to do something, on what, and why.
///
/// @param sid letters and digits, such as `ReadArtifacts`
/// @param resources ARNs, or `*` alone where the service knows no resource for the call
/// @param conditions as narrow as a policy may be and still allow it
/// @param why a few words, such as "starts and follows the build"
/// @param unscoped why the resource is `*`, where it is
public record Need(
        Principal who,
        String sid,
        List<String> actions,
        List<Text> resources,
        List<Statement.Clause> conditions,
        String why,
        Optional<String> unscoped) {
    private static final String SAMPLE = "sample";

    public Need {
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
        conditions = List.copyOf(conditions);
    }

    /// The calls behind it, an example for each action and resource: what a pattern leaves open is filled with a sample.
    public List<Call> calls() {
        var context = context();
        return actions.stream()
                .flatMap(action ->
                        resources.stream().map(on -> new Call(action, concrete(on), context)))
                .toList();
    }

    private static String concrete(Text resource) {
        var shown = resource.shown();
        return shown.equals("*") ? shown : shown.replace("*", SAMPLE);
    }

    private Map<String, List<String>> context() {
        var context = new LinkedHashMap<String, List<String>>();
        for (var clause : conditions) {
            var values = Stream.of(clause.values().getFirst()).map(Need::concrete).toList();
            context.put(clause.key(), values);
        }
        return context;
    }
}
