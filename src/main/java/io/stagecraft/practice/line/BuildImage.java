package io.stagecraft.practice.line;

import io.stagecraft.iam.Call;
import io.stagecraft.model.EcrImage;
import io.stagecraft.practice.account.Holdings;
import io.stagecraft.practice.account.Thing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The image in a private ECR repository that a build project builds in, as it is deployed.
///
/// @param repository its ARN
/// @param byRole whether the project's own role pulls it; otherwise CodeBuild does, whom the repository's policy has to trust
/// @param project the ARN of the build project
/// @see <a href="https://docs.aws.amazon.com/codebuild/latest/APIReference/API_ProjectEnvironment.html">imagePullCredentialsType</a>
record BuildImage(String repository, boolean byRole, String project) {
    /// Who pulls an image where the project does not say that its role does.
    static final String CODEBUILD = "codebuild.amazonaws.com";

    /// The image of a project; empty where it is none of a private repository.
    static Optional<BuildImage> of(Thing project) {
        return project.properties().get("Environment") instanceof Map<?, ?> environment
                ? EcrImage.in(String.valueOf(environment.get("Image")))
                        .flatMap(i ->
                                i instanceof EcrImage.Elsewhere e
                                        ? Optional.of(e)
                                        : Optional.empty())
                        .map(e ->
                                new BuildImage(
                                        arn(e),
                                        EcrImage.PULLED_BY_ROLE.equals(
                                                environment.get("ImagePullCredentialsType")),
                                        project.arn()))
                : Optional.empty();
    }

    private static String arn(EcrImage.Elsewhere image) {
        return "arn:"
                + Holdings.PARTITION
                + ":ecr:"
                + image.region()
                + ":"
                + image.account()
                + ":repository/"
                + image.repository();
    }

    /// What CodeBuild asks of the repository.
    ///
    /// @see <a href="https://docs.aws.amazon.com/codebuild/latest/userguide/sample-ecr.html">CodeBuild and ECR</a>
    List<Call> calls() {
        var context =
                Map.of(
                        "aws:SourceArn", List.of(project),
                        "aws:SourceAccount", List.of(Holdings.ACCOUNT));
        return Stream.of(
                        "ecr:GetDownloadUrlForLayer",
                        "ecr:BatchGetImage",
                        "ecr:BatchCheckLayerAvailability")
                .map(call -> new Call(call, repository, context))
                .toList();
    }
}
