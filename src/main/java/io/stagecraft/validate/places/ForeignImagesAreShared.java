package io.stagecraft.validate.places;

import io.stagecraft.model.Companion;
import io.stagecraft.model.Design;
import io.stagecraft.model.EcrImage;
import io.stagecraft.model.Environment;
import io.stagecraft.model.Origin;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.Optional;
import java.util.stream.Stream;

/// A repository that comes with the design lets in who needs it; of all others nobody here sees the policy.
final class ForeignImagesAreShared implements Rule {
    private static final Info INFO =
            new Info(
                    "SC821",
                    Severity.HINT,
                    "Images of other accounts are shared",
                    "The role of a build may pull an image of another account only where the policy of that repository lets it; otherwise the build ends before its first command.",
                    "https://docs.aws.amazon.com/codebuild/latest/userguide/sample-ecr.html");

    /// A repository that is there already.
    private record Repository(String account, String name) {}

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        var design = drawing.design();
        return drawing.made(Companion.BuildProject.class)
                .flatMap(project ->
                        EcrImage.in(project.image())
                                .flatMap(image -> repository(image, design))
                                .filter(r -> isForeign(r.account(), account(project, design)))
                                .map(r -> of(project, r, account(project, design)))
                                .stream());
    }

    private static Problem of(Companion.BuildProject project, Repository theirs, String ours) {
        return INFO.at(
                About.of("companions", project.name()),
                "Build project "
                        + project.name()
                        + " builds in an image of account "
                        + theirs.account()
                        + ", where the policy of the repository "
                        + theirs.name()
                        + " has to let account "
                        + ours
                        + " pull.");
    }

    private static boolean isForeign(String theirs, String ours) {
        return theirs.matches("\\d{12}") && ours.matches("\\d{12}") && !theirs.equals(ours);
    }

    private static Optional<Repository> repository(EcrImage image, Design design) {
        return switch (image) {
            case EcrImage.Elsewhere(var account, _, var name) ->
                    Optional.of(new Repository(account, name));
            case EcrImage.OfCompanion(var name, _) ->
                    design.companion(name)
                            .flatMap(c ->
                                    c.origin() instanceof Origin.Existing(var id)
                                            ? Optional.of(existing(c, id.strip(), design))
                                            : Optional.empty());
        };
    }

    private static Repository existing(Companion companion, String id, Design design) {
        return new Repository(
                Arns.account(id).orElseGet(() -> account(companion, design)),
                id.replaceFirst(".*:repository/", ""));
    }

    private static String account(Companion companion, Design design) {
        var own =
                companion
                        .environment()
                        .flatMap(design::environment)
                        .map(Environment::account)
                        .orElse("");
        return own.isEmpty() ? design.home().account() : own;
    }
}
