package io.stagecraft.validate.features;

import io.stagecraft.model.Moment;
import io.stagecraft.model.Result;
import io.stagecraft.model.Stage;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Severity;

final class EntryConditionsFailOrSkip extends ResultsFit {
    EntryConditionsFailOrSkip() {
        super(
                new Info(
                        "SC612",
                        Severity.ERROR,
                        "Entry conditions fail or skip",
                        "Before a stage has run there is nothing to roll back or to try again.",
                        Guide.CONDITIONS),
                Moment.ENTRY,
                Result.SKIP);
    }

    @Override
    Stage failing(Stage stage) {
        return stage.withConditions(
                stage.beforeEntry().map(c -> Mends.with(c, Result.FAIL)),
                stage.onSuccess(),
                stage.onFailure());
    }
}
