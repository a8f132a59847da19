package io.stagecraft.app;

import io.stagecraft.aws.Target;
import io.stagecraft.ui.deploy.DeployViewModel;
import io.stagecraft.ui.shell.WindowActions;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;

import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Where Deploy and Run go, and the Practice account among it.
final class Targets implements WindowActions {
    private static final URI NOWHERE = URI.create("http://127.0.0.1:0");

    private final SimpleObjectProperty<List<Target>> targets;
    private final SimpleObjectProperty<Target> target;
    private final SimpleStringProperty address = new SimpleStringProperty("");
    private final DoubleProperty speed = new SimpleDoubleProperty(20);
    private Supplier<DeployViewModel> deploy;
    private Runnable live = () -> {};

    Targets() {
        var practice = Target.practice(NOWHERE);
        targets = new SimpleObjectProperty<>(List.of(practice));
        target = new SimpleObjectProperty<>(practice);
        deploy =
                () -> {
                    throw new IllegalStateException("no deployments yet");
                };
    }

    /// The Practice account is up.
    void practiceIsAt(URI endpoint) {
        var practice = Target.practice(endpoint);
        var rest = targets.get().subList(1, targets.get().size());
        var wasChosen = target.get().equals(targets.get().getFirst());
        targets.set(Stream.concat(Stream.of(practice), rest.stream()).toList());
        if (wasChosen) {
            target.set(practice);
        }
        address.set(endpoint.toString());
    }

    /// Further accounts to choose from.
    void add(List<Target> more) {
        targets.set(Stream.concat(targets.get().stream(), more.stream()).toList());
    }

    /// What importing a running pipeline begins with.
    void importWith(Runnable begin) {
        live = begin;
    }

    /// Whom Deploy is passed on to.
    void deployWith(DeployViewModel model) {
        deploy = () -> model;
    }

    ReadOnlyObjectProperty<Target> chosen() {
        return target;
    }

    @Override
    public void deploy() {
        deploy.get().begin();
    }

    @Override
    public void importLive() {
        live.run();
    }

    @Override
    public ObservableValue<List<Target>> targets() {
        return targets;
    }

    @Override
    public Property<Target> target() {
        return target;
    }

    @Override
    public ObservableValue<String> practiceAddress() {
        return address;
    }

    @Override
    public DoubleProperty practiceSpeed() {
        return speed;
    }
}
