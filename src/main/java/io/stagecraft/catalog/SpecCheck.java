package io.stagecraft.catalog;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Holds a spec against itself: every setting it speaks of is one of its fields, every word in braces is known, and nothing
/// allows `*`. Bundled files pass it in a test, files of a user's folder when they are loaded.
final class SpecCheck {
    private static final Pattern BRACES = Pattern.compile("\\{([^}]*)}");
    private static final Pattern IAM_ACTION = Pattern.compile("[a-z0-9-]+:[A-Za-z0-9]+");
    private static final Set<String> SURROUNDINGS =
            Set.of(
                    "partition",
                    "region",
                    "account",
                    "home-region",
                    "home-account",
                    "pipeline",
                    "stage",
                    "action",
                    "provider",
                    "version",
                    "artifact-bucket",
                    "artifact-folder",
                    "artifact-key",
                    "parameter",
                    "secret",
                    "deployment-config",
                    "project-image",
                    "project-pushes-to",
                    "project-pulls-from",
                    "project-subnet",
                    "project-security-group",
                    "project-cache");

    private final String file;
    private final Set<String> keys;

    private SpecCheck(String file, List<FieldSpec> fields) {
        this.file = file;
        this.keys = fields.stream().map(FieldSpec::key).collect(Collectors.toSet());
        fields.forEach(this::field);
    }

    /// @throws UnreadableCatalog naming the first place that does not fit
    static void of(String file, ActionSpec spec) {
        var check = new SpecCheck(file, spec.fields());
        spec.main().ifPresent(key -> check.setting("main", key));
        spec.startedBy().ifPresent(check::startedBy);
        check.permissions(spec.permissions());
        check.traits(spec.traits());
        spec.drop().settings().keySet().forEach(key -> check.setting("drop.settings", key));
        check.play(spec.play());
        if (spec.play().part().isForRules()) {
            check.fail("play.part", "only a rule can be like that");
        }
    }

    /// @throws UnreadableCatalog naming the first place that does not fit
    static void of(String file, RuleTypeSpec spec) {
        var check = new SpecCheck(file, spec.fields());
        spec.main().ifPresent(key -> check.setting("main", key));
        check.permissions(spec.permissions());
        check.checks(spec.checks());
        spec.settings().keySet().forEach(key -> check.setting("settings", key));
        spec.failureSettings().keySet().forEach(key -> check.setting("failureSettings", key));
        check.play(spec.play());
    }

    private void field(FieldSpec field) {
        var place = "fields " + field.key();
        field.required().ifPresent(when -> near(place, when));
        field.pattern().ifPresent(Pattern::compile);
        field.json()
                .ifPresent(json -> {
                    json.members().values().forEach(Pattern::compile);
                    if (field.kind() != FieldKind.JSON) {
                        fail(place, "only a setting of kind json has a \"json\"");
                    }
                });
        field.defaultValue()
                .filter(value -> !field.values().isEmpty() && !field.values().contains(value))
                .ifPresent(value -> fail(place, "the default " + value + " is none of its values"));
        if (field.kind() == FieldKind.CHOICE && field.values().isEmpty()) {
            fail(place, "a choice needs values");
        }
    }

    private void play(Play play) {
        play.reads().values().forEach(key -> setting("play.reads", key));
        play.part().words().stream()
                .filter(word -> play.key(word).isEmpty())
                .forEach(word -> fail("play.reads", word + " is not said, and the part needs it"));
        for (var target : play.targets()) {
            var place = "play.targets " + target.type();
            words(place, Stream.of(target.named(), target.missing()));
            words(place, target.with().values().stream());
            words(place, target.unready().stream());
            words(place, target.silence().stream().map(Play.Silence::says));
        }
        if (play.targets().isEmpty()
                && Set.of(Play.Part.RUNS_BUILD, Play.Part.WATCHES_ALARM).contains(play.part())) {
            fail("play.targets", "the part works on the first of them, and there is none");
        }
    }

