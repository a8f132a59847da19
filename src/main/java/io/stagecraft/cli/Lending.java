package io.stagecraft.cli;

import io.stagecraft.blueprint.Outsiders;
import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.catalog.Play;
import io.stagecraft.model.CompanionRef;
import io.stagecraft.model.Condition;
import io.stagecraft.model.Design;
import io.stagecraft.model.Origin;
import io.stagecraft.model.Owner;
import io.stagecraft.model.Stage;
import io.stagecraft.practice.StandIns;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a Practice account has to hold so that a design can run which uses what is there already.
///
/// What actions and rules work on is said by the catalogue; what the design itself brings along is not lent.
public final class Lending {
    private static final Pattern VARIABLE = Pattern.compile("#\\{[^}]*}");
    private static final Pattern SETTING = Pattern.compile("\\{([A-Za-z0-9]+)}");

    private Lending() {}

    /// Stand-ins for everything that `design` takes as given.
    public static StandIns of(Design design, ActionCatalog catalog) {
        var outsiders = Outsiders.of(design, catalog);
        var rules = CatalogFiles.rules();
        var things =
                Stream.concat(
                                design.actions()
                                        .flatMap(a ->
                                                catalog.find(a.type()).stream()
                                                        .flatMap(s ->
                                                                lent(
                                                                        s.play(),
                                                                        a.settings(),
                                                                        design))),
                                design.stages().stream()
                                        .flatMap(Lending::conditions)
                                        .flatMap(c -> c.rules().stream())
                                        .flatMap(r ->
                                                rules.find(r.provider(), r.version()).stream()
                                                        .flatMap(s ->
                                                                lent(
                                                                        s.play(),
                                                                        r.settings(),
                                                                        design))))
                        .distinct()
                        .toList();
        return new StandIns(outsiders.roles(), outsiders.buckets(), things, types(design));
    }

    private static Stream<Condition> conditions(Stage stage) {
        return Stream.of(
                        stage.beforeEntry(),
                        stage.onSuccess(),
                        stage.onFailure().flatMap(f -> f.condition()))
                .flatMap(Optional::stream);
    }

    private static List<StandIns.LentType> types(Design design) {
        return design.actions()
                .map(a -> a.type())
                .filter(t -> t.owner() == Owner.CUSTOM)
                .map(t -> new StandIns.LentType(t.category().word(), t.provider(), t.version()))
                .distinct()
                .toList();
    }

    private static Stream<StandIns.Lent> lent(
            Play play, Map<String, String> settings, Design design) {
        return play.targets().stream()
                .flatMap(target ->
                        named(target.named(), settings, design).stream()
                                .map(name ->
                                        new StandIns.Lent(target.type(), name, target.role())));
    }

    /// What a setting names, unless it is not given, or a companion that comes along.
    private static Optional<String> named(
            String pattern, Map<String, String> settings, Design design) {
        var setting = SETTING.matcher(pattern);
        if (!setting.matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(settings.get(setting.group(1)))
                .filter(value -> !value.isBlank())
                .flatMap(value -> existing(value, design))
                .map(value -> VARIABLE.matcher(value).replaceAll("*"));
    }

    private static Optional<String> existing(String value, Design design) {
        var companion = CompanionRef.in(value);
        if (companion.isEmpty()) {
            return Optional.of(value);
        }
        return companion
                .flatMap(design::companion)
                .map(c -> c.origin())
                .flatMap(o ->
                        o instanceof Origin.Existing(var name)
                                ? Optional.of(name)
                                : Optional.empty());
    }
}
