package io.stagecraft.validate.features;

import io.stagecraft.model.Moment;
import io.stagecraft.model.Result;
import io.stagecraft.model.Stage;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Severity;

final class SuccessConditionsFailOrRollBack extends ResultsFit {
    SuccessConditionsFailOrRollBack() {
        super(
                new Info(
                        "SC614",
                        Severity.ERROR,
                        "Success conditions fail or roll back",
                        "After its actions have run, a stage can no longer be skipped.",
                        Guide.CONDITIONS),
                Moment.SUCCESS,
                Result.ROLLBACK);
    }

    @Override
    Stage failing(Stage stage) {
        return stage.withConditions(
                stage.beforeEntry(),
                stage.onSuccess().map(c -> Mends.with(c, Result.FAIL)),
                stage.onFailure());
    }
}
