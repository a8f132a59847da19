package io.stagecraft.ui.watch;

import io.stagecraft.ui.TrainerControls.Broken;
import io.stagecraft.ui.TrainerControls.Kind;

import java.util.List;

/// The trainer's side of an account that plays: breaks actions on purpose and mends them. No call belongs on the UI thread.
public interface TrainerDoor {
    /// What it can have go wrong, the usual first; this one alone may be called on any thread.
    List<Kind> kinds();

    /// What will still go wrong in a pipeline.
    List<Broken> broken(String pipeline);

    /// Has an action go wrong.
    ///
    /// @param detail what the kind asks for; empty for what is usual
    /// @param stays each time until it is mended, or only the next time
    /// @throws IllegalArgumentException in a sentence, when the detail is none
    void breakIt(String pipeline, String action, Kind kind, String detail, boolean stays);

    /// Lets an action go well again, whoever broke it.
    void mend(String pipeline, String action);
}
