package io.stagecraft.blueprint;

/// What a repository throws away by itself, as ECR takes it.
///
/// @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_parameters.html">Lifecycle policy properties</a>
final class Lifecycles {
    private static final String UNTAGGED =
            """
            {"rulePriority":1,"description":"Images without a tag go after two weeks","selection":{"tagStatus":"untagged","countType":"sinceImagePushed","countUnit":"days","countNumber":14},"action":{"type":"expire"}}\
            """;

    private Lifecycles() {}

    /// @param keep how many images stay; 0 for all that have a tag
    /// @return JSON text
    static String of(int keep) {
        return "{\"rules\":[" + UNTAGGED + (keep > 0 ? "," + youngest(keep) : "") + "]}";
    }

    private static String youngest(int keep) {
        return """
        {"rulePriority":2,"description":"The youngest stay","selection":{"tagStatus":"any","countType":"imageCountMoreThan","countNumber":%d},"action":{"type":"expire"}}\
        """
                .formatted(keep);
    }
}
