package io.stagecraft.iam;

import io.stagecraft.catalog.Principal;
import io.stagecraft.iam.ActionContext.Store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The way to the artifacts: reading for what an action takes in, writing for what it makes, nothing for neither.
///
/// Objects lie under `<pipeline>/<artifact>/<random>`, where CodePipeline cuts the pipeline's name to 20 characters and the
/// artifact's to 10, so the artifact's name is no use in a policy. A name of up to 20 characters is therefore followed
/// by `/*`. A longer one ends in `*` after its 20th: right whether it is cut there or not.
///
/// The bucket's owner gets at what another account writes by an ACL, so only writing from another account needs to set one.
/// The guide's list for service roles has it always; what AWS's CDK generates and runs by has it for other accounts only.
///
/// S3 uses the key for whoever reads or writes. Only asking what key it is goes to KMS itself.
///
/// @see <a href="https://docs.aws.amazon.com/codepipeline/latest/userguide/how-to-custom-role.html">Manage the service role</a>
/// @see <a href="https://docs.aws.amazon.com/codebuild/latest/userguide/setting-up-service-role.html">CodeBuild's service role</a>
/// @see <a href="https://github.com/awsdocs/aws-cloudformation-user-guide/pull/733">On the 20 characters</a>
final class ArtifactNeeds {
    private static final int CUT = 20;

    /// What one principal calls for artifacts.
    private record Calls(List<String> checks, List<String> reads, List<String> writes) {}

    private static final Calls OF_ACTIONS =
            new Calls(
                    List.of(
                            "s3:GetBucketVersioning",
                            "s3:GetBucketAcl",
                            "s3:GetBucketLocation",
                            "s3:ListBucket"),
                    List.of(
                            "s3:GetObject",
                            "s3:GetObjectVersion",
                            "s3:GetObjectTagging",
                            "s3:GetObjectVersionTagging"),
                    List.of("s3:PutObject", "s3:PutObjectTagging"));

    private static final Calls OF_BUILDS =
            new Calls(
                    List.of("s3:GetBucketAcl", "s3:GetBucketLocation"),
                    List.of("s3:GetObject", "s3:GetObjectVersion"),
                    List.of("s3:PutObject"));

    private static final List<String> DECRYPTS = List.of("kms:Decrypt");
    private static final List<String> ENCRYPTS =
            List.of(
                    "kms:Encrypt",
                    "kms:GenerateDataKey",
                    "kms:GenerateDataKeyWithoutPlaintext",
                    "kms:ReEncryptFrom",
                    "kms:ReEncryptTo",
                    // S3 decrypts the data key again for every part of a large object
                    "kms:Decrypt");

    private ArtifactNeeds() {}

    static List<Need> of(Kind spec, ActionContext context) {
        var needs = new ArrayList<Need>();
        mover(spec)
                .ifPresent(who ->
                        context.store()
                                .ifPresent(store -> {
                                    read(needs, who, context, store, context.inputs(), "reads ");
                                    write(needs, who, context, store, context.outputs(), "writes ");
                                }));
        context.homeStore()
                .ifPresent(home ->
                        context.store().ifPresent(there -> copies(needs, context, home, there)));
        return needs;
    }

    private static Optional<Principal> mover(Kind spec) {
        return switch (spec.moves()) {
            case ACTION_ROLE -> Optional.of(Principal.ACTION_ROLE);
            case BUILD_PROJECT_ROLE -> Optional.of(Principal.BUILD_PROJECT_ROLE);
            case NOBODY -> Optional.empty();
        };
    }

    /// CodePipeline itself carries artifacts from region to region, under the pipeline's role.
    private static void copies(List<Need> needs, ActionContext context, Store home, Store there) {
        var who = Principal.PIPELINE_ROLE;
        read(needs, who, context, home, context.inputs(), "copies to its region ");
        write(needs, who, context, there, context.inputs(), "copies to its region ");
        read(needs, who, context, there, context.outputs(), "copies back ");
        write(needs, who, context, home, context.outputs(), "copies back ");
    }

    private static void read(
            List<Need> needs,
            Principal who,
            ActionContext context,
            Store store,
            List<String> artifacts,
            String verb) {
        if (!artifacts.isEmpty()) {
            var why = verb + String.join(", ", artifacts);
            var calls = calls(who);
            needs.add(
                    need(who, "ReadArtifacts", calls.reads(), objects(context, store), store, why));
            needs.add(
                    need(
                            who,
                            "CheckArtifactBucket",
                            calls.checks(),
                            store.bucketArn(),
                            store,
                            why));
            key(needs, who, "DecryptArtifacts", DECRYPTS, store, why);
        }
    }

    private static void write(
            List<Need> needs,
            Principal who,
            ActionContext context,
            Store store,
            List<String> artifacts,
            String verb) {
        if (!artifacts.isEmpty()) {
            var why = verb + String.join(", ", artifacts);
            var calls = calls(who);
            needs.add(
                    need(
                            who,
                            "WriteArtifacts",
                            calls.writes(),
                            objects(context, store),
                            store,
                            why));
            if (!context.here().account().equals(store.account())) {
                needs.add(
                        need(
                                who,
                                "HandOverArtifacts",
                                List.of("s3:PutObjectAcl"),
                                objects(context, store),
                                store,
                                why));
            }
            needs.add(
                    need(
                            who,
                            "CheckArtifactBucket",
                            calls.checks(),
                            store.bucketArn(),
                            store,
                            why));
            key(needs, who, "EncryptArtifacts", ENCRYPTS, store, why);
        }
    }

    private static Calls calls(Principal who) {
        return who == Principal.BUILD_PROJECT_ROLE ? OF_BUILDS : OF_ACTIONS;
    }

    private static Need need(
            Principal who, String sid, List<String> actions, Text on, Store store, String why) {
        return new Need(
                who, sid, actions, List.of(on), List.of(ownedBy(store)), why, Optional.empty());
    }

    private static void key(
            List<Need> needs,
            Principal who,
            String sid,
            List<String> actions,
            Store store,
            String why) {
        store.key()
                .ifPresent(key -> {
                    var on = List.of(key.arn());
                    needs.add(new Need(who, sid, actions, on, key.using(), why, Optional.empty()));
                    needs.add(
                            new Need(
                                    who,
                                    "DescribeArtifactKey",
                                    List.of("kms:DescribeKey"),
                                    on,
                                    List.of(),
                                    why,
                                    Optional.empty()));
                });
    }

    /// A bucket of that name that somebody else owns by now is not ours to write to.
    private static Statement.Clause ownedBy(Store store) {
        return new Statement.Clause(
                "StringEquals", "aws:ResourceAccount", List.of(store.account()));
    }

    private static Text objects(ActionContext context, Store store) {
        return store.bucketArn().plus("/" + folder(context.pipeline()));
    }

    static String folder(String pipeline) {
        if (pipeline.contains("${")) {
            return "*"; // how long it will be is not known
        }
        return pipeline.length() <= CUT ? pipeline + "/*" : pipeline.substring(0, CUT) + "*";
    }
}
