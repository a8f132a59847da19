package io.stagecraft.blueprint;

import io.stagecraft.blueprint.Ground.Site;
import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.catalog.CompanionKind;
import io.stagecraft.catalog.FieldSpec;
import io.stagecraft.catalog.HandedOn;
import io.stagecraft.catalog.RuleTypeCatalog;
import io.stagecraft.catalog.RuleTypeSpec;
import io.stagecraft.iam.ActionContext;
import io.stagecraft.iam.Holder;
import io.stagecraft.iam.RoleSynthesizer;
import io.stagecraft.iam.Text;
import io.stagecraft.model.Action;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.ArtifactFlow;
import io.stagecraft.model.BuildSurroundings;
import io.stagecraft.model.Companion;
import io.stagecraft.model.CompanionRef;
import io.stagecraft.model.ConditionRule;
import io.stagecraft.model.DeploymentPace;
import io.stagecraft.model.Design;
import io.stagecraft.model.EcrImage;
import io.stagecraft.model.Origin;
import io.stagecraft.model.Stage;
import io.stagecraft.model.images.ImageUses.Way;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How every action looks from the stack that a role lives in.
final class Views implements RoleSynthesizer.View {
    private static final Pattern GRANT_SLOT = Pattern.compile("\\{(partition|region|account)}");

    private final Design design;
    private final ActionCatalog catalog;
    private final RuleTypeCatalog rules;
    private final Ground ground;
    private final Stores stores;
    private final Companions companions;
    private final BuildImages builds;
    private final ArtifactFlow flow;
    private final Map<ActionId, String> stageNames = new HashMap<>();
    private final Map<ActionId, String> roleNames = new HashMap<>();
    private final GivenRoles given;
    private final Map<List<Object>, ActionContext> seen = new HashMap<>();
    private final Map<List<Object>, List<BuildImages.Used>> images = new HashMap<>();

    Views(
            Design design,
            ActionCatalog catalog,
            RuleTypeCatalog rules,
            Ground ground,
            Stores stores,
            Companions companions,
            BuildImages builds) {
        this.design = design;
        this.catalog = catalog;
        this.rules = rules;
        this.ground = ground;
        this.stores = stores;
        this.companions = companions;
        this.builds = builds;
        this.flow = ArtifactFlow.of(design);
        this.given = new GivenRoles(ground, givenRoles());
        Set<String> taken = new HashSet<>();
        for (var stage : design.stages()) {
            for (var action : stage.actions()) {
                stageNames.put(action.id(), stage.name());
                if (action.role().filter(Origin.Create.class::isInstance).isPresent()) {
                    roleNames.put(action.id(), freeName(stage.name(), action.name(), taken));
                }
            }
        }
    }

    /// The pipeline's first, then as drawn; those that have no name yet are asked for where they are used.
    private List<GivenRoles.Written> givenRoles() {
        var pipelines = written(design.role(), ground.home());
        var actions =
                design.actions()
                        .flatMap(
                                a -> a.role().stream().flatMap(role -> written(role, roleSite(a))));
        var rules =
                design.stages().stream()
                        .flatMap(Stage::conditions)
                        .flatMap(condition -> condition.rules().stream())
                        .flatMap(rule -> ownArn(rule).stream())
                        .map(arn -> new GivenRoles.Written(arn, ground.home()));
        var stacks =
                design.companions().stream()
                        .filter(Companion.StackRole.class::isInstance)
                        .flatMap(role -> written(role.origin(), ground.of(role)));
        return Stream.of(pipelines, actions, rules, stacks).flatMap(all -> all).toList();
    }

    private static Stream<GivenRoles.Written> written(Origin role, Site site) {
        return role instanceof Origin.Existing(var id) && !id.isBlank()
                ? Stream.of(new GivenRoles.Written(id, site))
                : Stream.empty();
    }

    private static Optional<String> ownArn(ConditionRule rule) {
        return rule.roleArn().filter(arn -> !arn.isBlank());
    }

    private String freeName(String stage, String action, Set<String> taken) {
        var name = RoleNames.of(design.name(), stage + "-" + action);
        var free = name;
        for (int n = 2; !taken.add(free); n++) {
            free = RoleNames.of(design.name(), n + "-" + stage + "-" + action);
        }
        return free;
    }

    /// The name of the role that comes with the design for this action alone.
    Optional<String> roleName(Action action) {
        return Optional.ofNullable(roleNames.get(action.id()));
    }

    /// Where the role of an action lives: IAM knows no region, so a role of the home account lives with the pipeline.
    Site roleSite(Action action) {
        var site = ground.of(action);
        return ground.isForeign(site) ? site : ground.home();
    }

