package io.stagecraft.validate.settings;

import io.stagecraft.model.Companion;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.List;
import java.util.stream.Stream;

final class LogsAreKeptForAKnownTime implements Rule {
    private static final Info INFO =
            new Info(
                    "SC427",
                    Severity.ERROR,
                    "Logs are kept for a time that CloudWatch knows",
                    "CloudWatch Logs takes certain numbers of days and refuses all others.",
                    "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html");

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.made(Companion.BuildProject.class).flatMap(LogsAreKeptForAKnownTime::of);
    }

    private static final List<Integer> DAYS =
            List.of(
                    1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192,
                    2557, 2922, 3288, 3653);

    private static Stream<Problem> of(Companion.BuildProject project) {
        var days = project.logRetentionDays();
        if (DAYS.contains(days)) {
            return Stream.empty();
        }
        var next = DAYS.stream().filter(d -> d > days).findFirst().orElse(DAYS.getLast());
        return Stream.of(
                INFO.at(
                        About.of("companions", project.name()),
                        "Build project "
                                + project.name()
                                + " keeps its logs for "
                                + days
                                + " days, which CloudWatch Logs does not know; the next it knows is "
                                + next
                                + "."));
    }
}
