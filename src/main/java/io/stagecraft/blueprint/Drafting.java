package io.stagecraft.blueprint;

import io.stagecraft.blueprint.Companions.Made;
import io.stagecraft.blueprint.Ground.Site;
import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.catalog.RuleTypeCatalog;
import io.stagecraft.iam.Policy;
import io.stagecraft.iam.RoleSynthesizer;
import io.stagecraft.iam.Statement;
import io.stagecraft.iam.Text;
import io.stagecraft.model.Companion;
import io.stagecraft.model.Design;
import io.stagecraft.model.images.Buildspecs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What all planning works with: the design, the ground it stands on, and the stacks as they come together.
final class Drafting {
    final ActionCatalog catalog;
    final RuleTypeCatalog rules;
    final Design design;
    final Keys keys = new Keys();
    final List<String> notes = new ArrayList<>();
    final Ground ground;
    final Stores stores;
    final Companions companions;
    final BuildImages builds;
    final Views views;
    final RoleSynthesizer.Roles roles;

    /// Taken before any other, so that it stays what it is whatever else there is.
    final String pipelineRoleKey;

    Drafting(ActionCatalog catalog, RuleTypeCatalog rules, Buildspecs buildspecs, Design design) {
        this.catalog = catalog;
        this.rules = rules;
        this.design = design;
        ground = new Ground(design);
        pipelineRoleKey = keys.of("Pipeline", "Role");
        stores = new Stores(design, ground, keys);
        companions = new Companions(design, ground, keys);
        builds = new BuildImages(design, buildspecs);
        views = new Views(design, catalog, rules, ground, stores, companions, builds);
        roles = new RoleSynthesizer(catalog, rules).synthesize(design, views);
    }

    /// The stack where the pipeline is.
    Ground.Draft home() {
        return ground.draft(ground.home());
    }

    /// The companions that come with the design, not those that are there already.
    List<Made> madeOnes() {
        return design.companions().stream()
                .flatMap(c -> companions.made(c.name()).filter(m -> m.companion() == c).stream())
                .toList();
    }

    /// The build logs of a stack.
    List<Text> logs(Site site) {
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

    /// Where CodeBuild logs the builds of a project.
    static String logGroup(String project) {
        return "/aws/codebuild/" + project;
    }

    /// Puts a role into a stack.
    void role(
            Site site,
            String key,
            Optional<String> name,
            String description,
            Policy trust,
            List<Statement> statements) {
        ground.draft(site).role(key, name, description, trust, statements, List.of());
    }
}
