package io.stagecraft.edit;

import io.stagecraft.model.Design;

/// One change to a design. One aimed at what is gone gives the design back as it was.
public interface Edit {
    /// What the Undo menu says, such as "Rename stage to Production".
    String title();

    /// The same with the names that `before` knows, such as "Move Build to Test".
    default String title(Design before) {
        return title();
    }

    /// The design after the change; `before` stays as it is.
    Design apply(Design before);
}
