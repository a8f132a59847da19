package io.stagecraft.ui.metrics;

import io.stagecraft.model.Stage;
import io.stagecraft.run.Metrics;
import io.stagecraft.run.PastAction;
import io.stagecraft.run.RunSnapshot.ExecutionRun;
import io.stagecraft.run.RunStatus;
import io.stagecraft.ui.Workspace;
import io.stagecraft.ui.executions.ExecutionsViewModel;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

import java.util.List;
import java.util.Optional;

/// Adds up the executions that the executions panel lists. While it shows, what their actions did is read once more when
/// one of them has begun, ended or gone on, and not with every look at the run.
public final class MetricsViewModel {
    private record Standing(String execution, RunStatus status) {}

    private final Workspace workspace;
    private final ExecutionsViewModel executions;
    private final BooleanProperty showing = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Optional<Metrics>> metrics =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<String> trouble = new ReadOnlyObjectWrapper<>("");
    private List<Standing> known = List.of();
    private List<PastAction> past = List.of();

    public MetricsViewModel(Workspace workspace, ExecutionsViewModel executions) {
        this.workspace = workspace;
        this.executions = executions;
        executions.executionsProperty().subscribe(_ -> look());
        showing.subscribe(_ -> look());
    }

    /// Empty while there is no execution to add up.
    public ReadOnlyObjectProperty<Optional<Metrics>> metricsProperty() {
        return metrics.getReadOnlyProperty();
    }

    /// Why times of stages and approvals are missing, in a line; empty while they are not.
    public ReadOnlyObjectProperty<String> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /// Whether anybody can see it.
    public BooleanProperty showingProperty() {
        return showing;
    }

    private void look() {
        if (!showing.get()) {
            return;
        }
        var list = executions.executionsProperty().get();
        var standing = list.stream().map(e -> new Standing(e.id(), e.status())).toList();
        if (list.isEmpty()) {
            past = List.of();
        } else if (!standing.equals(known) || !trouble.get().isEmpty()) {
            executions.watch().history(this::arrived, why -> trouble.set(why.text()));
        }
        known = standing;
        add(list);
    }

    private void arrived(List<PastAction> found) {
        past = found;
        trouble.set("");
        add(executions.executionsProperty().get());
    }

    private void add(List<ExecutionRun> list) {
        metrics.set(
                list.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                Metrics.of(
                                        list,
                                        past,
                                        workspace.design().stages().stream()
                                                .map(Stage::name)
                                                .toList())));
    }
}
