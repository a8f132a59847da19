package io.stagecraft.validate.advice;

import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.regex.Pattern;
import java.util.stream.Stream;

final class SecretsAreLookedFor implements Rule {
    private static final Info INFO =
            new Info(
                    "SC913",
                    Severity.HINT,
                    "Somebody looks for secrets in the source",
                    "A key that was committed once is public for as long as the repository lives. A secret scanner in the build finds it before it is deployed.",
                    Guide.SECURITY);

    @Override
    public Info info() {
        return INFO;
    }

    private static final Pattern NAME =
            Pattern.compile(
                    "(?i).*(secrets?.?scan|scan.?secrets?|gitleaks|trufflehog|git-secrets|detect-secrets|talisman|(trivy|checkov).*secret).*");

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return Production.first(
                        drawing,
                        d ->
                                drawing.seats()
                                        .noneMatch(s ->
                                                s.isBefore(d)
                                                        && Builds.speakOf(
                                                                NAME, drawing, s.action())))
                .map(s ->
                        INFO.at(
                                About.of(s.stage()),
                                "No action before production looks for secrets in the source."));
    }
}
