package io.stagecraft.validate;

import io.stagecraft.model.Action;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.Moment;
import io.stagecraft.model.Stage;
import io.stagecraft.model.StageId;

import java.util.Optional;

/// The thing a problem is about: where a click on it leads.
public sealed interface About {
    /// The pipeline as a whole.
    record Pipeline() implements About {}

    /// A part of the pipeline's settings: `name`, `mode`, `variables`, `triggers`, `stores`, `environments`, `companions`.
    record PipelinePart(String part, String name) implements About {}

    record InStage(StageId stage) implements About {}

    /// A condition of a stage as a whole.
    record InGate(StageId stage, Moment moment) implements About {}

    /// One field of a rule in a condition: a setting's key, or one of `name`, `provider`, `inputs`, `commands`, `region`, `role`, `timeout`.
    ///
    /// @param rule the rule's place in its condition, from 0
    record InGateRule(StageId stage, Moment moment, int rule, String field) implements About {}

    record InAction(ActionId action) implements About {}

    /// One field of an action: a setting's key, or one of `name`, `runOrder`, `inputs`, `outputs`, `namespace`, `environment`, `role`, `commands`.
    record Field(ActionId action, String field) implements About {}

    /// The one value of [Pipeline].
    About PIPELINE = new Pipeline();

    static About of(Stage stage) {
        return new InStage(stage.id());
    }

    static About of(Action action) {
        return new InAction(action.id());
    }

    static About of(Action action, String field) {
        return new Field(action.id(), field);
    }

    static About of(Drawing.Gate gate) {
        return new InGate(gate.stage().id(), gate.moment());
    }

    static About of(Drawing.GateRule rule, String field) {
        return new InGateRule(rule.gate().stage().id(), rule.gate().moment(), rule.at(), field);
    }

    static About of(String part, String name) {
        return new PipelinePart(part, name);
    }

    /// The action it leads to, if it leads to one.
    static Optional<ActionId> ofAction(About about) {
        return switch (about) {
            case InAction(var action) -> Optional.of(action);
            case Field(var action, _) -> Optional.of(action);
            case Pipeline _, PipelinePart _, InStage _, InGate _, InGateRule _ -> Optional.empty();
        };
    }

    /// The action it leads to.
    ///
    /// @throws IllegalArgumentException where it leads to none: a [LocalRule] speaks of actions alone
    static ActionId action(About about) {
        return ofAction(about)
                .orElseThrow(() -> new IllegalArgumentException(about + " is about no action"));
    }
}
