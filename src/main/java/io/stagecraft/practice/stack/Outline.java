package io.stagecraft.practice.stack;

import static io.stagecraft.practice.stack.Trees.map;
import static io.stagecraft.practice.stack.Trees.text;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.cloudformation.model.Output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// What the plan of a stack comes to: which resources, in which order, and what is said of them.
///
/// @param exports what other stacks of the region export; null for what nobody exports
record Outline(ResourceTypes types, Function<String, @Nullable String> exports) {
    /// The functions of a plan, with the resources that are there.
    Functions functions(Stack stack, Stack.Plan plan) {
        return new Surroundings(stack, plan, types, exports, false).functions();
    }

    /// For each resource of the plan, in the template's order, those it waits for.
    Map<String, Set<String>> order(Stack stack, Stack.Plan plan) {
        var functions = new Surroundings(stack, plan, types, exports, true).functions();
        var order = new LinkedHashMap<String, Set<String>>();
        for (var resource : plan.template().resources()) {
            if (resource.condition().map(functions::holds).orElse(true)) {
                order.put(resource.key(), plan.template().before(resource));
            }
        }
        order.values().forEach(on -> on.retainAll(order.keySet()));
        return order;
    }

    /// What would be there: for each resource of the plan its type and what its properties come to, others only named.
    Map<String, Map<String, Object>> resources(Stack stack, Stack.Plan plan) {
        var functions = new Surroundings(stack, plan, types, exports, true).functions();
        var outline = new LinkedHashMap<String, Map<String, Object>>();
        for (var resource : plan.template().resources()) {
            if (resource.condition().map(functions::holds).orElse(true)) {
                var body = new LinkedHashMap<String, Object>();
                body.put("Type", resource.type());
                body.put("Properties", functions.value(resource.properties()));
                body.put("Metadata", functions.value(map(resource.body().get("Metadata"))));
                outline.put(resource.key(), body);
            }
        }
        return outline;
    }

    /// What the outputs would come to, others only named.
    Map<String, Object> ofOutputs(Stack stack, Stack.Plan plan) {
        return map(
                new Surroundings(stack, plan, types, exports, true)
                        .functions()
                        .value(withoutUntrue(stack, plan)));
    }

    /// What the outputs come to, with the resources that are there.
    List<Output> outputs(Stack stack, Stack.Plan plan) {
        var functions = functions(stack, plan);
        var outputs = new ArrayList<Output>();
        withoutUntrue(stack, plan)
                .forEach((key, o) -> {
                    var output = map(functions.value(o));
                    outputs.add(
                            Output.builder()
                                    .outputKey(key)
                                    .outputValue(text(output.get("Value")))
                                    .description(Wording.orNull(text(output.get("Description"))))
                                    .exportName(
                                            Wording.orNull(
                                                    text(map(output.get("Export")).get("Name"))))
                                    .build());
                });
        return outputs;
    }

    private Map<String, Object> withoutUntrue(Stack stack, Stack.Plan plan) {
        var functions = new Surroundings(stack, plan, types, exports, true).functions();
        var outputs = plan.template().section("Outputs");
        outputs.values()
                .removeIf(o ->
                        map(o).get("Condition") instanceof String condition
                                && !functions.holds(condition));
        outputs.replaceAll((_, o) -> {
            var output = map(o);
            output.remove("Condition");
            return output;
        });
        return outputs;
    }
}
