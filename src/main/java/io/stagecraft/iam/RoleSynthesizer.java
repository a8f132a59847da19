package io.stagecraft.iam;

import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.catalog.CompanionKind;
import io.stagecraft.catalog.FieldSpec;
import io.stagecraft.catalog.Principal;
import io.stagecraft.catalog.RuleTypeCatalog;
import io.stagecraft.catalog.RuleTypeSpec;
import io.stagecraft.iam.Statement.Reason;
import io.stagecraft.model.Action;
import io.stagecraft.model.Companion;
import io.stagecraft.model.CompanionRef;
import io.stagecraft.model.ConditionRule;
import io.stagecraft.model.Design;
import io.stagecraft.model.Ordered;
import io.stagecraft.model.Origin;
import io.stagecraft.model.Stage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// The smallest roles that can run a design, statement by statement with its reasons.
///
/// A role that is there already gets them too: nobody writes them into it, and somebody has to hold it against them.
public final class RoleSynthesizer {
    private final ActionCatalog catalog;
    private final RuleTypeCatalog rules;
    private final Needs needs = new Needs();

    public RoleSynthesizer(ActionCatalog catalog, RuleTypeCatalog rules) {
        this.catalog = catalog;
        this.rules = rules;
    }

    /// How an action looks from the stack that a role lives in: what is an attribute there is a plain ARN elsewhere.
    public interface View {
        /// The action, to be named in the policies of `holder`.
        ActionContext of(Action action, Holder holder);

        /// A rule of a condition of `stage`, to be named in the policies of `holder`.
        ActionContext of(Stage stage, ConditionRule rule, Holder holder);

        /// The pipeline's service role.
        Holder pipelineRole();

        /// The role that the action runs under: its own or else the pipeline's.
        Holder ownRole(Action action);

        /// The role that the rule runs under: its own or else the pipeline's.
        Holder ownRole(ConditionRule rule);

        /// The role that CloudFormation works under.
        Holder roleOf(Companion.StackRole role);

        /// The role that the action has of its own, as the pipeline's role names it.
        Optional<Text> roleOf(Action action);

        /// The role that the rule names, as the pipeline's role names it.
        Optional<Text> roleOf(ConditionRule rule);

        /// A grant's resource as `holder` names it.
        Text grant(String resource, Companion.StackRole role);
    }

    /// The statements of every role.
    ///
    /// @param gaps what could not be worked out for the roles that come with the design, in sentences
    /// @param unknown the same for each that is there already
    public record Roles(
            SequencedMap<Holder, List<Statement>> statements,
            List<String> gaps,
            Map<Holder, List<String>> unknown) {
        public Roles {
            statements = Ordered.copy(statements);
            gaps = List.copyOf(gaps);
            unknown = Map.copyOf(unknown);
        }

        /// What could not be worked out for a role that is there already.
        public List<String> unknown(Holder.Existing holder) {
            return unknown.getOrDefault(holder, List.of());
        }

        /// Nothing for a role that needs nothing.
        public List<Statement> of(Holder holder) {
            return statements.getOrDefault(holder, List.of());
        }
    }

    /// Works out the statements of all roles of `design`.
    public Roles synthesize(Design design, View view) {
        return new Work(design, view).roles();
    }

    /// One design's work.
    private final class Work {
        private final Design design;
        private final View view;
        private final Map<Holder, Statements> drafts = new LinkedHashMap<>();
        private final Set<String> gaps = new LinkedHashSet<>();
        private final Map<Holder, Set<String>> unknown = new LinkedHashMap<>();
        private final Map<String, List<Action>> readers = new HashMap<>();

        Work(Design design, View view) {
            this.design = design;
            this.view = view;
            design.actions()
                    .forEach(action ->
                            action.inputs().stream()
                                    .distinct()
                                    .forEach(input ->
                                            readers.computeIfAbsent(input, _ -> new ArrayList<>())
                                                    .add(action)));
        }

