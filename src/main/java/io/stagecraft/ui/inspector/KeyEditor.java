package io.stagecraft.ui.inspector;

import io.stagecraft.model.EncryptionKey;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

import java.util.List;

/// What encrypts an artifact store; the id of a key that is there already shows only for such a one.
final class KeyEditor implements Editor {
    private final Part<EncryptionKey> key;
    private final ChoiceEditor<EncryptionKey> kind;
    private final TextEditor id;
    private final VBox box;

    KeyEditor(Part<EncryptionKey> key) {
        this.key = key;
        kind =
                key.choice(
                        () ->
                                List.of(
                                        new EncryptionKey.Create(),
                                        new EncryptionKey.Existing(existing()),
                                        new EncryptionKey.AwsManaged()),
                        KeyEditor::words,
                        k -> k,
                        (_, chosen) -> chosen);
        id =
                key.line(KeyEditor::id, (_, text) -> new EncryptionKey.Existing(text))
                        .mono()
                        .prompt("Key ARN, id or alias ARN");
        box = new VBox(4, kind.node(), id.node());
    }

    private static String words(EncryptionKey key) {
        return switch (key) {
            case EncryptionKey.Create() -> "Key created with the pipeline";
            case EncryptionKey.Existing _ -> "Key that is there already";
            case EncryptionKey.AwsManaged() -> "Key that S3 keeps";
        };
    }

    private static String id(EncryptionKey key) {
        return key instanceof EncryptionKey.Existing(var text) ? text : "";
    }

    private String existing() {
        return key.read().get().map(KeyEditor::id).orElse("");
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void refresh() {
        kind.refresh();
        boolean shown =
                key.read().get().filter(EncryptionKey.Existing.class::isInstance).isPresent();
        id.node().setVisible(shown);
        id.node().setManaged(shown);
        id.refresh();
    }
}
