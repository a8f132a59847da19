package io.stagecraft.ui.inspector;

/// What the inspector shows for one selection.
interface Page extends Editor {
    /// Whether what it is about still exists.
    boolean fits();

    /// Brings a field into view and gives it the focus.
    void show(String field);
}
