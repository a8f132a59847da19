package io.stagecraft.edit;

import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.catalog.FieldKind;
import io.stagecraft.model.Action;
import io.stagecraft.model.ConditionRule;
import io.stagecraft.model.OutputArtifact;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Artifacts under other names, in everything that names them: outputs, inputs, `Artifact::path`,
/// CloudFormation's `Fn::GetArtifactAtt` and `Fn::GetParam`, and CodeBuild's `CODEBUILD_SRC_DIR_Artifact`.
///
/// @param names new names by old ones
record ArtifactRenaming(Map<String, String> names, ActionCatalog catalog) {
    private static final Pattern PATH = Pattern.compile("(?<![A-Za-z0-9_-])([A-Za-z0-9_-]+)(?=::)");
    private static final Pattern FUNCTION =
            Pattern.compile(
                    "(?<=\"Fn::(?:GetArtifactAtt|GetParam)\"\\s{0,9}:\\s{0,9}\\[\\s{0,9}\")[A-Za-z0-9_-]+(?=\")");
    private static final Pattern FOLDER = Pattern.compile("(?<=CODEBUILD_SRC_DIR_)[A-Za-z0-9_-]+");

    Action of(Action action) {
        var settings = new LinkedHashMap<String, String>();
        action.settings()
                .forEach((key, value) ->
                        settings.put(
                                key, namesAnInput(action, key, value) ? name(value) : text(value)));
        return action.withInputs(action.inputs().stream().map(this::name).toList())
                .withOutputs(
                        action.outputs().stream()
                                .map(o -> new OutputArtifact(name(o.name()), o.files()))
                                .toList())
                .withSettings(settings)
                .withCommands(action.commands().stream().map(this::folders).toList());
    }

    ConditionRule of(ConditionRule rule) {
        return Rewrite.inputs(Rewrite.texts(rule, t -> folders(text(t))), this::name);
    }

    String folders(String text) {
        return replaced(FOLDER, text);
    }

    /// A type that nobody knows may have such a setting under any key.
    private boolean namesAnInput(Action action, String key, String value) {
        return action.inputs().contains(value)
                && catalog.find(action.type())
                        .map(spec ->
                                spec.field(key)
                                        .filter(f -> f.kind() == FieldKind.INPUT)
                                        .isPresent())
                        .orElse(true);
    }

    private String text(String text) {
        return replaced(FUNCTION, replaced(PATH, text));
    }

    private String replaced(Pattern pattern, String text) {
        return pattern.matcher(text).replaceAll(m -> Matcher.quoteReplacement(name(m.group())));
    }

    private String name(String name) {
        return names.getOrDefault(name, name);
    }
}
