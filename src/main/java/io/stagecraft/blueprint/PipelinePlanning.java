package io.stagecraft.blueprint;

import io.stagecraft.blueprint.Ground.Site;
import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.catalog.FieldSpec;
import io.stagecraft.catalog.RuleTypeCatalog;
import io.stagecraft.catalog.RuleTypeSpec;
import io.stagecraft.iam.Holder;
import io.stagecraft.iam.Policy;
import io.stagecraft.iam.RoleSynthesizer;
import io.stagecraft.iam.Text;
import io.stagecraft.iam.Trusts;
import io.stagecraft.model.Action;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.ConditionRule;
import io.stagecraft.model.Design;
import io.stagecraft.model.OnFailure;
import io.stagecraft.model.Origin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// Plans the pipeline itself, its role and those of its actions.
final class PipelinePlanning {
    private final Drafting draft;
    private final ActionCatalog catalog;
    private final RuleTypeCatalog rules;
    private final Design design;
    private final Keys keys;
    private final List<String> notes;
    private final Ground ground;
    private final Stores stores;
    private final Companions companions;
    private final Views views;
    private final RoleSynthesizer.Roles roles;

    /// Roles that the pipeline names by their names and so would not wait for. Policies are written into a role: who waits for
    /// the role has them too.
    private final List<String> rolesByName = new ArrayList<>();

    PipelinePlanning(Drafting draft) {
        this.draft = draft;
        this.catalog = draft.catalog;
        this.rules = draft.rules;
        this.design = draft.design;
        this.keys = draft.keys;
        this.notes = draft.notes;
        this.ground = draft.ground;
        this.stores = draft.stores;
        this.companions = draft.companions;
        this.views = draft.views;
        this.roles = draft.roles;
    }

    void pipelineRole() {
        if (!(design.role() instanceof Origin.Create)) {
            return;
        }
        var home = ground.home();
        draft.role(
                home,
                draft.pipelineRoleKey,
                ground.fixed(pipelineRoleName()),
                "The pipeline " + design.name() + " runs under it",
                Trusts.service(
                        "codepipeline.amazonaws.com",
                        Text.here(Text.Here.ACCOUNT),
                        Optional.of(ground.arn("codepipeline", home, home, design.name())),
                        "lets CodePipeline run " + design.name()),
                roles.of(Holder.PIPELINE));
    }

    void actionRole(Action action) {
        views.roleName(action)
                .ifPresent(name -> {
                    var site = views.roleSite(action);
                    var key = keys.of(name, "Role");
                    if (site.equals(ground.home())) {
                        rolesByName.add(key);
                    }
                    draft.role(
                            site,
                            key,
                            Optional.of(name),
                            action.name() + " of " + design.name() + " runs under it",
                            trustOfActionRole(site, action),
                            roles.of(new Holder.OfAction(action.id())));
                });
    }

    Resource.Pipeline pipeline() {
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

    private String pipelineRoleName() {
        return RoleNames.of(design.name(), "pipeline");
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
                            ? Text.arnOf(draft.pipelineRoleKey)
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
