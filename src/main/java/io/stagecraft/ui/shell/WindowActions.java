package io.stagecraft.ui.shell;

import io.stagecraft.aws.Target;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;

import java.util.List;

/// What the window's bar can start beside editing. Each call returns at once and shows what comes of it by itself.
public interface WindowActions {
    /// Shows what deploying to the chosen target would do, and deploys when the person says so.
    void deploy();

    /// Shows the pipelines that run in the chosen target, and makes a design of the one that is picked.
    void importLive();

    /// Looks again which targets there are; a Practice account may have been started meanwhile.
    void lookAround();

    /// The targets to choose from; the Practice account is the first.
    ObservableValue<List<Target>> targets();

    /// The one that Deploy and Run mean.
    Property<Target> target();

    /// Where the Practice account listens, such as `http://127.0.0.1:4599`; empty while it is not up.
    ObservableValue<String> practiceAddress();

    /// How fast the Practice account's clock goes: 1 to 1000.
    DoubleProperty practiceSpeed();
}
