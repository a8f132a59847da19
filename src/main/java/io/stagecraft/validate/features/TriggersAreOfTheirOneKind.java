package io.stagecraft.validate.features;

import io.stagecraft.model.Literal;
import io.stagecraft.model.Trigger;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.Optional;
import java.util.stream.Stream;

final class TriggersAreOfTheirOneKind implements Rule {
    private static final Info INFO =
            new Info(
                    "SC628",
                    Severity.ERROR,
                    "Triggers are of the one kind there is",
                    "Triggers come from connections, so AWS takes one word as their provider type: CodeStarSourceConnection.",
                    Guide.TRIGGERS);

    private static final String MEMBER = "providerType";

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.design().triggers().stream()
                .flatMap(t ->
                        Optional.ofNullable(t.extras().members().get(MEMBER))
                                .filter(Literal::is)
                                .map(kind -> wrong(t, kind))
                                .stream());
    }

    private static Problem wrong(Trigger trigger, String kind) {
        return INFO.at(
                About.of("triggers", trigger.source()),
                "The trigger of "
                        + trigger.source()
                        + " has the provider type "
                        + kind
                        + "; AWS has \""
                        + Trigger.PROVIDER
                        + "\" only.",
                fix(trigger));
    }

    private static Fix fix(Trigger trigger) {
        return Mends.change(
                trigger,
                "Make it " + Trigger.PROVIDER,
                "Change kind of trigger of " + trigger.source(),
                t ->
                        new Trigger(
                                t.source(),
                                t.push(),
                                t.pullRequests(),
                                t.extras().without(MEMBER)));
    }
}