    Site siteOf(Holder holder) {
        return switch (holder) {
            case Holder.Pipeline() -> ground.home();
            case Holder.OfAction(var id) ->
                    design.action(id).map(this::roleSite).orElse(ground.home());
            case Holder.OfProject(var name) -> siteOf(name);
            case Holder.OfBatches(var name) -> siteOf(name);
            case Holder.OfStacks(var name) -> siteOf(name);
            case Holder.Existing role -> given.site(role);
        };
    }

    /// What is known of where a role is that is there already.
    Placed placed(Holder.Existing role) {
        return given.placed(role);
    }

    @Override
    public Holder pipelineRole() {
        return design.role() instanceof Origin.Existing(var id)
                ? pipelineRole(id)
                : Holder.PIPELINE;
    }

    private Holder pipelineRole(String id) {
        return id.isBlank()
                ? given.asked(
                        "PipelineRoleArn",
                        "The ARN of the role that the pipeline runs under",
                        ground.home())
                : given.of(id, ground.home());
    }

    @Override
    public Holder ownRole(Action action) {
        return action.role()
                .<Holder>map(role ->
                        role instanceof Origin.Existing(var id)
                                ? given(id, action)
                                : new Holder.OfAction(action.id()))
                .orElseGet(this::pipelineRole);
    }

    private Holder.Existing given(String id, Action action) {
        return id.isBlank()
                ? given.asked(
                        Keys.pascal(action.name()) + "RoleArn",
                        "The ARN of the role that " + action.name() + " runs under",
                        roleSite(action))
                : given.of(id, roleSite(action));
    }

    @Override
    public Holder ownRole(ConditionRule rule) {
        return ownArn(rule)
                .<Holder>map(arn -> given.of(arn, ground.home()))
                .orElseGet(this::pipelineRole);
    }

    @Override
    public Optional<Text> roleOf(ConditionRule rule) {
        return ownArn(rule).map(arn -> given.text(arn, ground.home()));
    }

    @Override
    public Holder roleOf(Companion.StackRole role) {
        return role.origin() instanceof Origin.Existing(var id)
                ? given(id, role)
                : new Holder.OfStacks(role.name());
    }

    private Holder given(String id, Companion.StackRole role) {
        return id.isBlank()
                ? given.asked(
                        Keys.pascal(role.name()) + "RoleArn",
                        "The ARN of the role " + role.name(),
                        ground.of(role))
                : given.of(id, ground.of(role));
    }

    private Site siteOf(String companion) {
        return companions.made(companion).map(Companions.Made::site).orElse(ground.home());
    }

    @Override
    public ActionContext of(Action action, Holder holder) {
        return from(action, holder instanceof Holder.OfAction ? roleSite(action) : siteOf(holder));
    }

    @Override
    public Optional<Text> roleOf(Action action) {
        return action.role()
                .flatMap(role ->
                        switch (role) {
                            case Origin.Create() ->
                                    roleName(action)
                                            .map(n ->
                                                    ground.roleArn(
                                                            roleSite(action), ground.home(), n));
                            case Origin.Existing(var id) when id.isBlank() ->
                                    Optional.of(given(id, action).role());
                            case Origin.Existing(var id) ->
                                    Optional.of(given.text(id, roleSite(action)));
                        });
    }

    @Override
    public Text grant(String resource, Companion.StackRole role) {
        var text = new Text(List.of());
        int at = 0;
        var slots = GRANT_SLOT.matcher(resource);
        while (slots.find()) {
            text = text.plus(resource.substring(at, slots.start())).plus(here(slots.group(1)));
            at = slots.end();
        }
        return text.plus(resource.substring(at));
    }

    private static Text here(String slot) {
        return Text.here(
                switch (slot) {
                    case "partition" -> Text.Here.PARTITION;
                    case "region" -> Text.Here.REGION;
                    default -> Text.Here.ACCOUNT;
                });
    }

