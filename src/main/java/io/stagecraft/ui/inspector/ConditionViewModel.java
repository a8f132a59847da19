package io.stagecraft.ui.inspector;

import io.stagecraft.catalog.RuleTypeCatalog;
import io.stagecraft.catalog.RuleTypeSpec;
import io.stagecraft.edit.ChangeStage;
import io.stagecraft.edit.Edit;
import io.stagecraft.model.Condition;
import io.stagecraft.model.ConditionRule;
import io.stagecraft.model.Extras;
import io.stagecraft.model.Moment;
import io.stagecraft.model.OnFailure;
import io.stagecraft.model.Result;
import io.stagecraft.model.Stage;
import io.stagecraft.model.StageId;
import io.stagecraft.ui.Workspace;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Problem;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// One of a stage's three conditions as a form: what it does, and the rules it goes by.
///
/// @param types the rule types there are
record ConditionViewModel(
        Workspace workspace, RuleTypeCatalog types, StageId stage, Moment moment) {
    /// CodePipeline takes no more.
    static final int MOST = 5;

    Optional<Condition> condition() {
        return workspace.design().stage(stage).flatMap(s -> s.condition(moment));
    }

    List<ConditionRule> rules() {
        return condition().map(Condition::rules).orElse(List.of());
    }

    RuleFormViewModel rule(int at) {
        return new RuleFormViewModel(this, at);
    }

    /// What a condition here can do, and what it does now, be it right or wrong.
    ///
    /// @see <a href="https://docs.aws.amazon.com/codepipeline/latest/userguide/stage-conditions.html">Stage conditions</a>
    List<Result> results() {
        var can =
                switch (moment) {
                    case ENTRY -> List.of(Result.FAIL, Result.SKIP);
                    case SUCCESS -> List.of(Result.FAIL, Result.ROLLBACK);
                    case FAILURE -> List.of(Result.ROLLBACK);
                };
        return Stream.concat(can.stream(), condition().flatMap(Condition::result).stream())
                .distinct()
                .toList();
    }

    void setResult(Result result) {
        apply(
                "Set result of " + moment.word() + " condition",
                s -> with(s, s.condition(moment).map(c -> c.withResult(Optional.of(result)))));
    }

    /// Adds a rule, and the condition with it where there is none.
    void add(RuleTypeSpec type) {
        var rule =
                new ConditionRule(
                        free(type.provider()),
                        type.provider(),
                        type.version(),
                        type.settings(moment == Moment.FAILURE),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Extras.NONE);
        var fresh = new Condition(Optional.of(results().getFirst()), List.of(), Extras.NONE);
        apply(
                "Add rule " + rule.name(),
                s -> {
                    var now = s.condition(moment).orElse(fresh);
                    return with(s, Optional.of(now.withRules(Part.plus(now.rules(), rule))));
                });
    }

    /// Takes a rule away, and the condition with its last one.
    void remove(int at) {
        var name = rule(at).rule().map(ConditionRule::name).orElse("");
        apply(
                "Remove rule " + name,
                s ->
                        with(
                                s,
                                s.condition(moment)
                                        .map(c -> c.withRules(Part.without(c.rules(), at)))
                                        .filter(c -> !c.rules().isEmpty())));
    }

    /// Changes one rule.
    Edit edit(String what, int at, UnaryOperator<ConditionRule> change) {
        var rules = rules();
        var name = at < rules.size() ? rules.get(at).name() : "";
        return new ChangeStage(
                stage,
                what + " of rule " + name,
                s ->
                        with(
                                s,
                                s.condition(moment)
                                        .map(c -> c.withRules(changed(c.rules(), at, change)))));
    }

    private static List<ConditionRule> changed(
            List<ConditionRule> rules, int at, UnaryOperator<ConditionRule> change) {
        return at < rules.size() ? Part.with(rules, at, change.apply(rules.get(at))) : rules;
    }

    List<Problem> problems() {
        return problems(new About.InGate(stage, moment));
    }

    List<Problem> problems(About about) {
        return workspace.problemsProperty().get().stream()
                .filter(p -> p.about().equals(about))
                .toList();
    }

    private void apply(String title, UnaryOperator<Stage> change) {
        workspace.apply(new ChangeStage(stage, title, change));
    }

    private Stage with(Stage of, Optional<Condition> now) {
        return switch (moment) {
            case ENTRY -> of.withConditions(now, of.onSuccess(), of.onFailure());
            case SUCCESS -> of.withConditions(of.beforeEntry(), now, of.onFailure());
            case FAILURE ->
                    of.withConditions(
                            of.beforeEntry(),
                            of.onSuccess(),
                            Optional.of(failing(of).withCondition(now))
                                    .filter(f -> !f.equals(OnFailure.NOTHING)));
        };
    }

    /// A stage is tried again or goes by a condition; the condition that is being added takes the retry's place.
    private static OnFailure failing(Stage of) {
        var before = of.onFailure().orElse(OnFailure.NOTHING);
        var retries =
                before.condition().isEmpty()
                        && before.result().filter(r -> r == Result.RETRY).isPresent();
        return retries ? before.withResult(Optional.empty()) : before;
    }

    /// A name that no rule of the pipeline has: CodePipeline refuses two of one name.
    private String free(String base) {
        var taken =
                workspace.design().stages().stream()
                        .flatMap(s ->
                                Stream.of(Moment.values())
                                        .flatMap(m ->
                                                new ConditionViewModel(workspace, types, s.id(), m)
                                                        .rules().stream()))
                        .map(ConditionRule::name)
                        .toList();
        return Stream.iterate(1, n -> n + 1)
                .map(n -> n == 1 ? base : base + "-" + n)
                .filter(n -> !taken.contains(n))
                .findFirst()
                .orElse(base);
    }
}
