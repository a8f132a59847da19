package io.stagecraft.ui.inspector;

import io.stagecraft.catalog.RuleTypeSpec;
import io.stagecraft.model.ConditionRule;
import io.stagecraft.ui.kit.Icons;
import io.stagecraft.ui.kit.Marks;
import io.stagecraft.validate.Problem;

import javafx.scene.Node;
import javafx.scene.control.TitledPane;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// One rule of a condition, folded to a line until somebody wants to see it.
final class RuleEditor implements Editor {
    private final RuleFormViewModel model;
    private final SettingEditors editors;
    private final Live form;
    private final TitledPane pane;

    /// @param open which rules stand open, by their place; outlives the editor
    RuleEditor(RuleFormViewModel model, Set<Integer> open, Consumer<String> browse) {
        this.model = model;
        editors = new SettingEditors(model, browse);
        form = new Live(() -> List.of(model.strangers(), takesInputs()), this::fill);
        form.getStyleClass().add("companion-form");
        pane = new TitledPane("", form);
        pane.setId("rule-" + model.id("pane"));
        pane.setMnemonicParsing(false);
        pane.setMinWidth(0);
        pane.setAnimated(false);
        pane.getStyleClass().add("companion");
        pane.setExpanded(open.contains(model.at()));
        pane.expandedProperty()
                .subscribe(is -> {
                    if (is) {
                        open.add(model.at());
                    } else {
                        open.remove(model.at());
                    }
                });
    }

    /// Whether it may read artifacts, or does although it may not.
    private boolean takesInputs() {
        return !model.inputs().isEmpty()
                || model.spec().map(s -> s.inputs().max() > 0).orElse(true);
    }

    private void fill(Live form) {
        form.add(
                row(
                        "name",
                        "Name",
                        model.part("Set name").line(ConditionRule::name, ConditionRule::withName)));
        form.add(type());
        var source = model.spec().map(RuleTypeSpec::source).orElse("");
        model.spec()
                .map(RuleTypeSpec::fields)
                .orElse(List.of())
                .forEach(f -> form.add(editors.row(f, source)));
        model.strangers().forEach(key -> form.add(stranger(key)));
        if (model.spec().map(RuleTypeSpec::commands).orElse(true)) {
            form.add(
                    row(
                            "commands",
                            "Commands",
                            model.part("Set commands")
                                    .linesOf(
                                            4, ConditionRule::commands, ConditionRule::withCommands)
                                    .mono()
                                    .prompt("One shell line each")));
        }
        if (takesInputs()) {
            form.add(
                    row(
                                    "inputs",
                                    "Input artifacts",
                                    model.part("Set inputs")
                                            .list(ConditionRule::inputs, ConditionRule::withInputs)
                                            .prompt("Commas between"))
                            .note(this::artifacts));
        }
        where(form);
        form.say(Forms.drop("remove-" + model.id("rule"), "Remove this rule", model::remove));
    }

    private FieldRow type() {
        var choice =
                new ChoiceEditor<>(
                                () -> model.condition().types().all(),
                                RuleTypeSpec::title,
                                model::spec,
                                model::setType)
                        .prompt(model.rule().map(ConditionRule::provider).orElse(""));
        return row("provider", "Rule type", choice)
                .note(() -> model.spec().map(RuleTypeSpec::summary).orElse(""));
    }

    private FieldRow stranger(String key) {
        return row(
                key,
                key,
                model.part("Set " + key)
                        .line(r -> r.setting(key).orElse(""), (r, t) -> r.withSetting(key, t))
                        .mono());
    }

    private String artifacts() {
        var there = model.artifacts();
        return there.isEmpty()
                ? "No artifact is made by then."
                : "Made by then: " + Forms.text(there) + ".";
    }

    private void where(Live form) {
        form.add(
                row(
                        "region",
                        "Region",
                        model.part("Set region")
                                .maybe(ConditionRule::region, ConditionRule::withRegion)
                                .mono()
                                .prompt("The pipeline's region")));
        form.add(
                row(
                        "role",
                        "Role",
                        model.part("Set role")
                                .maybe(ConditionRule::roleArn, ConditionRule::withRoleArn)
                                .mono()
                                .prompt("The pipeline's role")));
        form.add(
                row(
                                "timeout",
                                "Timeout in minutes",
                                model.part("Set timeout")
                                        .number(
                                                ConditionRule::timeoutMinutes,
                                                ConditionRule::withTimeoutMinutes)
                                        .prompt(
                                                model.spec()
                                                        .map(s -> s.timeout() + " (default)")
                                                        .orElse("")))
                        .note(() ->
                                model.rule().flatMap(ConditionRule::timeoutMinutes).isEmpty()
                                        ? ""
                                        : "CloudFormation has no word for it: it is left out"
                                                + " there."));
    }

    private FieldRow row(String field, String label, Editor editor) {
        return new FieldRow(model.id(field), label, editor)
                .problems(() -> model.problems(field), model::accept);
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void refresh() {
        pane.setText(model.words());
        pane.setGraphic(
                worst().map(p -> Marks.of(p.rule().severity()))
                        .orElseGet(() ->
                                Icons.node(
                                        model.spec().map(RuleTypeSpec::icon).orElse("puzzle"),
                                        14)));
        form.refresh();
    }

    private Optional<Problem> worst() {
        return model.problems().stream().min(Comparator.comparing(p -> p.rule().severity()));
    }
}