        Roles roles() {
            design.actions().forEach(this::action);
            for (var stage : design.stages()) {
                stage.conditions()
                        .flatMap(condition -> condition.rules().stream())
                        .forEach(rule -> rule(stage, rule));
            }
            design.companions().forEach(this::grants);
            var statements = new LinkedHashMap<Holder, List<Statement>>();
            drafts.forEach((holder, draft) -> statements.put(holder, draft.merged()));
            var open = new LinkedHashMap<Holder, List<String>>();
            unknown.forEach((holder, words) -> open.put(holder, List.copyOf(words)));
            return new Roles(statements, List.copyOf(gaps), open);
        }

        private void action(Action action) {
            assume(action);
            var spec = catalog.find(action.type());
            if (spec.isEmpty()) {
                return;
            }
            var seen = new IdentityHashMap<ActionContext, Needs.Found>();
            for (var who : Principal.values()) {
                for (var holder : holders(who, action, spec.get())) {
                    var context = view.of(action, holder);
                    var found = seen.computeIfAbsent(context, c -> needs.of(spec.get(), c));
                    take(holder, who, found, why -> new Reason(Optional.of(action.id()), why));
                }
            }
        }

        /// A rule runs under the role it names, or else under the pipeline's.
        private void rule(Stage stage, ConditionRule rule) {
            var at = Optional.of(stage.name() + "/" + rule.name());
            view.roleOf(rule)
                    .ifPresent(own ->
                            assume(own, rule.name(), why -> new Reason(Optional.empty(), at, why)));
            var spec = rules.find(rule.provider(), rule.version());
            if (spec.isEmpty()) {
                return;
            }
            rule(stage, rule, spec.get(), view.ownRole(rule), Principal.ACTION_ROLE);
            // the copies to and from the rule's region are CodePipeline's own
            rule(stage, rule, spec.get(), view.pipelineRole(), Principal.PIPELINE_ROLE);
            companions(
                            key -> Optional.ofNullable(rule.settings().get(key)),
                            spec.get().fields(),
                            CompanionKind.BUILD_PROJECT)
                    .forEach(c -> {
                        var builds = new Holder.OfProject(c.name());
                        rule(stage, rule, spec.get(), builds, Principal.BUILD_PROJECT_ROLE);
                        var batches = new Holder.OfBatches(c.name());
                        rule(stage, rule, spec.get(), batches, Principal.BATCH_ROLE);
                    });
        }

        private void rule(
                Stage stage, ConditionRule rule, RuleTypeSpec spec, Holder holder, Principal who) {
            var at = Optional.of(stage.name() + "/" + rule.name());
            var found = needs.of(spec, view.of(stage, rule, holder));
            take(holder, who, found, why -> new Reason(Optional.empty(), at, why));
        }

        private void take(
                Holder holder, Principal who, Needs.Found found, Function<String, Reason> reason) {
            if (holder instanceof Holder.Existing) {
                found.gaps().stream()
                        .filter(gap -> gap.who() == who)
                        .forEach(gap -> gap(holder, gap.words()));
            } else {
                found.gaps().forEach(gap -> gap(holder, gap.words()));
            }
            found.needs().stream()
                    .filter(need -> need.who() == who)
                    .forEach(need -> add(holder, reason.apply(need.why()), need));
        }

        private void gap(Holder holder, String words) {
            var open =
                    holder instanceof Holder.Existing
                            ? unknown.computeIfAbsent(holder, _ -> new LinkedHashSet<>())
                            : gaps;
            open.add(words);
        }

        private void assume(Action action) {
            view.roleOf(action)
                    .ifPresent(role ->
                            assume(
                                    role,
                                    action.name(),
                                    why -> new Reason(Optional.of(action.id()), why)));
        }

        /// Whatever role an action or a rule names is assumed through the pipeline's (CodePipeline API reference,
        /// ActionDeclaration, roleArn), its own included: IAM lets no role assume itself that is not told to (AWS Security Blog,
        /// “Announcing an update to IAM role trust policy behavior”, September 2022).
        private void assume(Text role, String name, Function<String, Reason> reason) {
            var why = "runs " + name + " under its own role";
            add(
                    view.pipelineRole(),
                    reason.apply(why),
                    new Need(
                            Principal.PIPELINE_ROLE,
                            "AssumeActionRoles",
                            List.of("sts:AssumeRole"),
                            List.of(role),
                            List.of(),
                            why,
                            Optional.empty()));
        }

