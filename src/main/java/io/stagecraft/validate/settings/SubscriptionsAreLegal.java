package io.stagecraft.validate.settings;

import io.stagecraft.model.Companion;
import io.stagecraft.model.Literal;
import io.stagecraft.model.Origin;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

final class SubscriptionsAreLegal implements Rule {
    private static final Info INFO =
            new Info(
                    "SC426",
                    Severity.ERROR,
                    "Subscriptions are what SNS takes",
                    "SNS refuses a protocol that it does not know, and an endpoint that does not fit its protocol.",
                    "https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html");

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.design().companions().stream()
                .filter(c -> c.origin() instanceof Origin.Create)
                .flatMap(c ->
                        switch (c) {
                            case Companion.Topic t -> of("Topic", t, t.subscriptions());
                            case Companion.Watch w -> of("Watch", w, w.subscriptions());
                            case Companion.BuildProject _,
                                    Companion.Connection _,
                                    Companion.Repository _,
                                    Companion.Deployment _,
                                    Companion.StackRole _ ->
                                    Stream.empty();
                        });
    }

    /// How an endpoint looks, by protocol.
    private static final Map<String, Pattern> FORMS =
            Map.of(
                    "http", Pattern.compile("http://.+"),
                    "https", Pattern.compile("https://.+"),
                    "email", Pattern.compile("[^@\\s]+@[^@\\s]+"),
                    "email-json", Pattern.compile("[^@\\s]+@[^@\\s]+"),
                    "sms", Pattern.compile("\\+?[0-9 -]{3,20}"),
                    "sqs", Pattern.compile("arn:.+"),
                    "application", Pattern.compile("arn:.+"),
                    "lambda", Pattern.compile("arn:.+"),
                    "firehose", Pattern.compile("arn:.+"));

    private static Stream<Problem> of(
            String what, Companion topic, List<Companion.Subscription> subscriptions) {
        return subscriptions.stream()
                .filter(s -> Literal.is(s.protocol()))
                .flatMap(s -> {
                    var form = FORMS.get(s.protocol());
                    var wrong =
                            form == null
                                    ? "SNS knows no protocol " + s.protocol()
                                    : Literal.is(s.endpoint())
                                                    && !form.matcher(s.endpoint()).matches()
                                            ? "\""
                                                    + s.endpoint()
                                                    + "\" is no endpoint for "
                                                    + s.protocol()
                                            : "";
                    return wrong.isEmpty()
                            ? Stream.empty()
                            : Stream.of(
                                    INFO.at(
                                            About.of("companions", topic.name()),
                                            what + " " + topic.name() + ": " + wrong + "."));
                });
    }
}
