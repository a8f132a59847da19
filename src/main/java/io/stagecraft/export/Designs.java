package io.stagecraft.export;

import io.stagecraft.blueprint.Blueprint;
import io.stagecraft.blueprint.Resource;
import io.stagecraft.model.Condition;
import io.stagecraft.model.ConditionRule;
import io.stagecraft.model.Design;
import io.stagecraft.model.OnFailure;

import java.util.Optional;
import java.util.stream.Stream;

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

    /// The rules of all conditions, in drawn order.
    static Stream<ConditionRule> rules(Design design) {
        return design.stages().stream()
                .flatMap(stage ->
                        Stream.of(
                                stage.beforeEntry(),
                                stage.onSuccess(),
                                stage.onFailure().flatMap(OnFailure::condition)))
                .flatMap(Optional::stream)
                .map(Condition::rules)
                .flatMap(java.util.List::stream);
    }
}
