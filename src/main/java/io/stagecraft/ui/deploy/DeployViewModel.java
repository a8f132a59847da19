package io.stagecraft.ui.deploy;

import io.stagecraft.aws.AwsRefusal;
import io.stagecraft.aws.Deployments;
import io.stagecraft.aws.Deployments.Event;
import io.stagecraft.aws.Deployments.Outcome;
import io.stagecraft.aws.Deployments.Plan;
import io.stagecraft.aws.Target;
import io.stagecraft.blueprint.Blueprint;
import io.stagecraft.blueprint.StackPlan;
import io.stagecraft.model.Design;
import io.stagecraft.ui.Message;
import io.stagecraft.ui.Workspace;
import io.stagecraft.ui.watch.Refusals;
import io.stagecraft.validate.Severity;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Function;

/// A deployment from the question to the outcome. One at a time; nothing changes before the plan was accepted.
public final class DeployViewModel {
    /// Where a deployment stands.
    public sealed interface Phase {
        /// Nothing under way.
        record Idle() implements Phase {}

        /// Values are asked for that only the person knows.
        ///
        /// @param target what the blueprint was drawn up for, whatever is chosen by now
        record Asking(Target target, Blueprint blueprint, List<StackPlan.Parameter> parameters)
                implements Phase {}

        /// The change sets are being made.
        record Planning() implements Phase {}

        /// The plan waits to be accepted.
        ///
        /// @param target where its change sets are, whatever is chosen by now
        record Planned(Target target, Plan plan) implements Phase {}

        /// It is being carried out.
        ///
        /// @param cancelling whether somebody has asked to stop it
        record Deploying(Plan plan, boolean cancelling) implements Phase {}

        /// It is over.
        ///
        /// @param culprit what failed first, where that is known
        record Over(Outcome outcome, Optional<Culprit> culprit) implements Phase {}
    }

    private static final Phase IDLE = new Phase.Idle();

    private final Workspace workspace;
    private final ReadOnlyObjectProperty<Target> target;
    private final Function<Target, Deployments> door;
    private final BiFunction<Target, Design, Blueprint> planner;
    private final Runnable deployed;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(IDLE);
    private final ObservableList<Event> events = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper whose = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper elsewhere = new ReadOnlyStringWrapper("");
    private AtomicBoolean cancelled = new AtomicBoolean();
    private Target where; // what the latest deployment is for, whatever is chosen by now
    private final Turns turns;
    private volatile int asked;

    /// @param door opens the deployments of a target; called off the UI thread
    /// @param planner plans the design for the target that it is deployed to; called off the UI thread
    /// @param deployed called once a deployment succeeded, to start watching
    public DeployViewModel(
            Workspace workspace,
            ReadOnlyObjectProperty<Target> target,
            Function<Target, Deployments> door,
            BiFunction<Target, Design, Blueprint> planner,
            Runnable deployed) {
        this.workspace = workspace;
        this.target = target;
        this.door = door;
        this.planner = planner;
        this.deployed = deployed;
        turns = new Turns(workspace.background());
        where = target.get();
        elsewhere.bind(
                Bindings.createStringBinding(
                        () -> whose.get().equals(workspace.design().name()) ? "" : whose.get(),
                        whose,
                        workspace.designProperty()));
        workspace.designProperty().addListener((_, _, _) -> opened());
    }

