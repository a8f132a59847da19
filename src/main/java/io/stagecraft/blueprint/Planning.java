package io.stagecraft.blueprint;

import io.stagecraft.blueprint.Companions.Made;
import io.stagecraft.blueprint.Ground.Site;
import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.catalog.FieldSpec;
import io.stagecraft.catalog.RuleTypeCatalog;
import io.stagecraft.catalog.RuleTypeSpec;
import io.stagecraft.iam.Holder;
import io.stagecraft.iam.Policy;
import io.stagecraft.iam.RoleSynthesizer;
import io.stagecraft.iam.Statement;
import io.stagecraft.iam.Text;
import io.stagecraft.iam.Trusts;
import io.stagecraft.model.Action;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.Companion;
import io.stagecraft.model.ConditionRule;
import io.stagecraft.model.Design;
import io.stagecraft.model.OnFailure;
import io.stagecraft.model.Origin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One design on its way to its blueprint. Resources go into their stacks in an order in which each stands behind those it
/// points at.
final class Planning {
    private final ActionCatalog catalog;
    private final RuleTypeCatalog rules;
    private final Design design;
    private final Keys keys = new Keys();
    private final List<String> notes = new ArrayList<>();
    private final Ground ground;
    private final Stores stores;
    private final Companions companions;
    private final Views views;
    private final RoleSynthesizer.Roles roles;
    private final String pipelineRoleKey;

    private final Map<Site, String> logKeys = new LinkedHashMap<>();

    /// Roles that the pipeline names by their names and so would not wait for. Policies are written into a role: who waits for
    /// the role has them too.
    private final List<String> rolesByName = new ArrayList<>();

    Planning(ActionCatalog catalog, RuleTypeCatalog rules, Design design) {
        this.catalog = catalog;
        this.rules = rules;
        this.design = design;
        ground = new Ground(design);
        pipelineRoleKey = keys.of("Pipeline", "Role");
        stores = new Stores(design, ground, keys);
        companions = new Companions(design, ground, keys);
        views = new Views(design, catalog, rules, ground, stores, companions);
        roles = new RoleSynthesizer(catalog, rules).synthesize(design, views);
    }

    Blueprint blueprint() {
        stores.all().forEach(this::store);
        madeOnes().forEach(this::companion);
        pipelineRole();
        design.actions().forEach(this::actionRole);
        var pipeline = pipeline();
        home().resources.add(pipeline);
        new Starts(design, catalog, ground, views, keys, notes).plan();
        home().outputs
                .add(
                        new StackPlan.Output(
                                "PipelineName", "The pipeline", Text.nameOf(pipeline.key())));
        notes.addAll(roles.gaps());
        return new Blueprint(
                design.name(),
                // an environment where everything is there already takes no stack; AWS refuses
                // empty ones
                ground.stacks().stream().filter(s -> !s.resources().isEmpty()).toList(),
                notes.stream().distinct().toList());
    }

    private Ground.Draft home() {
        return ground.draft(ground.home());
    }

    private List<Made> madeOnes() {
        return design.companions().stream()
                .flatMap(c -> companions.made(c.name()).filter(m -> m.companion() == c).stream())
                .toList();
    }

    private void store(Stores.At at) {
        if (at.bucketKey().isEmpty() && at.keyKey().isEmpty()) {
            return;
        }
        var stack = ground.draft(at.site());
        var guests = new Guests(design, catalog, ground, companions, views).of(at);
        at.keyKey()
                .ifPresent(key -> {
                    stack.resources.add(
                            new Resource.EncryptionKey(
                                    key,
                                    "Encrypts the artifacts of " + design.name(),
                                    stores.alias(),
                                    ResourcePolicies.key(guests, logs(at.site()))));
                    stack.outputs.add(
                            new StackPlan.Output(
                                    Stores.KEY_ARN,
                                    "The key that encrypts the artifacts",
                                    Text.arnOf(key)));
                });
        at.bucketKey()
                .ifPresent(key -> {
                    stack.resources.add(
                            new Resource.ArtifactBucket(
                                    key,
                                    stores.fixedName(at),
                                    stores.projectsKey(at.site().region(), at.site()),
                                    ResourcePolicies.bucket(key, guests)));
                    stack.outputs.add(
                            new StackPlan.Output(
                                    "ArtifactBucketName",
                                    "The bucket that holds the artifacts",
                                    Text.nameOf(key)));
                });
    }

