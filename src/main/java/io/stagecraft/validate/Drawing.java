package io.stagecraft.validate;

import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.catalog.RuleTypeCatalog;
import io.stagecraft.catalog.RuleTypeSpec;
import io.stagecraft.model.Action;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.ActionType;
import io.stagecraft.model.ArtifactFlow;
import io.stagecraft.model.Companion;
import io.stagecraft.model.Condition;
import io.stagecraft.model.ConditionRule;
import io.stagecraft.model.Design;
import io.stagecraft.model.Environment;
import io.stagecraft.model.Literal;
import io.stagecraft.model.Moment;
import io.stagecraft.model.Origin;
import io.stagecraft.model.Stage;
import io.stagecraft.model.images.Buildspecs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A design with what most rules need to look up, worked out once. For one thread at a time.
public final class Drawing {
    /// An action where it stands.
    ///
    /// @param index the stage's, from 0
    /// @param spec what the catalogue knows of its type
    public record Seat(Stage stage, int index, Action action, Optional<ActionSpec> spec) {
        /// Whether this action is over before `other` starts.
        public boolean isBefore(Seat other) {
            return index < other.index
                    || index == other.index && action.runOrder() < other.action.runOrder();
        }
    }

    /// A condition where it stands.
    public record Gate(Stage stage, int index, Moment moment, Condition condition) {}

    /// A rule of a condition where it stands.
    ///
    /// @param at its place among the condition's rules, from 0
    public record GateRule(Gate gate, int at, ConditionRule rule) {
        /// It by its own name and its stage's, as a sentence begins with it.
        public String words() {
            return "Rule " + rule.name() + " of stage " + gate.stage().name();
        }
    }

    private final Design design;
    private final ActionCatalog catalog;
    private final RuleTypeCatalog rules;
    private final RoleSizes sizes;
    private final Buildspecs buildspecs;
    private final ArtifactFlow flow;
    private final List<Seat> seats;
    private final List<Gate> gates;
    private final Map<ActionId, Seat> byId;
    private final Map<String, List<Seat>> namespaces;
    private final Map<String, List<Companion>> companions;
    private final Map<Class<?>, List<?>> found = new HashMap<>();

    private Drawing(
            Design design,
            ActionCatalog catalog,
            RuleTypeCatalog rules,
            RoleSizes sizes,
            Buildspecs buildspecs) {
        this.design = design;
        this.catalog = catalog;
        this.rules = rules;
        this.sizes = sizes;
        this.buildspecs = buildspecs;
        seats = new ArrayList<>();
        gates = new ArrayList<>();
        byId = new HashMap<>();
        namespaces = new LinkedHashMap<>();
        companions = new LinkedHashMap<>();
        flow = ArtifactFlow.of(design);
        var specs = new HashMap<ActionType, Optional<ActionSpec>>();
        for (int i = 0; i < design.stages().size(); i++) {
            var stage = design.stages().get(i);
            for (var action : stage.actions()) {
                var spec = specs.computeIfAbsent(action.type(), catalog::find);
                sit(new Seat(stage, i, action, spec));
            }
            for (var moment : Moment.values()) {
                gate(stage, i, moment);
            }
        }
        design.companions()
                .forEach(c -> companions.computeIfAbsent(c.name(), _ -> new ArrayList<>()).add(c));
    }

    private Drawing(Drawing whole, List<Seat> some) {
        design = whole.design;
        catalog = whole.catalog;
        rules = whole.rules;
        sizes = whole.sizes;
        buildspecs = whole.buildspecs;
        flow = whole.flow;
        seats = some;
        gates = whole.gates;
        byId = whole.byId;
        namespaces = whole.namespaces;
        companions = whole.companions;
    }

    static Drawing of(
            Design design,
            ActionCatalog catalog,
            RuleTypeCatalog rules,
            RoleSizes sizes,
            Buildspecs buildspecs) {
        return new Drawing(design, catalog, rules, sizes, buildspecs);
    }

