package io.stagecraft.validate.settings;

import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.catalog.FieldSpec;
import io.stagecraft.edit.ClearSetting;
import io.stagecraft.edit.SetSetting;
import io.stagecraft.edit.Several;
import io.stagecraft.model.Action;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.LocalRule;
import io.stagecraft.validate.Nearest;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.ArrayList;
import java.util.stream.Stream;

final class SettingsAreKnown implements LocalRule {
    private static final Info INFO =
            new Info(
                    "SC407",
                    // "contains unknown configuration", says CodePipeline of a slip of the pen:
                    // https://github.com/hashicorp/terraform-cdk/issues/291
                    Severity.WARNING,
                    "Settings are known",
                    "CodePipeline refuses a setting that the action type does not have; only one that is newer than the catalogue can be missing here.",
                    Guide.ACTION_TYPES);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.seats()
                .flatMap(s ->
                        s.spec().filter(x -> !x.open() && x.verified()).stream()
                                .flatMap(x ->
                                        s.action().settings().keySet().stream()
                                                .filter(k -> x.field(k).isEmpty())
                                                .map(k -> strange(s.action(), x, k))));
    }

    private static Problem strange(Action action, ActionSpec spec, String key) {
        var free =
                spec.fields().stream()
                        .map(FieldSpec::key)
                        .filter(k -> !action.settings().containsKey(k))
                        .toList();
        var fixes = new ArrayList<Fix>();
        Nearest.like(key, free)
                .ifPresent(k ->
                        fixes.add(
                                new Fix(
                                        "Call it " + k,
                                        new Several(
                                                "Rename setting of " + action.name(),
                                                new SetSetting(
                                                        action.id(),
                                                        k,
                                                        action.settings().getOrDefault(key, "")),
                                                new ClearSetting(action.id(), key)))));
        fixes.add(new Fix("Clear it", new ClearSetting(action.id(), key)));
        return INFO.at(
                About.of(action, key),
                action.name()
                        + " has a setting "
                        + key
                        + ", which is not among those of "
                        + spec.title()
                        + ".",
                fixes);
    }
}
