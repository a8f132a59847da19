package io.stagecraft.blueprint;

import io.stagecraft.iam.ActionContext.Place;
import io.stagecraft.iam.Policy;
import io.stagecraft.iam.Statement;
import io.stagecraft.iam.Text;
import io.stagecraft.model.Action;
import io.stagecraft.model.Companion;
import io.stagecraft.model.Design;
import io.stagecraft.model.Environment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which accounts and regions a design reaches, a stack each, and how one is named from another.
final class Ground {
    /// An account and a region; empty where they are the ones deployed to.
    record Site(String account, String region) {}

    /// A stack on its way.
    static final class Draft {
        private final Map<String, StackPlan.Parameter> parameters = new LinkedHashMap<>();
        private final Map<String, Told> told = new LinkedHashMap<>();
        final List<Resource> resources = new ArrayList<>();
        final List<StackPlan.Output> outputs = new ArrayList<>();

        Text parameter(String name, String description, boolean secret) {
            parameters.putIfAbsent(name, new StackPlan.Parameter(name, description, "", secret));
            return Text.parameter(name);
        }

        /// A role with at most one inline policy.
        void role(
                String key,
                Optional<String> name,
                String description,
                Policy trust,
                List<Statement> statements,
                List<Resource.Creates> creates) {
            resources.add(
                    new Resource.Role(
                            key, name, description, trust, policies(statements), creates));
        }

        static List<Policy> policies(List<Statement> statements) {
            return statements.isEmpty()
                    ? List.of()
                    : List.of(new Policy("what-it-needs", statements));
        }

        /// A parameter that an output of the stack at `site` tells.
        Text told(String name, String description, Site site, String output) {
            told.put(name, new Told(site, output));
            return parameter(name, description, false);
        }

        private List<StackPlan.Parameter> parameters(Map<Site, String> names) {
            var used = Mentioned.parameters(resources, outputs);
            return parameters.values().stream()
                    .filter(p -> used.contains(p.name()))
                    .map(p ->
                            new StackPlan.Parameter(
                                    p.name(),
                                    p.description(),
                                    p.defaultValue(),
                                    p.secret(),
                                    Optional.ofNullable(told.get(p.name()))
                                            .map(t ->
                                                    new StackPlan.OutputOf(
                                                            names.getOrDefault(t.site(), ""),
                                                            t.output()))))
                    .toList();
        }
    }

    private record Told(Site site, String output) {}

    private final Design design;
    private final Site home;
    private final Map<Site, Draft> drafts = new LinkedHashMap<>();

    Ground(Design design) {
        this.design = design;
        this.home = new Site(design.home().account(), design.home().region());
        draft(home);
        design.actions().forEach(action -> draft(of(action)));
        design.companions().forEach(companion -> draft(of(companion)));
    }

    /// What an account or a region is said to be; empty where it is the one deployed to.
    static Optional<String> said(String place) {
        return place.isEmpty() ? Optional.empty() : Optional.of(place);
    }

    Site home() {
        return home;
    }

    /// Whether everything is in one place, so that one stack knows it all.
    boolean isOnePlace() {
        return drafts.size() == 1;
    }

    /// A role's name where other stacks have to know it; otherwise AWS makes one up.
    Optional<String> fixed(String name) {
        return isOnePlace() ? Optional.empty() : Optional.of(name);
    }

    Site of(Action action) {
        return of(design.environmentOf(action));
    }

    Site of(Companion companion) {
        return of(companion.environment().flatMap(design::environment).orElse(design.home()));
    }

    private Site of(Environment environment) {
        return new Site(
                environment.account().isEmpty() ? home.account() : environment.account(),
                environment.region().isEmpty() ? home.region() : environment.region());
    }

    /// The home account in `region`.
    Site athome(String region) {
        return new Site(home.account(), region);
    }

    boolean isForeign(Site site) {
        return !site.account().equals(home.account());
    }

    Draft draft(Site site) {
        return drafts.computeIfAbsent(site, _ -> new Draft());
    }

    /// How a policy in the stack at `from` names `site`.
    Place seen(Site site, Site from) {
        return new Place(Text.here(Text.Here.PARTITION), region(site, from), account(site, from));
    }

