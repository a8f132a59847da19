package io.stagecraft.ui.inspector;

import io.stagecraft.catalog.RuleTypeSpec;
import io.stagecraft.model.Condition;
import io.stagecraft.model.Moment;
import io.stagecraft.model.Result;
import io.stagecraft.ui.kit.Icons;
import io.stagecraft.validate.About;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/// One condition of a stage: what it does, a folding form per rule, and a menu of rule types to add.
final class ConditionEditor implements Editor {
    private static final String PAGE =
            "https://docs.aws.amazon.com/codepipeline/latest/userguide/stage-conditions.html";

    private final ConditionViewModel model;
    private final Consumer<String> browse;
    private final Set<Integer> open = new HashSet<>();
    private final Live form;
    private final VBox box;

    ConditionEditor(ConditionViewModel model, Consumer<String> browse) {
        this.model = model;
        this.browse = browse;
        var title = new Label(title(model.moment()));
        title.getStyleClass().add("field-label");
        form =
                new Live(
                        () ->
                                model.condition()
                                        .map(c ->
                                                c.rules().stream().map(r -> r.provider()).toList()),
                        this::fill);
        box = new VBox(4, title, form);
        box.getStyleClass().add("form-card");
    }

    private static String title(Moment moment) {
        return switch (moment) {
            case ENTRY -> "Before entry";
            case SUCCESS -> "On success";
            case FAILURE -> "On failure";
        };
    }

    private void fill(Live form) {
        var condition = model.condition();
        if (condition.isEmpty()) {
            form.say(Forms.words(nothing(model.moment())));
        } else {
            form.add(result());
            for (int i = 0; i < condition.get().rules().size(); i++) {
                form.add(new RuleEditor(model.rule(i), open, browse));
            }
        }
        if (condition.map(c -> c.rules().size()).orElse(0) < ConditionViewModel.MOST) {
            form.say(menu());
        }
    }

    private static String nothing(Moment moment) {
        return switch (moment) {
            case ENTRY -> "Executions enter unchecked.";
            case SUCCESS -> "Nothing is checked when all went well.";
            case FAILURE -> "Nothing is checked when an action failed.";
        };
    }

    private FieldRow result() {
        var choice =
                new ChoiceEditor<>(
                                model::results,
                                ConditionEditor::words,
                                () -> model.condition().flatMap(Condition::result),
                                model::setResult)
                        .prompt("Choose what happens");
        return new FieldRow(model.moment().word(), engages(model.moment()), choice)
                .help(
                        "All rules of a condition are looked at together. AWS's own pages disagree on"
                                + " failure conditions: one says the result comes when the rules hold,"
                                + " another when they do not. The Practice account does the first.",
                        PAGE,
                        browse)
                .problems(model::problems, f -> model.workspace().apply(f.edit()));
    }

    private static String engages(Moment moment) {
        return switch (moment) {
            case ENTRY, SUCCESS -> "Unless all rules hold";
            case FAILURE -> "When the rules hold";
        };
    }

    private static String words(Result result) {
        return switch (result) {
            case FAIL -> "The stage fails";
            case SKIP -> "The stage is skipped";
            case ROLLBACK -> "Roll back to the last good execution";
            case RETRY -> "Retry the stage";
        };
    }

    private MenuButton menu() {
        var menu = new MenuButton("Rule", Icons.node("plus", 14));
        menu.setId("add-rule-" + model.moment().word());
        menu.setMnemonicParsing(false);
        menu.getStyleClass().addAll("flat", "small", "form-add");
        menu.setAccessibleText("Add a rule: " + title(model.moment()));
        model.types().all().stream().map(this::item).forEach(menu.getItems()::add);
        return menu;
    }

    private MenuItem item(RuleTypeSpec type) {
        var item = new MenuItem(type.title(), Icons.node(type.icon(), 14));
        item.setId("rule-type-" + type.provider());
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> {
            open.add(model.rules().size());
            model.add(type);
            show(model.rules().size() - 1);
        });
        return item;
    }

    private void show(int rule) {
        model.workspace().show(new About.InGateRule(model.stage(), model.moment(), rule, "name"));
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void refresh() {
        form.refresh();
    }
}
