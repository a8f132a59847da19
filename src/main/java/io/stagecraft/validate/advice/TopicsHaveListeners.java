package io.stagecraft.validate.advice;

import io.stagecraft.model.Companion;
import io.stagecraft.model.Origin;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class TopicsHaveListeners implements Rule {
    private static final Info INFO =
            new Info(
                    "SC930",
                    Severity.HINT,
                    "Topics have somebody who listens",
                    "What is published to a topic without subscriptions is heard by nobody; whoever confirms a subscription by mail can be added here.",
                    "https://docs.aws.amazon.com/sns/latest/dg/sns-create-subscribe-endpoint-to-topic.html");

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.design().companions().stream()
                .filter(c -> c.origin() instanceof Origin.Create)
                .filter(c ->
                        c instanceof Companion.Topic t && t.subscriptions().isEmpty()
                                || c instanceof Companion.Watch w && w.subscriptions().isEmpty())
                .map(c ->
                        INFO.at(
                                About.of("companions", c.name()),
                                (c instanceof Companion.Watch ? "Watch " : "Topic ")
                                        + c.name()
                                        + " has no subscriptions."));
    }
}
