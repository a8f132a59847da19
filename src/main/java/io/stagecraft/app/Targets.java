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
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Where Deploy and Run go, and the Practice account among it.
final class Targets implements WindowActions {
    private static final URI NOWHERE = URI.create("http://127.0.0.1:0");

    private final SimpleObjectProperty<List<Target>> targets;
    private Target own = Target.practice(NOWHERE);
    private Optional<Target> outside = Optional.empty();
    private List<Target> profiles = List.of();
    private final SimpleObjectProperty<Target> target;
    private final SimpleStringProperty address = new SimpleStringProperty("");
    private final DoubleProperty speed = new SimpleDoubleProperty(20);
    private Supplier<DeployViewModel> deploy;
    private Runnable live = () -> {};
    private Runnable look = () -> {};

    Targets() {
        targets = new SimpleObjectProperty<>(List.of(own));
        target = new SimpleObjectProperty<>(own);
        deploy =
                () -> {
                    throw new IllegalStateException("no deployments yet");
                };
    }

    /// The Practice account is up.
    void practiceIsAt(URI endpoint) {
        var wasChosen = target.get().equals(own);
        own = Target.practice(endpoint);
        offer();
        if (wasChosen) {
            target.set(own);
        }
        address.set(endpoint.toString());
    }

    /// Further accounts to choose from.
    void add(List<Target> more) {
        profiles = Stream.concat(profiles.stream(), more.stream()).toList();
        offer();
    }

    /// The Practice account that somebody else runs on this machine, if any. One that is chosen stays in the list.
    void outsideIs(Optional<Target> found) {
        var known = found.or(() -> outside.filter(o -> o.equals(target.get())));
        var different = known.filter(o -> !o.endpoint().equals(own.endpoint()));
        if (!different.equals(outside)) {
            outside = different;
            offer();
        }
    }

    private void offer() {
        targets.set(
                Stream.of(Stream.of(own), outside.stream(), profiles.stream())
                        .flatMap(t -> t)
                        .toList());
    }

    /// What looking for accounts on this machine is.
    void lookWith(Runnable search) {
        look = search;
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
    public void lookAround() {
        look.run();
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
