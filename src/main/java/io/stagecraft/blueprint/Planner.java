package io.stagecraft.blueprint;

import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.catalog.RuleTypeCatalog;
import io.stagecraft.iam.Holder;
import io.stagecraft.iam.PolicySize;
import io.stagecraft.model.Design;
import io.stagecraft.model.Environment;
import io.stagecraft.model.Placeholder;
import io.stagecraft.model.images.Buildspecs;

import java.util.LinkedHashMap;
import java.util.Map;

/// Works out everything that must exist for a design to run.
///
/// Any design can be planned, half drawn or wrong: what cannot be resolved is left out and said in the blueprint's notes.
public final class Planner {
    private final ActionCatalog catalog;
    private final RuleTypeCatalog rules;
    private final Buildspecs buildspecs;

    /// With the rule types that come with the program.
    public Planner(ActionCatalog catalog) {
        this(catalog, CatalogFiles.rules());
    }

    public Planner(ActionCatalog catalog, RuleTypeCatalog rules) {
        this(catalog, rules, new Buildspecs());
    }

    /// @param buildspecs what others have read already
    public Planner(ActionCatalog catalog, RuleTypeCatalog rules, Buildspecs buildspecs) {
        this.catalog = catalog;
        this.rules = rules;
        this.buildspecs = buildspecs;
    }

    /// The blueprint of `design`; the same drawing gives the same blueprint.
    public Blueprint plan(Design design) {
        return planning(design).blueprint();
    }

    Planning planning(Design design) {
        return new Planning(catalog, rules, buildspecs, placed(design));
    }

    /// An environment that says `${AWS::Region}` or `${AWS::AccountId}` is where the stack is, as one that says nothing.
    private static Design placed(Design design) {
        return design.environments().stream().noneMatch(Planner::isHere)
                ? design
                : design.withEnvironments(
                        design.environments().stream()
                                .map(e ->
                                        e.withRegion(known(e.region(), Placeholder.Fact.REGION))
                                                .withAccount(
                                                        known(
                                                                e.account(),
                                                                Placeholder.Fact.ACCOUNT)))
                                .toList());
    }

    private static boolean isHere(Environment environment) {
        return Placeholder.is(environment.region(), Placeholder.Fact.REGION)
                || Placeholder.is(environment.account(), Placeholder.Fact.ACCOUNT);
    }

    private static String known(String text, Placeholder.Fact here) {
        return Placeholder.is(text, here) ? "" : text;
    }

    /// How long the policies get of the roles that come with `design` for the pipeline, its actions, builds and stacks, as
    /// [PolicySize] counts; a role that needs nothing is left out. Quicker than a whole plan.
    public Map<Holder, Integer> roleSizes(Design design) {
        var sizes = new LinkedHashMap<Holder, Integer>();
        new Drafting(catalog, rules, buildspecs, placed(design))
                .roles
                .statements()
                .forEach((holder, statements) -> {
                    if (!(holder instanceof Holder.Existing)) {
                        sizes.put(holder, PolicySize.of(Ground.Draft.policies(statements)));
                    }
                });
        return sizes;
    }
}