    private Text region(Site site, Site from) {
        if (site.region().equals(from.region())) {
            return Text.here(Text.Here.REGION);
        }
        return site.region().isEmpty()
                ? draft(from)
                        .parameter("PipelineRegion", "The region that the pipeline runs in", false)
                : Text.of(site.region());
    }

    private Text account(Site site, Site from) {
        if (site.account().equals(from.account())) {
            return Text.here(Text.Here.ACCOUNT);
        }
        return site.account().isEmpty()
                ? draft(from)
                        .parameter(
                                "PipelineAccount", "The account that the pipeline runs in", false)
                : Text.of(site.account());
    }

    /// `arn:…:service:region:account:rest` of `site`, as it is named at `from`.
    Text arn(String service, Site site, Site from, String rest) {
        var place = seen(site, from);
        return Text.of("arn:")
                .plus(place.partition())
                .plus(":" + service + ":")
                .plus(place.region())
                .plus(":")
                .plus(place.account())
                .plus(":" + rest);
    }

    /// The ARN that stands for a whole account.
    Text root(Site site, Site from) {
        return Text.of("arn:")
                .plus(Text.here(Text.Here.PARTITION))
                .plus(":iam::")
                .plus(account(site, from))
                .plus(":root");
    }

    /// The ARN of a role whose name is known.
    Text roleArn(Site site, Site from, String name) {
        return Text.of("arn:")
                .plus(Text.here(Text.Here.PARTITION))
                .plus(":iam::")
                .plus(account(site, from))
                .plus(":role/" + name);
    }

    /// Other accounts first, since the key and the buckets at home can only admit roles that exist; home last.
    List<StackPlan> stacks() {
        Set<Site> order = new LinkedHashSet<>();
        drafts.keySet().stream().filter(this::isForeign).forEach(order::add);
        drafts.keySet().stream().filter(site -> !site.equals(home)).forEach(order::add);
        order.add(home);
        var keys = new Keys();
        var names = new LinkedHashMap<Site, String>();
        order.forEach(site -> names.put(site, name(site, environment(site), keys)));
        return order.stream().map(site -> stack(site, names)).toList();
    }

    /// The stack at `site` as it has come to be.
    StackPlan stack(Site site) {
        return stack(site, Map.of());
    }

    private StackPlan stack(Site site, Map<Site, String> names) {
        var draft = draft(site);
        var plan =
                new StackPlan(
                        names.getOrDefault(site, ""),
                        environment(site),
                        draft.parameters(names),
                        draft.resources,
                        draft.outputs);
        return withAsked(plan);
    }

    /// With a parameter for each placeholder that a person wrote.
    private StackPlan withAsked(StackPlan plan) {
        var parameters = new LinkedHashMap<String, StackPlan.Parameter>();
        plan.parameters().forEach(p -> parameters.put(p.name(), p));
        Written.asked(design, plan)
                .forEach((asked, written) -> {
                    var name = plan.parameterFor(asked);
                    parameters.putIfAbsent(
                            name,
                            new StackPlan.Parameter(
                                    name,
                                    "What "
                                            + String.join(" and ", written)
                                            + " in the design stands for",
                                    "",
                                    false));
                });
        return new StackPlan(
                plan.name(),
                plan.environment(),
                List.copyOf(parameters.values()),
                plan.resources(),
                plan.outputs());
    }

    private Environment environment(Site site) {
        return site.equals(home)
                ? design.home()
                : design.environments().stream()
                        .filter(e -> of(e).equals(site))
                        .findFirst()
                        .orElseGet(() -> nameless(site));
    }

    private String name(Site site, Environment environment, Keys names) {
        var pipeline = Keys.slug(design.name(), 90);
        if (site.equals(home)) {
            return pipeline;
        }
        var slug = Keys.slug(environment.name(), 30);
        var number = names.of(slug, "").substring(Keys.pascal(slug).length());
        return pipeline + "-" + slug + number;
    }

    private Environment nameless(Site site) {
        return new Environment(
                design.home().id(),
                site.region(),
                site.account(),
                site.region(),
                design.home().colour());
    }
}
