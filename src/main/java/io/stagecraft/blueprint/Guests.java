package io.stagecraft.blueprint;

import io.stagecraft.blueprint.Ground.Site;
import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.iam.Text;
import io.stagecraft.model.Action;
import io.stagecraft.model.Companion;
import io.stagecraft.model.CompanionRef;
import io.stagecraft.model.Design;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Who of other accounts has to reach the artifacts.
final class Guests {
    private final Design design;
    private final ActionCatalog catalog;
    private final Ground ground;
    private final Companions companions;
    private final Views views;

    Guests(
            Design design,
            ActionCatalog catalog,
            Ground ground,
            Companions companions,
            Views views) {
        this.design = design;
        this.catalog = catalog;
        this.ground = ground;
        this.companions = companions;
        this.views = views;
    }

    /// The roles of other accounts that carry artifacts to or from this store.
    List<Text> of(Stores.At at) {
        var guests = new ArrayList<Text>();
        design.actions()
                .filter(action -> ground.isForeign(ground.of(action)))
                .filter(action -> ground.of(action).region().equals(at.site().region()))
                .forEach(action -> guest(action, at.site()).forEach(guests::add));
        return guests.stream().distinct().toList();
    }

    private List<Text> guest(Action action, Site from) {
        var spec = catalog.find(action.type());
        var role = action.role().flatMap(_ -> views.roleOf(action)).stream();
        var project =
                spec.stream()
                        .filter(s -> s.moves() == ActionSpec.Mover.BUILD_PROJECT_ROLE)
                        .flatMap(s -> s.fields().stream())
                        .flatMap(f -> action.setting(f.key()).stream())
                        .flatMap(v -> CompanionRef.in(v).stream())
                        .flatMap(n -> companions.made(n).stream())
                        .filter(m -> m.companion() instanceof Companion.BuildProject)
                        .map(m ->
                                ground.roleArn(
                                        m.site(), from, RoleNames.ofBuild(design, m.companion())));
        return Stream.concat(role, project).toList();
    }
}
