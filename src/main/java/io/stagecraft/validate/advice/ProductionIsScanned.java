package io.stagecraft.validate.advice;

import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.regex.Pattern;
import java.util.stream.Stream;

final class ProductionIsScanned implements Rule {
    private static final Info INFO =
            new Info(
                    "SC912",
                    Severity.HINT,
                    "What goes to production is scanned for known weaknesses",
                    "A dependency with a published hole ships unnoticed. Amazon Inspector has an action for it; a scanner in the build does as well.",
                    "https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-InspectorScan.html");

    @Override
    public Info info() {
        return INFO;
    }

    private static final Pattern NAME =
            Pattern.compile(
                    "(?i).*(scan|sast|security|audit|trivy|grype|snyk|semgrep|sonar|codeguru|checkov|dependency-?check).*");

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return Production.first(
                        drawing,
                        d -> drawing.seats().noneMatch(s -> s.isBefore(d) && scans(drawing, s)))
                .map(s ->
                        INFO.at(
                                About.of(s.stage()),
                                "No action before production looks for known weaknesses."));
    }

    private static boolean scans(Drawing drawing, Drawing.Seat seat) {
        return seat.spec().filter(x -> x.traits().scans()).isPresent()
                || Builds.speakOf(NAME, drawing, seat.action());
    }
}
