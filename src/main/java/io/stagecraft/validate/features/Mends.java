package io.stagecraft.validate.features;

import io.stagecraft.edit.ChangeDesign;
import io.stagecraft.edit.ChangeStage;
import io.stagecraft.model.Condition;
import io.stagecraft.model.PipelineType;
import io.stagecraft.model.Result;
import io.stagecraft.model.Stage;
import io.stagecraft.model.Trigger;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// Mends that several rules share.
final class Mends {
    static final Fix V2 =
            new Fix(
                    "Make it V2",
                    new ChangeDesign(
                            "Change pipeline type to V2", d -> d.withType(PipelineType.V2)));

    private Mends() {}

    static Fix removeTrigger(Trigger trigger) {
        return new Fix(
                "Remove the trigger",
                new ChangeDesign(
                        "Remove trigger of " + trigger.source(),
                        d -> d.withTriggers(without(d.triggers(), trigger))));
    }

    /// Of several that are the same to the letter the first ones stay.
    private static List<Trigger> without(List<Trigger> triggers, Trigger trigger) {
        int at = triggers.lastIndexOf(trigger);
        return IntStream.range(0, triggers.size())
                .filter(i -> i != at)
                .mapToObj(triggers::get)
                .toList();
    }

    /// A trigger is known by what it says, for a design that was read anew holds others that say the same.
    static Fix change(Trigger trigger, String label, String title, UnaryOperator<Trigger> change) {
        return new Fix(
                label,
                new ChangeDesign(
                        title,
                        d ->
                                d.withTriggers(
                                        d.triggers().stream()
                                                .map(t -> t.equals(trigger) ? change.apply(t) : t)
                                                .toList())));
    }

    static Fix change(Stage stage, String label, String title, UnaryOperator<Stage> change) {
        return new Fix(label, new ChangeStage(stage.id(), title + " of " + stage.name(), change));
    }

    static Condition with(Condition condition, Result result) {
        return new Condition(Optional.of(result), condition.rules(), condition.extras());
    }

    static boolean isV1(Drawing drawing) {
        return drawing.design().type() == PipelineType.V1;
    }
}
