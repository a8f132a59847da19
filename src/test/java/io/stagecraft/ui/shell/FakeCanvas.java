package io.stagecraft.ui.shell;

import io.stagecraft.model.ActionType;
import io.stagecraft.ui.CanvasCommands;
import io.stagecraft.ui.KeyHelp;

import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableDoubleValue;

import java.util.ArrayList;
import java.util.List;

/// Notes what is asked of it.
final class FakeCanvas implements CanvasCommands {
    final List<String> calls = new ArrayList<>();

    @Override
    public void zoomIn() {
        calls.add("zoomIn");
    }

    @Override
    public void zoomOut() {
        calls.add("zoomOut");
    }

    @Override
    public void zoomActual() {
        calls.add("zoomActual");
    }

    @Override
    public void fit() {
        calls.add("fit");
    }

    @Override
    public void begin() {
        calls.add("begin");
    }

    @Override
    public Runnable keep() {
        return () -> calls.add("as before");
    }

    @Override
    public void fitSelection() {
        calls.add("fitSelection");
    }

    @Override
    public void selectAll() {
        calls.add("selectAll");
    }

    @Override
    public void cut() {
        calls.add("cut");
    }

    @Override
    public void copy() {
        calls.add("copy");
    }

    @Override
    public void paste() {
        calls.add("paste");
    }

    @Override
    public void duplicate() {
        calls.add("duplicate");
    }

    @Override
    public void deleteSelection() {
        calls.add("deleteSelection");
    }

    @Override
    public void rename() {
        calls.add("rename");
    }

    @Override
    public List<KeyHelp> keys() {
        return List.of(new KeyHelp("Move a card up", "Alt+Up"));
    }

    @Override
    public ObservableDoubleValue zoomProperty() {
        return new SimpleDoubleProperty(1);
    }

    @Override
    public void drag(ActionType type) {
        calls.add("drag " + type.provider());
    }

    @Override
    public void add(ActionType type) {
        calls.add("add " + type.provider());
    }
}
