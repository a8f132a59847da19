package io.stagecraft.practice;

import io.stagecraft.practice.account.Holdings;
import io.stagecraft.practice.account.Thing;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Things that a Practice account holds without a stack having made them, for designs that use what is there already.
///
/// Nobody here knows what a real role's policies say, so a stand-in may do everything and trusts everybody: a run shows
/// the pipeline's own behaviour, and proves nothing about roles that are not part of the design.
///
/// @param roles ARNs, of any account
/// @param buckets names
/// @param projects names of CodeBuild projects
public record StandIns(List<String> roles, List<String> buckets, List<String> projects) {
    private static final Map<String, Object> EVERYTHING =
            Map.of("Statement", List.of(Map.of("Effect", "Allow", "Action", "*", "Resource", "*")));
    private static final Map<String, Object> EVERYBODY =
            Map.of(
                    "Statement",
                    List.of(
                            Map.of(
                                    "Effect",
                                    "Allow",
                                    "Principal",
                                    "*",
                                    "Action",
                                    "sts:AssumeRole")));
    private static final String BUILDER =
            "arn:" + Holdings.PARTITION + ":iam::" + Holdings.ACCOUNT + ":role/stand-in-builder";

    public StandIns {
        roles = List.copyOf(roles);
        buckets = List.copyOf(buckets);
        projects = List.copyOf(projects);
    }

    /// Puts what is not there yet into the account.
    void into(Holdings holdings) {
        Stream.of(
                        roles.stream().map(StandIns::role),
                        projects.stream().limit(1).map(_ -> role(BUILDER)),
                        buckets.stream().map(StandIns::bucket),
                        projects.stream().map(StandIns::project))
                .flatMap(things -> things)
                .filter(thing -> holdings.at(thing.arn()).isEmpty())
                .forEach(holdings::add);
    }

    private static Thing role(String arn) {
        var properties =
                Map.<String, Object>of(
                        "AssumeRolePolicyDocument",
                        EVERYBODY,
                        "Policies",
                        List.of(Map.of("PolicyName", "everything", "PolicyDocument", EVERYTHING)));
        return thing("AWS::IAM::Role", arn.substring(arn.lastIndexOf('/') + 1), arn, properties);
    }

    private static Thing bucket(String name) {
        return thing(
                "AWS::S3::Bucket", name, "arn:" + Holdings.PARTITION + ":s3:::" + name, Map.of());
    }

    private static Thing project(String name) {
        return thing(
                "AWS::CodeBuild::Project",
                name,
                "arn:"
                        + Holdings.PARTITION
                        + ":codebuild:*:"
                        + Holdings.ACCOUNT
                        + ":project/"
                        + name,
                Map.of("Name", name, "ServiceRole", BUILDER));
    }

    private static Thing thing(
            String type, String name, String arn, Map<String, Object> properties) {
        return new Thing(
                type, name, name, arn, Holdings.GLOBAL, properties, Map.of("Arn", arn), "");
    }
}
