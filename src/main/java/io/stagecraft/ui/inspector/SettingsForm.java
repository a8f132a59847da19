package io.stagecraft.ui.inspector;

import io.stagecraft.catalog.FieldSpec;
import io.stagecraft.model.Design;
import io.stagecraft.ui.Workspace;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Problem;

import java.util.List;

/// Something with settings that a data file describes, as a form sees it: an action, or a rule of a condition.
interface SettingsForm {
    Workspace workspace();

    /// How the form calls a field; several forms of one page keep theirs apart by it.
    default String id(String field) {
        return field;
    }

    /// What a setting holds; empty where it is not set.
    String setting(String key);

    /// Sets a setting, or takes it away when there is nothing to set it to.
    void set(String key, String value);

    /// Whether AWS refuses it without the field, as it is set now.
    boolean isRequired(FieldSpec field);

    /// The artifacts it reads.
    List<String> inputs();

    /// What the unfinished `#{…` before the caret may mean here.
    List<VariableIndex.Offer> completions(String text, int caret);

    /// What is wrong with a field.
    List<Problem> problems(String field);

    /// Brings a new companion of the field's kind and points the field at it.
    void create(FieldSpec field);

    default Design design() {
        return workspace().design();
    }

    default void accept(Fix fix) {
        workspace().apply(fix.edit());
    }

    /// Who makes the variables that `text` uses.
    default String producers(String text) {
        return new VariableIndex(design(), workspace().catalog()).producers(text);
    }
}
