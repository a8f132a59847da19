package io.stagecraft.blueprint;

import io.stagecraft.blueprint.Companions.Made;
import io.stagecraft.blueprint.Ground.Site;
import io.stagecraft.iam.Holder;
import io.stagecraft.iam.Policy;
import io.stagecraft.iam.RoleSynthesizer;
import io.stagecraft.iam.Statement;
import io.stagecraft.iam.Text;
import io.stagecraft.iam.Trusts;
import io.stagecraft.model.Companion;
import io.stagecraft.model.Design;
import io.stagecraft.model.EcrImage;
import io.stagecraft.model.images.ImageUses.Way;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Plans what the design brings along: builds, connections, topics, repositories, roles of stacks, watches.
final class CompanionPlanning {
    private static final Pattern MAKES = Pattern.compile("[a-z0-9-]+:(Create|Put|Register).*");

    private final Drafting draft;
    private final Design design;
    private final Keys keys;
    private final List<String> notes;
    private final Ground ground;
    private final Stores stores;
    private final RoleSynthesizer.Roles roles;

    private final Map<Site, String> logKeys = new LinkedHashMap<>();
    private final IdentityHashMap<Companion.BuildProject, List<BuildImages.Used>> used =
            new IdentityHashMap<>();

    CompanionPlanning(Drafting draft) {
        this.draft = draft;
        this.design = draft.design;
        this.keys = draft.keys;
        this.notes = draft.notes;
        this.ground = draft.ground;
        this.stores = draft.stores;
        this.roles = draft.roles;
    }

    void companion(Made made) {
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
                    draft.home()
                            .resources
                            .addAll(new Watching(design, ground, keys).of(made.key(), w));
            case Companion.Repository r -> repository(made, r);
            case Companion.Deployment d -> new Deployments(design, ground, keys).plan(made, d);
            case Companion.StackRole r -> stackRole(made, r);
        }
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
                                ResourcePolicies.key(List.of(), draft.logs(site))));
        return key;
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
                        key.map(Text::arnOf),
                        guests(made)));
    }

    /// Lets the builds of other accounts pull that run in an image of the repository or pull one, and push that push to it; those of its own
    /// account are let by their own policies.
    private Optional<Policy> guests(Made repository) {
        var name = repository.companion().name();
        var lets =
                Stream.concat(
                                guests(
                                        repository,
                                        p -> isIn(p.image(), name) || uses(p, Way.PULL, name),
                                        (roots, roles) ->
                                                ResourcePolicies.pullers(
                                                        roots, roles, calls("{project-image}"))),
                                guests(
                                        repository,
                                        p -> uses(p, Way.PUSH, name),
                                        (roots, roles) ->
                                                ResourcePolicies.pushers(
                                                        roots,
                                                        roles,
                                                        calls("{project-pushes-to}"))))
                        .toList();
        return lets.isEmpty() ? Optional.empty() : Optional.of(new Policy("repository", lets));
    }

    private boolean uses(Companion.BuildProject project, Way way, String repository) {
        return used
                .computeIfAbsent(
                        project, p -> draft.builds.of(p, draft.catalog, draft.rules).toList())
                .stream()
                .anyMatch(used -> used.way() == way && used.isOf(repository));
    }

    private List<String> calls(String slot) {
        return BuildImages.calls(draft.catalog, slot);
    }

    private Stream<Statement> guests(
            Made repository,
            Predicate<Companion.BuildProject> which,
            BiFunction<List<Text>, List<Text>, Statement> let) {
        var roots = new LinkedHashSet<Text>();
        var builds = new LinkedHashSet<Text>();
        for (var made : draft.madeOnes()) {
            if (made.companion() instanceof Companion.BuildProject p
                    && !made.site().account().equals(repository.site().account())
                    && which.test(p)) {
                roots.add(ground.root(made.site(), repository.site()));
                builds.add(
                        ground.roleArn(
                                made.site(), repository.site(), RoleNames.ofBuild(design, p)));
            }
        }
        return builds.isEmpty()
                ? Stream.empty()
                : Stream.of(let.apply(List.copyOf(roots), List.copyOf(builds)));
    }

    private static boolean isIn(String image, String repository) {
        return EcrImage.in(image)
                .filter(i ->
                        i instanceof EcrImage.OfCompanion(var name, _) && name.equals(repository))
                .isPresent();
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
                        Text.of(Drafting.logGroup(project.name())),
                        project.logRetentionDays(),
                        Optional.of(Text.arnOf(key))));
        draft.role(
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
                        draft.companions.image(project.image(), site),
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
        draft.role(
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
}
