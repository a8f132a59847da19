package io.stagecraft.ui;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.List;

/// What a trainer can have go wrong on purpose in the pipeline on the screen. Each call returns at once; what comes of
/// it shows in [#brokenProperty], and a refusal in [Workspace#messageProperty].
public interface TrainerControls {
    /// Whether the chosen target lets anything be broken: a real account never does.
    boolean isOffered();

    /// What can go wrong, the usual first.
    List<Kind> kinds();

    /// What will still go wrong in the pipeline on the screen.
    ReadOnlyObjectProperty<List<Broken>> brokenProperty();

    /// Has an action go wrong; what was planned for it before is forgotten.
    ///
    /// @param detail what the kind asks for; empty for what is usual
    /// @param stays each time until it is mended, or only the next time
    void breakIt(String action, Kind kind, String detail, boolean stays);

    /// Lets an action go well again.
    void mend(String action);

    /// A way to go wrong.
    ///
    /// @param id such as `fail`
    /// @param title what the form says, such as "Fails"
    /// @param help what it means, in a sentence
    /// @param asks what more it takes to know, such as "What the provider says"; empty for nothing
    record Kind(String id, String title, String help, String asks) {}

    /// An action that will go wrong.
    ///
    /// @param words how and how often, such as "Fails the next time"
    record Broken(String action, String words) {}

    /// Nothing can be broken.
    static TrainerControls none() {
        var nothing = new ReadOnlyObjectWrapper<List<Broken>>(List.of());
        return new TrainerControls() {
            @Override
            public boolean isOffered() {
                return false;
            }

            @Override
            public List<Kind> kinds() {
                return List.of();
            }

            @Override
            public ReadOnlyObjectProperty<List<Broken>> brokenProperty() {
                return nothing.getReadOnlyProperty();
            }

            @Override
            public void breakIt(String action, Kind kind, String detail, boolean stays) {}

            @Override
            public void mend(String action) {}
        };
    }
}
