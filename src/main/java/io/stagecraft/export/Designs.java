package io.stagecraft.export;

import io.stagecraft.blueprint.Blueprint;
import io.stagecraft.blueprint.Resource;
import io.stagecraft.model.Design;

final class Designs {
    private Designs() {}

    static Resource.Pipeline pipeline(Blueprint blueprint) {
        return blueprint.stacks().stream()
                .flatMap(stack -> stack.resources().stream())
                .filter(Resource.Pipeline.class::isInstance)
                .map(Resource.Pipeline.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a blueprint holds a pipeline"));
    }

    static Design of(Blueprint blueprint) {
        return pipeline(blueprint).design();
    }
}