    private void permissions(List<PermissionSpec> permissions) {
        for (var permission : permissions) {
            var place = "permission \"" + permission.why() + "\"";
            when(place, permission.when());
            permission.allow().stream()
                    .filter(a -> !IAM_ACTION.matcher(a).matches())
                    .forEach(a -> fail(place, a + " is no IAM action that is written out"));
            words(place, permission.on().stream());
            permission
                    .conditions()
                    .forEach(c ->
                            words(place, Stream.concat(Stream.of(c.key()), c.values().stream())));
            if (permission.on().contains("*") && permission.unscoped().isEmpty()) {
                fail(place, "\"unscoped\" has to say why the resource is *");
            }
            if (permission.on().isEmpty() || permission.allow().isEmpty()) {
                fail(place, "it needs \"allow\" and \"on\"");
            }
        }
    }

    private void traits(Traits traits) {
        checks(traits.checks());
        traits.reference().ifPresent(when -> when("reference", when));
        traits.once().ifPresent(key -> setting("once", key));
        traits.alone().forEach(key -> setting("alone", key));
        words("reads", traits.reads().stream());
        for (var handover : traits.handovers()) {
            when("handovers " + handover.thing(), handover.when());
            handover.keys().forEach(key -> setting("handovers", key));
        }
    }

    private void checks(List<Traits.Check> checks) {
        for (var c : checks) {
            near("checks " + c.field(), c.when());
            setting("checks", c.field());
        }
    }

    private void startedBy(StartedBy start) {
        when("startedBy", start.when());
        words("startedBy", start.resources().stream());
        words("startedBy", start.details().stream().flatMap(d -> d.values().stream()));
        words("startedBy", start.note().stream());
    }

    private void words(String place, Stream<String> patterns) {
        patterns.flatMap(p -> BRACES.matcher(p).results().map(m -> m.group(1)))
                .filter(word -> !SURROUNDINGS.contains(word) && !word.startsWith("input:"))
                .map(word -> word.endsWith(":name") ? word.substring(0, word.indexOf(':')) : word)
                .forEach(word -> setting(place, word));
    }

    /// Settings are checked one action at a time, and again only when that action changes: what another one is set to is out of sight.
    private void near(String place, When when) {
        if (asksAnother(when)) {
            fail(
                    place,
                    "\"input-made-with\" asks what another action is set to; only a permission can"
                            + " ask that");
        }
        when(place, when);
    }

    private static boolean asksAnother(When when) {
        return when instanceof When.InputMadeWith
                || (when instanceof When.All(var parts)
                        && parts.stream().anyMatch(SpecCheck::asksAnother));
    }

    private void when(String place, When when) {
        switch (when) {
            case When.SettingIs(var key, var values) -> {
                setting(place, key);
                if (values.isEmpty()) {
                    fail(place, "\"is\" needs values");
                }
            }
            case When.SettingIsNot(var key, var values) -> {
                setting(place, key);
                if (values.isEmpty()) {
                    fail(place, "\"is-not\" needs values");
                }
            }
            case When.SettingHas(var key, var values) -> {
                setting(place, key);
                if (values.isEmpty()) {
                    fail(place, "\"has\" needs values");
                }
            }
            case When.SettingIsNo(var key, _) -> setting(place, key);
            case When.SettingPresent(var key) -> setting(place, key);
            case When.SettingAbsent(var key) -> setting(place, key);
            case When.All(var parts) -> parts.forEach(part -> when(place, part));
            case When.Inputs _,
                    When.NoInputs _,
                    When.Outputs _,
                    When.NoOutputs _,
                    When.StoreEncrypted _,
                    When.ProjectHas _,
                    When.VariableOfKind _,
                    When.InputMadeWith _,
                    When.Judged _ -> {}
        }
    }

    private void setting(String place, String key) {
        if (!keys.contains(key)) {
            fail(place, key + " is none of its fields");
        }
    }

    private void fail(String place, String what) {
        throw new UnreadableCatalog(file, place, what);
    }
}
