package io.stagecraft.validate.advice;

import io.stagecraft.edit.AddWatch;
import io.stagecraft.model.Companion;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class FailuresAreTold implements Rule {
    private static final Info INFO =
            new Info(
                    "SC914",
                    Severity.HINT,
                    "Somebody hears of failures",
                    "A pipeline fails quietly: until somebody looks, every later change waits behind the failure. Add a watch: a topic that hears of every failure, alarms and a dashboard. Where a rule of the account tells the team already, switch this off with its name as the reason.",
                    "https://docs.aws.amazon.com/codepipeline/latest/userguide/notification-rule-create.html");

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        var design = drawing.design();
        if (design.companions().stream().anyMatch(Companion.Watch.class::isInstance)) {
            return Stream.empty();
        }
        return Production.first(drawing, _ -> true)
                .map(_ ->
                        INFO.at(
                                About.PIPELINE,
                                "Nothing in the design tells anybody when the way to production fails.",
                                new Fix("Add a watch", new AddWatch())));
    }
}
