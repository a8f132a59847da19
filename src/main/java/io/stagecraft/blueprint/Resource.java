package io.stagecraft.blueprint;

import io.stagecraft.iam.Policy;
import io.stagecraft.iam.Statement;
import io.stagecraft.iam.Text;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.Companion;
import io.stagecraft.model.ConditionRule;
import io.stagecraft.model.DeploymentPace;
import io.stagecraft.model.DeploymentTarget;
import io.stagecraft.model.Design;
import io.stagecraft.model.EcrImage;
import io.stagecraft.model.Extras;
import io.stagecraft.model.Ordered;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// One thing that must exist in an account.
public sealed interface Resource {
    /// A CloudFormation logical id, unique in its stack, such as `ArtifactBucket`; [Text.Attribute] points at it.
    String key();

    /// Keys of resources that must be there first although nothing of this one points at them.
    default List<String> after() {
        return List.of();
    }

    /// A customer managed KMS key with rotation on.
    ///
    /// @param alias such as `alias/orders-release-artifacts`
    /// @param policy the key policy; its statements name principals
    record EncryptionKey(String key, String description, String alias, Policy policy)
            implements Resource {}

    /// A private, versioned, encrypted bucket for artifacts, kept when the stack goes.
    ///
    /// @param name empty where AWS makes one up
    /// @param encryptionKey the ARN of the key; empty for the key that S3 keeps
    /// @param policy the bucket policy: TLS only, and who else may
    record ArtifactBucket(
            String key, Optional<Text> name, Optional<Text> encryptionKey, Policy policy)
            implements Resource {}

    /// An IAM role.
    ///
    /// @param name empty where AWS makes one up
    /// @param trust who may assume it
    /// @param policies written inline
    /// @param creates what stacks that are deployed under it are said to hold; the Practice account plays them
    record Role(
            String key,
            Optional<String> name,
            String description,
            Policy trust,
            List<Policy> policies,
            List<Creates> creates)
            implements Resource {
        public Role {
            policies = List.copyOf(policies);
            creates = List.copyOf(creates);
        }
    }

    /// A kind of thing in a deployed stack.
    ///
    /// @param call such as `sqs:CreateQueue`
    /// @param named what the grant lets them be called, such as `orders-production-*`
    record Creates(String call, String named) {}

    /// A log group with an end to how long it keeps its lines.
    record LogGroup(String key, Text name, int retentionDays, Optional<Text> encryptionKey)
            implements Resource {}

    /// A CodeBuild project whose source and artifacts are the pipeline's.
    ///
    /// @param image where it is pulled from
    /// @param batchRole what starts the builds of a batch; empty where no action asks for batches
    record BuildProject(
            String key,
            Text name,
            Companion.BuildProject project,
            Text image,
            Text role,
            Text logGroup,
            Optional<Text> encryptionKey,
            Optional<Text> batchRole,
            List<String> after)
            implements Resource {
        public BuildProject {
            after = List.copyOf(after);
        }

        /// Whether the image lies in a private repository, so that the project's own role has to pull it.
        public boolean isPulledByRole() {
            return EcrImage.in(project.image()).isPresent();
        }
    }

    /// A connection to a Git host; pending until somebody completes its handshake.
    record Connection(String key, String name, String providerType) implements Resource {}

    /// An SNS topic with its subscriptions.
    ///
    /// @param policy who may publish
    record Topic(
            String key,
            Optional<Text> name,
            Optional<Text> encryptionKey,
            List<Companion.Subscription> subscriptions,
            Policy policy)
            implements Resource {
        public Topic {
            subscriptions = List.copyOf(subscriptions);
        }
    }

    /// A private ECR repository that scans what comes in, kept when the stack goes.
    ///
    /// @param encryptionKey empty for the key that AWS keeps for ECR
    /// @param policy who of other accounts may pull; empty where nobody does
    record Repository(
            String key,
            Text name,
            List<String> movingTags,
            String lifecycle,
            Optional<Text> encryptionKey,
            Optional<Policy> policy)
            implements Resource {
        public Repository {
            movingTags = List.copyOf(movingTags);
        }
    }

    /// A CodeDeploy application.
    ///
    /// @param platform `Server`, `Lambda` or `ECS`
    record DeployApplication(String key, String name, String platform) implements Resource {}

    /// A CodeDeploy deployment configuration.
    ///
    /// @param pace never a [DeploymentPace.Named]
    record DeployPace(String key, String name, String platform, DeploymentPace pace)
            implements Resource {}

