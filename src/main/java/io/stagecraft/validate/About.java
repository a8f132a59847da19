package io.stagecraft.validate;

import io.stagecraft.model.ActionId;
import io.stagecraft.model.StageId;

/// The thing a problem is about: where a click on it leads.
public sealed interface About {
    /// The pipeline as a whole.
    record Pipeline() implements About {}

    /// A part of the pipeline's settings: `name`, `mode`, `variables`, `triggers`, `stores`, `environments`, `companions`.
    record PipelinePart(String part, String name) implements About {}

    record InStage(StageId stage) implements About {}

    record InAction(ActionId action) implements About {}

    /// One field of an action: a setting's key, or one of `name`, `runOrder`, `inputs`, `outputs`, `namespace`, `environment`, `role`, `commands`.
    record Field(ActionId action, String field) implements About {}

    /// The one value of [Pipeline].
    About PIPELINE = new Pipeline();
}