    /// What happened to the pipeline that was open before is over with it, unless it is still happening.
    private void opened() {
        boolean another = workspace.historyProperty().get().steps().size() == 1;
        if (another && !(phase.get() instanceof Phase.Deploying)) {
            events.clear();
            whose.set("");
        }
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /// Everything that happened in the latest deployment, oldest first.
    public ObservableList<Event> events() {
        return events;
    }

    /// The pipeline that the events are about where that is not the one on the screen; else empty.
    public ReadOnlyStringProperty elsewhereProperty() {
        return elsewhere.getReadOnlyProperty();
    }

    /// What the latest deployment is for: the target that was chosen when it began.
    public Target target() {
        return where;
    }

    /// How many problems AWS would refuse the design for.
    public long errors() {
        return workspace.problemsProperty().get().stream()
                .filter(p -> p.rule().severity() == Severity.ERROR)
                .count();
    }

    /// Begins: plans the design on the screen, and asks for what is not known. A plan that waits is given up first.
    public void begin() {
        if (phase.get() instanceof Phase.Deploying || phase.get() instanceof Phase.Planning) {
            return; // one at a time
        }
        if (phase.get() instanceof Phase.Planned(var there, var old)) {
            discard(there, old);
        }
        var design = workspace.design();
        var chosen = target.get();
        where = chosen;
        int mine = ++asked;
        phase.set(new Phase.Planning());
        turns.run(
                () -> planner.apply(chosen, design),
                blueprint -> {
                    if (mine != asked) {
                        return; // given up meanwhile
                    }
                    var open = open(blueprint);
                    if (open.isEmpty()) {
                        plan(chosen, blueprint, Map.of());
                    } else {
                        phase.set(new Phase.Asking(chosen, blueprint, open));
                    }
                },
                problem -> {
                    if (mine == asked) {
                        failed(problem);
                    }
                });
    }

    /// Makes the change sets with the values that were asked for.
    public void plan(Phase.Asking asking, Map<String, String> parameters) {
        plan(asking.target(), asking.blueprint(), parameters);
    }

    private void plan(Target there, Blueprint blueprint, Map<String, String> parameters) {
        int mine = ++asked;
        phase.set(new Phase.Planning());
        turns.run(
                () -> {
                    if (mine != asked) {
                        return Optional.<Plan>empty(); // given up before its turn came
                    }
                    return Optional.of(door.apply(there).plan(blueprint, parameters));
                },
                made ->
                        made.ifPresent(plan -> {
                            if (mine == asked) {
                                phase.set(new Phase.Planned(there, plan));
                            } else {
                                discard(there, plan); // given up meanwhile
                            }
                        }),
                problem -> {
                    if (mine == asked) {
                        failed(problem);
                    }
                });
    }

    /// Carries the plan out that was shown.
    public void accept() {
        if (!(phase.get() instanceof Phase.Planned(var there, var plan))) {
            return;
        }
        var mine = new AtomicBoolean();
        cancelled = mine;
        events.clear(); // those of the deployment before
        whose.set(plan.blueprint().pipeline());
        phase.set(new Phase.Deploying(plan, false));
        turns.run(
                () ->
                        door.apply(there)
                                .carryOut(
                                        plan,
                                        e -> workspace.background().onScreen(() -> events.add(e)),
                                        mine::get),
                outcome -> over(plan, there, outcome),
                this::failed);
    }

    /// Gives up: a plan is discarded, a deployment under way is cancelled and rolls back.
    public void cancel() {
        switch (phase.get()) {
            case Phase.Planned(var there, var plan) -> {
                phase.set(IDLE);
                discard(there, plan);
            }
            case Phase.Deploying(var plan, _) -> {
                cancelled.set(true);
                phase.set(new Phase.Deploying(plan, true));
            }
            case Phase.Idle _, Phase.Asking _, Phase.Planning _, Phase.Over _ -> {
                asked++;
                phase.set(IDLE);
            }
        }
    }

    /// Gives a plan up that waits, and returns once its change sets are gone: for when the program ends. Not for the
    /// UI thread.
    ///
    /// @throws AwsRefusal when the target does not answer or does not let it
    public void giveUp() throws AwsRefusal {
        if (phase.get() instanceof Phase.Planned(var there, var plan)) {
            door.apply(there).discard(plan);
        }
    }

    private void discard(Target there, Plan plan) {
        turns.run(
                () -> {
                    door.apply(there).discard(plan);
                    return plan;
                },
                _ -> {},
                problem -> workspace.tell(Refusals.line(problem)));
    }

    private void over(Plan plan, Target there, Outcome outcome) {
        phase.set(
                new Phase.Over(
                        outcome,
                        outcome.succeeded()
                                ? Optional.empty()
                                : Culprit.among(events, plan.blueprint(), workspace.design())));
        if (outcome.succeeded()) {
            var pipeline = plan.blueprint().pipeline();
            workspace.tell(Message.done("Deployed " + pipeline + " to " + there.name() + "."));
            if (pipeline.equals(workspace.design().name()) && there.equals(target.get())) {
                deployed.run();
            }
        } else {
            workspace.tell(
                    Message.failure(
                            "The deployment failed: " + outcome.failure(),
                            "Mend the cause and deploy again; what was finished before it stays."));
        }
    }

    /// Leads to the card or form that a failure is about, and closes the outcome.
    public void show(Culprit culprit) {
        phase.set(IDLE);
        workspace.show(culprit.about());
    }

    private void failed(Exception problem) {
        phase.set(IDLE);
        workspace.tell(Refusals.line(problem));
    }

    /// The parameters of all stacks that have no value yet, each once.
    private static List<StackPlan.Parameter> open(Blueprint blueprint) {
        return blueprint.stacks().stream()
                .flatMap(s -> s.parameters().stream())
                .filter(p -> p.defaultValue().isEmpty())
                .distinct()
                .toList();
    }
}