    /// A CodeDeploy deployment group that goes back by itself when a deployment fails.
    ///
    /// @param configuration the name of its deployment configuration
    /// @param service of an ECS service, what was drawn or is asked for
    record DeployGroup(
            String key,
            String name,
            Text application,
            Text configuration,
            Text role,
            DeploymentTarget target,
            Optional<EcsService> service)
            implements Resource {}

    /// An ECS service behind a load balancer.
    ///
    /// @param listener an ARN; the others are names
    record EcsService(Text cluster, Text service, Text listener, Text blue, Text green) {}

    /// Lets another account send events to the default bus of this one.
    ///
    /// @param statement its name in the bus's policy; 1–64 of `[a-zA-Z0-9-_]`
    /// @param account twelve digits
    record BusAccess(String key, String statement, Text account) implements Resource {}

    /// An event rule that starts the pipeline, or tells the account that it lives in.
    ///
    /// @param target the pipeline, or the event bus there
    /// @param role what it does so under
    /// @param pattern the event pattern as JSON text, in which [Text] parts may stand
    record StartRule(String key, String description, Text pattern, Text target, Text role)
            implements Resource {}

    /// An event rule that tells a topic.
    ///
    /// @param pattern the event pattern as JSON text
    /// @param paths what is taken out of the event, JSON paths by name
    /// @param message what is said, with those names in `<>`
    record Notice(
            String key,
            String name,
            String description,
            Text pattern,
            Text topic,
            SequencedMap<String, String> paths,
            String message)
            implements Resource {
        public Notice {
            paths = Ordered.copy(paths);
        }
    }

    /// An alarm on one figure, told to a topic.
    ///
    /// @param namespace such as `AWS/CodePipeline`
    /// @param dimension such as `PipelineName`, and whose figure it is
    /// @param threshold at and above which it goes off
    record Alarm(
            String key,
            String name,
            String description,
            String namespace,
            String metric,
            Map.Entry<String, String> dimension,
            String statistic,
            int periodSeconds,
            int threshold,
            Text topic)
            implements Resource {}

    /// A page of figures.
    ///
    /// @param body as CloudWatch takes it, JSON text
    record Dashboard(String key, String name, Text body) implements Resource {}

    /// The pipeline itself.
    ///
    /// @param design what was drawn
    /// @param role the service role's ARN
    /// @param stores the artifact stores, resolved
    /// @param actions every action's settings and role, resolved
    /// @param rules the settings of every rule of a stage condition, resolved
    record Pipeline(
            String key,
            Design design,
            Text role,
            List<Store> stores,
            SequencedMap<ActionId, ResolvedAction> actions,
            SequencedMap<ConditionRule, SequencedMap<String, Text>> rules,
            List<String> after)
            implements Resource {
        public Pipeline {
            stores = List.copyOf(stores);
            actions = Ordered.copy(actions);
            rules = Ordered.copy(rules);
            after = List.copyOf(after);
        }
    }

    /// An artifact store as the pipeline names it.
    ///
    /// @param region empty when it is the only store and nobody named its region
    /// @param encryptionKey the key's ARN or id; empty for the key that S3 keeps
    /// @param extras what an import brought along with it
    record Store(String region, Text bucket, Optional<Text> encryptionKey, Extras extras) {}

    /// An action's settings with companions in their places.
    ///
    /// @param region set when it works in another region than its pipeline
    /// @param role set when it has a role of its own
    record ResolvedAction(
            SequencedMap<String, Text> settings, Optional<String> region, Optional<Text> role) {
        public ResolvedAction {
            settings = Ordered.copy(settings);
        }
    }

    /// The statements of all policies in this resource, for counting and checking.
    default List<Statement> statements() {
        return switch (this) {
            case EncryptionKey k -> k.policy().statements();
            case ArtifactBucket b -> b.policy().statements();
            case Role r -> r.policies().stream().flatMap(p -> p.statements().stream()).toList();
            case Topic t -> t.policy().statements();
            case Repository r -> r.policy().map(Policy::statements).orElse(List.of());
            case LogGroup _,
                    BuildProject _,
                    Connection _,
                    DeployApplication _,
                    DeployPace _,
                    DeployGroup _,
                    BusAccess _,
                    StartRule _,
                    Notice _,
                    Alarm _,
                    Dashboard _,
                    Pipeline _ ->
                    List.of();
        };
    }
}