    /// The build logs of a stack.
    private List<Text> logs(Site site) {
        return madeOnes().stream()
                .filter(m -> m.companion() instanceof Companion.BuildProject)
                .filter(m -> m.site().equals(site))
                .map(m ->
                        ground.arn(
                                "logs",
                                m.site(),
                                m.site(),
                                "log-group:" + logGroup(m.companion().name())))
                .toList();
    }

    /// A key for the build logs where the design brings none for artifacts.
    private String logKey(Site site) {
        var key = keys.of("Log", "Key");
        ground.draft(site)
                .resources
                .add(
                        new Resource.EncryptionKey(
                                key,
                                "Encrypts the build logs of " + design.name(),
                                "alias/" + Keys.slug(design.name(), 80) + "-logs",
                                ResourcePolicies.key(List.of(), logs(site))));
        return key;
    }

    private static String logGroup(String project) {
        return "/aws/codebuild/" + project;
    }

    private void companion(Made made) {
        switch (made.companion()) {
            case Companion.BuildProject p -> project(made, p);
            case Companion.Connection c -> connection(made, c);
            case Companion.Topic t ->
                    ground.draft(made.site())
                            .resources
                            .add(
                                    new Resource.Topic(
                                            made.key(),
                                            Optional.of(Text.of(t.name())),
                                            // the key that SNS keeps admits every publisher of the
                                            // account by itself
                                            Optional.of(Text.of("alias/aws/sns")),
                                            t.subscriptions(),
                                            ResourcePolicies.topic(made.key())));
            case Companion.Watch w ->
                    home().resources.addAll(new Watching(design, ground, keys).of(made.key(), w));
            case Companion.Repository r -> repository(made, r);
            case Companion.StackRole r -> stackRole(made, r);
        }
    }

    private void repository(Made made, Companion.Repository repository) {
        var stack = ground.draft(made.site());
        Optional<String> key =
                repository.ownKey()
                        ? Optional.of(keys.of(repository.name(), "Key"))
                        : Optional.empty();
        key.ifPresent(k ->
                stack.resources.add(
                        new Resource.EncryptionKey(
                                k,
                                "Encrypts the images of " + repository.name(),
                                "alias/" + Keys.slug(repository.name(), 200) + "-images",
                                // who pulls and pushes needs nothing of it: ECR holds a grant
                                ResourcePolicies.key(List.of(), List.of()))));
        stack.resources.add(
                new Resource.Repository(
                        made.key(),
                        Text.of(repository.name()),
                        repository.movingTags(),
                        Lifecycles.of(repository.keepImages()),
                        key.map(Text::arnOf)));
    }

    private void connection(Made made, Companion.Connection connection) {
        var stack = ground.draft(made.site());
        stack.resources.add(
                new Resource.Connection(made.key(), connection.name(), connection.providerType()));
        stack.outputs.add(
                new StackPlan.Output(
                        made.key() + "Arn",
                        "The connection " + connection.name(),
                        Text.arnOf(made.key())));
        notes.add(
                "Complete the handshake of the connection "
                        + connection.name()
                        + " in the console (Developer Tools, Settings, Connections): until then it is pending and its source fails.");
    }

