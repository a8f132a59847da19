package io.stagecraft.iam;

import io.stagecraft.model.EnvironmentVariable;
import io.stagecraft.model.Ordered;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// One action where it is deployed: all that its permissions depend on, whether read from a drawing or from a running pipeline.
///
/// @param home where the pipeline lives
/// @param here where the action works
/// @param settings CodePipeline's `configuration`; what is not set is not there
/// @param inputs names of artifacts it reads
/// @param outputs names of artifacts it makes
/// @param store the artifact store of the region it works in
/// @param homeStore the pipeline's own store, only where the action works in another region
/// @param project what is known of the build project it starts
/// @param variables the environment variables it hands on itself
/// @param sources the settings of the actions that made what it reads
/// @param pace the deployment configuration of the group that it deploys with, where it is known
public record ActionContext(
        String pipeline,
        String stage,
        String action,
        Place home,
        Place here,
        SequencedMap<String, Text> settings,
        List<String> inputs,
        List<String> outputs,
        Optional<Store> store,
        Optional<Store> homeStore,
        Optional<Project> project,
        List<EnvironmentVariable> variables,
        List<SequencedMap<String, Text>> sources,
        Optional<String> pace) {
    public ActionContext {
        settings = Ordered.copy(settings);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        variables = List.copyOf(variables);
        sources = List.copyOf(sources);
    }

    ActionContext withSources(List<SequencedMap<String, Text>> sources) {
        return new ActionContext(
                pipeline, stage, action, home, here, settings, inputs, outputs, store, homeStore,
                project, variables, sources, pace);
    }

    /// An account and a region, known today or on deployment.
    public record Place(Text partition, Text region, Text account) {
        /// A place that is known.
        public static Place of(String partition, String region, String account) {
            return new Place(Text.of(partition), Text.of(region), Text.of(account));
        }
    }

    /// A bucket for artifacts.
    ///
    /// @param bucketArn without a key behind it
    /// @param account who owns the bucket
    /// @param key the customer managed key, where there is one
    public record Store(Text bucketArn, Text account, Optional<Key> key) {}

    /// A customer managed key, as a policy names it.
    ///
    /// @param arn a key's ARN, or `…:key/*` where it is not known yet; an alias ARN is no resource of a key
    /// @param via the services that use it for the caller, such as `s3.eu-west-1.amazonaws.com`; empty where nobody said
    public record Key(Text arn, List<Text> via) {
        public Key {
            via = List.copyOf(via);
        }

        /// The same key, of use through S3 in `region` only. Regions in China have names of their own; of a region that is not
        /// known, both are right.
        ///
        /// @param name the region's, where it is known, or empty
        /// @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service">kms:ViaService</a>
        public Key throughS3(Text region, String name) {
            var s3 = Text.of("s3.").plus(region);
            var abroad = s3.plus(".amazonaws.com");
            var china = s3.plus(".amazonaws.com.cn");
            return new Key(
                    arn,
                    name.isEmpty()
                            ? List.of(abroad, china)
                            : List.of(name.startsWith("cn-") ? china : abroad));
        }

        /// What holds the use of the key to those services.
        List<Statement.Clause> using() {
            return via.isEmpty()
                    ? List.of()
                    : List.of(new Statement.Clause("StringEquals", "kms:ViaService", via));
        }

        /// A key whose ARN is known.
        public static Key of(Text arn) {
            return new Key(arn, List.of());
        }

        /// Any key of that place, where nobody knows the key's ARN yet: an alias is no resource of a policy, and policy checkers
        /// do not know the condition on aliases. What can be reached that way is held in by the services it is used through, by
        /// the objects a role may touch, and by the policy of each key.
        public static Key anyIn(Place place) {
            return of(
                    Text.of("arn:")
                            .plus(place.partition())
                            .plus(":kms:")
                            .plus(place.region())
                            .plus(":")
                            .plus(place.account())
                            .plus(":key/*"));
        }
    }

    /// What is known of a build project.
    ///
    /// @param features any of those of [io.stagecraft.catalog.When.ProjectHas]
    /// @param variables the project's own environment variables
    /// @param subnets ids; empty where nobody knows them
    /// @param securityGroups ids; empty where nobody knows them
    /// @param cache a bucket's name and a folder in it, where it keeps a cache in S3
    /// @param image the ARN of the ECR repository that its image is pulled from, where it is a private one
    /// @param pushesTo the ECR repositories that its builds push to, as far as their buildspec tells
    /// @param pullsFrom those that its commands pull from, likewise
    public record Project(
            Set<String> features,
            List<EnvironmentVariable> variables,
            List<String> subnets,
            List<String> securityGroups,
            Optional<String> cache,
            Optional<Text> image,
            List<Told> pushesTo,
            List<Told> pullsFrom) {
        public Project {
            features = Set.copyOf(features);
            variables = List.copyOf(variables);
            subnets = List.copyOf(subnets);
            securityGroups = List.copyOf(securityGroups);
            pushesTo = List.copyOf(pushesTo);
            pullsFrom = List.copyOf(pullsFrom);
        }

        /// A project whose network and cache nobody knows.
        public Project(Set<String> features, List<EnvironmentVariable> variables) {
            this(
                    features,
                    variables,
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of());
        }
    }

    /// What a buildspec tells.
    ///
    /// @param arn of what it speaks of
    /// @param readIn where it says so: the phase, and how the command begins
    public record Told(Text arn, String readIn) {}
}