        private void add(Holder holder, Reason reason, Need need) {
            drafts.computeIfAbsent(holder, _ -> new Statements()).add(reason, need);
        }

        private List<Holder> holders(Principal who, Action action, ActionSpec spec) {
            return switch (who) {
                case PIPELINE_ROLE -> List.of(view.pipelineRole());
                case ACTION_ROLE -> List.of(view.ownRole(action));
                case BUILD_PROJECT_ROLE -> projects(action, spec);
                case BATCH_ROLE ->
                        companions(action, spec, CompanionKind.BUILD_PROJECT)
                                .<Holder>map(c -> new Holder.OfBatches(c.name()))
                                .toList();
                case STACK_ROLE ->
                        companions(action, spec, CompanionKind.STACK_ROLE)
                                .<Holder>map(c -> new Holder.OfStacks(c.name()))
                                .toList();
                case DEPLOYMENT_GROUP_ROLE,
                        INSTANCE_ROLE,
                        FUNCTION_ROLE,
                        DEPLOYER,
                        APPROVER,
                        JOB_WORKER ->
                        List.of();
            };
        }

        /// The project that the action starts; for a source, the projects that build what it brings.
        private List<Holder> projects(Action action, ActionSpec spec) {
            boolean startsOne =
                    spec.fields().stream().anyMatch(f -> isFor(f, CompanionKind.BUILD_PROJECT));
            Stream<Action> builders =
                    startsOne
                            ? Stream.of(action)
                            : action.outputNames().stream()
                                    .flatMap(
                                            name -> readers.getOrDefault(name, List.of()).stream());
            return builders.flatMap(builder ->
                            catalog.find(builder.type()).stream()
                                    .flatMap(s ->
                                            companions(builder, s, CompanionKind.BUILD_PROJECT)))
                    .map(c -> (Holder) new Holder.OfProject(c.name()))
                    .distinct()
                    .toList();
        }

        private Stream<Companion> companions(Action action, ActionSpec spec, CompanionKind kind) {
            return companions(action::setting, spec.fields(), kind);
        }

        private Stream<Companion> companions(
                Function<String, Optional<String>> setting,
                List<FieldSpec> fields,
                CompanionKind kind) {
            return fields.stream()
                    .filter(f -> isFor(f, kind))
                    .flatMap(f -> setting.apply(f.key()).stream())
                    .flatMap(value -> CompanionRef.in(value).stream())
                    .flatMap(name -> design.companion(name).stream())
                    .filter(c -> c.origin() instanceof Origin.Create);
        }

        private static boolean isFor(FieldSpec field, CompanionKind kind) {
            return field.companion().filter(use -> use.kind() == kind).isPresent();
        }

        /// What the author of a deployed template says that its stack needs.
        private void grants(Companion companion) {
            if (companion instanceof Companion.StackRole role) {
                role.grants().forEach(grant -> grant(role, grant));
            }
        }

        private void grant(Companion.StackRole role, Companion.Grant grant) {
            if (grant.actions().isEmpty() || grant.resources().isEmpty()) {
                return;
            }
            if (grant.actions().stream().anyMatch(a -> a.contains("*"))) {
                gap(
                        view.roleOf(role),
                        role.name()
                                + ": "
                                + String.join(", ", grant.actions())
                                + " is left out; write its actions out one by one.");
                return;
            }
            boolean unscoped = grant.resources().contains("*");
            var need =
                    new Need(
                            Principal.STACK_ROLE,
                            Needs.sid(grant.actions().getFirst()),
                            grant.actions(),
                            unscoped
                                    ? List.of(Text.of("*"))
                                    : grant.resources().stream()
                                            .map(r -> view.grant(r, role))
                                            .toList(),
                            List.of(),
                            grant.why(),
                            unscoped ? Optional.of(grant.why()) : Optional.empty());
            add(view.roleOf(role), new Reason(Optional.empty(), grant.why()), need);
        }
    }
}
