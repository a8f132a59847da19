package io.stagecraft.validate;

import io.stagecraft.edit.Edit;

/// A one-click mend: an edit, so one undo takes it back.
///
/// @param label such as "Use BuildOutput"
public record Fix(String label, Edit edit) {}
