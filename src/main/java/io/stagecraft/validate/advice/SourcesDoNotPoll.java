package io.stagecraft.validate.advice;

import io.stagecraft.edit.SetSetting;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.LocalRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class SourcesDoNotPoll implements LocalRule {
    private static final Info INFO =
            new Info(
                    "SC903",
                    Severity.HINT,
                    "Sources do not poll",
                    "Polling is slower than events, and AWS stops it after a while without executions; left out, it is on.",
                    Guide.ACTION_TYPES);

    @Override
    public Info info() {
        return INFO;
    }

    private static final String KEY = "PollForSourceChanges";

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.seats()
                .filter(s ->
                        s.spec().flatMap(x -> x.field(KEY)).isPresent()
                                && !s.action()
                                        .setting(KEY)
                                        .orElse("true")
                                        .equalsIgnoreCase("false"))
                .map(s ->
                        INFO.at(
                                About.of(s.action(), KEY),
                                s.action().name() + " asks for changes again and again.",
                                new Fix(
                                        "Use events",
                                        new SetSetting(s.action().id(), KEY, "false"))));
    }
}
