package io.stagecraft.ui.canvas;

import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.model.Action;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.ArtifactFlow;
import io.stagecraft.model.Design;

import java.util.List;
import java.util.Optional;

/// Whether an action can take an artifact, and if not, why not.
final class WireRules {
    private final Design design;
    private final ActionCatalog catalog;
    private final ArtifactFlow flow;

    WireRules(Design design, ActionCatalog catalog) {
        this.design = design;
        this.catalog = catalog;
        flow = ArtifactFlow.of(design);
    }

    /// Why `consumer` cannot take `artifact`, in a sentence; nothing where it can.
    Optional<String> whyNot(String artifact, ActionId consumer) {
        var found = design.action(consumer);
        if (found.isEmpty()) {
            return Optional.of("That action is gone.");
        }
        var action = found.get();
        if (action.outputNames().contains(artifact)) {
            return Optional.of(action.name() + " makes " + artifact + " itself.");
        }
        if (action.inputs().contains(artifact)) {
            return Optional.of(action.name() + " already reads " + artifact + ".");
        }
        var bounds = catalog.find(action.type()).map(ActionSpec::inputs);
        var provider =
                catalog.find(action.type()).map(ActionSpec::title).orElse(action.type().provider());
        int most = bounds.map(b -> b.max()).orElse(action.type().isSource() ? 0 : 5);
        if (most == 0) {
            return Optional.of(provider + " takes no input artifact.");
        }
        if (action.inputs().size() >= most) {
            return Optional.of(
                    provider
                            + " takes at most "
                            + most
                            + (most == 1 ? " input artifact." : " input artifacts."));
        }
        return early(artifact, action);
    }

    private Optional<String> early(String artifact, Action action) {
        var makers = flow.producersOf(artifact);
        if (makers.isEmpty()) {
            return Optional.of("Nobody makes " + artifact + ".");
        }
        if (makers.stream().anyMatch(m -> flow.isBefore(m.action().id(), action.id()))) {
            return Optional.empty();
        }
        return Optional.of(
                makers.getFirst().action().name()
                        + " makes "
                        + artifact
                        + " only when "
                        + action.name()
                        + " has started: move it to a later row or stage.");
    }

    /// What `consumer` could take, in the order it is made.
    List<String> offers(ActionId consumer) {
        return flow.artifacts().stream().filter(a -> whyNot(a, consumer).isEmpty()).toList();
    }
}