    @Override
    public ActionContext of(Stage stage, ConditionRule rule, Holder holder) {
        var from = siteOf(holder);
        var home = ground.home();
        var site = new Site(home.account(), rule.region().orElse(home.region()));
        var fields =
                rules.find(rule.provider(), rule.version())
                        .map(RuleTypeSpec::fields)
                        .orElse(List.of());
        return new ActionContext(
                design.name(),
                stage.name(),
                rule.name(),
                ground.seen(home, from),
                ground.seen(site, from),
                settings(rule.settings(), fields, from),
                rule.inputs(),
                List.of(),
                stores.seen(site.region(), from),
                site.region().equals(home.region())
                        ? Optional.empty()
                        : stores.seen(home.region(), from),
                project(rule.settings(), fields, from),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private List<FieldSpec> fields(Action action) {
        return catalog.find(action.type()).map(ActionSpec::fields).orElse(List.of());
    }

    /// The action as the stack at `from` sees it.
    ActionContext from(Action action, Site from) {
        return seen.computeIfAbsent(List.of(action.id(), from), _ -> context(action, from));
    }

    private ActionContext context(Action action, Site from) {
        var site = ground.of(action);
        return new ActionContext(
                design.name(),
                stageNames.getOrDefault(action.id(), ""),
                action.name(),
                ground.seen(ground.home(), from),
                ground.seen(site, from),
                settings(action.settings(), fields(action), from),
                action.inputs(),
                action.outputNames(),
                stores.seen(site.region(), from),
                site.region().equals(ground.home().region())
                        ? Optional.empty()
                        : stores.seen(ground.home().region(), from),
                project(action.settings(), fields(action), from),
                action.environmentVariables(),
                sources(action, from),
                pace(action));
    }

    /// Of a group that comes with the design; what another goes by nobody here knows.
    private Optional<String> pace(Action action) {
        return action.settings().values().stream()
                .flatMap(v -> CompanionRef.in(v).stream())
                .flatMap(name -> companions.made(name).stream())
                .flatMap(m ->
                        m.companion() instanceof Companion.Deployment d
                                ? Stream.of(
                                        d.pace() instanceof DeploymentPace.Named(var named)
                                                ? named
                                                : d.name())
                                : Stream.empty())
                .filter(name -> !name.isBlank())
                .findFirst();
    }

    private LinkedHashMap<String, Text> settings(
            Map<String, String> written, List<FieldSpec> fields, Site from) {
        var settings = new LinkedHashMap<String, Text>();
        written.forEach((key, value) ->
                value(fields, key, value, from).ifPresent(text -> settings.put(key, text)));
        return settings;
    }

    private Optional<Text> value(List<FieldSpec> fields, String key, String value, Site from) {
        var reference = CompanionRef.in(value);
        return reference.isEmpty()
                ? Optional.of(Text.of(value))
                : companions.policy(reference.get(), Settings.form(fields, key), from);
    }

    private Optional<ActionContext.Project> project(
            Map<String, String> settings, List<FieldSpec> fields, Site from) {
        var handed = HandedOn.of(fields, settings);
        return fields.stream()
                .filter(f ->
                        f.companion()
                                .map(FieldSpec.CompanionUse::kind)
                                .filter(CompanionKind.BUILD_PROJECT::equals)
                                .isPresent())
                .flatMap(f -> Optional.ofNullable(settings.get(f.key())).stream())
                .flatMap(v -> CompanionRef.in(v).stream())
                .flatMap(n -> companions.find(n).stream())
                .filter(Companion.BuildProject.class::isInstance)
                .map(Companion.BuildProject.class::cast)
                .map(project -> known(project, handed, from))
                .findFirst();
    }

    private ActionContext.Project known(
            Companion.BuildProject project, HandedOn handed, Site from) {
        var around = project.surroundings();
        var features = new HashSet<String>();
        if (project.reports()) {
            features.add("reports");
        }
        if (around.network().isPresent()) {
            features.add("vpc");
        }
        Optional<String> cache =
                around.cache() instanceof BuildSurroundings.Cache.InS3(var location)
                        ? Optional.of(location)
                        : Optional.empty();
        var image = EcrImage.in(project.image()).flatMap(i -> companions.repositoryOf(i, from));
        if (image.isPresent()) {
            features.add("private-image");
        }
        if (cache.isPresent()) {
            features.add("cache");
        }
        var used =
                images.computeIfAbsent(
                        List.of(project.name(), handed), _ -> builds.of(project, handed));
        var pushesTo = told(used, Way.PUSH, from);
        if (!pushesTo.isEmpty()) {
            features.add("pushes-image");
        }
        var pullsFrom = told(used, Way.PULL, from);
        if (!pullsFrom.isEmpty()) {
            features.add("pulls-image");
        }
        return new ActionContext.Project(
                features,
                project.variables(),
                around.network().map(BuildSurroundings.Network::subnets).orElse(List.of()),
                around.network().map(BuildSurroundings.Network::securityGroups).orElse(List.of()),
                cache,
                image,
                pushesTo,
                pullsFrom);
    }

    private List<ActionContext.Told> told(List<BuildImages.Used> images, Way way, Site from) {
        return images.stream()
                .filter(used -> used.way() == way)
                .flatMap(used ->
                        companions.repositoryOf(used.repository(), from).stream()
                                .map(arn -> new ActionContext.Told(arn, used.readIn())))
                .toList();
    }

    private List<SequencedMap<String, Text>> sources(Action action, Site from) {
        return action.inputs().stream()
                .flatMap(input -> flow.producersOf(input).stream())
                .map(ArtifactFlow.Place::action)
                .<SequencedMap<String, Text>>map(
                        maker -> settings(maker.settings(), fields(maker), from))
                .toList();
    }
}
