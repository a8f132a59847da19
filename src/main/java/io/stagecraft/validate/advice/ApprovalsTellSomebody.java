package io.stagecraft.validate.advice;

import io.stagecraft.catalog.CompanionKind;
import io.stagecraft.model.Category;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.LocalRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;
import io.stagecraft.validate.settings.CompanionFixes;

import java.util.stream.Stream;

final class ApprovalsTellSomebody implements LocalRule {
    private static final Info INFO =
            new Info(
                    "SC922",
                    Severity.HINT,
                    "Approvals tell somebody that they wait",
                    "Nobody looks at the console all day: without a topic the pipeline waits for up to a week and then fails.",
                    "https://docs.aws.amazon.com/codepipeline/latest/userguide/approvals.html");

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.seats()
                .filter(s -> s.action().type().category() == Category.APPROVAL)
                .flatMap(s ->
                        s.spec().stream()
                                .flatMap(x -> x.fields().stream())
                                .filter(f ->
                                        f.companion()
                                                .filter(c -> c.kind() == CompanionKind.TOPIC)
                                                .isPresent())
                                .filter(f ->
                                        s.action()
                                                .setting(f.key())
                                                .filter(v -> !v.isBlank())
                                                .isEmpty())
                                .map(f ->
                                        INFO.at(
                                                About.of(s.action(), f.key()),
                                                s.action().name()
                                                        + " waits for somebody whom nothing tells.",
                                                CompanionFixes.create(
                                                        drawing,
                                                        s.action(),
                                                        f,
                                                        CompanionKind.TOPIC))));
    }
}
