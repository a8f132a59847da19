package io.stagecraft.edit;

import io.stagecraft.model.Action;
import io.stagecraft.model.ArtifactFlow;
import io.stagecraft.model.Category;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The artifacts that an action could read, likeliest first: what builds and tests work on is the source,
/// what is deployed is the latest build.
final class Suppliers {
    private Suppliers() {}

    static List<String> of(ArtifactFlow flow, Action action) {
        var latest =
                Comparator.<String>comparingInt(a -> maker(flow, a).stage())
                        .thenComparingInt(a -> maker(flow, a).action().runOrder())
                        .reversed();
        var first = Comparator.<String>comparingInt(a -> rank(action, maker(flow, a).action()));
        var sources = flow.availableTo(action.id()).stream().filter(a -> isSource(flow, a));
        var others = flow.availableTo(action.id()).stream().filter(a -> !isSource(flow, a));
        return Stream.concat(sources, others.sorted(latest)).sorted(first).toList();
    }

    private static int rank(Action consumer, Action producer) {
        return switch (consumer.type().category()) {
            case SOURCE, BUILD, TEST, COMPUTE, APPROVAL -> producer.type().isSource() ? 0 : 1;
            case DEPLOY, INVOKE ->
                    switch (producer.type().category()) {
                        case BUILD, COMPUTE -> 0;
                        case SOURCE -> 1;
                        case TEST, APPROVAL, DEPLOY, INVOKE -> 2;
                    };
        };
    }

    private static boolean isSource(ArtifactFlow flow, String artifact) {
        return maker(flow, artifact).action().type().category() == Category.SOURCE;
    }

    private static ArtifactFlow.Place maker(ArtifactFlow flow, String artifact) {
        return flow.producersOf(artifact).getFirst();
    }
}
