package io.stagecraft.validate.settings;

import io.stagecraft.model.BuildSurroundings;
import io.stagecraft.model.Companion;
import io.stagecraft.model.EcrImage;
import io.stagecraft.model.Literal;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.List;
import java.util.stream.Stream;

final class BuildProjectsAreLegal implements Rule {
    private static final Info INFO =
            new Info(
                    "SC423",
                    Severity.ERROR,
                    "Build projects are what CodeBuild takes",
                    "A project has a name of 2 to 150 letters, digits, _ and -, an image, a timeout of 5 to 2160 minutes and 5 to 480 minutes to queue; in a VPC it names up to 16 subnets and up to 5 security groups.",
                    Guide.BUILD_PROJECT);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.made(Companion.BuildProject.class).flatMap(p -> of(drawing, p));
    }

    private static Stream<Problem> of(Drawing drawing, Companion.BuildProject p) {
        var about = About.of("companions", p.name());
        return Stream.of(
                        p.timeoutMinutes() < 5 || p.timeoutMinutes() > 2160
                                ? "has a timeout of "
                                        + p.timeoutMinutes()
                                        + " minutes; 5 to 2160 are possible."
                                : "",
                        p.surroundings().queuedMinutes() < 5
                                        || p.surroundings().queuedMinutes() > 480
                                ? "may queue for "
                                        + p.surroundings().queuedMinutes()
                                        + " minutes; 5 to 480 are possible."
                                : "",
                        p.surroundings().network().map(BuildProjectsAreLegal::network).orElse(""),
                        p.surroundings().cache()
                                        instanceof BuildSurroundings.Cache.InS3(var location)
                                ? cache(location)
                                : "",
                        p.surroundings().cache() instanceof BuildSurroundings.Cache.Local(var modes)
                                        && modes.isEmpty()
                                ? "keeps a local cache and does not say of what."
                                : "",
                        p.image().isBlank() ? "has no image to build in." : "",
                        EcrImage.in(p.image()).map(image -> image(drawing, image)).orElse(""),
                        p.name().matches("[A-Za-z0-9][A-Za-z0-9_-]{1,149}")
                                ? ""
                                : "has a name that CodeBuild does not take.")
                .filter(c -> !c.isEmpty())
                .map(c -> INFO.at(about, "Build project " + p.name() + " " + c));
    }

    private static String image(Drawing drawing, EcrImage image) {
        return switch (image) {
            case EcrImage.Elsewhere _ -> "";
            case EcrImage.OfCompanion(var name, _) ->
                    drawing.design().companion(name).orElse(null) instanceof Companion.Repository
                            ? ""
                            : "builds in an image of "
                                    + name
                                    + ", which is no repository of the design.";
        };
    }

    /// @see <a href="https://docs.aws.amazon.com/codebuild/latest/APIReference/API_VpcConfig.html">VpcConfig</a>
    private static String network(BuildSurroundings.Network network) {
        return isWrong(List.of(network.vpc()), "vpc-", 1)
                ? "builds in a VPC that is not named by its id, vpc-…."
                : isWrong(network.subnets(), "subnet-", 16)
                        ? "builds in a VPC and does not name 1 to 16 subnets by their ids, subnet-…."
                        : isWrong(network.securityGroups(), "sg-", 5)
                                ? "builds in a VPC and does not name 1 to 5 security groups by their ids, sg-…."
                                : "";
    }

    private static boolean isWrong(List<String> ids, String start, int most) {
        return ids.isEmpty()
                || ids.size() > most
                || ids.stream().anyMatch(id -> Literal.is(id) && !id.startsWith(start));
    }

    private static String cache(String location) {
        return Literal.is(location) && !location.matches("[a-z0-9][a-z0-9.-]{2,62}(/.*)?")
                ? "keeps its cache in \""
                        + location
                        + "\", which is no bucket, nor one with a folder."
                : "";
    }
}
