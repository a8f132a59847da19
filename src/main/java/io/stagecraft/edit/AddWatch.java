package io.stagecraft.edit;

import io.stagecraft.model.Companion;
import io.stagecraft.model.Design;
import io.stagecraft.model.Origin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Brings a watch along that says how the pipeline is doing, without subscriptions until somebody adds one.
public record AddWatch() implements Edit {
    @Override
    public String title() {
        return "Add a watch";
    }

    @Override
    public Design apply(Design before) {
        var taken = before.companions().stream().map(Companion::name).collect(Collectors.toSet());
        var name = Names.free(Companions.prefix(before) + "-watch", taken);
        var companions = new ArrayList<>(before.companions());
        companions.add(new Companion.Watch(name, Origin.CREATE, Optional.empty(), List.of(), 0));
        return before.withCompanions(companions);
    }
}
