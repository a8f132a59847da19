package io.stagecraft.edit;

import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.model.Action;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.Design;
import io.stagecraft.model.Stage;
import io.stagecraft.model.StageId;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Makes copies that can live in a design beside what is there: fresh ids, and artifacts, namespaces and
/// names of their own; what they read from each other they read from each other's copies.
final class Copies {
    private final ArtifactRenaming artifacts;
    private final Map<String, String> namespaces = new LinkedHashMap<>();
    private int nextAction;
    private int nextStage;

    Copies(Design into, List<Action> originals, ActionCatalog catalog) {
        nextAction = number(into.nextActionId().value());
        nextStage = number(into.nextStageId().value());
        var taken = new HashSet<String>();
        into.actions()
                .forEach(a -> {
                    taken.addAll(a.outputNames());
                    a.namespace().ifPresent(taken::add);
                });
        var names = new HashMap<String, String>();
        for (var action : originals) {
            action.outputNames().forEach(name -> rename(name, names, taken));
            action.namespace().ifPresent(name -> rename(name, namespaces, taken));
        }
        artifacts = new ArtifactRenaming(names, catalog);
    }

    private static void rename(String name, Map<String, String> names, Set<String> taken) {
        names.computeIfAbsent(
                name,
                n -> {
                    var free = Names.freeWord(n, taken);
                    taken.add(free);
                    return free;
                });
    }

    private static int number(String id) {
        return Integer.parseInt(id.substring(1));
    }

    /// A copy under a name that `taken` does not hold; the name is taken then.
    Action of(Action action, Set<String> taken) {
        var name = Names.free(action.name(), taken);
        taken.add(name);
        return Rewrite.texts(artifacts.of(action), variables())
                .withNamespace(action.namespace().map(n -> namespaces.getOrDefault(n, n)))
                .withName(name)
                .withId(new ActionId("a" + nextAction++));
    }

    /// A copy with all it holds, under a name that `taken` does not hold; the name is taken then.
    Stage of(Stage stage, Set<String> taken) {
        var name = Names.free(stage.name(), taken);
        taken.add(name);
        var inside = new HashSet<String>();
        var actions = stage.actions().stream().map(a -> of(a, inside)).toList();
        return Rewrite.rules(stage, r -> Rewrite.texts(artifacts.of(r), variables()))
                .withActions(actions)
                .withName(name)
                .withId(new StageId("s" + nextStage++));
    }

    private UnaryOperator<String> variables() {
        return text -> {
            // marked first, so that a new name is not taken for another old one
            var changed = text;
            for (var from : namespaces.keySet()) {
                changed = RenameNamespace.text(changed, from, from + "\u0000");
            }
            for (var e : namespaces.entrySet()) {
                changed = changed.replace("#{" + e.getKey() + "\u0000.", "#{" + e.getValue() + ".");
            }
            return changed;
        };
    }

    static Set<String> names(Stage stage) {
        return stage.actions().stream()
                .map(Action::name)
                .collect(Collectors.toCollection(HashSet::new));
    }

    static Set<String> names(Design design) {
        return design.stages().stream()
                .map(Stage::name)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
