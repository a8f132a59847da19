package io.stagecraft.validate.features;

import io.stagecraft.edit.ChangeDesign;
import io.stagecraft.model.Trigger;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

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
                .filter(t -> t.extras().members().containsKey(MEMBER))
                .map(t ->
                        INFO.at(
                                About.of("triggers", t.source()),
                                "The trigger of "
                                        + t.source()
                                        + " has the provider type "
                                        + t.extras().members().get(MEMBER)
                                        + "; AWS has \""
                                        + Trigger.PROVIDER
                                        + "\" only.",
                                fix(t)));
    }

    private static Fix fix(Trigger trigger) {
        var right =
                new Trigger(
                        trigger.source(),
                        trigger.push(),
                        trigger.pullRequests(),
                        trigger.extras().without(MEMBER));
        return new Fix(
                "Make it " + Trigger.PROVIDER,
                new ChangeDesign(
                        "Change kind of trigger of " + trigger.source(),
                        d ->
                                d.withTriggers(
                                        d.triggers().stream()
                                                .map(t -> t == trigger ? right : t)
                                                .toList())));
    }
}
