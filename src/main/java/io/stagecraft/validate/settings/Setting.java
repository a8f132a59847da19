package io.stagecraft.validate.settings;

import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.catalog.FieldKind;
import io.stagecraft.catalog.FieldSpec;
import io.stagecraft.edit.ClearSetting;
import io.stagecraft.edit.SetSetting;
import io.stagecraft.model.Action;
import io.stagecraft.model.Literal;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;

import java.util.List;
import java.util.stream.Stream;

/// One setting of an action, with what the catalogue says of it.
record Setting(Action action, ActionSpec spec, FieldSpec field, String value) {
    /// Every setting of the drawing that the catalogue knows.
    static Stream<Setting> all(Drawing drawing) {
        return drawing.once(Setting.class, Setting::find);
    }

    private static Stream<Setting> find(Drawing drawing) {
        return drawing.seats()
                .flatMap(s -> s.spec().stream().flatMap(spec -> of(s.action(), spec)));
    }

    /// Those of some kinds that are not empty and hold no placeholder.
    static Stream<Setting> literal(Drawing drawing, FieldKind... kinds) {
        var wanted = List.of(kinds);
        return all(drawing)
                .filter(s ->
                        wanted.contains(s.field.kind())
                                && !s.value.isEmpty()
                                && Literal.is(s.value));
    }

    private static Stream<Setting> of(Action action, ActionSpec spec) {
        return action.settings().entrySet().stream()
                .flatMap(e ->
                        spec
                                .field(e.getKey())
                                .map(f -> new Setting(action, spec, f, e.getValue()))
                                .stream());
    }

    About about() {
        return About.of(action, field.key());
    }

    /// How messages name it.
    String words() {
        return field.label() + " of " + action.name();
    }

    /// What CodePipeline's own key is, where the label does not say it.
    Fix use(String better) {
        return new Fix("Use " + better, new SetSetting(action.id(), field.key(), better));
    }

    Fix replace(String label, String better) {
        return new Fix(label, new SetSetting(action.id(), field.key(), better));
    }

    Fix clear() {
        return new Fix("Clear it", new ClearSetting(action.id(), field.key()));
    }

    /// The parts of a text with commas between.
    List<String> parts() {
        return Stream.of(value.split(",")).map(String::strip).filter(p -> !p.isEmpty()).toList();
    }
}
