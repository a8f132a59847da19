package io.stagecraft.ui.shell;

import io.stagecraft.aws.Target;
import io.stagecraft.ui.RunControls;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Notes what is asked of it.
final class FakeActions implements WindowActions, RunControls {
    final List<String> calls = new ArrayList<>();
    private final List<Target> targets =
            List.of(
                    Target.practice(URI.create("http://127.0.0.1:4599")),
                    new Target(
                            "profile tooling · eu-west-1",
                            "eu-west-1",
                            Optional.of("tooling"),
                            Optional.empty()));
    private final Property<Target> target = new SimpleObjectProperty<>(targets.getFirst());
    private final DoubleProperty speed = new SimpleDoubleProperty(60);

    @Override
    public void deploy() {
        calls.add("deploy");
    }

    @Override
    public void importLive() {
        calls.add("import-live");
    }

    @Override
    public void lookAround() {
        calls.add("look around");
    }

    @Override
    public ObservableValue<List<Target>> targets() {
        return new SimpleObjectProperty<>(targets);
    }

    @Override
    public Property<Target> target() {
        return target;
    }

    @Override
    public ObservableValue<String> practiceAddress() {
        return new SimpleStringProperty("http://127.0.0.1:4599");
    }

    @Override
    public DoubleProperty practiceSpeed() {
        return speed;
    }

    @Override
    public void start() {
        calls.add("start");
    }

    @Override
    public void startWith() {}

    @Override
    public void stop(boolean abandon) {
        calls.add("stop");
    }

    @Override
    public void answer(String stage, String action, boolean approved, String comment) {
        calls.add("answer " + stage + " " + action + " " + approved);
    }

    @Override
    public void retry(String stage, boolean allActions) {
        calls.add("retry " + stage);
    }

    @Override
    public void open(String stage) {
        calls.add("open " + stage);
    }

    @Override
    public void close(String stage, String reason) {
        calls.add("close " + stage);
    }

    @Override
    public void showFailure(String stage, String action) {
        calls.add("failure " + stage + " " + action);
    }
}
