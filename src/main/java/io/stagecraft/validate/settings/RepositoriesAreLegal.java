package io.stagecraft.validate.settings;

import io.stagecraft.model.Companion;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class RepositoriesAreLegal implements Rule {
    private static final Info INFO =
            new Info(
                    "SC430",
                    Severity.ERROR,
                    "Repositories are what ECR takes",
                    "A repository has a name of 2 to 256 small letters and digits, with single . _ - and / between them, and lets the tags of up to five patterns move.",
                    "https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html");

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.made(Companion.Repository.class).flatMap(RepositoriesAreLegal::of);
    }

    private static Stream<Problem> of(Companion.Repository r) {
        return Stream.of(
                        r.name().length() >= 2
                                        && r.name().length() <= 256
                                        && r.name()
                                                .matches(
                                                        "[a-z0-9]+(([._]|__|-+)[a-z0-9]+)*(/[a-z0-9]+(([._]|__|-+)[a-z0-9]+)*)*")
                                ? ""
                                : "has a name that ECR does not take.",
                        r.movingTags().size() <= 5
                                ? ""
                                : "lets " + r.movingTags().size() + " tags move; 5 are possible.")
                .filter(c -> !c.isEmpty())
                .map(c ->
                        INFO.at(
                                About.of("companions", r.name()),
                                "Repository " + r.name() + " " + c));
    }
}
