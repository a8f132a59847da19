package io.stagecraft.validate.features;

import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.HashSet;
import java.util.stream.Stream;

final class SourcesHaveOneTrigger implements Rule {
    private static final Info INFO =
            new Info(
                    "SC607",
                    Severity.ERROR,
                    "Every source has one trigger at most",
                    "CodePipeline refuses two triggers for one source; one takes three filters of each kind.",
                    Guide.TRIGGERS);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        var seen = new HashSet<String>();
        return drawing.design().triggers().stream()
                .filter(t -> !seen.add(t.source()))
                .map(t ->
                        INFO.at(
                                About.of("triggers", t.source()),
                                "There are two triggers for " + t.source() + ".",
                                Mends.removeTrigger(t)));
    }
}