    private void project(Made made, Companion.BuildProject project) {
        var site = made.site();
        var stack = ground.draft(site);
        var logs = keys.of(project.name(), "Logs");
        var role = keys.of(project.name(), "Role");
        var key =
                stores.at(site.region())
                        .filter(at -> at.site().equals(site))
                        .flatMap(Stores.At::keyKey)
                        .orElseGet(() -> logKeys.computeIfAbsent(site, this::logKey));
        stack.resources.add(
                new Resource.LogGroup(
                        logs,
                        Text.of(logGroup(project.name())),
                        project.logRetentionDays(),
                        Optional.of(Text.arnOf(key))));
        role(
                site,
                role,
                ground.fixed(RoleNames.ofBuild(design, made.companion())),
                "Builds " + project.name(),
                trustOfBuilds(site, project),
                roles.of(new Holder.OfProject(project.name())));
        stack.resources.add(
                new Resource.BuildProject(
                        made.key(),
                        Text.of(project.name()),
                        project,
                        Text.arnOf(role),
                        Text.nameOf(logs),
                        stores.projectsKey(site.region(), site),
                        batchRole(site, project).map(Text::arnOf),
                        List.of()));
    }

    /// The role of batches, where an action starts one.
    ///
    /// @see <a href="https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/aws-codebuild/lib/project.ts">enableBatchBuilds</a>
    private Optional<String> batchRole(Site site, Companion.BuildProject project) {
        var statements = roles.of(new Holder.OfBatches(project.name()));
        if (statements.isEmpty()) {
            return Optional.empty();
        }
        var key = keys.of(project.name(), "BatchRole");
        role(
                site,
                key,
                ground.fixed(RoleNames.of(design.name(), project.name() + "-batch")),
                "Starts the builds of batches of " + project.name(),
                trustOfBuilds(site, project),
                statements);
        return Optional.of(key);
    }

    private Policy trustOfBuilds(Site site, Companion.BuildProject project) {
        return Trusts.service(
                "codebuild.amazonaws.com",
                Text.here(Text.Here.ACCOUNT),
                Optional.of(ground.arn("codebuild", site, site, "project/" + project.name())),
                "lets CodeBuild run builds of " + project.name());
    }

    private void stackRole(Made made, Companion.StackRole role) {
        ground.draft(made.site())
                .role(
                        made.key(),
                        ground.fixed(RoleNames.cut(role.name())),
                        "CloudFormation works under it when " + design.name() + " deploys",
                        Trusts.cloudFormation(
                                "lets CloudFormation deploy what " + design.name() + " brings"),
                        roles.of(new Holder.OfStacks(role.name())),
                        creates(role));
        if (role.grants().isEmpty()) {
            notes.add(
                    "The role "
                            + role.name()
                            + " holds no permission yet: say what the deployed template creates.");
        }
    }

    private static final Pattern MAKES = Pattern.compile("[a-z0-9-]+:(Create|Put|Register).*");

    /// What the grants say that a deployed stack holds.
    private static List<Resource.Creates> creates(Companion.StackRole role) {
        return role.grants().stream()
                .flatMap(grant ->
                        grant.actions().stream()
                                .filter(action -> MAKES.matcher(action).matches())
                                .flatMap(action ->
                                        grant.resources().stream()
                                                .map(on -> on.replaceAll(".*[:/]", ""))
                                                .map(on -> new Resource.Creates(action, on))))
                .distinct()
                .toList();
    }

    private void pipelineRole() {
        if (!(design.role() instanceof Origin.Create)) {
            return;
        }
        var home = ground.home();
        role(
                home,
                pipelineRoleKey,
                ground.fixed(pipelineRoleName()),
                "The pipeline " + design.name() + " runs under it",
                Trusts.service(
                        "codepipeline.amazonaws.com",
                        Text.here(Text.Here.ACCOUNT),
                        Optional.of(ground.arn("codepipeline", home, home, design.name())),
                        "lets CodePipeline run " + design.name()),
                roles.of(Holder.PIPELINE));
    }

    private String pipelineRoleName() {
        return RoleNames.of(design.name(), "pipeline");
    }

