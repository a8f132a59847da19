package io.stagecraft.catalog;

import java.util.List;
import java.util.Optional;

/// A permission that an action type needs.
///
/// Resources, condition keys and condition values are patterns, in which stand in braces:
///
/// - a setting's key, `{ProjectName}`: the setting's text, or its default; where it has neither, the resource falls away. A resource that is a setting alone, such as
///   `{RoleArn}`, is the ARN it holds. For a `LIST` there is one resource, or value, for each of its elements. When the text holds
///   `#{…}`, its place is widened to `*`, and an operator that ends in `Equals` becomes its `Like`.
/// - `{StateMachineArn:name}`: what follows the last `:` or `/` of the setting's text.
/// - `{input:ConnectionArn}`: the setting of the source that made an input, under [When.InputMadeWith]; where that source has
///   no such setting, the resource falls away, and the permission with its last resource.
/// - `{parameter}`, `{secret}`: for each variable of that kind that the action or its project hands on, the parameter's name without a
///   leading `/`, or the secret's name up to its first `:`; where the variable holds an ARN, the whole pattern stands for that ARN.
/// - `{deployment-config}`: the configuration that the deployment group goes by, `*` where nobody knows it;
/// - `{project-image}`: the ARN of the private ECR repository that holds the build image;
/// - `{project-pushes-to}`: the ARN of each ECR repository that the project's builds push images to, see
///   [what a push takes](https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html);
/// - `{project-pulls-from}`: likewise of each that its commands pull images from;
/// - `{project-subnet}`, `{project-security-group}`: each of those that the build project joins, `*` where nobody knows them;
///   `{project-cache}`: the place in S3 that it keeps its cache in.
/// - the surroundings, in lower case: `{partition}`; `{region}`, `{account}` of the action; `{home-region}`, `{home-account}` of the
///   pipeline; `{pipeline}`, `{stage}`, `{action}` names; `{provider}`, `{version}` of the action's type;
///   `{artifact-bucket}`, `{artifact-key}`: ARNs of the store in the action's region; `{artifact-folder}`: the pipeline's part of the
///   bucket, such as `orders/*`.
///
/// @param allow IAM actions, written out, without `*`
/// @param on ARN patterns, or `*` where the service knows no resource for the call
/// @param conditions all of which must hold
/// @param why a few words, such as "starts and follows the build"
/// @param when in which circumstance it is needed
/// @param optional helpful but not needed; left out of synthesised roles
/// @param verified whether a primary source confirms it
/// @param unscoped why a resource is `*`, or ends wider than the settings could say, where it is
public record PermissionSpec(
        Principal who,
        List<String> allow,
        List<String> on,
        List<Clause> conditions,
        String why,
        When when,
        boolean optional,
        boolean verified,
        Optional<String> unscoped) {
    public PermissionSpec {
        allow = List.copyOf(allow);
        on = List.copyOf(on);
        conditions = List.copyOf(conditions);
    }

    /// One IAM condition.
    ///
    /// @param operator such as `StringEquals`
    /// @param key such as `iam:PassedToService`
    public record Clause(String operator, String key, List<String> values) {
        public Clause {
            values = List.copyOf(values);
        }
    }
}
