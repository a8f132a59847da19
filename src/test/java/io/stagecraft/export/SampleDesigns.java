package io.stagecraft.export;

import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.catalog.FieldSpec;
import io.stagecraft.edit.ChangeAction;
import io.stagecraft.edit.Expert;
import io.stagecraft.edit.Place;
import io.stagecraft.model.Action;
import io.stagecraft.model.ActionType;
import io.stagecraft.model.Category;
import io.stagecraft.model.Design;
import io.stagecraft.model.Owner;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// Designs of every action type that AWS itself provides, dropped as the palette drops them and then filled in.
final class SampleDesigns {
    private final ActionCatalog catalog;
    private final Random chance;

    /// @param seed the same seed makes the same designs
    SampleDesigns(ActionCatalog catalog, long seed) {
        this.catalog = catalog;
        this.chance = new Random(seed);
    }

    /// A design per source type and one per other type, and those of several places, by name.
    Map<String, Design> all() {
        var designs = new LinkedHashMap<String, Design>();
        for (var spec : catalog.all()) {
            if (spec.type().owner() == Owner.AWS && spec.status() != ActionSpec.Status.RETIRED) {
                var name =
                        ("sample-" + spec.type().category() + "-" + spec.type().provider())
                                .toLowerCase(java.util.Locale.ROOT);
                designs.put(name, spec.type().isSource() ? from(name, spec) : with(name, spec));
            }
        }
        designs.putAll(SeveralPlaces.all());
        designs.putAll(CompanionSamples.all());
        return designs;
    }

    private Design from(String name, ActionSpec source) {
        return dropped(dropped(empty(name), source.type(), 0), deployToS3(), 1);
    }

    private Design with(String name, ActionSpec spec) {
        var sources =
                catalog.all().stream()
                        .map(ActionSpec::type)
                        .filter(t -> t.isSource() && t.owner() == Owner.AWS)
                        .toList();
        var started = dropped(empty(name), sources.get(chance.nextInt(sources.size())), 0);
        var built = dropped(started, ActionType.aws(Category.BUILD, "CodeBuild"), 1);
        return dropped(built, spec.type(), 2);
    }

    private static ActionType deployToS3() {
        return ActionType.aws(Category.DEPLOY, "S3");
    }

    private static Design empty(String name) {
        return Design.empty(name);
    }

    private Design dropped(Design design, ActionType type, int stage) {
        var action = design.nextActionId();
        var dropped = new Expert(catalog).action(design, type, new Place.Gap(stage)).apply(design);
        return new ChangeAction(action, "fill in", this::filled).apply(dropped);
    }

    private Action filled(Action action) {
        var spec = catalog.find(action.type()).orElseThrow();
        for (var field : spec.fields()) {
            var isNeeded = field.required().isPresent();
            if (action.setting(field.key()).isEmpty() && isNeeded) {
                var value = value(field, action);
                if (value.isPresent()) {
                    action = action.withSetting(field.key(), value.get());
                }
            }
        }
        return action;
    }

    private Optional<String> value(FieldSpec field, Action action) {
        if (!field.values().isEmpty()) {
            return Optional.of(field.values().get(chance.nextInt(field.values().size())));
        }
        return switch (field.kind()) {
            case TEXT, LONG_TEXT, LIST, BUILDSPEC -> Optional.of(text(field));
            case CHOICE, SECRET -> Optional.empty();
            case FLAG -> Optional.of(chance.nextBoolean() ? "true" : "false");
            case NUMBER -> Optional.of(Integer.toString(field.min().orElse(1)));
            case JSON -> Optional.of("{}");
            case VARIABLES -> Optional.of("[]");
            case ARN ->
                    Optional.of(
                            field.key().equals("StateMachineArn")
                                    ? "arn:aws:states:eu-west-1:111111111111:stateMachine:sample"
                                    : "arn:aws:iam::111111111111:role/sample");
            case ZONE, CRON -> Optional.of("UTC");
            case INPUT -> action.inputs().stream().findFirst();
            case INPUT_PATH -> action.inputs().stream().findFirst().map(i -> i + "::file.json");
        };
    }

    private static String text(FieldSpec field) {
        return new ArrayList<>(
                        List.of(
                                "sample",
                                "1",
                                "a/b",
                                "sample.zip",
                                "111111111111",
                                "arn:aws:states:eu-west-1:111111111111:stateMachine:sample"))
                .stream()
                        .filter(t -> field.pattern().map(t::matches).orElse(true))
                        .findFirst()
                        .orElse("sample");
    }
}
