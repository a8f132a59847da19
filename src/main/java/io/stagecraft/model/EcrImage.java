package io.stagecraft.model;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/// A build image in a private ECR repository: one that comes with the design, or one that is somewhere already.
///
/// @see <a href="https://docs.aws.amazon.com/codebuild/latest/userguide/sample-ecr.html">CodeBuild and ECR</a>
public sealed interface EcrImage {
    /// In a repository of the design: `@{orders-images}:1`.
    ///
    /// @param tag with the `:` or `@` before it; empty for the latest
    record OfCompanion(String companion, String tag) implements EcrImage {}

    /// In a repository of an account and region, such as `111122223333.dkr.ecr.eu-west-1.amazonaws.com/tools:1`.
    record Elsewhere(String account, String region, String repository) implements EcrImage {}

    /// What CodeBuild is told when the project's own role pulls the image.
    String PULLED_BY_ROLE = "SERVICE_ROLE";

    /// The image, if `name` is that of one in a private repository.
    static Optional<EcrImage> in(String name) {
        var drawn = Names.OF_COMPANION.matcher(name.strip());
        if (drawn.matches()) {
            return Optional.of(
                    new OfCompanion(
                            drawn.group(1), Objects.requireNonNullElse(drawn.group(2), "")));
        }
        var whole = Names.ELSEWHERE.matcher(name.strip());
        return whole.matches()
                ? Optional.of(new Elsewhere(whole.group(1), whole.group(2), whole.group(3)))
                : Optional.empty();
    }

    /// How such names are written.
    final class Names {
        private static final Pattern OF_COMPANION = Pattern.compile("@\\{([^}]+)}([:@].+)?");
        private static final Pattern ELSEWHERE =
                Pattern.compile(
                        "(\\d{12})\\.dkr\\.ecr(?:-fips)?\\.([a-z0-9-]+)\\.amazonaws\\.com(?:\\.cn)?/([^:@]+)(?:[:@].+)?");

        private Names() {}
    }
}
