package io.stagecraft.ui.inspector;

import io.stagecraft.catalog.FieldSpec;
import io.stagecraft.catalog.Given;
import io.stagecraft.catalog.RuleTypeSpec;
import io.stagecraft.edit.Expert;
import io.stagecraft.edit.SetCompanion;
import io.stagecraft.edit.Several;
import io.stagecraft.model.Action;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.ActionType;
import io.stagecraft.model.ArtifactFlow;
import io.stagecraft.model.Category;
import io.stagecraft.model.CompanionRef;
import io.stagecraft.model.ConditionRule;
import io.stagecraft.model.Moment;
import io.stagecraft.model.Owner;
import io.stagecraft.ui.Workspace;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// One rule of a condition as a form.
///
/// @param at its place in the condition, from 0
record RuleFormViewModel(ConditionViewModel condition, int at) implements SettingsForm {
    Optional<ConditionRule> rule() {
        var rules = condition.rules();
        return at < rules.size() ? Optional.of(rules.get(at)) : Optional.empty();
    }

    Optional<RuleTypeSpec> spec() {
        return rule().flatMap(r -> condition.types().find(r.provider(), r.version()));
    }

    /// "AlarmIsQuiet · CloudWatch alarm".
    String words() {
        return rule().map(r ->
                        r.name() + " · " + spec().map(RuleTypeSpec::title).orElse(r.provider()))
                .orElse("");
    }

    Part<ConditionRule> part(String what) {
        return new Part<>(workspace(), what, this::rule, this::change);
    }

    void change(String what, UnaryOperator<ConditionRule> change) {
        workspace().apply(condition.edit(what, at, change));
    }

    /// Makes it a rule of another type, with that type's settings; what both types know stays.
    void setType(RuleTypeSpec type) {
        change(
                "Set type",
                r -> {
                    var settings =
                            new LinkedHashMap<>(
                                    type.settings(condition.moment() == Moment.FAILURE));
                    r.settings()
                            .forEach((key, value) -> {
                                if (type.field(key).isPresent()) {
                                    settings.put(key, value);
                                }
                            });
                    return r.withType(type.provider(), type.version())
                            .withSettings(settings)
                            .withCommands(type.commands() ? r.commands() : List.of());
                });
    }

    void remove() {
        condition.remove(at);
    }

    @Override
    public Workspace workspace() {
        return condition.workspace();
    }

    @Override
    public String id(String field) {
        return StagePage.field(condition.moment(), at, field);
    }

    @Override
    public String setting(String key) {
        return rule().flatMap(r -> r.setting(key)).orElse("");
    }

    @Override
    public void set(String key, String value) {
        change("Set " + key, r -> r.withSetting(key, value));
    }

    @Override
    public List<String> inputs() {
        return rule().map(ConditionRule::inputs).orElse(List.of());
    }

    /// Settings that the catalogue does not know, by key.
    List<String> strangers() {
        return rule().map(r -> List.copyOf(r.settings().keySet())).orElse(List.of()).stream()
                .filter(k -> spec().flatMap(s -> s.field(k)).isEmpty())
                .toList();
    }

    /// Artifacts that are made by the time the condition is looked at.
    List<String> artifacts() {
        var flow = ArtifactFlow.of(design());
        return flow.artifacts().stream()
                .filter(a -> flow.producersOf(a).stream().anyMatch(p -> p.stage() <= lastStage()))
                .toList();
    }

    @Override
    public List<VariableIndex.Offer> completions(String text, int caret) {
        var over =
                design().stages().stream()
                        .limit(lastStage() + 1L)
                        .flatMap(s -> s.actions().stream())
                        .map(Action::id)
                        .toList();
        return new VariableIndex(design(), workspace().catalog())
                .completions(over::contains, text, caret);
    }

    private int lastStage() {
        var stages = design().stages();
        int mine =
                IntStream.range(0, stages.size())
                        .filter(i -> stages.get(i).id().equals(condition.stage()))
                        .findFirst()
                        .orElse(-1);
        return condition.moment() == Moment.ENTRY ? mine - 1 : mine;
    }

    @Override
    public List<Problem> problems(String field) {
        return condition.problems(
                new About.InGateRule(condition.stage(), condition.moment(), at, field));
    }

    /// Everything that is wrong with the rule, whichever field it is in.
    List<Problem> problems() {
        return workspace().problemsProperty().get().stream()
                .filter(p ->
                        p.about() instanceof About.InGateRule(var of, var when, var rule, _)
                                && of.equals(condition.stage())
                                && when == condition.moment()
                                && rule == at)
                .toList();
    }

    @Override
    public void create(FieldSpec field) {
        var name = rule().map(ConditionRule::name).orElse("rule");
        var user =
                Action.of(
                        new ActionId(""),
                        name,
                        new ActionType(Category.TEST, Owner.AWS, name, "1"));
        field.companion()
                .map(use -> new Expert(workspace().catalog()).companion(design(), user, use.kind()))
                .ifPresent(made ->
                        workspace()
                                .apply(
                                        new Several(
                                                "Add " + made.name(),
                                                new SetCompanion(made),
                                                condition.edit(
                                                        "Set " + field.key(),
                                                        at,
                                                        r ->
                                                                r.withSetting(
                                                                        field.key(),
                                                                        CompanionRef.to(
                                                                                made.name()))))));
    }

    @Override
    public boolean isRequired(FieldSpec field) {
        return field.required().filter(new Now()::holds).isPresent();
    }

    /// What is given for the rule as it stands; it makes nothing.
    private final class Now implements Given {
        @Override
        public Optional<String> written(String key) {
            return rule().flatMap(r -> r.setting(key)).filter(text -> !text.isBlank());
        }

        @Override
        public Optional<String> usual(String key) {
            return spec().flatMap(s -> s.field(key)).flatMap(FieldSpec::defaultValue);
        }

        @Override
        public int inputs() {
            return RuleFormViewModel.this.inputs().size();
        }

        @Override
        public int outputs() {
            return 0;
        }
    }
}
