package io.stagecraft.ui.deploy;

import io.stagecraft.aws.AwsRefusal;
import io.stagecraft.aws.Deployments;
import io.stagecraft.blueprint.Blueprint;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Deployments that happen at once and are written down.
final class FakeDeployments implements Deployments {
    final List<String> calls = new ArrayList<>();
    @Nullable AwsRefusal refusal;
    boolean succeeds = true;
    List<Change> changes =
            List.of(new Change("orders", "Add", "Pipeline", "AWS::CodePipeline::Pipeline", false));
    List<Event> told =
            List.of(
                    new Event(
                            Instant.EPOCH,
                            "orders",
                            "Pipeline",
                            "AWS::CodePipeline::Pipeline",
                            "CREATE_COMPLETE",
                            ""));
    Runnable meanwhile = () -> {};

    /// What happens while it is carried out; it goes on after that.
    List<Runnable> carrying = List.of();

    @Override
    public Plan plan(Blueprint blueprint, Map<String, String> parameters) throws AwsRefusal {
        if (refusal != null) {
            throw refusal;
        }
        calls.add("plan " + parameters);
        meanwhile.run();
        return new Plan(blueprint, changes, List.of());
    }

    @Override
    public Outcome carryOut(Plan plan, Consumer<Event> events, BooleanSupplier cancelled) {
        calls.add("carry out");
        told.forEach(events);
        if (!carrying.isEmpty()) {
            carrying.forEach(Runnable::run);
            told.forEach(events);
        }
        return new Outcome(succeeds, succeeds ? "" : "Role is missing", Map.of());
    }

    @Override
    public void discard(Plan plan) {
        calls.add("discard");
    }

    @Override
    public Outcome remove(Blueprint blueprint, Consumer<Event> events) {
        calls.add("remove");
        return new Outcome(true, "", Map.of());
    }
}