    private void sit(Seat seat) {
        seats.add(seat);
        byId.putIfAbsent(seat.action().id(), seat);
        seat.action()
                .namespace()
                .ifPresent(n -> namespaces.computeIfAbsent(n, _ -> new ArrayList<>()).add(seat));
    }

    private void gate(Stage stage, int index, Moment moment) {
        stage.condition(moment).ifPresent(c -> gates.add(new Gate(stage, index, moment, c)));
    }

    public Design design() {
        return design;
    }

    public ActionCatalog catalog() {
        return catalog;
    }

    public ArtifactFlow flow() {
        return flow;
    }

    /// All actions, stage by stage, in drawn order.
    public Stream<Seat> seats() {
        return seats.stream();
    }

    /// The companions of a kind that the design brings along, and does not only use.
    public <C extends Companion> Stream<C> made(Class<C> kind) {
        return design.companions().stream()
                .filter(c -> c.origin() instanceof Origin.Create)
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    /// All conditions, stage by stage.
    public Stream<Gate> gates() {
        return gates.stream();
    }

    /// All rules of all conditions, stage by stage.
    public Stream<GateRule> gateRules() {
        return gates().flatMap(g ->
                IntStream.range(0, g.condition().rules().size())
                        .mapToObj(i -> new GateRule(g, i, g.condition().rules().get(i))));
    }

    /// What the catalogue knows of the rule's type.
    public Optional<RuleTypeSpec> ruleType(ConditionRule rule) {
        return rules.find(rule.provider(), rule.version());
    }

    /// All rule types that the catalogue knows.
    public Stream<RuleTypeSpec> ruleTypes() {
        return rules.all().stream();
    }

    /// Who makes the artifact; of several, the first.
    public Optional<Seat> maker(String artifact) {
        return flow.producersOf(artifact).stream().findFirst().flatMap(p -> seat(p.action().id()));
    }

    /// The same drawing, with no other actions to go through than these; everything can still be looked up.
    Drawing only(List<Seat> some) {
        return new Drawing(this, some);
    }

    /// Whether every action can be told from all others by its id.
    boolean isClear() {
        return byId.size() == seats.size();
    }

    /// Roles that would need longer policies than IAM takes.
    public List<LongRole> longRoles() {
        return sizes.tooLong(design);
    }

    /// What buildspecs say, read once as long as nobody edits them.
    public Buildspecs buildspecs() {
        return buildspecs;
    }

    public Optional<Seat> seat(ActionId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// The actions that publish under each namespace; more than one is a mistake.
    public Map<String, List<Seat>> namespaces() {
        return namespaces;
    }

    /// The companions under each name; more than one is a mistake.
    public Map<String, List<Companion>> companions() {
        return companions;
    }

    /// What several rules look for, looked for once.
    ///
    /// @param kind what is found; at most one way to look for it
    public <T> Stream<T> once(Class<T> kind, Function<Drawing, Stream<T>> look) {
        return found.computeIfAbsent(kind, _ -> look.apply(this).toList()).stream().map(kind::cast);
    }

    public Environment environment(Seat seat) {
        return design.environmentOf(seat.action());
    }

    /// Whether the action is known to work in another account than its pipeline; an environment without one is in the same.
    public boolean isAbroad(Seat seat) {
        return differ(environment(seat).account(), design.home().account());
    }

    /// Whether the action is known to work in another region than its pipeline; an environment without one is in the same.
    public boolean isRemote(Seat seat) {
        return differ(environment(seat).region(), design.home().region());
    }

    /// Whether the action is known to work in the account and region of its pipeline.
    public boolean isAtHome(Seat seat) {
        var there = environment(seat);
        var home = design.home();
        return (there.account().isEmpty() || there.account().equals(home.account()))
                && (there.region().isEmpty() || there.region().equals(home.region()));
    }

    /// What a template fills in may turn out to be the same.
    private static boolean differ(String there, String home) {
        return !there.isEmpty() && !there.equals(home) && Literal.is(there) && Literal.is(home);
    }
}
