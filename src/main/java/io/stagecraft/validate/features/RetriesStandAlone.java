package io.stagecraft.validate.features;

import io.stagecraft.model.OnFailure;
import io.stagecraft.model.Result;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.Optional;
import java.util.stream.Stream;

final class RetriesStandAlone implements Rule {
    private static final Info INFO =
            new Info(
                    "SC616",
                    Severity.ERROR,
                    "A retry stands without conditions",
                    "A stage is tried again, or goes by a condition, not both.",
                    Guide.RETRY);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.design().stages().stream()
                .filter(s ->
                        s.onFailure()
                                .filter(f ->
                                        f.condition().isPresent()
                                                && f.result()
                                                        .filter(r -> r == Result.RETRY)
                                                        .isPresent())
                                .isPresent())
                .map(s ->
                        INFO.at(
                                About.of(s),
                                "Stage "
                                        + s.name()
                                        + " is to be tried again and has a failure condition.",
                                Mends.change(
                                        s,
                                        "Only try again",
                                        "Remove failure condition",
                                        x ->
                                                x.withConditions(
                                                        x.beforeEntry(),
                                                        x.onSuccess(),
                                                        x.onFailure()
                                                                .map(f ->
                                                                        new OnFailure(
                                                                                f.result(),
                                                                                f.retryMode(),
                                                                                Optional.empty(),
                                                                                f.extras()))))));
    }
}
