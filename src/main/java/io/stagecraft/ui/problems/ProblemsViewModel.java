package io.stagecraft.ui.problems;

import io.stagecraft.edit.Unwaive;
import io.stagecraft.edit.Waive;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.Design;
import io.stagecraft.model.StageId;
import io.stagecraft.model.Waiver;
import io.stagecraft.ui.Checking;
import io.stagecraft.ui.Workspace;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;
import io.stagecraft.validate.Validator;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

import java.util.Comparator;
import java.util.List;

/// The problems of the design on the screen, worst first, and what a person can do about them.
public final class ProblemsViewModel {
    private final Workspace workspace;
    private final ReadOnlyObjectWrapper<List<Problem>> problems =
            new ReadOnlyObjectWrapper<>(List.of());

    private final ReadOnlyObjectWrapper<List<Off>> off = new ReadOnlyObjectWrapper<>(List.of());

    /// Advice that is switched off in the design.
    ///
    /// @param title what the rule says is true of a good design; empty for a rule that nobody knows
    public record Off(String rule, String title, String reason) {}

    public ProblemsViewModel(Workspace workspace) {
        this.workspace = workspace;
        workspace.designProperty().subscribe(d -> off.set(off(d)));
        workspace.problemsProperty().addListener((_, _, found) -> sort(found));
        sort(workspace.problemsProperty().get());
    }

    /// Worst first; equally bad ones in drawn order.
    public ReadOnlyObjectProperty<List<Problem>> problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    /// In the order it was switched off.
    public ReadOnlyObjectProperty<List<Off>> offProperty() {
        return off.getReadOnlyProperty();
    }

    /// Whether the rule behind a problem can be switched off: what AWS refuses cannot.
    public static boolean isAdvice(Problem problem) {
        return problem.rule().severity() != Severity.ERROR;
    }

    /// Switches the rule behind a problem off in this design.
    public void switchOff(Problem problem, String reason) {
        if (isAdvice(problem)) {
            workspace.apply(new Waive(new Waiver(problem.rule().id(), reason.strip())));
        }
    }

    public void switchOn(Off rule) {
        workspace.apply(new Unwaive(rule.rule()));
    }

    private static List<Off> off(Design design) {
        return design.waivers().stream()
                .map(w -> new Off(w.rule(), title(w.rule()), w.reason()))
                .toList();
    }

    private static String title(String id) {
        return Validator.rules().stream()
                .map(Rule::info)
                .filter(i -> i.id().equals(id))
                .map(Info::title)
                .findFirst()
                .orElse("");
    }

    /// Whether the rules have been through.
    public ReadOnlyObjectProperty<Checking> checkingProperty() {
        return workspace.checkingProperty();
    }

    /// How many there are, for the panel's tab: nothing before the first answer, a question mark where there is none.
    public ObservableValue<String> countProperty() {
        return checkingProperty().flatMap(how -> problems.map(found -> count(how, found)));
    }

    private static String count(Checking how, List<Problem> found) {
        return switch (how) {
            case Checking.Pending() -> "";
            case Checking.Done() -> String.valueOf(found.size());
            case Checking.Broken _ -> "?";
        };
    }

    public long count(Severity severity) {
        return problems.get().stream().filter(p -> p.rule().severity() == severity).count();
    }

    /// Where a problem is, in the words of the screen, such as "Build › Unit tests".
    public String place(Problem problem) {
        var design = workspace.design();
        return switch (problem.about()) {
            case About.Pipeline _ -> design.name();
            case About.PipelinePart(var part, var name) ->
                    name.isEmpty() ? part : part + " › " + name;
            case About.InStage(var id) -> stage(design, id);
            case About.InGate(var id, var moment) ->
                    stage(design, id) + " › " + moment.word() + " condition";
            case About.InGateRule(var id, var moment, var rule, var field) ->
                    stage(design, id)
                            + " › "
                            + moment.word()
                            + " condition › rule "
                            + (rule + 1)
                            + " › "
                            + field;
            case About.InAction(var id) -> path(design, id);
            case About.Field(var id, var field) -> path(design, id) + " › " + field;
        };
    }

    /// Goes to the thing the problem is about.
    public void show(Problem problem) {
        workspace.show(problem.about());
    }

    /// Applies a fix, as one step that Undo takes back.
    public void accept(Fix fix) {
        workspace.apply(fix.edit());
    }

    private static String stage(Design design, StageId id) {
        return design.stage(id).map(s -> s.name()).orElse("");
    }

    private static String path(Design design, ActionId id) {
        var stage = design.stageOf(id).map(s -> s.name() + " › ").orElse("");
        return stage + design.action(id).map(a -> a.name()).orElse("");
    }

    private void sort(List<Problem> found) {
        problems.set(
                found.stream().sorted(Comparator.comparing(p -> p.rule().severity())).toList());
    }
}