    private void actionRole(Action action) {
        views.roleName(action)
                .ifPresent(name -> {
                    var site = views.roleSite(action);
                    var key = keys.of(name, "Role");
                    if (site.equals(ground.home())) {
                        rolesByName.add(key);
                    }
                    role(
                            site,
                            key,
                            Optional.of(name),
                            action.name() + " of " + design.name() + " runs under it",
                            trustOfActionRole(site, action),
                            roles.of(new Holder.OfAction(action.id())));
                });
    }

    private Policy trustOfActionRole(Site site, Action action) {
        var why = "lets the pipeline run " + action.name();
        if (site.equals(ground.home())) {
            return Trusts.role(pipelineRole(ground.home()), why);
        }
        var root =
                Text.of("arn:")
                        .plus(Text.here(Text.Here.PARTITION))
                        .plus(":iam::")
                        .plus(ground.seen(ground.home(), site).account())
                        .plus(":root");
        return Trusts.roleToBe(root, pipelineRole(site), why);
    }

    /// The ARN of the pipeline's service role.
    private Text pipelineRole(Site from) {
        return switch (design.role()) {
            case Origin.Create() ->
                    from.equals(ground.home())
                            ? Text.arnOf(pipelineRoleKey)
                            : ground.roleArn(ground.home(), from, pipelineRoleName());
            case Origin.Existing(var id) when id.isBlank() ->
                    ground.draft(from)
                            .parameter(
                                    "PipelineRoleArn",
                                    "The ARN of the role that the pipeline runs under",
                                    false);
            case Origin.Existing(var id) when RoleNames.isName(id) ->
                    ground.roleArn(ground.home(), from, id);
            case Origin.Existing(var id) -> Text.of(id);
        };
    }

    private void role(
            Site site,
            String key,
            Optional<String> name,
            String description,
            Policy trust,
            List<Statement> statements) {
        ground.draft(site).role(key, name, description, trust, statements, List.of());
    }

    private Resource.Pipeline pipeline() {
        var settings = new Settings(catalog, ground, companions, notes);
        SequencedMap<ActionId, Resource.ResolvedAction> actions = new LinkedHashMap<>();
        design.actions()
                .forEach(action ->
                        actions.put(
                                action.id(),
                                new Resource.ResolvedAction(
                                        settings.of(action),
                                        regionOf(action),
                                        views.roleOf(action))));
        var all = stores.all();
        return new Resource.Pipeline(
                keys.of("Pipeline", ""),
                design,
                pipelineRole(ground.home()),
                all.stream()
                        .map(at ->
                                new Resource.Store(
                                        all.size() == 1 ? at.store().region() : stores.regionOf(at),
                                        stores.bucket(at),
                                        stores.pipelinesKey(at),
                                        at.store().extras()))
                        .toList(),
                actions,
                ruleSettings(settings),
                rolesByName);
    }

    private SequencedMap<ConditionRule, SequencedMap<String, Text>> ruleSettings(
            Settings settings) {
        var resolved = new LinkedHashMap<ConditionRule, SequencedMap<String, Text>>();
        for (var stage : design.stages()) {
            Stream.of(
                            stage.beforeEntry(),
                            stage.onSuccess(),
                            stage.onFailure().flatMap(OnFailure::condition))
                    .flatMap(Optional::stream)
                    .flatMap(condition -> condition.rules().stream())
                    .forEach(rule -> resolved.put(rule, settings.of(rule, fields(rule))));
        }
        return resolved;
    }

    private List<FieldSpec> fields(ConditionRule rule) {
        return rules.find(rule.provider(), rule.version())
                .map(RuleTypeSpec::fields)
                .orElse(List.of());
    }

    private Optional<String> regionOf(Action action) {
        var region = ground.of(action).region();
        return region.equals(ground.home().region()) ? Optional.empty() : Optional.of(region);
    }
}
