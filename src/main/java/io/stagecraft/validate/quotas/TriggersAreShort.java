package io.stagecraft.validate.quotas;

import io.stagecraft.model.Patterns;
import io.stagecraft.model.Trigger;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

final class TriggersAreShort implements Rule {
    private static final Info INFO =
            new Info(
                    "SC708",
                    Severity.ERROR,
                    "Triggers are 200 KB at most",
                    "CodePipeline refuses a pipeline whose triggers are longer, written as JSON.",
                    Guide.QUOTAS);

    @Override
    public Info info() {
        return INFO;
    }

    private static final int MOST = 200 * 1024;
    private static final int FRAME = 150; // names of members, quotes and brackets around one filter

    @Override
    public Stream<Problem> check(Drawing drawing) {
        var size = drawing.design().triggers().stream().mapToInt(TriggersAreShort::size).sum();
        return size <= MOST
                ? Stream.empty()
                : Stream.of(
                        INFO.at(
                                About.of("triggers", ""),
                                "The triggers are about "
                                        + size / 1024
                                        + " KB long; AWS takes 200."));
    }

    private static int size(Trigger trigger) {
        var push =
                trigger.push().stream()
                        .mapToInt(f ->
                                FRAME + size(f.tags()) + size(f.branches()) + size(f.filePaths()))
                        .sum();
        var pull =
                trigger.pullRequests().stream()
                        .mapToInt(f -> FRAME + size(f.branches()) + size(f.filePaths()))
                        .sum();
        return FRAME + trigger.source().length() + push + pull;
    }

    private static int size(Patterns patterns) {
        return Stream.concat(patterns.includes().stream(), patterns.excludes().stream())
                .mapToInt(p -> p.getBytes(StandardCharsets.UTF_8).length + 3)
                .sum();
    }
}
