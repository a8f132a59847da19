package io.stagecraft.ui.inspector;

import io.stagecraft.catalog.FieldSpec;
import io.stagecraft.ui.Message;

import javafx.scene.Node;

/// A secret by reference: plain text is never taken into the design, whose file and templates anybody may read.
///
/// @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html">Dynamic references</a>
final class SecretEditor implements Editor {
    static final String EXAMPLE = "{{resolve:secretsmanager:name:SecretString:key}}";

    private final TextEditor text;

    SecretEditor(SettingsForm model, FieldSpec field) {
        text =
                TextEditor.line(
                                model.workspace(),
                                () -> model.setting(field.key()),
                                written -> take(model, field, written))
                        .mono()
                        .prompt(EXAMPLE);
    }

    private static void take(SettingsForm model, FieldSpec field, String written) {
        if (written.isEmpty()
                || written.matches("\\{\\{resolve:(secretsmanager|ssm-secure):.+}}")) {
            model.set(field.key(), written);
        } else {
            model.workspace()
                    .tell(
                            Message.failure(
                                    field.label() + " was not taken: it is a secret in plain text.",
                                    "Put it into Secrets Manager and write " + EXAMPLE + "."));
        }
    }

    @Override
    public Node node() {
        return text.node();
    }

    @Override
    public void refresh() {
        text.refresh();
    }
}
