package io.stagecraft.importer;

import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.catalog.FieldKind;
import io.stagecraft.model.Action;
import io.stagecraft.model.Design;
import io.stagecraft.model.Origin;

import java.util.ArrayList;
import java.util.List;

/// What a person should know about a design that was just imported.
final class Remarks {
    /// What AWS answers in the place of a secret.
    private static final String HIDDEN = "****";

    private Remarks() {}

    /// @param unknown paths of what nobody knew
    static List<String> on(Design design, ActionCatalog catalog, List<String> unknown) {
        var remarks = new ArrayList<String>();
        if (design.role() instanceof Origin.Create) {
            remarks.add("It names no role: one will be created with the pipeline.");
        }
        if (design.stores().isEmpty()) {
            remarks.add("It names no artifact bucket: one will be created with the pipeline.");
        }
        design.actions()
                .forEach(action -> {
                    var spec = catalog.find(action.type());
                    if (spec.isEmpty()) {
                        remarks.add(
                                action.name()
                                        + ": "
                                        + action.type().path()
                                        + " is not in the catalogue; its settings are kept as they are.");
                    }
                    spec.ifPresent(s -> hidden(s, action, remarks));
                });
        unknown.stream()
                .filter(path -> !path.startsWith("metadata."))
                .map(path ->
                        path
                                + " is unknown here: it is kept as it is, and goes out again with the pipeline's JSON.")
                .forEach(remarks::add);
        return remarks;
    }

    private static void hidden(ActionSpec spec, Action action, List<String> remarks) {
        spec.fields().stream()
                .filter(f -> f.kind() == FieldKind.SECRET)
                .filter(f -> action.setting(f.key()).filter(HIDDEN::equals).isPresent())
                .forEach(f ->
                        remarks.add(
                                action.name()
                                        + ": AWS hides "
                                        + f.key()
                                        + "; put the real one in before you deploy."));
    }
}
